"""The open elements of a page, and what text inside them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ppid_lint.document import Role
from ppid_lint.readers.elements import CELLS, FRAMED, HEADINGS, IMPLIED, ITEMS, LISTS, VOID
from ppid_lint.readers.grid import Grid

_DEEP = 200  # how far an end tag looks for its start; keeps hostile pages linear
# An end tag inside a cell ends nothing outside it, but the parts of a table end what stands in them.
_FENCES = frozenset({"td", "th", "table"})
_TABLE_FENCES: dict[str, Set[str]] = {
    "table": frozenset(),
    **dict.fromkeys(("tr", "thead"), frozenset({"table"})),
}


class Waiting(NamedTuple):
    """A comment whose reach is not known yet: its number, and the first block it may cover."""

    number: int
    first: int


@dataclass(slots=True)
class Frame:
    """An open element: the role of text in it, and where its table stands."""

    name: str
    role: Role = Role.PARAGRAPH
    level: int = 0
    label: str = ""
    lists: int = 0
    grid: Grid | None = None
    place: int = -1  # of a cell among the grid's places
    comments: list[Waiting] = field(default_factory=list)
    first: int = 0  # index of the first block inside


class Nesting:
    """A stack of frames that closes what an HTML author left open."""

    def __init__(self) -> None:
        self.frames = [Frame("")]
        self._open: Counter[str] = Counter()

    @property
    def top(self) -> Frame:
        return self.frames[-1]

    def implied(self, name: str) -> int:
        """How many frames an opening tag ends."""
        if name in IMPLIED:
            return self._depth(*IMPLIED[name], outermost=True)
        return 1 if self.top.name == "p" else 0

    def push(self, name: str, *, hidden: bool, first: int) -> Frame | None:
        """Opens a frame for an element that needs one."""
        if name in VOID or (name not in FRAMED and not hidden):
            return None
        frame = replace(self.top, name=name, comments=[], first=first)
        _shape(frame, hidden=hidden)
        self.frames.append(frame)
        self._open[name] += 1
        return frame

    def closing(self, name: str) -> int:
        """How many frames an end tag ends."""
        names: Set[str] = HEADINGS.keys() if name in HEADINGS else {name}
        if not any(self._open[each] for each in names):
            return 0
        return self._depth(names, _TABLE_FENCES.get(name, _FENCES))

    def pop(self) -> Frame:
        frame = self.frames.pop()
        self._open[frame.name] -= 1
        return frame

    def nearest(self, name: str) -> Frame | None:
        """The innermost open element of the name, within reach."""
        depth = self._depth({name}, frozenset({"table"})) if self._open[name] else 0
        return self.frames[-depth] if depth else None

    def _depth(self, names: Set[str], fences: Set[str], *, outermost: bool = False) -> int:
        """Frames from the top to the nearest (or outermost) of `names`, inside the nearest fence; 0 if none."""
        found = 0
        for depth, frame in enumerate(reversed(self.frames[-_DEEP:]), start=1):
            if frame.name in names:
                found = depth
                if not outermost:
                    break
            elif frame.name in fences:
                break
        return found


def _shape(frame: Frame, *, hidden: bool) -> None:
    """What the element makes of the text inside it."""
    name = frame.name
    if hidden or name == "template":
        frame.role, frame.label = Role.HIDDEN, "hidden"
    if name in LISTS:
        frame.lists += 1
    if frame.role in (Role.HIDDEN, Role.CELL) and name not in CELLS | {"table"}:
        return
    if name in HEADINGS:
        frame.role, frame.level = Role.HEADING, HEADINGS[name]
    elif name in ITEMS:
        frame.role, frame.level = Role.ITEM, max(frame.lists, 1)
    elif name == "blockquote":
        frame.role, frame.level = Role.QUOTE, 0
    elif name in CELLS and frame.grid and frame.role is not Role.HIDDEN:
        frame.role, frame.level = Role.CELL, 0
    elif name == "title":
        frame.role, frame.label = Role.ATTRIBUTE, "title"
