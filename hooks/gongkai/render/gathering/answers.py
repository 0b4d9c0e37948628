"""问答: what was asked and answered, wherever, by 领域, 主题 and unit; what has ended stands last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.column.answers import Answer, gathered
from gongkai.column.asked import FOLDER as URL
from gongkai.records.fields.own_words import in_order
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.page import Page as WrittenPage
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.documents import Topic
from gongkai.records.vocabulary.term import Term
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.answer_lines import lined, narrowing
from gongkai.render.gathering.answer_rows import AnswerRow, row
from gongkai.render.listing import PAGE_SIZE
from gongkai.render.lists.lined import Narrowing, script
from gongkai.render.lists.paging import PagedView, numbers
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import Column, File, MapEntry, Part
from gongkai.render.site import Crumbs, Site
from gongkai.search import SearchDocument

TITLE = "问答"


@dataclass(frozen=True)
class Choice:
    """One way into the answers: its words, and how many it has."""

    label: str
    href: str
    count: int


@dataclass(frozen=True)
class Slice:
    """All answers, or those of one 领域, 主题 or unit: a facet and the slug of a choice."""

    url: str
    label: str | None
    answers: Sequence[Answer]
    facet: str = ""
    slug: str = ""

    @property
    def title(self) -> str:
        return f"{TITLE}：{self.label}" if self.label else TITLE

    @property
    def holding(self) -> int:
        return sum(not each.ended for each in self.answers)

    @property
    def pages(self) -> int:
        return max(1, -(-len(self.answers) // PAGE_SIZE))

    def page_url(self, number: int) -> str:
        return self.url if number == 1 else f"{self.url}page/{number}/"


@dataclass(frozen=True, kw_only=True)
class AnswersView(PagedView):
    """A page of a list of answers; ``groups``: (words, choices) on the first page of all answers."""

    TEMPLATE = "lists/answers.html"

    crumbs: Crumbs
    title: str
    total: int
    holding: int
    groups: list[tuple[str, list[Choice]]]
    rows: list[AnswerRow]
    #: those on this page whose documents have ended
    ended: list[AnswerRow]
    whole: str | None
    feeds: list[FeedLinks]
    data: str | None
    #: what a browser needs to narrow it, on its first page
    narrowing: Narrowing | None


def planned(site: Site) -> Iterator[Planned]:
    """The whole list and one for each choice, as far as anything was answered."""
    for part in slices(site.facts):
        for number in range(1, part.pages + 1):
            yield _planned(site, part, number)


def slices(facts: Facts) -> list[Slice]:
    """The whole list first, then those of the groups; none where nothing was answered."""
    found = gathered(facts.register)
    groups = [part for _, parts in _groups(facts, found) for part in parts]
    return [Slice(URL, None, found), *groups] if found else []


def _groups(facts: Facts, found: Sequence[Answer]) -> Iterator[tuple[str, list[Slice]]]:
    units = {unit.id: (unit.slug, unit.name) for unit in facts.register.units}
    domains = in_order(domain for each in found for domain in each.domains)
    yield "按事情找", _by(found, "domain", lambda each: _terms(each.domains), _terms(domains))
    yield "按单位找", _by(found, "unit", lambda each: _of_units(each.units), list(units.values()))
    yield "按主题分类找", _by(found, "topic", lambda each: _terms(each.topics), _ordered(Topic))


_Key = tuple[str, str]


def _ordered(terms: type[Term]) -> list[_Key]:
    return [(term.slug, term.value) for term in terms]


def _terms(terms: Iterable[Term]) -> list[_Key]:
    return [(term.slug, term.value) for term in terms]


def _of_units(units: Iterable[Unit]) -> list[_Key]:
    return [(unit.slug, unit.name) for unit in units]


def _by(
    found: Sequence[Answer], name: str, keys: Callable[[Answer], list[_Key]], order: list[_Key]
) -> list[Slice]:
    """The answers under each key, in the order of the keys."""
    groups: dict[_Key, list[Answer]] = {}
    for each in found:
        for key in keys(each):
            groups.setdefault(key, []).append(each)
    return [
        Slice(f"{URL}{name}/{key[0]}/", key[1], groups[key], name, key[0]) for key in order if key in groups
    ]


def _planned(site: Site, part: Slice, number: int) -> Planned:
    url = part.page_url(number)
    return Planned(url, "columns", lambda: _page(site, part, number, url))


def _page(site: Site, part: Slice, number: int, url: str) -> Page:
    view = _view(site, part, number, url)
    described = f"{part.title}，共{len(part.answers)}条，依据没有失效的{part.holding}条"
    head = list_head(site.facts, url, part.title, view.feeds, description=described)
    if view.narrowing:
        head += script(site, url)
    title = part.title if number == 1 else f"{part.title}（第{number}页）"
    content = site.templates.filled(view, url)
    document = _document(part) if url == URL else None
    return Page(url, "columns", title_of(site.links, title), head, content, "answers", document=document)


def _document(part: Slice) -> SearchDocument:
    """The whole list: what it holds is found by itself."""
    newest = max(each.asked.day for each in part.answers).isoformat()
    return SearchDocument(
        url=URL, title=TITLE, number="", text=f"共 {len(part.answers)} 条问答", type=WrittenPage.LABEL,
        unit="", year="", status="", date=newest, extra="常见问题 知识库",
    )  # fmt: skip


def _view(site: Site, part: Slice, number: int, url: str) -> AnswersView:
    start = (number - 1) * PAGE_SIZE
    shown = part.answers[start : start + PAGE_SIZE]
    first = part.label is None and number == 1
    steps = [(TITLE, URL)] if part.label else []
    return AnswersView(
        **numbers(site.links, part, number, url),
        crumbs=[*site.links.crumbs(url, *steps), (part.label or TITLE, None)],
        title=part.title,
        total=len(part.answers),
        holding=part.holding,
        groups=_choices(site, part.answers, url) if first else [],
        rows=[row(site, each, url) for each in shown if not each.ended],
        ended=[row(site, each, url) for each in shown if each.ended],
        whole=site.links.href(url, URL) if part.label else None,
        feeds=site.links.feed_links(url, ["answers"]),
        data=site.links.href(url, "data/#answers") if site.facts.made.datasets else None,
        narrowing=narrowing(site.facts, part.facet, part.slug) if number == 1 else None,
    )


def _choices(site: Site, found: Sequence[Answer], url: str) -> list[tuple[str, list[Choice]]]:
    return [
        (label, [_choice(site, part, url) for part in parts])
        for label, parts in _groups(site.facts, found)
        if parts
    ]


def _choice(site: Site, part: Slice, url: str) -> Choice:
    return Choice(part.label or "", site.links.href(url, part.url), len(part.answers))


def _files(facts: Facts) -> Iterator[File]:
    """Its lines for browsers that narrow it."""
    yield from lined(facts).files()


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """The first page of the whole list; the others come and go with what they hold."""
    if found := gathered(facts.register):
        yield URL, max(each.since for each in found)


def _columns(facts: Facts) -> Iterator[Column]:
    if found := gathered(facts.register):
        yield Column(TITLE, URL, f"{len(found)} 条", place=(ColumnGroup.POLICIES, 25))


PART = Part(planned, _files, in_map=_in_map, columns=_columns)
