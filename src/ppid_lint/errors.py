"""Everything raised on purpose; each error says where, in one line.

PpidLintError
├── RuleError        a rule, word list or basis file
├── ConfigError      the configuration or a contact directory
├── InputError       a draft that cannot be read or parsed
└── UsageError       a call or an option that cannot be carried out
"""

from __future__ import annotations


class PpidLintError(Exception):
    """A deliberate error: prints as `path:line:column: message`, parts that are unknown left out."""

    def __init__(
        self, message: str, *, path: str | None = None, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message, path, line, column)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.path, self.line, self.column)

    def __str__(self) -> str:
        place = [str(part) for part in (self.path, self.line, self.column) if part is not None]
        return ": ".join([":".join(place), self.message]) if place else self.message


class RuleError(PpidLintError):
    """A rule, word list or basis file that cannot be used."""


class ConfigError(PpidLintError):
    """A configuration or contact directory that cannot be used."""


class InputError(PpidLintError):
    """A draft that cannot be read or parsed."""


class UsageError(PpidLintError):
    """A call or an option that cannot be carried out."""


def _rebuild(
    kind: type[PpidLintError], message: str, path: str | None, line: int | None, column: int | None
) -> PpidLintError:
    return kind(message, path=path, line=line, column=column)
