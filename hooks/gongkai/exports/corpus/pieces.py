"""The column cut into pieces that can be quoted: an article, an answer, a record, each with its provenance.

What does not hold says so in its own words: a piece is read without the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gongkai.column.amendments import amendments, suspended
from gongkai.column.answers import Answer
from gongkai.column.changes import missing
from gongkai.column.identifiers import eli_of_article, eli_of_version
from gongkai.column.register import Register
from gongkai.column.versions import Version, version_today, versions
from gongkai.common.title_marks import in_marks
from gongkai.exports.corpus import holding
from gongkai.exports.corpus.holding import Holding
from gongkai.exports.corpus.twins import digest, fields_of, publishers, text
from gongkai.exports.leads import Paths
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.text.amend import read_address
from gongkai.text.tree import Node

Piece = dict[str, Any]
#: the number of an article → what must be said before its words, and whether they do not hold today;
#: () of every article
Marks = dict[tuple[int, ...], tuple[str, bool]]


def of_record(register: Register, record: ContentRecord, known: Paths) -> Iterator[Piece]:
    """A document in articles by its articles, anything else whole; nothing where there are no words."""
    held = holding.of_record(register, record)
    if isinstance(record, Policy) and not record.closed:
        version = version_today(register, record)
        if articles := version.text.governing.articles:
            marks = _marks(register, record)
            yield from (_article(register, version, held, each, marks) for each in articles)
            return
    words = text(register, record, known) or fields_of(register, record)
    if words:
        yield _piece(register, record, held, words, {"kind": "record", "id": record.id})


def of_answer(register: Register, answer: Answer) -> Piece:
    """A question with its answer."""
    asked, held, root = answer.asked, holding.of_answer(answer), register.column.root
    words = f"问：{asked.question}\n答：{asked.answer}"
    return {
        "id": f"answers/{asked.slug}",
        "kind": "answer",
        "title": asked.question,
        "text": f"{held.mark}{words}",
        **_standing(held),
        "publisher": [unit.name for unit in answer.units] or [register.column.organiser],
        "published": asked.day.isoformat(),
        "url": root + answer.url,
        "rests_on": [root + each.address for each in answer.bases],
        "asked_in": [root + each.place for each in (asked, *answer.also)],
        "digest": digest(words),
    }


def _article(register: Register, version: Version, held: Holding, node: Node, marks: Marks) -> Piece:
    policy, number = version.policy, node.number
    mark, idle = marks.get(number) or marks.get((), ("", False))
    if held.in_force and (idle or node.repealed):
        held = replace(held, in_force=False)
    about = {
        "kind": "article",
        "id": f"{policy.id}#{node.id}",
        "label": node.label.strip("*"),
        "number": policy.number,
        "eli": eli_of_article(register, policy, version.begins, number),
        "version": eli_of_version(register, policy, version.begins),
        "official": not version.consolidated,
    }
    return _piece(register, policy, held, node.words, about, mark, f"#{node.id}")


def _piece(
    register: Register,
    record: ContentRecord,
    held: Holding,
    words: str,
    about: Piece,
    mark: str = "",
    place: str = "",
) -> Piece:
    return {
        **about,
        "type": record.LABEL,
        "title": record.name,
        "text": f"{held.mark}{mark}{words}",
        **_standing(held),
        "publisher": publishers(register, record),
        "published": record.published.isoformat(),
        "updated": register.last_change(record).isoformat(),
        "url": register.column.root + record.url + place,
        "digest": digest(words),
    }


def _standing(held: Holding) -> Piece:
    return {
        "state": held.state, "in_force": held.in_force, "valid_from": held.since, "valid_until": held.until,
    }  # fmt: skip


def _marks(register: Register, policy: Policy) -> Marks:
    """Articles with an amendment that could not be written into them, and those not carried out today."""
    found: Marks = {}
    for version in versions(register, policy):
        for each in missing(version) if version.begins <= register.today else ():
            at = read_address(each.article)
            words = f"〔{in_marks(each.by.by.title)}对它的修改没有写入，须一起看〕"
            found[at.article if at else ()] = words, False
    for stop in suspended(amendments(register, policy)):
        if stop.holds_on(register.today):
            until = f"，至{stop.last}" if stop.last else ""
            numbers = [at.article for at in stop.at] or [()]
            found |= dict.fromkeys(numbers, (f"〔自{stop.begins}起停止执行{until}〕", True))
    return found
