"""What documents do to each other → the 状态 of each on a given day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from gongkai.records.types.policy import Policy, Relation
from gongkai.records.vocabulary.documents import Status

#: file key of a relation → (what the later document does, what is done to the earlier one)
VERBS = {
    "修改": ("修改", "被修改"),
    "废止": ("废止", "被废止"),
    "部分废止": ("部分废止", "被部分废止"),
    "替代": ("替代", "被替代"),
    "配套": ("配套文件", "有配套文件"),
}

#: why a decision ended that did nothing but amend
MOOT = "所修改的文件已经不再有效"


def relations_as_written(policy: Policy) -> Iterable[tuple[str, int, Relation]]:
    """Every relation a policy's file states: its key, its place in the list, itself."""
    groups = {
        "修改": policy.amends,
        "废止": policy.repeals,
        "部分废止": policy.repeals_partly,
        "替代": policy.replaces,
        "配套": policy.accompanies,
    }
    for kind, relations in groups.items():
        for place, relation in enumerate(relations):
            yield kind, place, relation


@dataclass(frozen=True, slots=True)
class Link:
    """A relation seen from one of its two documents."""

    kind: str
    verb: str
    other: Policy
    date: dt.date
    #: True when this document acts on the other, False when it is acted on
    acts: bool
    article: str | None = None
    note: str | None = None
    #: as the acting document's file states it
    relation: Relation | None = None

    @property
    def only_suspends(self) -> bool:
        """Whether it changes no word: articles are not carried out for a time, as the page says at each."""
        written = self.relation.operations if self.relation else ()
        return bool(written) and all(each.stopped for each in written)


def told_once(links: Iterable[Link]) -> Iterator[Link]:
    """The links as readers are told of them: who repeals a document and replaces it does one thing, not two.

    Of one day only; the joined link is that of 废止, with both verbs.
    """
    found = list(links)
    replacing = {_ending(each): each for each in found if each.kind == "替代"}
    repealing = {_ending(each) for each in found if each.kind == "废止"}
    for each in found:
        also = replacing.get(_ending(each))
        if each.kind == "废止" and also:
            article, note = each.article or also.article, each.note or also.note
            yield replace(each, verb=f"{each.verb}并{VERBS['替代'][0]}", article=article, note=note)
        elif each.kind != "替代" or _ending(each) not in repealing:
            yield each


def _ending(link: Link) -> tuple[str, dt.date, bool]:
    return link.other.id, link.date, link.acts


@dataclass(frozen=True, slots=True)
class Standing:
    """状态 of a policy on a day: since when, on what basis, and what took its place."""

    status: Status
    since: dt.date | None = None
    basis: Policy | None = None
    basis_text: str | None = None
    article: str | None = None
    successor: Policy | None = None
    #: who made a document of another place
    place: str | None = None

    @property
    def in_force(self) -> bool:
        return self.status in {Status.VALID, Status.AMENDED, Status.PARTLY_REPEALED}

    @property
    def ended(self) -> bool:
        """It was in force and is no more."""
        return self.status in {Status.REPEALED, Status.EXPIRED}

    @property
    def void(self) -> bool:
        """Nothing here can rest on it: it has ended, or another place made it."""
        return self.ended or self.status is Status.ELSEWHERE


