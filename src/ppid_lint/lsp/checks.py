"""Checks of open drafts: a worker thread lints, and only the result of the newest version counts."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import count

from ppid_lint.errors import PpidLintError
from ppid_lint.linter import Linter
from ppid_lint.lsp.buffer import Buffer, closed
from ppid_lint.lsp.linters import Linters
from ppid_lint.lsp.positions import Places, Units
from ppid_lint.passage import Memory
from ppid_lint.report import Problem, Report


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in one version of a draft; `linter` is None where the configuration is at fault."""

    buffer: Buffer
    report: Report
    places: Places
    linter: Linter | None
    number: int  # no two results of a session share it


@dataclass(slots=True)
class _Open:
    """A draft that is open: its newest version, and the newest result."""

    buffer: Buffer
    result: Result | None = None
    waiting: asyncio.Task[None] | None = None
    memory: Memory = field(default_factory=Memory)  # the worker's
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Checks:
    """The open drafts and the newest result of each; for one event loop."""

    def __init__(
        self, linters: Linters, units: Units, publish: Callable[[Result], None] | None, debounce: float
    ) -> None:
        self.units = units
        self._linters = linters
        self._publish = publish
        self._debounce = debounce
        self._open: dict[str, _Open] = {}
        self._numbers = count(1)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ppid-lint")

    def buffer(self, uri: str) -> Buffer | None:
        """The newest version of an open draft."""
        draft = self._open.get(uri)
        return draft.buffer if draft else None

    def open(self, buffer: Buffer) -> None:
        """Takes a draft and has it checked at once."""
        self.drop(buffer.uri)
        self._open[buffer.uri] = _Open(buffer)
        self._schedule(self._open[buffer.uri], 0)

    def change(self, buffer: Buffer) -> None:
        """Takes the next version of an open draft and has it checked after the pause."""
        draft = self._open[buffer.uri]
        draft.buffer = buffer
        self._schedule(draft, self._debounce)

    def drop(self, uri: str) -> None:
        """Forgets a draft that was closed."""
        draft = self._open.pop(uri, None)
        if draft and draft.waiting:
            draft.waiting.cancel()

    def refresh(self) -> None:
        """Has every open draft checked again: the configuration changed."""
        self._linters.forget()
        for draft in self._open.values():
            draft.buffer = replace(draft.buffer)  # no result is for this one
            self._schedule(draft, 0)

    def close(self) -> None:
        """Ends the work."""
        for uri in list(self._open):
            self.drop(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def newest(self, uri: str) -> Result | None:
        """The result for a draft's newest version, however often it changes meanwhile; None once closed."""
        while (draft := self._open.get(uri)) is not None:
            async with draft.lock:
                buffer = draft.buffer
                if draft.result is not None and draft.result.buffer is buffer:
                    return draft.result
                result = await self._in_worker(self._check, buffer, draft.memory)
                if draft.buffer is buffer:
                    draft.result = result
        return None

    async def of_file(self, uri: str) -> Result:
        """The result for a draft that is not open, as it is stored."""
        return await self._in_worker(self._check_file, uri)

    async def _in_worker(self, work: Callable[..., Result], *given: object) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._worker, work, *given)

    def _schedule(self, draft: _Open, pause: float) -> None:
        if draft.waiting:
            draft.waiting.cancel()
        if self._publish is not None:
            draft.waiting = asyncio.get_running_loop().create_task(self._check_later(draft.buffer.uri, pause))

    async def _check_later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        result = await self.newest(uri)
        if result is not None and self._publish is not None:
            self._publish(result)

    def _check(self, buffer: Buffer, memory: Memory) -> Result:
        """Lints one version; whatever goes wrong becomes an error of the draft that quotes nothing of it."""
        linter = None
        try:
            linter = self._linters.of(buffer.path)
            report = linter.check_text(buffer.text, name=buffer.name, memory=memory)
        except PpidLintError as error:
            report = Report(path=buffer.name, errors=(Problem(str(error)),))
        except Exception as error:  # a fault of the program must not end the session
            report = Report(path=buffer.name, errors=(Problem(f"galat dalam: {type(error).__name__}"),))
        return Result(buffer, report, Places(buffer.text, self.units), linter, next(self._numbers))

    def _check_file(self, uri: str) -> Result:
        try:
            return self._check(closed(uri), Memory())
        except PpidLintError as error:
            report = Report(path=uri, errors=(Problem.of(error),))
            return Result(Buffer(uri, "", 0), report, Places("", self.units), None, next(self._numbers))
