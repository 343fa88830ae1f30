"""`python -m ppid_lint` is the command."""

from ppid_lint.cli import run

run()
