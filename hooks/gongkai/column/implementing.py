"""Documents that carry out another one of the column, by what editors and the texts themselves say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from weakref import WeakKeyDictionary

from gongkai.column.amendments import amended
from gongkai.column.citations import meant
from gongkai.column.register import Register
from gongkai.column.versions import version_on, version_today, versions
from gongkai.common.asking import question
from gongkai.records.types.policy import Policy
from gongkai.text.amend import Address
from gongkai.text.compare import compare
from gongkai.text.facts import Sentence, bases, named
from gongkai.text.pointing import addresses_at, pointed

#: what acts on a document by these names its articles to change or end them
_ACTING = frozenset(("修改", "废止", "部分废止", "替代"))
#: 《…办法》实施细则, …办法实施细则
_CARRYING = re.compile(
    r"(?:的|》的?)?(?:配套)?(?:实施|操作|工作)?(?:细则|规程|指引|实施办法|实施方案|实施意见)$"
)


class Way(Enum):
    """How it is known that a document carries out another; the surest first."""

    STATED = "配套"
    TITLED = "实施"
    BASED = "根据"
    NAMED = "引用"


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of the one that names the other: articles of it (none: the whole), as its basis or not."""

    sentence: Sentence
    at: tuple[Address, ...]
    basis: bool


@dataclass(frozen=True, slots=True)
class Carrying:
    """``by`` carries out ``on``, or only refers to articles of it (``Way.NAMED``)."""

    by: Policy
    on: Policy
    way: Way
    points: tuple[Point, ...] = ()
    note: str = ""

    @property
    def rests(self) -> bool:
        """Whether it rests on the other, so that it has to be looked at when the other ends."""
        return self.way is not Way.NAMED

    @property
    def basis(self) -> tuple[Address, ...]:
        """The articles that are said to be its basis."""
        return tuple(dict.fromkeys(at for each in self.points if each.basis for at in each.at))


#: on (True) and by (False) → id → what is known
_Known = dict[bool, dict[str, list[Carrying]]]
_known: WeakKeyDictionary[Register, _Known] = WeakKeyDictionary()


@question
def carried_out_by(register: Register, policy: Policy) -> list[Carrying]:
    """What carries out a document or refers to its articles: in force, to come, ended; the surest first."""
    found = _all(register)[True].get(policy.id, [])
    ways = list(Way)
    newest = sorted(found, key=lambda each: (each.by.in_force_from, each.by.id), reverse=True)
    return sorted(newest, key=lambda each: (_rank(register, each.by), ways.index(each.way)))


@question
def carries_out(register: Register, policy: Policy) -> list[Carrying]:
    """What a document rests on of this column, in the order of its text; mere references left out."""
    return [each for each in _all(register)[False].get(policy.id, []) if each.rests]


@question
def ended(register: Register, policy: Policy) -> bool:
    """Whether a document is in force no more."""
    return register.standing(policy).ended


@question
def article_today(register: Register, carrying: Carrying, place: Address) -> str | None:
    """The id that an article named has in today's text of the other; None where it has gone.

    The one that names it has the numbers of its own day.
    """
    other = carrying.on
    now = version_today(register, other)
    then = version_on(versions(register, other), carrying.by.made_on)
    if then is None or then == now:
        articles = now.text.governing.articles
        return next((each.id for each in articles if each.number == place.article), None)
    for pair in compare(then.text.governing, now.text.governing, by_number=True):
        if pair.old and pair.old.number == place.article:
            return pair.new.id if pair.new else None
    return None


def _rank(register: Register, policy: Policy) -> int:
    standing = register.standing(policy)
    if standing.void:
        return 2
    return 0 if standing.in_force else 1


@question
def _all(register: Register) -> _Known:
    if register not in _known:
        found: _Known = {True: defaultdict(list), False: defaultdict(list)}
        for policy in register.policies:
            if not policy.closed and policy.url not in register.gone:
                for each in _of(register, policy):
                    found[True][each.on.id].append(each)
                    found[False][each.by.id].append(each)
        _known[register] = found
    return _known[register]


def _of(register: Register, policy: Policy) -> Iterator[Carrying]:
    """Everything that one document carries out or refers to."""
    stated = {link.other.id: link for link in register.relations(policy) if link.acts and link.kind == "配套"}
    acted = {link.other.id for link in register.relations(policy) if link.acts and link.kind in _ACTING}
    points: dict[str, list[Point]] = {}
    others = {link.other.id: link.other for link in stated.values()}
    titled = _titled(register, policy)
    for other, point in _points(register, policy):
        others.setdefault(other.id, other)
        points.setdefault(other.id, []).append(point)
    if titled:
        others.setdefault(titled.id, titled)
    for id_, other in others.items():
        said = tuple(points.get(id_, ()))
        if id_ in stated:
            yield Carrying(policy, other, Way.STATED, said, stated[id_].note or "")
        elif id_ not in acted:
            yield Carrying(policy, other, _way(other is titled, said), said)


def _way(titled: bool, points: tuple[Point, ...]) -> Way:
    if titled:
        return Way.TITLED
    return Way.BASED if any(each.basis for each in points) else Way.NAMED


def _titled(register: Register, policy: Policy) -> Policy | None:
    """The document that the title, or that of what it prints, says it carries out: 《…办法》实施细则."""
    for title in (policy.title, *(each.title for each in named(policy.title))):
        if found := _CARRYING.search(title):
            name = title[: found.start()].removeprefix("《")
            other = register.policy(name)
            if other and other is not policy and not other.closed and other.is_public(register.today):
                return other
    return None


def _points(register: Register, policy: Policy) -> Iterator[tuple[Policy, Point]]:
    """Every sentence of it that names another document as its basis, or an article of it."""
    if not any(meant(register, policy, each) for each in named(policy.body)):
        return  # most name none of this column, and need not be read
    text = version_today(register, policy).text if amended(register, policy) else policy.document
    for document in text.all:
        based = set()
        for basis in bases(document):
            if other := meant(register, policy, basis.named):
                based.add((basis.sentence, basis.named.start))
                at = addresses_at(basis.sentence.text, basis.named.end)
                yield other, Point(basis.sentence, at, basis=True)
        for each in pointed(document):
            other = meant(register, policy, each.named)
            if other and (each.sentence, each.named.start) not in based:
                yield other, Point(each.sentence, each.at, basis=False)
