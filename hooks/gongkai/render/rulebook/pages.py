"""规则手册 as pages: all rules by group, and a page for each with what breaks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.law.rulebook import Finding, Rulebook, RuleEntry, WaiverEntry
from gongkai.records.types.standard import RuleForce, RuleGroup, Standard
from gongkai.records.types.waiver import Waiver
from gongkai.render.frame.links import Links
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.rulebook.places import TITLE, URL, WAIVERS, rule_url, target
from gongkai.render.rulebook.search_words import rule_document
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View


@dataclass(frozen=True)
class Row:
    """A rule in the table: how many records it holds for, how many break it, how many are let off."""

    rule: RuleEntry
    href: str
    scope: int
    broken: int
    waived: int


@dataclass(frozen=True)
class Breach:
    """A record (or a file that is none) with what is wrong in it."""

    label: str
    href: str | None
    example: bool
    findings: Sequence[Finding]
    waiver: Waiver | None


@dataclass(frozen=True, kw_only=True)
class RulebookView(View):
    """All rules in their groups; those that do not hold yet or any more apart."""

    TEMPLATE = "lists/rulebook.html"

    crumbs: Crumbs
    title: str
    #: how many rules hold today
    total: int
    groups: list[tuple[RuleGroup, list[Row]]]
    coming: list[Row]
    ended: list[Row]
    waivers: str
    feeds: list[FeedLinks]
    #: (format, link)
    files: list[tuple[str, str]]
    data: str | None


@dataclass(frozen=True, kw_only=True)
class RuleView(View):
    """One rule, and the records that break it or are let off."""

    TEMPLATE = "lists/rule.html"

    crumbs: Crumbs
    title: str
    rule: RuleEntry
    standard: Standard
    row: Row
    broken: list[Breach]
    waived: list[Breach]
    #: where its group stands in the rulebook
    group: str
    waivers: str


def planned(site: Site) -> Iterator[Planned]:
    """The rulebook and a page for every rule."""
    book = site.facts.law.rulebook
    if book is not None:
        yield Planned(URL, "columns", lambda: _index(site, book))
        for rule in book.rules:
            yield _planned(site, book, rule)


def _planned(site: Site, book: Rulebook, rule: RuleEntry) -> Planned:
    url = rule_url(rule.standard.slug)
    return Planned(url, "columns", lambda: _rule(site, book, rule, url))


def records(findings: Sequence[Finding]) -> int:
    """How many records (or files) there are findings in."""
    return len({(each.problem.path, each.problem.row) for each in findings})


def _row(links: Links, rule: RuleEntry) -> Row:
    href = links.href(URL, rule_url(rule.standard.slug))
    return Row(rule, href, len(rule.scope), records(rule.broken), records(rule.waived))


def _index(site: Site, book: Rulebook) -> Page:
    rows = [_row(site.links, rule) for rule in book.rules]
    groups = [
        (group, [row for row in rows if row.rule.standard.group is group and _holds(row.rule)])
        for group in RuleGroup
    ]
    view = RulebookView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        total=sum(_holds(row.rule) for row in rows),
        groups=[(group, found) for group, found in groups if found],
        coming=[row for row in rows if row.rule.force is RuleForce.COMING],
        ended=[row for row in rows if row.rule.force is RuleForce.ENDED],
        waivers=site.links.href(URL, WAIVERS),
        feeds=site.links.feed_links(URL, ["rulebook"]),
        files=[(kind, site.links.href(URL, f"{URL}rules.{kind.lower()}")) for kind in ("CSV", "JSON")],
        data=site.links.href(URL, "data/#standards") if "standards" in site.facts.made.datasets else None,
    )
    description = f"本栏目照哪些规定检查：{view.total}条现行规则的依据、级别、参数和今天的结果"
    head = list_head(site.facts, URL, TITLE, view.feeds, description=description)
    content = site.templates.filled(view, URL)
    return Page(URL, "columns", title_of(site.links, TITLE), head, content, "rulebook")


def _listed(book: Rulebook, group: RuleGroup) -> bool:
    """True for a group that stands on the rulebook's page: one with a rule in force."""
    return any(_holds(each) and each.standard.group is group for each in book.rules)


def _holds(rule: RuleEntry) -> bool:
    return rule.force is RuleForce.IN_FORCE


def _rule(site: Site, book: Rulebook, rule: RuleEntry, url: str) -> Page:
    standard = rule.standard
    view = RuleView(
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (standard.title, None)],
        title=standard.title,
        rule=rule,
        standard=standard,
        row=_row(site.links, rule),
        broken=_breaches(site.links, url, rule.broken),
        waived=_breaches(site.links, url, rule.waived, book.waivers),
        group=site.links.href(url, f"{URL}#{standard.group.slug}" if _listed(book, standard.group) else URL),
        waivers=site.links.href(url, WAIVERS),
    )
    description = f"规则“{standard.title}”的依据、参数、怎样算错、怎样改和今天的检查结果"
    head = list_head(site.facts, url, standard.title, [], description=description)
    content = site.templates.filled(view, url)
    title = f"{standard.title} - {TITLE}"
    document = rule_document(rule, url)
    return Page(url, "columns", title_of(site.links, title), head, content, "rule", document=document)


def _breaches(
    links: Links, url: str, findings: Sequence[Finding], waivers: Sequence[WaiverEntry] = ()
) -> list[Breach]:
    groups: dict[tuple[str, int | None], list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.problem.path, each.problem.row), []).append(each)
    found = []
    for same in groups.values():
        record = same[0].record
        label, address = target(record) if record else (same[0].problem.file, None)
        href = links.href(url, address) if address else None
        given = (w.waiver for w in waivers if w.waiver.rule == same[0].problem.rule and w.record is record)
        example = bool(getattr(record, "example", False))
        found.append(Breach(label, href, example, same, next(given, None)))
    return found
