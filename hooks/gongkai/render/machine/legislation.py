"""A policy as schema.org's Legislation: its force, what it changes and rests on, its text of the day.

A text computed from amendments is UnofficialLegalValue, the issued one OfficialLegalValue.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.amendments import amendments, suspended
from gongkai.column.citations import meant
from gongkai.column.identifiers import eli, eli_of_article
from gongkai.column.register import Register
from gongkai.column.register.standing import Link
from gongkai.column.versions import Version, version_today, versions
from gongkai.common.printable import one_line
from gongkai.exports.made import VersionFiles
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status
from gongkai.render.machine.nodes import Node, named, work
from gongkai.text.facts import bases, effects
from gongkai.text.tree import Node as Part

_AMENDS, _REPEALS = frozenset(("修改", "部分废止")), frozenset(("废止", "替代"))
_FORMATS = {"xml": "application/akn+xml", "json": "application/json", "md": "text/markdown"}
_SCHEMA = "https://schema.org/"
Numbers = tuple[int, ...]


def legislation(policy: Policy, register: Register) -> Node:
    """The document on the day, with its articles whose days are others than its own."""
    made = work("Legislation", policy, register)
    shown = version_today(register, policy)
    acting = [link for link in register.relations(policy) if link.acts]
    return {
        **made,
        "legislationIdentifier": eli(register, policy),
        "identifier": one_line(policy.number or policy.index_number or ""),
        "legislationType": one_line(policy.genre or ""),
        "legislationDate": policy.made_on.isoformat(),
        "legislationDateVersion": shown.begins.isoformat(),
        "legislationDateOfApplicability": policy.effective_on.isoformat() if policy.effective_on else None,
        "expires": policy.ended_from.isoformat() if policy.ended_from else None,
        "temporalCoverage": _span(policy.in_force_from, register.ended_on(policy)),
        "legislationPassedBy": made["publisher"],
        "legislationLegalForce": _force(register.standing(policy).status),
        "legislationLegalValue": _value(shown),
        "legislationConsolidates": _consolidated(shown, register),
        "legislationChanges": _others(acting, _AMENDS | _REPEALS, register),
        "legislationAmends": _others(acting, _AMENDS, register),
        "legislationRepeals": _others(acting, _REPEALS, register),
        "legislationApplies": _applied(policy, register),
        "legislationEnsuresImplementationOf": _others(acting, {"配套"}, register),
        "hasPart": [*_articles(policy, register, shown)],
        "about": policy.topic,
    }


def objects(texts: Iterable[VersionFiles], register: Register, first: dt.date) -> list[Node]:
    """The files of each version; those that begin after the ``first`` are computed."""
    return [
        {
            "@type": "LegislationObject",
            "contentUrl": register.column.root + file.path,
            "encodingFormat": _FORMATS[file.path.rpartition(".")[2]],
            "contentSize": f"{file.size} B",
            "legislationLegalValue": _legal_value(each.begins > first),
            "temporalCoverage": _span(each.begins, each.ends),
        }
        for each in texts
        for file in each.files
    ]


def _force(status: Status) -> str | None:
    """Nothing of another district's: whether it holds there is not ours to say."""
    if status is Status.ELSEWHERE:
        return None
    if status is Status.PARTLY_REPEALED:
        return f"{_SCHEMA}PartiallyInForce"
    return f"{_SCHEMA}{'InForce' if status in {Status.VALID, Status.AMENDED} else 'NotInForce'}"


def _value(version: Version) -> str | None:
    """Nothing of a closed document: readers do not have its text."""
    return None if version.policy.closed else _legal_value(version.consolidated)


def _legal_value(computed: bool) -> str:
    return f"{_SCHEMA}{'Unofficial' if computed else 'Official'}LegalValue"


def _span(begins: dt.date, ends: dt.date | None) -> str:
    """From a day to the last one; ``..`` where no end is known. The first day at least."""
    last = max(begins, ends - dt.timedelta(days=1)).isoformat() if ends else ".."
    return f"{begins.isoformat()}/{last}"


def _others(links: Iterable[Link], kinds: frozenset[str] | set[str], register: Register) -> list[Node]:
    found = {link.other.id: link.other for link in links if link.kind in kinds}
    return [named(each, register) for each in found.values() if each.is_public(register.today)]


def _consolidated(shown: Version, register: Register) -> list[Node]:
    """What the text of the day was made from: the issued one, and all that changed it since."""
    if not shown.consolidated:
        return []
    known = [each for each in versions(register, shown.policy) if each.begins <= shown.begins]
    made_of = {each.by.id: each.by for version in known for each in version.by}
    return [named(each, register) for each in (shown.policy, *made_of.values())]


def _applied(policy: Policy, register: Register) -> list[Node]:
    """What it says it rests on; a document that the column does not have by its name alone."""
    if policy.closed:
        return []
    found = []
    for each in dict.fromkeys(basis.named for basis in bases(policy.document.governing)):
        other = meant(register, policy, each)
        plain = {"@type": "Legislation", "name": one_line(each.title), "identifier": each.number}
        found.append(named(other, register) if other else plain)
    return found


def _articles(policy: Policy, register: Register, shown: Version) -> Iterator[Node]:
    """Articles that hold from another day than the document, or do not hold on the day."""
    if policy.closed:
        return
    since, stopped = _days(policy, register, shown), _stopped(policy, register)
    for article in shown.text.governing.articles:
        idle = article.number in stopped or article.repealed
        if article.number in since or idle:
            yield _article(policy, register, shown, article, since.get(article.number), idle)


def _article(
    policy: Policy, register: Register, shown: Version, article: Part, day: dt.date | None, idle: bool
) -> Node:
    begins = day or policy.in_force_from
    held = not idle and begins <= register.today and register.standing(policy).in_force
    return {
        "@type": "Legislation",
        "@id": f"{register.column.root}{policy.url}#{article.id}",
        "name": article.label,
        "legislationIdentifier": eli_of_article(register, policy, shown.begins, article.number),
        "temporalCoverage": None if idle else _span(begins, register.ended_on(policy)),
        "legislationLegalForce": f"{_SCHEMA}{'InForce' if held else 'NotInForce'}",
    }


def _days(policy: Policy, register: Register, shown: Version) -> dict[Numbers, dt.date]:
    """The articles that read as they do from a day of their own on, by the text itself or an amendment."""
    own = {each.article: each.day for each in effects(policy.document.governing) if each.article and each.day}
    found = {
        article.number: day
        for article in policy.document.governing.articles
        if (day := own.get(article.label)) and day != policy.in_force_from
    }
    for version in versions(register, policy):
        if version.by and version.begins <= shown.begins:
            for article in version.text.governing.articles:
                if article.id in version.changed:
                    found[article.number] = version.begins
    return found


def _stopped(policy: Policy, register: Register) -> set[Numbers]:
    """The articles that are not carried out on the day."""
    held = (each for each in suspended(amendments(register, policy)) if each.holds_on(register.today))
    return {at.article for each in held for at in each.at if at.whole}
