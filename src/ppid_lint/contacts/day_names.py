"""Days of the week as texts name them: `Senin s.d. Kamis`, `hari kerja`, `Mon-Fri`."""

from __future__ import annotations

import re2

from ppid_lint.contacts.spoken_hours import TO

_DAYS = {
    "senin": 1, "selasa": 2, "rabu": 3, "kamis": 4, "jumat": 5, "jum'at": 5, "jum’at": 5, "sabtu": 6,
    "minggu": 7,
    "ahad": 7, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
    "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
_SPANS = {"setiap hari kerja": "12345", "hari kerja": "12345", "weekdays": "12345", "working days": "12345",
          "setiap hari": "1234567", "every day": "1234567", "daily": "1234567"}  # fmt: skip
DAY = r"(?:" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")"
DAYS_SAID = (
    r"\b(?P<days>(?:hari )?(?:"
    + "|".join(_SPANS)
    + rf"|{DAY}(?:(?:{TO}|, ?| ?& ?| dan | and |, dan ){DAY})*))"
)


def days_of(text: str) -> tuple[int, ...]:
    """The days of the week (1 is Monday) that a text in small letters names, ranges filled."""
    named = next((days for words, days in _SPANS.items() if words in text), None)
    if named:
        return tuple(int(day) for day in named)
    pieces = [
        (_DAYS[match[0].lower()], match.start(), match.end()) for match in re2.finditer("(?i)" + DAY, text)
    ]
    days: list[int] = []
    for at, (day, start, _) in enumerate(pieces):
        joint = text[pieces[at - 1][2] : start].strip() if at else ","
        if joint in {",", "&", "dan", "and", ", dan"}:
            days.append(day)
        else:
            days += (
                range(days[-1] + 1, day + 1)
                if day > days[-1]
                else [*range(days[-1] + 1, 8), *range(1, day + 1)]
            )
    return tuple(dict.fromkeys(days))
