"""The open elements of a page, and what text inside them is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass, field
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
        top = self.top
        frame = Frame(name, top.role, top.level, top.label, top.lists, top.grid, top.place, [], first)
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
        """Frames from the top to the nearest (outermost) of `names` inside the nearest fence; 0 if none."""
        found = 0
        frames = self.frames
        for depth in range(1, min(len(frames), _DEEP) + 1):
            name = frames[-depth].name
            if name in names:
                found = depth
                if not outermost:
                    break
            elif name in fences:
                break
        return found


def _shape(frame: Frame, *, hidden: bool) -> None:
    """What the element makes of the text inside it."""
    name = frame.name
    if name in LISTS:
        frame.lists += 1
    if hidden or name == "template":
        _become(frame, Role.HIDDEN, label="hidden")
    elif name == "table" and frame.role is not Role.HIDDEN:
        _become(frame, Role.PARAGRAPH)
    elif name in CELLS and frame.grid and frame.role is not Role.HIDDEN:
        _become(frame, Role.CELL)
    elif frame.role in (Role.HIDDEN, Role.CELL):
        return  # nothing inside them is anything else
    elif name in HEADINGS:
        _become(frame, Role.HEADING, level=HEADINGS[name])
    elif name in ITEMS:
        _become(frame, Role.ITEM, level=max(frame.lists, 1))
    elif name == "blockquote":
        _become(frame, Role.QUOTE)
    elif name == "title":
        _become(frame, Role.ATTRIBUTE, label="title")


def _become(frame: Frame, role: Role, *, level: int = 0, label: str = "") -> None:
    frame.role, frame.level, frame.label = role, level, label
