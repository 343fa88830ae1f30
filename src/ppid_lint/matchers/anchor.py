"""Where findings of a whole draft stand."""

from __future__ import annotations

from ppid_lint.document import Role
from ppid_lint.draft import Draft


def anchor(draft: Draft) -> int:
    """The block that findings of the whole draft stand on: the first heading, else the first with text."""
    return draft.once(anchor, lambda: _anchor(draft))


def _anchor(draft: Draft) -> int:
    shown = [(index, block) for index, block in enumerate(draft.blocks) if block.role is not Role.HIDDEN]
    headings = (index for index, block in shown if block.role is Role.HEADING)
    return next(headings, next((index for index, block in shown if block.text.strip()), 0))
