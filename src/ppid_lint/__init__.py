"""ppid-lint: checks drafts before an Indonesian public body publishes them.

The library in three lines: `from ppid_lint import Linter`, `report = Linter().check_text("…")`,
`report.findings`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from ppid_lint.config import Config
    from ppid_lint.errors import ConfigError, InputError, PpidLintError, RuleError, UsageError
    from ppid_lint.finding import Applicability, Edit, Finding, Fix, Severity
    from ppid_lint.linter import Linter
    from ppid_lint.report import Report

__all__ = [
    "Applicability",
    "Config",
    "ConfigError",
    "Edit",
    "Finding",
    "Fix",
    "InputError",
    "Linter",
    "PpidLintError",
    "Report",
    "RuleError",
    "Severity",
    "UsageError",
    "__version__",
]

_HOMES = {
    "Config": "config",
    "ConfigError": "errors",
    "InputError": "errors",
    "PpidLintError": "errors",
    "RuleError": "errors",
    "UsageError": "errors",
    "Applicability": "finding",
    "Edit": "finding",
    "Finding": "finding",
    "Fix": "finding",
    "Severity": "finding",
    "Linter": "linter",
    "Report": "report",
}


def __getattr__(name: str) -> Any:
    """Imports a public name when it is first asked for, so that `import ppid_lint` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'ppid_lint' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"ppid_lint.{_HOMES[name]}"), name)
