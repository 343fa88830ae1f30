"""What holds for every reader and draft: pieces lie in order and tell where the text came from."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ppid_lint.document import Block, Document, Role
from ppid_lint.readers import read, read_text
from ppid_lint.readers.prose import INVISIBLE, SPACES

NAMES = ["draf.txt", "draf.md", "draf.html"]
PROSE = {Role.HEADING, Role.PARAGRAPH, Role.ITEM, Role.CELL, Role.QUOTE, Role.CODE}
_SPACE = re.compile(f"[{SPACES}]")
_SPACES = re.compile(f"[{SPACES}]+")
_GONE = re.compile(f"[{INVISIBLE}]+")

_WORDS = [
    "a",
    "kata",
    "Kepala",
    "0812 3456",
    "é",
    "e\u0301",
    "😀",
    "\u00a0",
    "\u200b",
    "\u00ad",
    "\u3000",
    "１２",
]
_WHITE = [" ", "  ", "    ", " " * 70, "\t", "\n", "\n", "\n\n", "\\\n", "  \n"]
_INLINE = [
    "*",
    "**",
    "_",
    "__",
    "***",
    "~~",
    "`",
    "``",
    "\\",
    "\\*",
    "!",
    '"',
    "'",
    "&amp;",
    "&#65;",
    "&nbsp;",
    "&",
]
_LINKS = [
    "[",
    "]",
    "](",
    "(",
    ")",
    '[x](http://a.id "j")',
    "![alt](b.png)",
    "<http://x.id>",
    "<a@b.id>",
    "[r]",
]
_BLOCK = [
    "> ",
    "- ",
    "1. ",
    "* ",
    "+ ",
    "# ",
    "## ",
    " #\n",
    "---\n",
    "===\n",
    "```\n",
    "~~~\n",
    "[r]: /u 'v'\n",
]
_TABLE = ["| a | b |\n|---|---|\n", "|", "\\|", "a  b\n"]
_TAGS = [
    "<b>",
    "</b>",
    "<br>",
    "<p>",
    "</p>",
    "<div hidden>",
    "</div>",
    "<h1>",
    "</h1>",
    "<P TITLE=a>",
    "<a b='",
]
_LISTS = ["<ul>", "<li>", "</li>", "</ul>", "<dt>", "<dd>", "<blockquote>", "</blockquote>"]
_GRIDS = ["<table>", "<tr>", "<td>", "<th>", "<td colspan=3>", "<td rowspan=2>", "</td>", "</tr>", "</table>"]
_RAW = [
    "<script>",
    "</script>",
    "<style>",
    "<title>",
    "</title>",
    "<textarea>",
    "<pre>",
    "<code>",
    "</code>",
    "</pre>",
]
_MARKS = [
    "<!-- c -->",
    "<!--",
    "-->",
    "<?x?>",
    "<![CDATA[ z ]]>",
    "<!DOCTYPE html>",
    "<!a",
    "&copy",
    "&notit;",
    "&fjlig;",
]
_ATTRIBUTES = ["<a href='x&amp;y'>", "</a>", '<img src=a alt="b c">', "<input value=3 placeholder='z'>", "<"]

MARKDOWN = _WORDS + _WHITE + _INLINE + _LINKS + _BLOCK + _TABLE
HOSTILE = MARKDOWN + _TAGS + _LISTS + _GRIDS + _RAW + _MARKS + _ATTRIBUTES + ["---\nkind: umum\n---\n"]


def drafts(fragments: list[str]) -> st.SearchStrategy[str]:
    """Drafts thrown together from fragments, with any of the line ends."""
    texts = st.lists(st.sampled_from(fragments), max_size=25).map("".join)
    return st.tuples(texts, st.sampled_from(["\n", "\r\n", "\r"])).map(
        lambda pair: pair[0].replace("\n", pair[1])
    )


def check_block(source: str, block: Block) -> None:
    at = source_at = 0
    for piece in block.pieces:
        assert piece.start == at < piece.end
        assert source_at <= piece.source_start <= piece.source_end <= len(source)
        at, source_at = piece.end, piece.source_end
        if piece.end - piece.start == piece.source_end - piece.source_start:
            taken = source[piece.source_start : piece.source_end]
            assert _SPACE.sub(" ", taken) == _SPACE.sub(" ", block.text[piece.start : piece.end])
    assert at == len(block.text) > 0
    assert not _GONE.search(block.text)
    assert all(block.text[offset] in " \n" for offset in block.breaks)
    assert list(block.breaks) == sorted(set(block.breaks))
    for span in (*block.code, *(link.span for link in block.links)):
        assert 0 <= span.start <= span.end <= len(block.text)
    for link in block.links:
        assert 0 <= link.target_source.start <= link.target_source.end <= len(source)


def check(document: Document) -> None:
    for block in document.blocks:
        check_block(document.source, block)
        assert (block.cell is not None) == (block.role is Role.CELL)
    starts = [block.pieces[0].source_start for block in document.blocks if block.role in PROSE]
    assert starts == sorted(starts)
    for comment in document.comments:
        assert document.source.startswith("<!", comment.span.start)
        assert 0 <= comment.covers.start <= comment.covers.stop <= len(document.blocks)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=250, deadline=None, derandomize=True)
@given(source=drafts(HOSTILE))
def test_pieces_tell_where_the_text_came_from(name: str, source: str) -> None:
    check(read_text(source, name))


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=150, deadline=None, derandomize=True)
@given(source=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=60))
def test_any_text_can_be_read(name: str, source: str) -> None:
    check(read_text(source, name))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(source=drafts(HOSTILE), mark=st.sampled_from(["utf-8-sig", "utf-16", "utf-8"]))
def test_bytes_give_the_document_of_their_text(source: str, mark: str) -> None:
    assert read(source.encode(mark), "draf.md") == read_text(source, "draf.md")


def _inline(tokens: list) -> str:
    texts = {"softbreak": " ", "hardbreak": " "}
    shown = ("text", "text_special", "code_inline")
    return "".join(token.content if token.type in shown else texts.get(token.type, "") for token in tokens)


def _evened(text: str) -> str:
    return _SPACES.sub(" ", _GONE.sub("", text)).strip()


def rendered(source: str) -> list[str]:
    """The prose of a draft as the parser itself gives it, without places."""
    parser = MarkdownIt("commonmark", {"maxNesting": 30}).enable(["table", "strikethrough"])
    texts = []
    for token in parser.parse(source):
        if token.type == "inline":
            texts.append(_inline(token.children or []))
        elif token.type in ("fence", "code_block"):
            texts.append(token.content)
    return [text for text in map(_evened, texts) if text]


@settings(max_examples=600, deadline=None, derandomize=True)
@given(source=drafts(MARKDOWN))
def test_markdown_prose_is_what_the_parser_renders(source: str) -> None:
    document = read_text(source, "draf.md")
    prose = [_evened(block.text) for block in document.blocks if block.role in PROSE]
    assert [text for text in prose if text] == rendered(source)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "unit",
    [
        "kata kita ",
        "*a ",
        "[",
        "![",
        "> ",
        '<a b="',
        "<!a",
        "<title>",
        "<div hidden>",
        "a | b\n",
        "a: b\n",
        "&",
    ],
)
def test_reading_time_grows_with_the_draft_and_no_faster(name: str, unit: str) -> None:
    def seconds(length: int) -> float:
        source = unit * (length // len(unit))
        started = time.process_time()
        check(read_text(source, name))
        return time.process_time() - started

    def best(length: int) -> float:
        return min(seconds(length) for _ in range(3))

    seconds(500)
    assert best(16000) < 4 * 4 * best(4000) + 0.3
