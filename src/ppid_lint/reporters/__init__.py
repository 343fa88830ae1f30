"""The output formats that a run can print."""

from __future__ import annotations

FORMATS = ("text", "json", "jsonl")
