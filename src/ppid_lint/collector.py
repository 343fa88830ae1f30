"""The garbage collector, paused while a draft is linted: what that makes is data without cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Runs no collections inside; what was on before is on again after, whoever else paused meanwhile.

    Each collection walks through all rules and word lists again, a third of the time of a long draft.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
