"""An editor as the server sees one: a real client in front of a server process, with drafts of its own."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path
from typing import Any, Union

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, default_converter, register_lsp_features

SOURCE = Path(__file__).resolve().parent.parent / "src"
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
PATIENCE = 20  # seconds


def offset(text: str, position: types.Position, encoding: str) -> int:
    """The code point at a position, found by cutting the encoded line."""
    codec, size = CODECS[encoding]
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
    line = lines[position.line].rstrip("\r\n").encode(codec)
    return sum(map(len, lines[: position.line])) + len(line[: position.character * size].decode(codec))


def position(text: str, at: int, encoding: str) -> types.Position:
    """The position of a code point."""
    codec, size = CODECS[encoding]
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text[:at])
    return types.Position(len(lines) - 1, len(lines[-1].encode(codec)) // size)


class Editor:
    """Opens and changes drafts, keeps what the server says of each version, applies its edits."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.encoding = "utf-16"
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self._news = asyncio.Condition()

    @classmethod
    async def start(
        cls,
        capabilities: types.ClientCapabilities | None = None,
        *,
        folders: tuple[Path, ...] = (),
        **options: Any,
    ) -> Editor:
        """A server process, and the session with it."""
        env = {**os.environ, "PYTHONPATH": str(SOURCE)}
        config = ClientServerConfig([sys.executable, "-m", "ppid_lint", "lsp"], _client, env)
        editor = cls(await config.start())  # type: ignore[arg-type]
        editor._listen()
        result = await editor.client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities or types.ClientCapabilities(),
                workspace_folders=[types.WorkspaceFolder(path.as_uri(), path.name) for path in folders],
                initialization_options=options,
            )
        )
        editor.encoding = str(result.capabilities.position_encoding)
        editor.capabilities = result.capabilities
        return editor

    async def stop(self) -> int | None:
        """Ends the session; the exit status of the server."""
        await self.client.shutdown_session()
        server = self.client._server
        await self.client.stop()
        return server.returncode if server else None

    @property
    def pulls(self) -> bool:
        """Whether it asks for diagnostics itself."""
        drafts = self.client.capabilities.text_document if self.client.capabilities else None
        return drafts is not None and drafts.diagnostic is not None

    def put(self, uri: str, text: str, language: str = "markdown") -> None:
        """Opens a draft and waits for nothing."""
        self.texts[uri], self.versions[uri] = text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def open(self, uri: str, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        self.put(uri, text, language)
        return await self.diagnostics(uri)

    def change(self, uri: str, *changes: tuple[int, int, str]) -> None:
        """Sends changes of code point ranges, each of the text that the one before left."""
        sent = []
        for start, end, new in changes:
            text = self.texts[uri]
            place = types.Range(position(text, start, self.encoding), position(text, end, self.encoding))
            sent.append(types.TextDocumentContentChangePartial(place, new))
            self.texts[uri] = text[:start] + new + text[end:]
        self.versions[uri] += 1
        draft = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(draft, sent))

    def close(self, uri: str) -> None:
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What the server says of the newest version."""
        found = await self.heard(lambda item: item.uri == uri and item.version == self.versions[uri])
        return list(found.diagnostics)

    async def heard(self, wanted: Any, since: int = 0) -> types.PublishDiagnosticsParams:
        """The last publication that is wanted, once there is one."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: any(map(wanted, self.published[since:])))
        return [item for item in self.published[since:] if wanted(item)][-1]

    async def actions(
        self, uri: str, word: str, only: list[str] | None = None, shown: tuple[types.Diagnostic, ...] = ()
    ) -> list[types.CodeAction]:
        """The actions offered where a word stands."""
        at = self.texts[uri].index(word)
        place = position(self.texts[uri], at, self.encoding)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), types.Range(place, place), types.CodeActionContext(shown, only)
        )
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def hover(self, uri: str, word: str) -> str | None:
        at = position(self.texts[uri], self.texts[uri].index(word), self.encoding)
        params = types.HoverParams(types.TextDocumentIdentifier(uri), at)
        found = await self.client.text_document_hover_async(params)
        return found.contents.value if found else None  # type: ignore[union-attr]

    def under(self, uri: str, diagnostic: types.Diagnostic) -> str:
        """The text that a diagnostic stands under."""
        text, place = self.texts[uri], diagnostic.range
        return text[offset(text, place.start, self.encoding) : offset(text, place.end, self.encoding)]

    def applied(self, uri: str, action: types.CodeAction) -> str:
        """The draft after an action."""
        edit = action.edit
        assert edit is not None
        if edit.document_changes:
            (only,) = edit.document_changes
            assert only.text_document.version == self.versions[uri]
            edits = only.edits
        else:
            edits = edit.changes[uri]
        text = self.texts[uri]
        for item in sorted(
            edits, key=lambda item: offset(text, item.range.start, self.encoding), reverse=True
        ):
            start = offset(text, item.range.start, self.encoding)
            end = offset(text, item.range.end, self.encoding)
            text = text[:start] + item.new_text + text[end:]
        return text

    def _listen(self) -> None:
        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def published(params: types.PublishDiagnosticsParams) -> None:
            async with self._news:
                self.published.append(params)
                self._news.notify_all()

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def register(params: types.RegistrationParams) -> None:
            self.registered += params.registrations


def _converter() -> Any:
    """The client's own, which takes an action with a command for a bare command (lsprotocol 2025.0)."""
    converter = default_converter()

    def action(given: dict[str, Any], _: Any) -> types.Command | types.CodeAction:
        bare = isinstance(given.get("command"), str)
        return converter.structure(given, types.Command if bare else types.CodeAction)

    converter.register_structure_hook(Union[types.Command, types.CodeAction], action)  # noqa: UP007
    return converter


def _client() -> LanguageClient:
    client = LanguageClient(converter_factory=_converter)
    ours = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, types.CLIENT_REGISTER_CAPABILITY}
    features = {name: work for name, work in DEFAULT_CLIENT_FEATURES.items() if name not in ours}
    register_lsp_features(client, features)
    return client
