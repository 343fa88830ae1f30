"""The language server, driven by a real client over its standard input and output."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import client_capabilities

from lsp_editor import Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")

NIK = "3573012309780004"
LEAK = f"# Judul 😀\r\n\r\n😀 Peserta: Slamet (NIK {NIK}) dan dan Wati.\r\n\r\nLoket buka hari Senin.\r\n"

Start = Callable[..., Awaitable[Editor]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def editor() -> AsyncIterator[Editor]:
    """A plain editor that says nothing of what it can do."""
    started = await Editor.start(debounce=0)
    yield started
    assert await started.stop() == 0


@pytest_asyncio.fixture(loop_scope="module")
async def start() -> AsyncIterator[Start]:
    """Starts editors, and stops them after the test."""
    editors: list[Editor] = []

    async def begin(*args: object, **options: object) -> Editor:
        editors.append(await Editor.start(*args, **{"debounce": 0, **options}))
        return editors[-1]

    yield begin
    for item in editors:
        await item.stop()


def by_code(found: list[types.Diagnostic]) -> dict[object, types.Diagnostic]:
    return {item.code: item for item in found}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_ranges_hold_the_value_in_every_encoding(start: Start, encoding: str) -> None:
    general = types.GeneralClientCapabilities(position_encodings=[encoding])
    editor = await start(types.ClientCapabilities(general=general))
    assert editor.encoding == encoding
    found = by_code(await editor.open("file:///x/draf.md", LEAK))
    assert editor.under("file:///x/draf.md", found["restricted/nik"]) == NIK
    assert editor.under("file:///x/draf.md", found["readability/repeated-word"]) == "dan dan"
    starts = {"utf-8": 26, "utf-16": 24, "utf-32": 23}
    assert found["restricted/nik"].range.start == types.Position(2, starts[encoding])


async def test_a_diagnostic_says_what_kind_and_why_and_never_the_value(editor: Editor) -> None:
    found = by_code(await editor.open("file:///x/rinci.md", LEAK))
    nik, twice = found["restricted/nik"], found["readability/repeated-word"]
    assert (nik.severity, twice.severity) == (
        types.DiagnosticSeverity.Error,
        types.DiagnosticSeverity.Information,
    )
    assert nik.source == "ppid-lint"
    assert [fix["isPreferred"] for fix in nik.data["fixes"]] == [False]
    assert [fix["isPreferred"] for fix in twice.data["fixes"]] == [True]
    assert NIK not in str(editor.published)


async def test_changes_are_followed_through_emoji_and_line_ends(editor: Editor) -> None:
    uri = "file:///x/ubah.md"
    await editor.open(uri, LEAK)
    at = editor.texts[uri].index(" dan Wati.")
    editor.change(uri, (at, at + 4, ""), (0, 0, "😀\r\n\r\n"))
    found = await editor.diagnostics(uri)
    assert "readability/repeated-word" not in by_code(found)
    assert editor.under(uri, by_code(found)["restricted/nik"]) == NIK
    end = len(editor.texts[uri])
    editor.change(
        uri, (end, end, "Untuk untuk 😀 warga.\n"), (end, end + 5, "Dalam"), (end + 6, end + 11, "dalam")
    )
    found = await editor.diagnostics(uri)
    assert editor.under(uri, by_code(found)["readability/repeated-word"]) == "Dalam dalam"
    editor.change(uri, (0, len(editor.texts[uri]), "Bersih.\n"))
    assert await editor.diagnostics(uri) == []


async def test_a_change_without_a_range_is_the_whole_text(editor: Editor) -> None:
    uri = "file:///x/utuh.md"
    await editor.open(uri, "Bersih.\n")
    editor.texts[uri], editor.versions[uri] = LEAK, 2
    draft = types.VersionedTextDocumentIdentifier(2, uri)
    whole = types.TextDocumentContentChangeWholeDocument(LEAK)
    editor.client.text_document_did_change(types.DidChangeTextDocumentParams(draft, [whole]))
    assert "restricted/nik" in by_code(await editor.diagnostics(uri))


async def test_only_the_newest_version_is_told_of(start: Start) -> None:
    editor = await start(debounce=60)
    uri = "file:///x/cepat.md"
    await editor.open(uri, "Kata.\n")
    for letter in "berita":
        editor.change(uri, (4, 4, letter))
    await editor.diagnostics(uri)
    versions = [item.version for item in editor.published if item.uri == uri]
    assert versions == sorted(versions)
    assert len(versions) == 2


async def test_the_editors_name_of_the_language_counts_for_an_unsaved_draft(editor: Editor) -> None:
    html = f'<p title="{NIK}">Halo</p>'
    found = await editor.open("untitled:Untitled-1", html, "html")
    assert [editor.under("untitled:Untitled-1", item) for item in found if item.code == "restricted/nik"] == [
        NIK
    ]


async def test_a_quick_fix_gives_the_right_text(editor: Editor) -> None:
    uri = "file:///x/betul.md"
    shown = await editor.open(uri, LEAK)
    actions = await editor.actions(uri, "dan dan", ["quickfix"], tuple(shown))
    fix = next(action for action in actions if action.is_preferred)
    assert editor.applied(uri, fix) == LEAK.replace("dan dan", "dan")
    assert [item.code for item in fix.diagnostics or ()] == ["readability/repeated-word"]
    actions = await editor.actions(uri, NIK)
    bar = next(action for action in actions if "bilah" in action.title)
    assert "tidak aman" in bar.title
    assert not bar.is_preferred
    assert editor.applied(uri, bar) == LEAK.replace(NIK, "█" * 16)


async def test_fix_all_applies_the_safe_fixes_alone(editor: Editor) -> None:
    uri = "file:///x/semua.md"
    await editor.open(uri, f"Untuk untuk warga.\n\nNIK {NIK} dan dan lain.\n")
    for asked in ("source.fixAll", "source.fixAll.ppid-lint", "source"):
        (action,) = await editor.actions(uri, "Untuk", [asked])
        assert editor.applied(uri, action) == f"Untuk warga.\n\nNIK {NIK} dan lain.\n"
    assert await editor.actions(uri, "Untuk", ["refactor"]) == []


PLACES = {
    "paragraph": ("a.md", f"Satu.\n\nDua NIK {NIK}.\n", f"Satu.\n\n@\nDua NIK {NIK}.\n"),
    "line of a paragraph": ("a.md", f"Satu\ndua NIK {NIK}.\n", f"@\nSatu\ndua NIK {NIK}.\n"),
    "heading": ("a.md", f"# NIK {NIK}\n\nDua.\n", f"@\n# NIK {NIK}\n\nDua.\n"),
    "item": ("a.md", f"- Satu\n- NIK {NIK}\n", f"- Satu\n@\n- NIK {NIK}\n"),
    "nested item": ("a.md", f"- Satu\n  - NIK {NIK}\n", f"- Satu\n  @\n  - NIK {NIK}\n"),
    "quotation": ("a.md", f"> Satu.\n>\n> NIK {NIK}\n", f"> Satu.\n>\n> @\n> NIK {NIK}\n"),
    "code": ("a.md", f"Satu.\n\n```\nNIK {NIK}\n```\n", f"Satu.\n\n@\n```\nNIK {NIK}\n```\n"),
    "table row": (
        "a.md",
        f"| NIK | b |\n|---|---|\n| {NIK} | c |\n",
        f"| NIK | b |\n|---|---|\n| @ {NIK} | c |\n",
    ),
    "html paragraph": ("a.html", f"<p>Satu</p><p>NIK {NIK}</p>", f"<p>Satu</p><p>@NIK {NIK}</p>"),
    "html cell": ("a.html", f"<table><tr><td>NIK<td>{NIK}</table>", f"<table><tr><td>NIK<td>@{NIK}</table>"),
    "windows line ends": ("a.md", f"Satu.\r\n\r\nNIK {NIK}.\r\n", f"Satu.\r\n\r\n@\r\nNIK {NIK}.\r\n"),
}


@pytest.mark.parametrize("case", PLACES)
async def test_allowing_puts_the_comment_where_it_covers_the_finding(editor: Editor, case: str) -> None:
    name, text, after = PLACES[case]
    uri = f"file:///x/izin/{case.replace(' ', '-')}/{name}"
    await editor.open(uri, text, "html" if name.endswith("html") else "markdown")
    action = next(action for action in await editor.actions(uri, NIK) if "Izinkan" in action.title)
    comment = '<!-- ppid-lint: allow restricted/nik reason="" -->'
    assert editor.applied(uri, action) == after.replace("@", comment)
    editor.change(uri, (0, len(text), after.replace("@", comment.replace('""', '"contoh"'))))
    assert "restricted/nik" not in by_code(await editor.diagnostics(uri))


async def test_a_comment_without_its_reason_allows_nothing(editor: Editor) -> None:
    uri = "file:///x/alasan.md"
    await editor.open(uri, LEAK)
    action = next(action for action in await editor.actions(uri, NIK) if "Izinkan" in action.title)
    editor.change(uri, (0, len(LEAK), editor.applied(uri, action)))
    assert {"restricted/nik", "suppression/no-reason"} <= set(by_code(await editor.diagnostics(uri)))


async def test_plain_text_has_no_comments_so_no_allowing(editor: Editor) -> None:
    uri = "file:///x/teks.txt"
    await editor.open(uri, f"NIK {NIK}\n", "plaintext")
    assert [action.title for action in await editor.actions(uri, NIK)] == [
        "Tutup dengan bilah hitam (tidak aman, baca dulu)"
    ]


async def test_the_cursor_goes_to_the_reason(start: Start) -> None:
    edit = types.WorkspaceEditClientCapabilities(document_changes=True, snippet_edit_support=True)
    editor = await start(
        types.ClientCapabilities(workspace=types.WorkspaceClientCapabilities(workspace_edit=edit))
    )
    uri = "file:///x/potongan.md"
    await editor.open(uri, LEAK)
    action = next(action for action in await editor.actions(uri, NIK) if "Izinkan" in action.title)
    (change,) = action.edit.document_changes  # type: ignore[union-attr, misc]
    assert change.edits[0].snippet.value.startswith(
        '<!-- ppid-lint: allow restricted/nik reason="${1:alasan}" -->'
    )
    assert action.command is None


async def test_the_cursor_goes_to_the_reason_without_snippets(start: Start) -> None:
    shows = types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(True))
    editor = await start(types.ClientCapabilities(window=shows))
    uri = "file:///x/kursor.md"
    await editor.open(uri, LEAK)
    action = next(action for action in await editor.actions(uri, NIK) if "Izinkan" in action.title)
    assert action.command is not None
    params = types.ExecuteCommandParams(action.command.command, action.command.arguments)
    await editor.client.workspace_execute_command_async(params)
    async with asyncio.timeout(5):
        while not editor.client.shown_documents:
            await asyncio.sleep(0.01)
    line = editor.applied(uri, action).splitlines()[2]
    (shown,) = editor.client.shown_documents
    assert shown.selection.start == types.Position(2, line.index('""') + 1)


async def test_hover_tells_do_and_dont_and_the_law(editor: Editor, start: Start) -> None:
    uri = "file:///x/sorot.md"
    await editor.open(uri, LEAK)
    text = await editor.hover(uri, NIK)
    assert text is not None
    for part in ("restricted/nik", "**Jangan**", "**Lakukan**", "**Dasar**", "UU 27/2022"):
        assert part in text
    assert NIK not in text.partition("**Jangan**")[0]
    assert await editor.hover(uri, "Loket") is None
    english = await start(language="en")
    assert "readability/repeated-word" in by_code(await english.open(uri, LEAK))
    text = await english.hover(uri, NIK)
    assert text is not None
    for part in ("**Don't**", "**Do**", "**Basis**"):
        assert part in text
    titles = [action.title for action in await english.actions(uri, NIK, ["quickfix"])]
    assert titles == ["Cover with a black bar (unsafe, read first)", "Allow restricted/nik with a reason"]


async def test_diagnostics_link_to_the_page_of_the_rule(start: Start) -> None:
    editor = await start(rulePages="https://humas.example.go.id/aturan/")
    found = by_code(await editor.open("file:///x/tautan.md", LEAK))
    description = found["restricted/nik"].code_description
    assert description is not None
    assert description.href == "https://humas.example.go.id/aturan/restricted/nik"


async def test_pulled_diagnostics_are_not_pushed_too(start: Start, tmp_path: Path) -> None:
    pulls = types.TextDocumentClientCapabilities(diagnostic=types.DiagnosticClientCapabilities())
    editor = await start(types.ClientCapabilities(text_document=pulls))
    uri = "file:///x/tarik.md"

    async def pull(wanted: str, before: str | None = None) -> types.DocumentDiagnosticReport:
        params = types.DocumentDiagnosticParams(
            types.TextDocumentIdentifier(wanted), previous_result_id=before
        )
        return await editor.client.text_document_diagnostic_async(params)

    item = types.TextDocumentItem(uri, "markdown", 1, LEAK)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    first = await pull(uri)
    assert "restricted/nik" in by_code(first.items)  # type: ignore[union-attr]
    again = await pull(uri, first.result_id)
    assert (again.kind, again.result_id) == ("unchanged", first.result_id)
    editor.texts[uri], editor.versions[uri] = LEAK, 1
    editor.change(uri, (0, len(LEAK), "Bersih.\n"))
    changed = await pull(uri, first.result_id)
    assert (changed.kind, list(changed.items)) == ("full", [])  # type: ignore[union-attr]
    stored = tmp_path / "simpan.md"
    stored.write_text(LEAK, encoding="utf-8")
    closed = await pull(stored.as_uri())
    assert "restricted/nik" in by_code(closed.items)  # type: ignore[union-attr]
    missing = await pull((tmp_path / "hilang.md").as_uri())
    assert [found.severity for found in missing.items] == [1]  # type: ignore[union-attr]
    assert editor.published == []


@pytest.mark.parametrize("name", ["emacs", "neovim@v0.10.0", "neovim@v0.11.0", "visual-studio-code"])
async def test_editors_as_they_are_get_diagnostics_one_way(start: Start, tmp_path: Path, name: str) -> None:
    editor = await start(client_capabilities(name), folders=(tmp_path,))
    uri = (tmp_path / "a.md").as_uri()
    if editor.pulls:
        editor.put(uri, LEAK)
        params = types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
        found = (await editor.client.text_document_diagnostic_async(params)).items  # type: ignore[union-attr]
        assert editor.published == []
    else:
        found = await editor.open(uri, LEAK)
    assert editor.under(uri, by_code(list(found))["restricted/nik"]) == NIK
    fix = next(action for action in await editor.actions(uri, "dan dan") if action.is_preferred)
    assert editor.applied(uri, fix) == LEAK.replace("dan dan", "dan")


async def test_every_folder_has_its_own_configuration(start: Start, tmp_path: Path) -> None:
    one, other = tmp_path / "satu", tmp_path / "dua"
    (one / "naskah").mkdir(parents=True)
    other.mkdir()
    (one / "ppid-lint.yaml").write_text("ignore: [readability]\n", encoding="utf-8")
    (other / "ppid-lint.yaml").write_text("select: [readability]\n", encoding="utf-8")
    editor = await start(folders=(one, other))
    deep, flat = (one / "naskah" / "a.md").as_uri(), (other / "b.md").as_uri()
    assert set(by_code(await editor.open(deep, LEAK))) == {"restricted/nik"}
    assert "restricted/nik" not in by_code(await editor.open(flat, LEAK))
    assert set(by_code(await editor.open("untitled:Untitled-1", LEAK))) == {"restricted/nik"}


async def test_a_changed_configuration_counts_at_once(start: Start, tmp_path: Path) -> None:
    watches = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
    workspace = types.WorkspaceClientCapabilities(did_change_watched_files=watches)
    editor = await start(types.ClientCapabilities(workspace=workspace), folders=(tmp_path,))
    file, uri = tmp_path / "ppid-lint.yaml", (tmp_path / "a.md").as_uri()
    assert "restricted/nik" in by_code(await editor.open(uri, LEAK))
    assert [item.method for item in editor.registered] == ["workspace/didChangeWatchedFiles"]

    async def write(text: str) -> list[types.Diagnostic]:
        since = len(editor.published)
        file.write_text(text, encoding="utf-8")
        event = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        return list((await editor.heard(lambda item: item.uri == uri, since)).diagnostics)

    assert "restricted/nik" not in by_code(await write("ignore: [restricted]\n"))
    (broken,) = await write("ignroe: [restricted]\n")
    assert broken.severity == types.DiagnosticSeverity.Error
    assert "ppid-lint.yaml:1" in broken.message
    assert "restricted/nik" in by_code(await write("ignore: [readability]\n"))
    file.write_text("ignore: [restricted, readability]\n", encoding="utf-8")
    editor.change(uri, (0, 0, "#"))  # an editor that watches nothing: the next edit sees the file
    assert await editor.diagnostics(uri) == []


async def test_a_draft_that_is_no_text_is_an_error_not_clean(editor: Editor) -> None:
    uri = "file:///x/rusak.md"
    (found,) = await editor.open(uri, "Satu\n\0dua\n")
    assert found.severity == types.DiagnosticSeverity.Error
    editor.change(uri, (5, 6, ""))
    assert await editor.diagnostics(uri) == []


async def test_a_closed_draft_has_no_diagnostics(editor: Editor) -> None:
    uri = "file:///x/tutup.md"
    await editor.open(uri, LEAK)
    since = len(editor.published)
    editor.close(uri)
    assert (await editor.heard(lambda item: item.uri == uri, since)).diagnostics == ()
    editor.client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, uri), [])
    )
    assert await editor.open(uri, LEAK)


async def test_faults_are_told_without_the_draft() -> None:
    """A message that is no message: nothing of it may stand in a log."""
    calls = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None, "rootUri": None}},
        {"method": "textDocument/didOpen", "params": {"textDocument": {"uri": 5, "text": NIK}}},
        {
            "method": "textDocument/didChange",
            "params": {"textDocument": {"uri": "x", "version": 1}, "contentChanges": [{"text": NIK}]},
        },
        {"id": 2, "method": "textDocument/hover", "params": {"textDocument": NIK}},
        {"id": 3, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **call}).encode() for call in calls]
    sent = b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(body), body) for body in bodies)
    run = subprocess.run(
        [sys.executable, "-m", "ppid_lint", "lsp"], input=sent, capture_output=True, timeout=30
    )
    assert run.returncode == 0
    assert run.stderr == b""
    assert NIK.encode() not in run.stdout
    assert b'"id":3' in run.stdout.replace(b" ", b"")


async def test_without_pygls_one_line_says_what_to_install() -> None:
    code = (
        "import sys, importlib.util as u; find = u.find_spec;"
        "u.find_spec = lambda name, *rest: None if name == 'pygls' else find(name, *rest);"
        "from ppid_lint.cli import main; main(['lsp'])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30)
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.splitlines() == [
        "ppid-lint: server bahasa memerlukan pygls: pip install 'ppid-lint[lsp]'"
    ]
