"""Drafts linted in worker processes: what comes back are packed outcomes, without text of the drafts."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ppid_lint.cli.linters import Linters, Options
from ppid_lint.errors import PpidLintError
from ppid_lint.packing import pack
from ppid_lint.readers.decoding import stored

if TYPE_CHECKING:
    from concurrent.futures import Future

_CHUNK = 16  # drafts that a worker takes at a time


class Judged(NamedTuple):
    """A packed outcome, and the digest of the bytes it was made of."""

    digest: str
    packed: str


class Workers:
    """Outcomes by path, made in other processes; none where there are no workers."""

    def __init__(self, chunks: Sequence[tuple[Path, ...]], futures: Sequence[Future[list[Judged | None]]]):
        self._where = {
            path: (future, at)
            for paths, future in zip(chunks, futures, strict=True)
            for at, path in enumerate(paths)
        }

    def packed(self, path: Path, data: bytes) -> str | None:
        """The outcome of the path's draft, if a worker had it, lived, and saw these very bytes."""
        future, at = self._where.get(path, (None, 0))
        if future is None:
            return None
        from concurrent.futures import BrokenExecutor

        try:
            judged = future.result()[at]
        except BrokenExecutor:  # a worker was killed, for want of memory perhaps
            return None
        return judged.packed if judged and judged.digest == digest_of(data) else None


@contextmanager
def workers(files: Sequence[Path], options: Options, jobs: int | None) -> Iterator[Workers]:
    """Starts work on the files where more than one process was asked for; ends with the block.

    Left by an exception, such as Ctrl-C, it breaks off what is being linted.
    """
    count = jobs or 1
    if count < 2 or len(files) < 2:
        yield Workers((), ())
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children, get_context

    size = max(1, min(_CHUNK, -(-len(files) // count)))
    chunks = [tuple(files[at : at + size]) for at in range(0, len(files), size)]
    pool = ProcessPoolExecutor(
        min(count, len(chunks)), mp_context=get_context("spawn"), initializer=_follow_parent
    )
    done = False
    try:
        yield Workers(chunks, [pool.submit(judge_all, chunk, options) for chunk in chunks])
        done = True
    finally:
        for process in () if done else active_children():
            process.terminate()
        pool.shutdown(cancel_futures=True)


def _follow_parent() -> None:
    """Leaves Ctrl-C to the parent, and ends a worker with it, however it ended.

    A worker of a parent that was killed would wait for work for ever, and whoever reads the output of
    the run would wait for the worker, which holds it open.
    """
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def judge_all(paths: Sequence[Path], options: Options) -> list[Judged | None]:
    """Lints drafts, in a worker; None for one that the caller must look at itself, since it has an error."""
    return [_judge(path, options) for path in paths]


def _judge(path: Path, options: Options) -> Judged | None:
    try:
        data = stored(path)
        outcome, source = _linters(options).of(path).judge(data, str(path), kind=options.kind)
    except PpidLintError:
        return None
    return None if outcome.errors else Judged(digest_of(data), pack(outcome, source))


@lru_cache(maxsize=1)
def _linters(options: Options) -> Linters:
    return Linters(options)


def digest_of(data: bytes) -> str:
    """Of a draft's bytes, to tell whether they are the same; it stays between the processes of a run."""
    return hashlib.sha256(data).hexdigest()
