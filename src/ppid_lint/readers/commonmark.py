"""The Markdown parser, made to tell where things stand: CommonMark with tables and strikethrough.

markdown-it-py gives inline tokens no place. Here each carries one in `token.map`: the range of the parsed
content it came from. Headings, rows and link definitions carry in `meta["tails"]` how long the tail of each
of their source lines is, counted from where its content begins.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Literal

from markdown_it import MarkdownIt, rules_block, rules_inline
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

DEEPEST = 30  # nested containers (a list is two); the parser drops what lies deeper

InlineRule = Callable[[StateInline, bool], bool]
BlockRule = Callable[[StateBlock, int, int, bool], bool]


class _PlacedInline(StateInline):
    """Remembers where pending text began, and gives every token the place it was pushed at."""

    literal = -1  # where the pending text begins

    def append_pending(self, text: str) -> None:
        if self.literal < 0:
            self.literal = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.map = [self.literal, self.literal + len(token.content)]
        self.literal = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        self.literal = -1
        token.map = [self.pos, self.pos]
        return token


class _PlacedParser(ParserInline):
    """Parses inline content with places."""

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _PlacedInline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _ended(rule: InlineRule) -> InlineRule:
    """The rule, its last token's place stretched to where it stopped reading."""

    def placed(state: StateInline, silent: bool) -> bool:
        before = len(state.tokens)
        done = rule(state, silent)
        if done and len(state.tokens) > before and (place := state.tokens[-1].map):
            place[1] = state.pos
        return done

    return placed


def _marked(rule: InlineRule) -> InlineRule:
    """The rule for a run of emphasis marks, each mark given its own place."""

    def placed(state: StateInline, silent: bool) -> bool:
        start = state.pos
        done = rule(state, silent)
        at = state.pos
        for token in reversed(state.tokens if done and not silent else ()):
            if at <= start:
                break
            token.map = [at - len(token.content), at]
            at -= len(token.content)
        return done

    return placed


def _autolink(state: StateInline, silent: bool) -> bool:
    start = state.pos
    done = rules_inline.autolink(state, silent)
    if done and not silent:
        state.tokens[-2].map = [start + 1, state.pos - 1]
        state.tokens[-1].map = [state.pos - 1, state.pos]
    return done


def _tailed(rule: BlockRule) -> BlockRule:
    """The rule, its tokens told where on their lines the content begins."""

    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        done = rule(state, start, end, silent)
        for token in state.tokens[before:] if done and not silent else ():
            if token.map and token.type in _TAILED:
                token.meta["tails"] = [
                    state.eMarks[line] - state.bMarks[line] - state.tShift[line] for line in range(*token.map)
                ]
        return done

    return placed


def _skipping(rule: BlockRule) -> BlockRule:
    """The rule, its inline token told how many leading lines trimming took whole (`meta["skipped"]`)."""

    def placed(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        done = rule(state, start, end, silent)
        inline = state.tokens[-2] if done and not silent else None
        if inline and inline.map and inline.content.count("\n") + 1 < inline.map[1] - inline.map[0]:
            line, end_of_block = inline.map
            while line < end_of_block and not mdTrim(
                state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
            ):
                line += 1
            inline.meta["skipped"] = (line - inline.map[0]) if line < end_of_block else 0
        return done

    return placed


_TAILED = frozenset({"heading_open", "tr_open", "definition"})
_BLOCK_RULES: dict[str, tuple[BlockRule, list[str]]] = {
    "table": (_tailed(rules_block.table), ["paragraph", "reference"]),
    "heading": (_tailed(rules_block.heading), ["paragraph", "reference", "blockquote"]),
    "reference": (_tailed(rules_block.reference), []),
    "lheading": (_skipping(rules_block.lheading), []),
    "paragraph": (_skipping(rules_block.paragraph), []),
}
_INLINE_RULES: dict[str, InlineRule] = {
    "newline": _ended(rules_inline.newline),
    "escape": _ended(rules_inline.escape),
    "backticks": _ended(rules_inline.backtick),
    "strikethrough": _marked(rules_inline.strikethrough.tokenize),
    "emphasis": _marked(rules_inline.emphasis.tokenize),
    "link": _ended(rules_inline.link),
    "image": _ended(rules_inline.image),
    "autolink": _autolink,
    "html_inline": _ended(rules_inline.html_inline),
    "entity": _ended(rules_inline.entity),
}


@cache
def parser() -> MarkdownIt:
    """The parser; it keeps no state between drafts."""
    md = MarkdownIt("zero")
    md.inline = _PlacedParser()
    md.configure("commonmark")
    md.options.update({"html": True, "maxNesting": DEEPEST, "inline_definitions": True, "store_labels": True})
    md.enable(["table", "strikethrough"])
    md.core.ruler.enableOnly(["normalize", "block", "inline"])
    md.inline.ruler2.disable("fragments_join")
    for name, rule in _INLINE_RULES.items():
        md.inline.ruler.at(name, rule)
    for name, (block_rule, alternatives) in _BLOCK_RULES.items():
        md.block.ruler.at(name, block_rule, {"alt": alternatives})
    return md
