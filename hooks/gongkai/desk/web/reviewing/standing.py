"""How far the reviews of a piece of work are: done by whom, open to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongkai.desk.web.judging import Judged
from gongkai.desk.web.people import STAGES, Reviewers
from gongkai.desk.web.reviewing.approvals import Approval, mark, missing, settled
from gongkai.desk.web.visit import Visit
from gongkai.desk.web.works import Work
from gongkai.law.shared import review_steps
from gongkai.records.base import ContentRecord

#: the rule that asks for reviews
RULE = "review-recorded"


@dataclass(frozen=True)
class Standing:
    """The reviews of one work; ``void`` were given before it was changed."""

    done: Mapping[str, Approval]
    void: Sequence[Approval]
    mark: str
    author: str
    apart: Sequence[str]
    reviewers: Reviewers

    @property
    def missing(self) -> Sequence[str]:
        """What is still to be done."""
        return missing(self.done)

    @property
    def rows(self) -> list[tuple[str, Approval | None, str]]:
        """Every review: its approval, and who may still give it."""
        return [(each, self.done.get(each), "、".join(self._may(each))) for each in STAGES]

    def open_to(self, user: str) -> list[str]:
        """The reviews that a user may do now: the one that is next, and the secrecy review."""
        person = self.reviewers.person(user)
        mine = [each for each in self.missing if person and person.name in self._may(each)]
        first = next((each for each in STAGES[:3] if each not in self.done), None)
        return [each for each in mine if each in (first, STAGES[3])]

    def _may(self, stage: str) -> list[str]:
        taken = {each.who for other, each in self.done.items() if {other, stage} <= {*self.apart}}
        return [
            each.name
            for each in self.reviewers.of(stage)
            if each.name not in taken and not self.reviewers.same(each.name, self.author)
        ]


def standing(visit: Visit, work: Work, judged: Judged) -> Standing:
    """Of the approvals that are known, those that hold for the text as it is."""
    now = mark(visit.root(work), work)
    known = [Approval(each["who"], (each["stage"],), each["day"], each["mark"]) for each in work.approvals]
    held = [each for each in known if each.mark == now]
    records = reviewed_records(work, judged)
    reviewers = visit.office.options.reviewers.over(judged.public.register, records)
    apart = signed_apart(records, judged)
    done = settled(reviewers, held, work.user, apart)
    return Standing(done, [each for each in known if each.mark != now], now, work.user, apart, reviewers)


def reviewed_records(work: Work, judged: Judged) -> list[ContentRecord]:
    """What of the work has a place for reviews."""
    content = judged.public.register.content
    return [each for each in content if isinstance(each, ContentRecord) and each.source.path in work.records]


def signed_apart(records: Sequence[ContentRecord], judged: Judged) -> list[str]:
    """The reviews that need different people, in any record of the work."""
    checked = judged.public
    rule = checked.standards[RULE]
    needed = [{*review_steps.apart(rule.parameters, checked.register.units_of(each))} for each in records]
    return [each for each in STAGES if any(each in some for some in needed)]
