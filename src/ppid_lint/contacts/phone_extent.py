"""How many of the digit groups that follow one another belong to one phone number."""

from __future__ import annotations

from itertools import pairwise

from ppid_lint.contacts.digit_runs import Run, digits_of
from ppid_lint.contacts.phone_shape import area_code, national, shape

_MOBILE = 4  # digits of the network that a mobile number begins with
_CODE = 7  # digits of the longest short code
_MOST_DIGITS = 20


def longest(text: str, groups: Run) -> int:
    """How many groups, from the first, make the longest number that can be dialled; 0 if none."""
    best = 0
    for count in range(1, len(groups) + 1):
        digits = national(digits_of(text, groups[:count]))
        if len(digits) > _MOST_DIGITS or (best and len(digits) > _CODE and _closed(text, groups, count)):
            break
        if shape(digits).problem is None:
            best = count
    return best


def goes_on(text: str, groups: Run, count: int) -> bool:
    """Whether a dash ties a local or mobile number to more digits, so that it is a longer one gone wrong."""
    start = digits_of(text, groups[:1])
    if count >= len(groups) or (start[0] in "01+" and not start.startswith("08")):
        return False
    gap, following = text[groups[count - 1].end : groups[count].start], groups[count]
    return gap in {"-", "."} and following.end - following.start > 2


def _closed(text: str, groups: Run, count: int) -> bool:
    """Whether a number that is whole is not carried on by the next group; spelt out digit by digit it is."""
    last, following = groups[count - 2 : count]
    gap = text[last.end : following.start]
    spelt = last.end - last.start == 1 == following.end - following.start
    return not spelt and (len(gap) > 1 or (gap in "-–" and following.end - following.start <= 2))


def meant(text: str, groups: Run) -> Run:
    """The groups of a number that cannot be dialled: up to the next that starts a number of its own."""
    for count in range(1, len(groups)):
        if text[groups[count].start] == "0" and groups[count].end - groups[count].start >= 3 and count > 1:
            return groups[:count]
    return groups


def is_prefixed(text: str, groups: Run, *, alone: bool) -> bool:
    """Whether more follows an area code in brackets or the country's code, which say that a number follows.

    A number that stands `alone`, without a word for a phone, has at least three groups after +62.
    """
    code = text[groups[0].start : groups[0].end]
    if len(groups) < 2:
        return False
    if digits_of(text, groups[:1]) == "+62":
        return len(groups) > 2 or not alone
    if code.startswith("08") and len(code) == _MOBILE and len(groups) > 2:
        return all(text[one.end : other.start] == "-" for one, other in pairwise(groups))
    bracketed = text[groups[0].start - 1 : groups[0].start] == "(" and text[groups[0].end] == ")"
    return bracketed and code == area_code(code + "000000")
