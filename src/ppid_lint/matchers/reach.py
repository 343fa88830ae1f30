"""Kind `reach`: channels that the network says nobody can reach; nothing unless the run asks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from ppid_lint.contacts.channel import Channel
from ppid_lint.contacts.reach import asked_of, mail_domain, web_address
from ppid_lint.draft import Draft
from ppid_lint.finding import Match
from ppid_lint.matcher import Needs
from ppid_lint.matchers.sighted import matched
from ppid_lint.online.answer import Answer, Question, State, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Links (`of: link`) that do not exist, addresses (`of: mail`) whose domain takes no mail.

    What cannot be told, for want of an answer or of leave to ask, is no finding.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kind: Literal["reach"] = "reach"
    of: Subject
    confidence: float = 0.9

    def needs(self) -> Needs:
        return Needs()

    def find(self, draft: Draft) -> Iterator[Match]:
        if draft.settings.online is None:
            return
        answers = answers_for(draft)
        for sighting in draft.sightings:
            shown = sighting.target.channel if sighting.target is not None and sighting.same_target else None
            answer = self._answer(answers, sighting.channel) or (shown and self._answer(answers, shown))
            if answer and answer.state is State.DEAD:
                yield matched(sighting, self.confidence, evidence=(answer.why,))

    def _answer(self, answers: Mapping[Question, Answer], channel: Channel) -> Answer | None:
        text = web_address(channel) if self.of is Subject.LINK else mail_domain(channel)
        return answers.get(Question(self.of, text)) if text else None


def answers_for(draft: Draft) -> Mapping[Question, Answer]:
    """What the network says of a draft's links and mail domains, all asked at once; nothing offline."""
    ask = draft.settings.online
    if ask is None:
        return {}
    links, domains = asked_of(draft.sightings)
    asked = [Question(Subject.LINK, link) for link in links]
    asked += [Question(Subject.MAIL, domain) for domain in domains]
    return draft.once(Reach, lambda: ask(asked))
