"""How far a run has come, on standard error: a bar on a terminal, else a line for each tenth if asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

_MANY = 20  # files from which progress is shown
_LARGE = 256 * 1024  # bytes of all files from which it is shown
_STEPS = 10  # lines where there is no terminal
_TITLE = "Memeriksa"

Show = Callable[[float, str], None]  # the share that is done, and the name of the file at hand


class Progress:
    """Files of a run in turn, and the share of the one at hand that is done; each counts by its size."""

    def __init__(self, files: Sequence[Path], show: Show | None) -> None:
        self._files = files
        self._sizes = [max(_size(file), 1) for file in files] if show else [1] * len(files)
        self._show = show
        self._at = -1

    def files(self) -> Iterator[Path]:
        """The files; each begins when it is asked for."""
        for at, file in enumerate(self._files):
            self._at = at
            self.moved(0.0)
            yield file

    def moved(self, share: float) -> None:
        """Tells that a share, from 0 to 1, of the file at hand is done."""
        if self._show:
            done = sum(self._sizes[: self._at]) + share * self._sizes[self._at]
            self._show(done / sum(self._sizes), self._files[self._at].name)


@contextmanager
def progress(files: Sequence[Path], wanted: bool | None, quiet: bool) -> Iterator[Progress]:
    """The progress of a run; `wanted` None: where there is a terminal and enough to do."""
    on_terminal = sys.stderr.isatty()
    if wanted is None:
        wanted = on_terminal and (len(files) >= _MANY or sum(map(_size, files)) >= _LARGE)
    if quiet or not wanted or not files:
        yield Progress(files, None)
    elif on_terminal:
        with _bar() as show:
            yield Progress(files, show)
    else:
        yield Progress(files, _lines())


@contextmanager
def _bar() -> Iterator[Show]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn(_TITLE),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    together = sys.stdout.isatty()  # lines of the report then go above the bar; elsewhere they go their way
    bar = Bar(
        *columns,
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=together,
        redirect_stderr=together,
    )
    with bar:
        task = bar.add_task(_TITLE, total=1.0, name="")
        yield lambda share, name: bar.update(task, completed=share, name=name)


def _lines() -> Show:
    told = -1

    def show(share: float, name: str) -> None:
        nonlocal told
        step = int(share * _STEPS)
        if step > told:
            told = step
            click.echo(f"{_TITLE} {step * 100 // _STEPS} %: {name}", err=True)

    return show


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
