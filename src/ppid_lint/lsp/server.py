"""The server: which message of the protocol is answered by what."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from ppid_lint import __version__
from ppid_lint.lsp.actions import KINDS, PLACE_CURSOR, Abilities, code_actions
from ppid_lint.lsp.buffer import Buffer
from ppid_lint.lsp.checks import Checks, Result
from ppid_lint.lsp.diagnostics import SOURCE, diagnostics, touching
from ppid_lint.lsp.hover import hover_text
from ppid_lint.lsp.linters import Linters
from ppid_lint.lsp.options import Options
from ppid_lint.lsp.positions import UNITS
from ppid_lint.text import Span

_WATCHED = "**/*.{yaml,yml,toml}"  # configurations, what they extend, contact directories, own rules


class Server(LanguageServer):
    """A language server whose faults are told by their kind alone: their texts may quote the draft."""

    checks: Checks
    options: Options
    able: Abilities
    pulls: bool  # whether the editor asks for diagnostics itself

    def report_server_error(self, error: Exception, source: Any) -> None:
        fault = types.ShowMessageParams(types.MessageType.Error, f"ppid-lint: {type(error).__name__}")
        self.window_show_message(fault)


def serve() -> None:
    """Serves one editor on standard input and output until it is done."""
    for name in ("pygls", "asyncio"):  # their logs would hold what is sent to and fro
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    create().start_io()


def create() -> Server:
    """A server that is not started."""
    server = Server(SOURCE, __version__)
    for method, handler in _HANDLERS.items():
        server.feature(method)(handler)
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(list(KINDS)))(_code_action)
    server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False),
    )(_diagnostic)
    server.command(PLACE_CURSOR)(_place_cursor)
    return server


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    client = params.capabilities
    ls.options = Options.of(params.initialization_options)
    ls.able = Abilities.of(client)
    ls.pulls = client.text_document is not None and client.text_document.diagnostic is not None
    linters = Linters(language=ls.options.language, contacts=ls.options.contacts, root=_root(params))
    units = UNITS[ls.workspace.position_encoding or "utf-16"]
    publish = None if ls.pulls else lambda result: _publish(ls, result)
    ls.checks = Checks(linters, units, publish, ls.options.debounce)


def _root(params: types.InitializeParams) -> Path | None:
    """The first folder of the workspace: unsaved drafts are checked as if they stood there."""
    folders = [folder.uri for folder in params.workspace_folders or ()]
    path = to_fs_path((*folders, params.root_uri or "")[0])
    return Path(path) if path else None


async def _initialized(ls: Server, params: types.InitializedParams) -> None:
    workspace = ls.client_capabilities.workspace
    watches = workspace.did_change_watched_files if workspace else None
    if watches and watches.dynamic_registration:
        options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        await ls.client_register_capability_async(
            types.RegistrationParams([types.Registration("ppid-lint-files", method, options)])
        )


def _open(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    item = params.text_document
    ls.checks.open(Buffer(item.uri, item.text, item.version, str(item.language_id)))


def _change(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    known = ls.checks.buffer(params.text_document.uri)
    if known is not None:
        version = params.text_document.version
        ls.checks.change(known.changed(params.content_changes, version, ls.checks.units))


def _close(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.checks.drop(uri)
    if not ls.pulls:
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _settings(ls: Server, params: object) -> None:
    """A configuration changed: everything open is checked again."""
    ls.checks.refresh()
    workspace = ls.client_capabilities.workspace
    if ls.pulls and workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
        ls.workspace_diagnostic_refresh(None)


def _shutdown(ls: Server, params: object = None) -> None:
    ls.checks.close()


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    result = await ls.checks.newest(params.text_document.uri)
    if result is None or result.linter is None:
        return None
    at = result.places.offset(params.position)
    found = touching(result.report, Span(at, at))
    if not found:
        return None
    rules = result.linter.ruleset
    texts = [hover_text(item, rules.get(item.rule), result.report, ls.options.page) for item in found]
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts))
    return types.Hover(content, result.places.range(found[0].span))


async def _code_action(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    result = await ls.checks.newest(params.text_document.uri)
    if result is None:
        return None
    return code_actions(result, result.places.span(params.range), params.context, ls.able)


async def _diagnostic(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    uri = params.text_document.uri
    result = await ls.checks.newest(uri) or await ls.checks.of_file(uri)
    number = str(result.number)
    if params.previous_result_id == number:
        return types.RelatedUnchangedDocumentDiagnosticReport(number)
    return types.RelatedFullDocumentDiagnosticReport(_diagnostics(ls, result), result_id=number)


def _place_cursor(ls: Server, uri: str, line: int, character: int) -> None:
    place = types.Position(line, character)
    ls.window_show_document(
        types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(place, place))
    )


def _publish(ls: Server, result: Result) -> None:
    items = _diagnostics(ls, result)
    version = result.buffer.version
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(result.buffer.uri, items, version))


def _diagnostics(ls: Server, result: Result) -> list[types.Diagnostic]:
    return diagnostics(result.report, result.buffer.uri, result.places, ls.options.page)


_HANDLERS: dict[str, Any] = {
    types.INITIALIZE: _initialize,
    types.INITIALIZED: _initialized,
    types.SHUTDOWN: _shutdown,
    types.TEXT_DOCUMENT_DID_OPEN: _open,
    types.TEXT_DOCUMENT_DID_CHANGE: _change,
    types.TEXT_DOCUMENT_DID_CLOSE: _close,
    types.TEXT_DOCUMENT_HOVER: _hover,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: _settings,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: _settings,
}
