"""Whether two values are one slip of the keyboard apart."""

from __future__ import annotations


def one_edit(left: str, right: str) -> bool:
    """Whether one letter added, left out or changed, or two neighbours swapped, makes one of the other.

    Equal values are no edit apart, so they give False. Linear.
    """
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    shorter = min(len(left), len(right))
    start = next((at for at in range(shorter) if left[at] != right[at]), shorter)
    tail = next((at for at in range(shorter - start) if left[-1 - at] != right[-1 - at]), shorter - start)
    one, other = left[start : len(left) - tail], right[start : len(right) - tail]
    if len(one) <= 1 and len(other) <= 1:
        return True
    return len(one) == len(other) == 2 and one == other[::-1]
