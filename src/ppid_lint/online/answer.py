"""What is asked of the network, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple


class Subject(StrEnum):
    """What is asked about."""

    LINK = "link"  # whether it opens
    MAIL = "mail"  # whether its domain takes mail


class Question(NamedTuple):
    """A link with its scheme, or a mail domain."""

    subject: Subject
    text: str


class State(StrEnum):
    """What is known after asking."""

    ALIVE = "alive"
    DEAD = "dead"  # it does not exist: no such host, no such page, no mail taken
    UNSURE = "unsure"  # nobody answered in time, or the host may not be asked


class Answer(NamedTuple):
    """The state, and why, in a few words without the address."""

    state: State
    why: str = ""


Ask = Callable[[Iterable[Question]], Mapping[Question, Answer]]
