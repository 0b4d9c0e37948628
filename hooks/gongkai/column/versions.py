"""A policy as it stood on any day: its text with the amendments that had taken effect, one after another.

Computed, never official: 供查阅，以公布的文件为准. What is known to amend it and cannot be applied stays
listed with its reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from gongkai.column.amendments import Amendment, amendments
from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.types.policy import Policy, Relation
from gongkai.text.amend import Act, Operation, Remark, apply, read_address
from gongkai.text.document import Document
from gongkai.text.writing import markdown

__all__ = ["Amendment", "Version", "amendments", "version_on", "version_today", "versions"]

UNCONFIRMED = "词句的替换还没有人核对，没有写入"
#: pages, rules and addresses ask for the versions of the same policy
_known: WeakKeyDictionary[Register, dict[str, tuple[Version, ...]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Version:
    """The text from ``begins`` to the day before ``ends`` (None: still).

    ``by`` made it out of the one before; the first has none. ``remarks``: what could not be applied, or
    not surely. ``changed``: the articles it touched, by their numbers in this text.
    """

    policy: Policy
    begins: dt.date
    text: Document
    by: tuple[Amendment, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changed: frozenset[str] = frozenset()
    ends: dt.date | None = None

    @property
    def consolidated(self) -> bool:
        """Whether it is computed rather than published."""
        return bool(self.by)

    @property
    def body(self) -> str:
        """Its text as Markdown; that of the first as the editors wrote it."""
        return markdown(self.text) if self.by else self.policy.body

    @property
    def url(self) -> str:
        """The address of its own page, which it keeps."""
        return f"{self.policy.url}@{self.begins}/"

    @property
    def comparison(self) -> str:
        """The address of the page that shows it beside the version before."""
        return f"{self.url}duibi/"

    def holds_on(self, day: dt.date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)


@question
def versions(register: Register, policy: Policy) -> tuple[Version, ...]:
    """Every version of the text, the first as it was published; amendments of one day make one version.

    The last one ends with the policy. What would have changed it after that never took effect.
    """
    known = _known.setdefault(register, {})
    if policy.id not in known:
        known[policy.id] = tuple(_versions(register, policy))
    return known[policy.id]


def _versions(register: Register, policy: Policy) -> Iterable[Version]:
    end = register.ended_on(policy)
    found = [each for each in amendments(register, policy) if each.changes_text]
    days = sorted({each.day for each in found if end is None or each.day < end})
    # a text that was amended before it took effect stood for a while all the same
    first = min([policy.in_force_from, *(day - dt.timedelta(days=1) for day in days[:1])])
    made = [Version(policy, first, policy.document)]
    for day in days:
        made.append(_next(made[-1], day, tuple(each for each in found if each.day == day)))
    ends = [*(each.begins for each in made[1:]), end]
    return (replace(each, ends=end) for each, end in zip(made, ends, strict=True))


def _next(before: Version, day: dt.date, by: tuple[Amendment, ...]) -> Version:
    text, remarks = before.text, list[Remark]()
    for amendment in by:
        changed, new = apply(text.governing, amendment.operations)
        text = _with_approved(_put_back(text, changed), amendment.relation)
        remarks += new
        remarks += (Remark(each, _unconfirmed(text, each)) for each in amendment.unconfirmed)
    return Version(before.policy, day, text, by, tuple(remarks), _changed(before.text, text))


def _unconfirmed(text: Document, operation: Operation) -> str:
    """Why words were not replaced: nobody has confirmed it, or they do not stand there at all."""
    refused = (each.message for each in apply(text.governing, (operation,))[1] if not each.applied)
    return next(refused, UNCONFIRMED)


def _put_back(text: Document, changed: Document) -> Document:
    """The whole with its governing part changed."""
    old = text.governing
    if old is text:
        return changed
    return replace(text, printed=tuple(changed if each is old else each for each in text.printed))


def _with_approved(text: Document, relation: Relation) -> Document:
    """The articles that an editor wrote down as officially published in the place of computed ones."""
    operations = tuple(
        Operation(Act.PUT, (place,), each.text)
        for each in relation.approved
        if (place := read_address(each.article))
    )
    if not operations:
        return text
    return _put_back(text, apply(text.governing, operations)[0])


def _changed(before: Document, after: Document) -> frozenset[str]:
    """The ids of the articles whose words are in no article of the text before under the same number."""
    old = {node.number: node.words for node in before.governing.articles}
    return frozenset(node.id for node in after.governing.articles if old.get(node.number) != node.words)


def version_on(found: Iterable[Version], day: dt.date) -> Version | None:
    """The version that held on a day: the first one also before it took effect, the last one also after.

    None of no version.
    """
    every = tuple(found)
    begun = [each for each in every if each.begins <= day]
    return begun[-1] if begun else next(iter(every), None)


@question
def version_today(register: Register, policy: Policy) -> Version:
    """The version that holds on the Register's day."""
    found = version_on(versions(register, policy), register.today)
    assert found, "every policy has its first version"
    return found
