"""What an answer rests on: a document and its articles, as they stand today and as they stood when given."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.column.amendments import amended, amendments, suspended
from gongkai.column.asked import Asked
from gongkai.column.changes import missing
from gongkai.column.register import Register, Standing
from gongkai.column.versions import Version, version_on, version_today, versions
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status
from gongkai.text.compare import Change, compare
from gongkai.text.style import article_id
from gongkai.text.tree import Node


@dataclass(frozen=True, slots=True)
class Cited:
    """An article an answer names: ``label`` as written, ``now`` as it stands today (None: there is none).

    ``changed``: its words are others than those the answer was given on.
    """

    label: str
    now: Node | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Basis:
    """A document an answer rests on. ``changed``: what the answer says of it may not hold any more;
    ``suspended``: the articles it names, or the whole text, are not carried out today.
    """

    policy: Policy
    standing: Standing
    cited: tuple[Cited, ...] = ()
    changed: bool = False
    suspended: bool = False

    @property
    def address(self) -> str:
        """Where readers find it: at the first article named, where the text has it."""
        first = next((each.now.id for each in self.cited if each.now), "")
        return f"{self.policy.url}#{first}" if first else self.policy.url


def basis(register: Register, policy: Policy, each: Asked) -> Basis:
    """A document as it stands today for an answer; nothing of the text of a closed one."""
    standing = register.standing(policy)
    if policy.closed:
        return Basis(policy, standing)
    if not amended(register, policy):
        nodes = {node.id: node for one in policy.document.all for node in one.articles}
        cited = tuple(Cited(words, nodes.get(article_id(words) or "")) for words in each.articles)
        return Basis(policy, standing, cited)
    return _of_versions(register, policy, standing, each)


def _of_versions(register: Register, policy: Policy, standing: Standing, each: Asked) -> Basis:
    """What became of the articles since the answer, by documents that were not yet public then."""
    then, now = version_on(versions(register, policy), each.day), version_today(register, policy)
    since = _since(register, policy, each.day, now)
    became = _became(then, now) if then else {}
    cited = tuple(_cited(words, became, bool(since), now) for words in each.articles)
    told = _unwritten(since, {article_id(words) for words in each.articles})
    whole = bool(since) and not each.articles and standing.status in (Status.AMENDED, Status.PARTLY_REPEALED)
    stopped = _stopped(register, policy)
    held = stopped and (() in stopped or any(one.now and one.now.number in stopped for one in cited))
    changed = told or whole or any(one.changed for one in cited)
    return Basis(policy, standing, cited, changed, bool(held))


def _since(register: Register, policy: Policy, day: dt.date, now: Version) -> list[Version]:
    """The versions up to today's that are made by documents published after a day."""
    found = (each for each in versions(register, policy) if each.by and each.begins <= now.begins)
    return [each for each in found if any(by.by.published_on > day for by in each.by)]


def _unwritten(since: list[Version], named: set[str | None]) -> bool:
    """Whether something is known to have changed one of these articles, or one nobody knows, unwritten."""
    left = [one.article for each in since for one in missing(each)]
    return any(not article or article_id(article) in named for article in left)


def _became(then: Version, now: Version) -> dict[str, tuple[Node | None, bool]]:
    """The id of an article then → the article now, and whether its words are others."""
    kept = (Change.SAME, Change.MOVED)
    pairs = compare(then.text.governing, now.text.governing, by_number=True)
    return {pair.old.id: (pair.new, pair.change not in kept) for pair in pairs if pair.old}


def _stopped(register: Register, policy: Policy) -> set[tuple[int, ...]]:
    """The numbers of the articles that are not carried out today; () stands for the whole text."""
    held = [one for one in suspended(amendments(register, policy)) if one.holds_on(register.today)]
    return {number for one in held for number in ([at.article for at in one.at] or [()])}


def _cited(words: str, became: dict[str, tuple[Node | None, bool]], since: bool, now: Version) -> Cited:
    name = article_id(words) or ""
    if name in became:
        node, changed = became[name]
        return Cited(words, node, changed and since)
    return Cited(words, next((one for one in now.text.governing.articles if one.id == name), None))
