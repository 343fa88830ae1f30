"""Checks of open drafts: a worker thread lints, and only the result of the newest version counts."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ppid_lint.errors import PpidLintError
from ppid_lint.linter import Linter
from ppid_lint.lsp.buffer import Buffer
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


class Checks:
    """The open drafts and the newest result of each; for one event loop."""

    def __init__(
        self, linters: Linters, units: Units, publish: Callable[[Result], None] | None, debounce: float
    ) -> None:
        self.units = units
        self._linters = linters
        self._publish = publish
        self._debounce = debounce
        self._buffers: dict[str, Buffer] = {}
        self._results: dict[str, Result] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._memories: defaultdict[str, Memory] = defaultdict(Memory)  # the worker's
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ppid-lint")

    def buffer(self, uri: str) -> Buffer | None:
        return self._buffers.get(uri)

    def put(self, buffer: Buffer, *, at_once: bool = False) -> None:
        """Takes a new version of a draft and has it checked after the pause, or at once."""
        self._buffers[buffer.uri] = buffer
        self._schedule(buffer.uri, 0 if at_once else self._debounce)

    def drop(self, uri: str) -> None:
        """Forgets a draft that was closed."""
        self._buffers.pop(uri, None)
        self._results.pop(uri, None)
        self._locks.pop(uri, None)
        self._memories.pop(uri, None)
        self._cancel(uri)

    def refresh(self) -> None:
        """Checks every open draft again: the configuration changed."""
        self._linters.forget()
        self._results.clear()
        for uri, buffer in self._buffers.items():
            self._buffers[uri] = Buffer(buffer.uri, buffer.text, buffer.version, buffer.language)
            self._schedule(uri, 0)

    def close(self) -> None:
        for uri in list(self._waiting):
            self._cancel(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def newest(self, uri: str) -> Result | None:
        """The result for a draft's newest version, however often it changes meanwhile; None once closed."""
        while (buffer := self._buffers.get(uri)) is not None:
            async with self._locks[uri]:
                kept = self._results.get(uri)
                if kept is not None and kept.buffer is self._buffers.get(uri):
                    return kept
                result = await asyncio.get_running_loop().run_in_executor(self._worker, self._check, buffer)
                if self._buffers.get(uri) is buffer:
                    self._results[uri] = result
                    return result
        return None

    def _schedule(self, uri: str, pause: float) -> None:
        self._cancel(uri)
        if self._publish is not None:
            self._waiting[uri] = asyncio.get_running_loop().create_task(self._check_later(uri, pause))

    def _cancel(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task is not None:
            task.cancel()

    async def _check_later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        result = await self.newest(uri)
        if result is not None and self._publish is not None:
            self._publish(result)

    def _check(self, buffer: Buffer) -> Result:
        """Lints one version; whatever goes wrong becomes an error of the draft that quotes nothing of it."""
        linter = None
        try:
            linter = self._linters.of(buffer.path)
            report = linter.check_text(buffer.text, name=buffer.name, memory=self._memories[buffer.uri])
        except PpidLintError as error:
            report = Report(path=buffer.name, errors=(Problem(str(error)),))
        except Exception as error:  # a fault of the program must not end the session
            report = Report(path=buffer.name, errors=(Problem(f"galat dalam: {type(error).__name__}"),))
        return Result(buffer, report, Places(buffer.text, self.units), linter)
