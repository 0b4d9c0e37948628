"""A policy as it stood on any day: its text with the amendments that had taken effect, one after another.

Computed, never official: 供查阅，以公布的文件为准. What is known to amend it and cannot be applied stays
listed with its reason.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.column.register import Register
from gongkai.records.types.policy import Policy, Relation
from gongkai.text.amend import Act, Operation, Remark, apply, read_address
from gongkai.text.amend.reading import Item, items_on
from gongkai.text.document import Document
from gongkai.text.writing import markdown

#: relations that change the text of the other document
_CHANGING = ("修改", "部分废止")


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one document does to another from a day on: operations, and what of its words was not read."""

    by: Policy
    kind: str
    day: dt.date
    relation: Relation
    operations: tuple[Operation, ...] = ()
    unread: tuple[Item, ...] = ()

    @property
    def known(self) -> bool:
        """Whether all that it does is told as operations."""
        return bool(self.operations) and not self.unread


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

    def holds_on(self, day: dt.date) -> bool:
        return self.begins <= day and (self.ends is None or day < self.ends)


def amendments(register: Register, policy: Policy) -> tuple[Amendment, ...]:
    """What public documents do to its text, by day of effect, then 成文日期, then place in the file."""
    found = [
        _amendment(link.other, policy, link.kind, link.relation)
        for link in register.relations(policy)
        if not link.acts and link.kind in _CHANGING and link.relation
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.by.made_on, each.by.id)))


def _amendment(by: Policy, policy: Policy, kind: str, relation: Relation) -> Amendment:
    day = relation.date or by.in_force_from
    if relation.operations:
        written = tuple(_with_text(each.operation, by, policy) for each in relation.operations)
        return Amendment(by, kind, day, relation, written)
    items = _items(by, policy)
    read = tuple(operation for item in items for operation in item.operations)
    unread = tuple(item for item in items if not item.operations)
    return Amendment(by, kind, day, relation, read, unread)


def _items(by: Policy, policy: Policy) -> tuple[Item, ...]:
    """What the words of a document say it does to another; nothing of a document closed to readers."""
    if by.closed:
        return ()
    whole = bool(re.search(r"修改|修订|修正", by.title)) and f"《{policy.title}》" in by.title
    return items_on(by.document.governing, policy.title, policy.number, whole)


def _with_text(operation: Operation, by: Policy, policy: Policy) -> Operation:
    """A written operation; without 新文 the words quoted for the same part in the document's text."""
    if operation.text or operation.act not in (Act.PUT, Act.ADD):
        return operation
    read = (each for item in _items(by, policy) for each in item.operations)
    found = next((each for each in read if each.act is operation.act and each.at == operation.at), None)
    return replace(operation, text=found.text) if found else operation


def versions(register: Register, policy: Policy) -> tuple[Version, ...]:
    """Every version of the text, the first as it was published; amendments of one day make one version."""
    found = amendments(register, policy)
    made = [Version(policy, policy.in_force_from, policy.document)]
    for day in sorted({each.day for each in found}):
        made.append(_next(made[-1], day, tuple(each for each in found if each.day == day)))
    ends = [*(each.begins for each in made[1:]), None]
    return tuple(replace(each, ends=end) for each, end in zip(made, ends, strict=True))


def _next(before: Version, day: dt.date, by: tuple[Amendment, ...]) -> Version:
    text, remarks = before.text, list[Remark]()
    for amendment in by:
        changed, new = apply(text.governing, amendment.operations)
        text = _with_approved(_put_back(text, changed), amendment.relation)
        remarks += new
    return Version(before.policy, day, text, by, tuple(remarks), _changed(before.text, text))


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
    """The version that held on a day: the first one also before it took effect; None of no version."""
    every = tuple(found)
    return next((each for each in every if each.holds_on(day)), every[0] if every else None)
