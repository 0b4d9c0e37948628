"""What documents did to each other and from which day: amended where, repealed, suspended.

What is known and could not be written into a text is told too, with its reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai.column.amendments import Amendment, amendments
from gongkai.column.register import Register
from gongkai.column.register.standing import told_once
from gongkai.column.versions import versions
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import EffectKind
from gongkai.text.amend import Address, Operation

#: operation → whether it was applied all the same, and why it was not surely
Remarks = dict[Operation, tuple[bool, str]]
_KINDS = {kind.value: kind for kind in EffectKind}
_TOO_LATE = "那一天文件已经不再有效，没有写入"


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that ``by`` (None: a document the column does not have) does to ``on`` from a day.

    ``at``: the articles, 款 or 项, none: the whole. ``words``: what it does, in a few words. ``written``:
    whether the text of the day has it; None where no text changes. ``last``: of a suspension, its last day.
    """

    day: dt.date
    kind: EffectKind
    on: Policy
    by: Policy | None
    at: tuple[Address, ...] = ()
    words: str = ""
    written: bool | None = None
    note: str = ""
    last: dt.date | None = None
    #: its place among those of one day and pair
    number: int = 0

    @property
    def id(self) -> str:
        """The same for as long as nothing is entered before it."""
        return f"{self.on.id}/{self.day}/{self.by.slug if self.by else ''}/{self.kind.slug}/{self.number}"


def effects(register: Register) -> list[Effect]:
    """All that is public, of days past and to come, the earliest first."""
    found = [each for policy in register.policies for each in effects_on(register, policy)]
    return sorted(found, key=lambda each: (each.day, each.on.id, each.by.id if each.by else "", each.number))


def effects_on(register: Register, policy: Policy) -> list[Effect]:
    """What was done, or will be, to one document of this district."""
    if policy.elsewhere:
        return []
    found = [*_ended(register, policy)]
    for amendment in amendments(register, policy):
        found += _amended(register, policy, amendment)
    return _told_apart(found)


def _told_apart(found: list[Effect]) -> list[Effect]:
    """Documents of two years may have the same last part of their addresses, and act on one day."""
    taken: dict[str, Effect] = {}
    for each in found:
        told = each
        while told.id in taken:
            told = replace(told, number=told.number + 1)
        taken[told.id] = told
    return list(taken.values())


def _ended(register: Register, policy: Policy) -> Iterator[Effect]:
    """Repealed or replaced as a whole, also by a document of others."""
    for number, link in enumerate(told_once(register.relations(policy))):
        if not link.acts and link.kind in ("废止", "替代"):
            note = "，".join(filter(None, (link.article, link.note)))
            words = link.verb.removeprefix("被")
            yield Effect(
                link.date, _KINDS[link.kind], policy, link.other, words=words, note=note, number=number
            )
    if policy.repealed_on:
        note = policy.repealed_by or ""
        yield Effect(policy.repealed_on, EffectKind.REPEALED, policy, None, words="废止", note=note)


def _amended(register: Register, policy: Policy, amendment: Amendment) -> list[Effect]:
    kind, day, by = _KINDS[amendment.kind], amendment.day, amendment.by
    told = _remarks(register, policy, day)
    found = []
    for each in (*amendment.operations, *amendment.unconfirmed):
        written, note = told.get(each, (True, "")) if told is not None else (False, _TOO_LATE)
        found.append(Effect(day, kind, policy, by, each.at, each.words, written, note))
    for item in amendment.unread:
        found.append(Effect(day, kind, policy, by, (), item.words, False, "没有读懂，没有写入"))
    for stop in amendment.suspensions:
        found.append(
            Effect(stop.begins, EffectKind.SUSPENDED, policy, by, stop.at, "停止执行", last=stop.last)
        )
        if stop.last:
            day = stop.last + dt.timedelta(days=1)
            found.append(Effect(day, EffectKind.RESUMED, policy, by, stop.at, "恢复执行"))
    if not found:
        found.append(Effect(day, kind, policy, by, (), kind.value, False, "没有写明改了哪几条"))
    return [replace(each, number=number) for number, each in enumerate(found)]


def _remarks(register: Register, policy: Policy, day: dt.date) -> Remarks | None:
    """What was said of operations of a day; None where no text begins then: it had ended before."""
    found = next((each for each in versions(register, policy) if each.by and each.begins == day), None)
    return {each.operation: (each.applied, each.message) for each in found.remarks} if found else None
