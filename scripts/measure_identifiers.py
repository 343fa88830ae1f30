"""Measures the identifier rules on generated drafts: recall under labels, false alarms on trap numbers.

usage: measure_identifiers.py [--drafts N] [--traps N] [--seed S] [-v]

The drafts are those of tests/identifier_drafts.py: eleven kinds of identifiers in fourteen frames, and
trap numbers of thirty mixes, all but two of them under the name of what they are.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from identifier_drafts import FRAMES, KINDS, bare, labelled, trap  # noqa: E402
from ppid_lint import Linter  # noqa: E402
from ppid_lint.config import Config  # noqa: E402

_BATCH = 50
_SECRETS = {f"restricted/{name}" for name in ("credential", "internal-network", "vehicle-plate")}


def main() -> None:
    options = _options()
    linter = Linter(Config(select=("restricted",)))
    rng = random.Random(options.seed)
    _recall(linter, rng, options.drafts, options.verbose)
    _alarms(linter, [trap(rng) for _ in range(options.traps)], "trap numbers", options.verbose)
    _alarms(linter, [bare(rng) for _ in range(options.traps)], "bare sixteen-digit numbers", options.verbose)


def _recall(linter: Linter, rng: random.Random, drafts: int, verbose: bool) -> None:
    made, found = Counter[str](), Counter[str]()
    for number in range(drafts):
        rule = list(KINDS)[number % len(KINDS)]
        frame = FRAMES[number // len(KINDS) % len(FRAMES)]
        draft = labelled(rng, rule, frame)
        seen = {
            draft.text[item.span.start : item.span.end]
            for item in linter.check_text(draft.text, name=draft.name).findings
            if item.rule == rule
        }
        made[rule] += len(draft.values)
        hits = sum(value in seen for value in draft.values)
        found[rule] += hits
        if verbose and hits < len(draft.values):
            print(rule, frame.__name__, [value for value in draft.values if value not in seen])
            print(draft.text)
    for rule in made:
        print(f"{rule:32} {found[rule]:6} of {made[rule]:6}  {found[rule] / made[rule]:.4f}")
    total, hit = made.total(), found.total()
    print(f"{'labelled identifiers':32} {hit:6} of {total:6}  {hit / total:.4f}")


def _alarms(linter: Linter, texts: list[str], name: str, verbose: bool) -> None:
    alarms = 0
    for at in range(0, len(texts), _BATCH):
        text = "\n\n".join(texts[at : at + _BATCH])
        for item in linter.check_text(text, name="a.md").findings:
            alarm = item.rule in KINDS or item.rule in _SECRETS
            alarms += alarm
            if verbose and alarm:
                print(item.rule, item.evidence, repr(text[item.span.start - 50 : item.span.end + 10]))
    print(f"{name}: {alarms} false alarms in {len(texts)}, {alarms * 10_000 / len(texts):.2f} in 10,000")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--drafts", type=int, default=1540)
    parser.add_argument("--traps", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-v", "--verbose", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