class Relations:
    """All relations between public policies, from both ends, oldest first."""

    def __init__(self, policies: Iterable[Policy], find: Callable[[str], Policy | None]) -> None:
        self._links: dict[str, list[Link]] = defaultdict(list)
        for policy in policies:
            for kind, _, relation in relations_as_written(policy):
                other = find(relation.document)
                if other is not None and other is not policy:
                    self._join(policy, kind, relation, other)
        for links in self._links.values():
            links.sort(key=lambda link: (link.date, link.kind, link.other.id))

    def _join(self, policy: Policy, kind: str, relation: Relation, other: Policy) -> None:
        day = relation.date or policy.in_force_from
        active, passive = VERBS[kind]
        told = (relation.article, relation.note, relation)
        self._links[policy.id].append(Link(kind, active, other, day, True, *told))
        self._links[other.id].append(Link(kind, passive, policy, day, False, *told))

    def of(self, policy: Policy) -> tuple[Link, ...]:
        return tuple(self._links.get(policy.id, ()))

    def standing(self, policy: Policy, today: dt.date) -> Standing:
        """The 状态 on a day: the gravest that dates and relations give, if it is one of this district."""
        if policy.elsewhere:
            return Standing(Status.ELSEWHERE, place=policy.elsewhere)
        suffered = [link for link in self.of(policy) if not link.acts and link.date <= today]
        return (
            self._repealed(policy, suffered, today)
            or self._expired(policy, today)
            or self._moot(policy, today)
            or self._not_yet(policy, today)
            or self._changed(suffered)
            or Standing(Status.VALID, policy.in_force_from)
        )

    def ended_on(self, policy: Policy) -> dt.date | None:
        """The first day it was, or will be, in force no more, whatever ends it; None: no end is known.

        What another place made was never in force here, so it ends on no day.
        """
        if policy.elsewhere:
            return None
        return min(filter(None, (self._own_end(policy), self._moot_from(policy))), default=None)

    def _own_end(self, policy: Policy) -> dt.date | None:
        ends = [link.date for link in self.of(policy) if not link.acts and link.kind in {"废止", "替代"}]
        return min(filter(None, (*ends, policy.repealed_on, policy.ended_from)), default=None)

    def _moot_from(self, policy: Policy) -> dt.date | None:
        """The day from which nothing is left of what it amends, if amending is all it does.

        A decision to amend lives on in the text it amended, and ends with it. Its own end counts for what it
        amends, never what that amends in turn: two that are said to amend each other stay in force.
        """
        if policy.elsewhere or not policy.only_amends:
            return None
        ends = [self._own_end(link.other) for link in self.of(policy) if link.acts and link.kind == "修改"]
        known = [end for end in ends if end]
        return max(known) if known and len(known) == len(policy.amends) else None

    def _last_follower(self, policy: Policy, today: dt.date) -> Policy | None:
        """The end of the chain: what took the place of what took its place; None where that has ended too."""
        seen, first = {policy.id}, policy
        while follower := self._follower(policy, today):
            if follower.id in seen:
                return None  # each is said to replace the other
            seen.add(follower.id)
            policy = follower
        if policy is first:
            return None
        return None if self.standing(policy, today).void else policy

    def _follower(self, policy: Policy, today: dt.date) -> Policy | None:
        links = (link for link in self.of(policy) if not link.acts and link.date <= today)
        return next((link.other for link in links if link.kind == "替代"), None)

    def _repealed(self, policy: Policy, suffered: list[Link], today: dt.date) -> Standing | None:
        ends = [link for link in suffered if link.kind in {"废止", "替代"}]
        if ends:
            first = next((link for link in ends if link.kind == "废止"), ends[0])
            follower = self._last_follower(policy, today)
            return Standing(
                Status.REPEALED, first.date, first.other, article=first.article, successor=follower
            )
        if policy.repealed_on and policy.repealed_on <= today:
            return Standing(Status.REPEALED, policy.repealed_on, basis_text=policy.repealed_by)
        return None

    @staticmethod
    def _expired(policy: Policy, today: dt.date) -> Standing | None:
        if policy.ended_from and policy.ended_from <= today:
            return Standing(Status.EXPIRED, policy.ended_from, basis_text="有效期届满")
        return None

    def _moot(self, policy: Policy, today: dt.date) -> Standing | None:
        day = self._moot_from(policy)
        if day and day <= today:
            return Standing(Status.EXPIRED, day, basis_text=MOOT)
        return None

    @staticmethod
    def _not_yet(policy: Policy, today: dt.date) -> Standing | None:
        return Standing(Status.NOT_YET, policy.in_force_from) if policy.in_force_from > today else None

    @staticmethod
    def _changed(suffered: list[Link]) -> Standing | None:
        for kind, status in (("部分废止", Status.PARTLY_REPEALED), ("修改", Status.AMENDED)):
            links = [link for link in suffered if link.kind == kind and not link.only_suspends]
            if links:
                last = links[-1]
                return Standing(status, last.date, last.other, article=last.article)
        return None
