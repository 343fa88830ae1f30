"""Asks the network several questions at once, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from ppid_lint.online.answer import Answer, Question, State, Subject
from ppid_lint.online.link import check_link
from ppid_lint.online.names import Resolver, SystemResolver
from ppid_lint.online.policy import Policy


@dataclass(frozen=True, slots=True)
class Checker:
    """Answers questions under a policy; `resolver` is the machine's own where none is given. Picklable."""

    policy: Policy
    resolver: Resolver | None = None

    def __call__(self, questions: Iterable[Question]) -> Mapping[Question, Answer]:
        """The answers, by question; never raises."""
        asked = sorted(set(questions))
        if not asked:
            return {}
        resolver = self.resolver or SystemResolver(self.policy.timeout)
        with ThreadPoolExecutor(max_workers=min(self.policy.workers, len(asked))) as pool:
            answers = pool.map(lambda question: _answer(question, self.policy, resolver), asked)
            return dict(zip(asked, answers, strict=True))


def _answer(question: Question, policy: Policy, resolver: Resolver) -> Answer:
    if question.subject is Subject.LINK:
        return check_link(question.text, policy, resolver)
    if not policy.allows(question.text):
        return Answer(State.UNSURE, "host not on the list")
    return resolver.mail(question.text)
