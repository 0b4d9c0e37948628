"""A page for each answer: whether it holds, what it rests on, whom to call, where it was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.answer_days import ahead
from gongkai.column.answers import Answer, about, answers, gathered
from gongkai.column.asked import FOLDER, Asked
from gongkai.column.rests_on import Basis
from gongkai.common.title_marks import in_marks
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import AnswerState
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import answer_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.answer_rows import AnswerRow, row
from gongkai.render.gathering.phones import Phone, organiser, phones_of
from gongkai.render.machine.metadata import FeedLinks
from gongkai.render.parts import MapEntry, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument
from gongkai.text.links import readable
from gongkai.text.tree import Node
from gongkai.text.tree import Part as TextPart

#: what only its own page can show
_DRAWN = (TextPart.TABLE, TextPart.HTML, TextPart.CODE)
#: so much of an article stands on the page, and so many other questions
_ARTICLE, _OTHERS = 300, 8
#: words that tell what a question is about
_MATTERS = 2
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Quoted:
    """An article as it reads today: its number, its words, where it stands; without words it is gone.

    ``drawn``: it has a table, which only its own page shows.
    """

    label: str
    words: str
    href: str | None
    changed: bool
    cut: bool
    drawn: bool = False


@dataclass(frozen=True)
class RestsOn:
    """A document the answer rests on."""

    basis: Basis
    href: str
    articles: list[Quoted]


@dataclass(frozen=True)
class Turn:
    """A state of the answer and the day that begins it; today's has none."""

    begins: dt.date | None
    state: AnswerState

    @property
    def mark(self) -> str:
        """What its id on the page ends with."""
        return f"-{self.begins}" if self.begins else ""


@dataclass(frozen=True, kw_only=True)
class AnswerView(View):
    """An answer and everything a reader needs to use it."""

    TEMPLATE = "lists/answer.html"

    crumbs: Crumbs
    answer: Answer
    #: its states by day, today's first
    turns: list[Turn]
    rests_on: list[RestsOn]
    services: list[Service]
    phones: list[Phone]
    #: the last day on which one can act by it, where that is known
    last: dt.date | None
    #: the column's (name, contact, the same as dialled), where those that answered have no number
    organiser: tuple[str, str, str] | None
    #: (where it was asked, link), itself first
    sources: list[tuple[Asked, str]]
    others: list[AnswerRow]
    feeds: list[FeedLinks]


def planned(site: Site) -> Iterator[Planned]:
    """Every answer has its page, those that stand in lists by a twin of theirs too."""
    for answer in answers(site.facts.register):
        yield _planned(site, answer)


def _planned(site: Site, answer: Answer) -> Planned:
    return Planned(answer.url, "columns", lambda: _page(site, answer))


def _page(site: Site, answer: Answer) -> Page:
    view = _view(site, answer)
    return Page(
        url=answer.url,
        section="columns",
        title=title_of(site.links, answer.asked.question),
        head=answer_head(site.facts, answer, view.feeds),
        content=site.templates.filled(view, answer.url),
        body_class="answer",
        modified=answer.since,
        document=_document(answer) if answer.first else None,
    )


def _document(answer: Answer) -> SearchDocument:
    """Found by its question first, then by the answer and what it rests on."""
    asked, units = answer.asked, answer.units
    named = [f"依据{in_marks(each.policy.title)}{'、'.join(asked.articles)}" for each in answer.bases]
    numbers = [each.policy.number for each in answer.bases if each.policy.number]
    return SearchDocument(
        url=answer.url,
        title=_found_as(answer),
        number="",
        text="\n".join([asked.answer, *named]),
        type="问答",
        unit=units[0].label if units else "",
        year=str(asked.day.year),
        status=answer.state.value,
        date=asked.day.isoformat(),
        extra=" ".join([*numbers, *asked.record.keywords, *(name for unit in units for name in unit.names)]),
        asked=tuple(dict.fromkeys(saying for each in (asked, *answer.also) for saying in each.sayings)),
    )


