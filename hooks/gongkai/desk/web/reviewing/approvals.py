"""Approvals of a piece of work, whoever brings them → which reviews are done, by whom.

An approval holds for the text that was before the reviewer: it carries a mark of all files of the work, the
policy with its interpretation, and is worth nothing once one of them is another. What the reviews themselves
write into the records does not count.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai.desk.web.judging import document
from gongkai.desk.web.people import STAGES, Reviewers
from gongkai.desk.web.works import Work

KEY = "审核"
_BY, _DAY = "保密审查人", "保密审查日期"


@dataclass(frozen=True)
class Approval:
    """One person's word for some of the reviews, on a day; ``stages`` empty: all that the person does."""

    who: str
    stages: tuple[str, ...]
    day: str
    mark: str


def mark(root: Path, work: Work) -> str:
    """What all files of a work are known by, without what the reviews write."""
    digest = hashlib.sha256()
    for path in work.written:
        digest.update(_content(root, path))
    return digest.hexdigest()


def _content(root: Path, path: str) -> bytes:
    found = document(root, path) if path.endswith((".md", ".yml")) else None
    if found is None:
        return json.dumps([path, hashlib.sha256((root / path).read_bytes()).hexdigest()]).encode()
    keys = found.data
    if isinstance(keys, dict):
        keys = {key: value for key, value in keys.items() if key != KEY}
    return json.dumps([path, keys, found.body], ensure_ascii=False).encode()


def settled(
    reviewers: Reviewers, given: Iterable[Approval], author: str, apart: Collection[str]
) -> dict[str, Approval]:
    """Review → the approval that does it: as many as can be, none by the author, none apart by one person."""
    held = list(_by_people(reviewers, given, author))
    choices = [[None, *(each for each in held if stage in each.stages)] for stage in STAGES]
    best: dict[str, Approval] = {}
    for chosen in itertools.product(*choices):
        done = {stage: each for stage, each in zip(STAGES, chosen, strict=True) if each}
        people = [each.who for stage, each in done.items() if stage in apart]
        if len(done) > len(best) and len(people) == len(set(people)):
            best = done
    return best


def _by_people(reviewers: Reviewers, given: Iterable[Approval], author: str) -> Iterator[Approval]:
    """Of each known person the last word on each review, under the person's name."""
    last: dict[tuple[str, str], Approval] = {}
    for each in sorted(given, key=lambda each: each.day):
        person = reviewers.person(each.who)
        if person is None or reviewers.same(each.who, author):
            continue
        for stage in person.stages:
            if stage in (each.stages or STAGES):
                last[person.name, stage] = Approval(person.name, (stage,), each.day, each.mark)
    yield from last.values()


def as_written(done: Mapping[str, Approval]) -> dict[str, str]:
    """What is written into 审核 of a record."""
    names = {stage: done[stage].who for stage in STAGES[:3]}
    return {**names, _BY: done[STAGES[3]].who, _DAY: done[STAGES[3]].day}


def missing(done: Collection[str]) -> Sequence[str]:
    """The reviews that are still to be done."""
    return [stage for stage in STAGES if stage not in done]
