"""What later documents do to the text of a policy: operations, suspensions, and what was not read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from gongkai.column.register import Link, Register
from gongkai.records.types.policy import Policy, Relation
from gongkai.text.amend import Act, Address, Operation
from gongkai.text.amend.reading import Item, items_on
from gongkai.text.document import Document

#: relations that change the text of the other document
CHANGING = ("修改", "部分废止")


@dataclass(frozen=True, slots=True)
class Suspension:
    """Articles that are not carried out from a day on, to ``last`` and that day too (None: no end known)."""

    by: Policy
    at: tuple[Address, ...]
    begins: dt.date
    last: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        return self.begins <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one document does to another from a day on.

    ``unconfirmed``: words to be replaced that were read and no editor has entered or confirmed: only
    where they stand is sure, not the signs around them. ``unread``: what of its words was not understood,
    or was left out where an editor wrote down what it does.
    """

    by: Policy
    kind: str
    day: dt.date
    relation: Relation
    operations: tuple[Operation, ...] = ()
    unread: tuple[Item, ...] = ()
    unconfirmed: tuple[Operation, ...] = ()
    suspensions: tuple[Suspension, ...] = ()

    @property
    def known(self) -> bool:
        """Whether all that it does is told as operations."""
        return bool(self.operations or self.unconfirmed or self.suspensions) and not self.unread

    @property
    def changes_text(self) -> bool:
        """Whether it makes another version, or would if it were understood; a mere suspension does not."""
        return bool(self.operations or self.unconfirmed or not self.known)


def amended(register: Register, policy: Policy) -> bool:
    """Whether anything changes its text or suspends an article, on whatever day; cheap to ask."""
    return any(_acts(register, link) for link in register.relations(policy))


def _acts(register: Register, link: Link) -> bool:
    """Whether the other document of a relation, which readers have, changes the text of this one."""
    return not link.acts and link.kind in CHANGING and link.other.url not in register.gone


def amendments(register: Register, policy: Policy) -> tuple[Amendment, ...]:
    """What public documents do to its text, by day of effect, then 成文日期, then place in the file."""
    found = [
        _amendment(link.other, policy, link.kind, link.relation)
        for link in register.relations(policy)
        if link.relation and _acts(register, link)
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.by.made_on, each.by.id)))


def _amendment(by: Policy, policy: Policy, kind: str, relation: Relation) -> Amendment:
    day = relation.date or by.in_force_from
    made = Amendment(by, kind, day, relation)
    if by.closed:  # readers know the two documents and the day, nothing of what it says
        return made
    if relation.operations:
        changing = (each for each in relation.operations if not each.stop)
        written = tuple(_with_text(each.operation, by, policy) for each in changing)
        stopping = (each for each in relation.operations if each.stop)
        stopped = tuple(Suspension(by, each.stopped, each.begins or day, each.last) for each in stopping)
        left_out = tuple(item for item in _items(by, policy) if _left_out(item, written, stopped))
        return replace(made, operations=written, suspensions=stopped, unread=left_out)
    return _as_read(made, _items(by, policy))


def _as_read(made: Amendment, items: tuple[Item, ...]) -> Amendment:
    """What the words themselves say; the order closes up only where every change of it was understood."""
    unread = tuple(item for item in items if not item.operations)
    closing = tuple(item for item in items if unread and item.operations == (Operation(Act.CLOSE_UP),))
    read = [each for item in items if item not in closing for each in item.operations]
    unconfirmed = tuple(each for each in read if not _sure(each, made.relation))
    sure = tuple(each for each in read if each not in unconfirmed)
    return replace(made, operations=sure, unread=(*unread, *closing), unconfirmed=unconfirmed)


def _left_out(item: Item, written: tuple[Operation, ...], stopped: tuple[Suspension, ...]) -> bool:
    """Whether an item of the text changes what no written operation names."""
    if any(not each.at for each in stopped):
        return False
    if item.operations == (Operation(Act.CLOSE_UP),):
        return item.operations[0] not in written
    named = [at for each in written for at in (*each.at, *filter(None, (each.to,)))]
    articles = {at.article for at in (*named, *(at for each in stopped for at in each.at))}
    told = {at.article for each in item.operations for at in each.at} or set(item.articles)
    everywhere = any(each.act is Act.WORDS and not each.at for each in written)
    words = bool(item.operations) and all(each.act is Act.WORDS for each in item.operations)
    if told & articles or (everywhere and words):
        return False
    return bool(told or item.operations)


def _sure(operation: Operation, relation: Relation) -> bool:
    """Whole parts are, words inside them where an editor wrote down how each article reads officially."""
    approved = {each.article for each in relation.approved}
    named = {Address(at.article).words for at in operation.at}
    return operation.act is not Act.WORDS or (bool(named) and named <= approved)


def _items(by: Policy, policy: Policy) -> tuple[Item, ...]:
    """What the words of a document say it does to another."""
    text = by.document.governing
    alone = bool(re.search(r"修改|修订|修正", by.title)) and f"《{policy.title}》" in by.title
    return items_on(text, policy.title, policy.number, alone or _only(text, policy.title))


#: 决定对《某办法》（文号）作如下修改： before the items
_LEAD = re.compile(r"(?:作|进行)(?:出)?(?:如下|以下|部分)?(?:的)?修[改正订](?:如下)?[：:]$")


def _only(text: Document, title: str) -> bool:
    """Whether its one sentence before the items names this document and no other."""
    leads = [node.own_words for node in text.body if _LEAD.search(node.own_words)]
    return len(leads) == 1 and leads[0].replace(f"《{title}》", "").count("《") == 0 < leads[0].count(title)


def _with_text(operation: Operation, by: Policy, policy: Policy) -> Operation:
    """A written operation; without 新文 the words quoted for the same part in the document's text."""
    if operation.text or operation.act not in (Act.PUT, Act.ADD):
        return operation
    read = (each for item in _items(by, policy) for each in item.operations)
    found = next((each for each in read if each.act is operation.act and each.at == operation.at), None)
    return replace(operation, text=found.text) if found else operation


def suspended(found: Iterable[Amendment]) -> tuple[Suspension, ...]:
    """Every suspension among them."""
    return tuple(each for amendment in found for each in amendment.suspensions)