def _found_as(answer: Answer) -> str:
    """The question with what it is about, which few questions name: 多久能批下来？（临时救助、急难）"""
    question, record = answer.asked.question, answer.asked.record
    about = record if isinstance(record, Interpretation) else answer.bases[0].policy if answer.bases else None
    matters = [each for each in about.keywords if each not in question] if about else []
    return f"{question}（{'、'.join(matters[:_MATTERS])}）" if matters else question


def _view(site: Site, answer: Answer) -> AnswerView:
    url, links = answer.url, site.links
    phones = phones_of(site.facts, answer.units)
    turns = [Turn(None, answer.state), *(Turn(*each) for each in ahead(site.facts.register, answer))]
    return AnswerView(
        crumbs=_crumbs(site, answer),
        answer=answer,
        turns=turns,
        last=next(
            (each.begins - _DAY for each in turns if each.begins and each.state is AnswerState.ENDED), None
        ),
        rests_on=[_rests_on(site, answer, each) for each in answer.bases],
        services=services_of(site.facts, answer),
        phones=phones,
        organiser=None if phones else organiser(site.facts),
        sources=[(each, links.href(url, each.place)) for each in (answer.asked, *answer.also)],
        others=[row(site, each, url) for each in _others(site.facts, answer)],
        feeds=links.feed_links(url, ["answers"]),
    )


def _crumbs(site: Site, answer: Answer) -> Crumbs:
    """Home, all answers, those of its first 领域; the title says which question it is."""
    subject = [(each.value, f"{FOLDER}domain/{each.slug}/") for each in answer.domains[:1]]
    steps = site.links.crumbs(answer.url, ("问答", FOLDER), *(subject if answer.first else []))
    return [*steps, ("这一问", None)]


def _rests_on(site: Site, answer: Answer, basis: Basis) -> RestsOn:
    quoted = [_quoted(site, answer, basis, at) for at in range(len(basis.cited))]
    return RestsOn(basis, site.links.href(answer.url, basis.address), quoted)


def _quoted(site: Site, answer: Answer, basis: Basis, at: int) -> Quoted:
    cited = basis.cited[at]
    if cited.now is None:
        return Quoted(cited.label, "", None, cited.changed, False)
    words = _words(cited.now)
    href = site.links.href(answer.url, f"{basis.policy.url}#{cited.now.id}")
    cut = len(words) > _ARTICLE
    drawn = any(each.kind in _DRAWN for each in cited.now.walk())
    return Quoted(cited.now.label.strip("*"), words[:_ARTICLE], href, cited.changed, cut, drawn)


def _words(article: Node) -> str:
    """The words of an article without its number and its tables."""
    parts = [article.text, *(words for each in article.children for words in _inside(each))]
    return "\n".join(filter(None, (readable(each).strip() for each in parts)))


def _inside(node: Node) -> Iterator[str]:
    if node.kind in _DRAWN:
        return
    yield f"{node.label}{node.text}"
    for each in node.children:
        yield from _inside(each)


def services_of(facts: Facts, answer: Answer) -> list[Service]:
    """How to apply under what it rests on; not under what has ended."""
    if answer.ended:
        return []
    found = (one for each in answer.bases for one in facts.register.mentions(each.policy))
    return list({each.id: each for each in found if isinstance(each, Service)}.values())


def _others(facts: Facts, answer: Answer) -> list[Answer]:
    """Other questions about the same documents."""
    same = (one for name in sorted(answer.documents) for one in about(facts.register, name))
    known = {answer.url, *(each.url for each in answer.also)}
    found = {one.url: one for one in same if one.url not in known}
    return list(found.values())[:_OTHERS]


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """Each answer once."""
    for each in gathered(facts.register):
        yield each.url, each.since


PART = Part(planned, in_map=_in_map)
