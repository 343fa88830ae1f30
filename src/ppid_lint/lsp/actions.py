"""Code actions: the fixes of findings, allowing one with a reason, and all safe fixes at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsprotocol import types

from ppid_lint.finding import Applicability, Finding
from ppid_lint.fix import chosen_fixes, compatible
from ppid_lint.lsp.allow import Insertion, insertion
from ppid_lint.lsp.checks import Result
from ppid_lint.lsp.diagnostics import fix_title, text_edits, touching
from ppid_lint.lsp.positions import Places
from ppid_lint.rule import Language
from ppid_lint.text import Span

FIX_ALL = "source.fixAll.ppid-lint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
PLACE_CURSOR = "ppid-lint.placeCursor"

_ALLOW: Mapping[Language, str] = {"id": "Izinkan {} dengan alasan", "en": "Allow {} with a reason"}
_FIX_ALL: Mapping[Language, str] = {"id": "Terapkan semua perbaikan aman", "en": "Apply all safe fixes"}
_REASON: Mapping[Language, str] = {"id": "alasan", "en": "reason"}

_Edits = Sequence[types.TextEdit | types.AnnotatedTextEdit | types.SnippetTextEdit]


@dataclass(frozen=True, slots=True)
class Abilities:
    """What the editor can do with an edit: versioned edits, snippets, a cursor that is put somewhere."""

    versions: bool
    snippets: bool
    cursor: bool

    @classmethod
    def of(cls, client: types.ClientCapabilities) -> Abilities:
        edit = client.workspace.workspace_edit if client.workspace else None
        shows = client.window.show_document if client.window else None
        return cls(
            versions=bool(edit and edit.document_changes),
            snippets=bool(edit and edit.document_changes and edit.snippet_edit_support),
            cursor=bool(shows and shows.support),
        )


def code_actions(
    result: Result, span: Span, context: types.CodeActionContext, able: Abilities
) -> list[types.CodeAction]:
    """The actions for the findings that meet a span, of the kinds asked for."""
    actions: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, context):
        given = {item.code: item for item in context.diagnostics}
        for finding in touching(result.report, span):
            diagnostic = given.get(finding.rule)
            actions += _fixes(result, finding, diagnostic, able)
            actions += _allow(result, finding, diagnostic, able)
    if _wanted(FIX_ALL, context):
        actions += _fix_all(result, able)
    return actions


def _wanted(kind: str, context: types.CodeActionContext) -> bool:
    return context.only is None or any(kind == name or kind.startswith(f"{name}.") for name in context.only)


def _fixes(
    result: Result, finding: Finding, diagnostic: types.Diagnostic | None, able: Abilities
) -> Iterator[types.CodeAction]:
    for fix in finding.fixes:
        yield types.CodeAction(
            title=fix_title(fix, result.report.message_language),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic] if diagnostic else None,
            is_preferred=True if fix.applicability is Applicability.SAFE else None,
            edit=_edit(result, text_edits(fix, result.places), able),
        )


def _allow(
    result: Result, finding: Finding, diagnostic: types.Diagnostic | None, able: Abilities
) -> Iterator[types.CodeAction]:
    """The comment with room for a reason; until one is written the finding stays, and says why."""
    if finding.category == "suppression":
        return
    found = insertion(result.buffer.text, result.buffer.name, finding)
    if found is None:
        return
    language = result.report.message_language
    title = _ALLOW[language].format(finding.rule)
    place = result.places.range(Span(found.at, found.at))
    edits: _Edits = [types.TextEdit(place, found.edit().text)]
    if able.snippets:
        edits = [types.SnippetTextEdit(place, types.StringValue(_snippet(found, _REASON[language])))]
    yield types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic] if diagnostic else None,
        edit=_edit(result, edits, able),
        command=_cursor(result, found, title) if able.cursor and not able.snippets else None,
    )


def _snippet(found: Insertion, word: str) -> str:
    before, after = (part.replace("\\", "\\\\").replace("$", "\\$") for part in (found.before, found.after))
    return f"{before}${{1:{word}}}{after}"


def _cursor(result: Result, found: Insertion, title: str) -> types.Command:
    """Puts the cursor between the quotation marks once the comment stands."""
    text = result.buffer.text[: found.at] + found.before
    place = Places(text, result.places.units).position(len(text))
    return types.Command(title, PLACE_CURSOR, arguments=[result.buffer.uri, place.line, place.character])


def _fix_all(result: Result, able: Abilities) -> Iterator[types.CodeAction]:
    fixes = compatible(chosen_fixes(result.report.findings))
    if fixes:
        edits = [edit for fix in fixes for edit in text_edits(fix, result.places)]
        yield types.CodeAction(
            title=_FIX_ALL[result.report.message_language], kind=FIX_ALL, edit=_edit(result, edits, able)
        )


def _edit(result: Result, edits: _Edits, able: Abilities) -> types.WorkspaceEdit:
    """An edit of the draft, tied to the version that was checked where the editor can hold to it."""
    uri = result.buffer.uri
    if able.versions:
        draft = types.OptionalVersionedTextDocumentIdentifier(uri, result.buffer.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(draft, edits)])
    plain = [edit for edit in edits if isinstance(edit, types.TextEdit)]
    return types.WorkspaceEdit(changes={uri: plain})
