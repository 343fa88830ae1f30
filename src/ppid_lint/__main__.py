"""`python -m ppid_lint` is the command."""

from ppid_lint.cli import main

main()
