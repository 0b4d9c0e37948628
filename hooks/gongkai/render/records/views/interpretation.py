"""An interpretation's page: its policies, its questions tied to their articles, its media."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from gongkai.column.matters import matters_of
from gongkai.records.types.interpretation import Interpretation, Media, Question
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Status
from gongkai.render.records.views import common
from gongkai.render.records.views.explained import explained
from gongkai.render.records.views.thread import Thread, threads
from gongkai.render.site import Site

SHOWS = Interpretation

Links = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class InterpretationView(common.RecordView):
    """The policies explained, and the explanation in its parts."""

    record: Interpretation
    #: with their 状态 today
    policies: list[tuple[Policy, Status]]
    #: (number, question, links into the articles it speaks of, link to its own page)
    questions: list[tuple[int, Question, Links, str]]
    #: (article, what is said of it, link to the article)
    notes: list[tuple[str, str, str | None]]
    media: list[tuple[Media, common.FileView]]
    threads: list[Thread]


def view(site: Site, record: Interpretation) -> InterpretationView:
    policies = site.facts.register.policies_of(record)
    return InterpretationView(
        **common.base(site, record, _metadata(site, record)),
        record=record,
        policies=[(policy, site.facts.register.standing(policy).status) for policy in policies],
        questions=[
            (number, question, _articles(site, record, question.articles, question.document), page)
            for number, (question, page) in enumerate(
                zip(record.questions, common.answer_pages(site, record, record.url), strict=True), 1
            )
        ],
        notes=[
            (note.article, note.text, _article_href(site, record, note.article, note.document))
            for note in record.notes
        ],
        media=[(each, common.file_view(site, record, each.words, each.file)) for each in record.media],
        threads=threads(site, matters_of(site.facts.register, record), record.url),
    )


def _articles(site: Site, record: Interpretation, articles: tuple[str, ...], document: str | None) -> Links:
    """The articles a question speaks of, each leading into the policy's text."""
    found = [(article, _article_href(site, record, article, document)) for article in articles]
    return [(article, href) for article, href in found if href]


def _article_href(site: Site, record: Interpretation, article: str, document: str | None) -> str | None:
    named = site.facts.register.policy(document) if document else None
    candidates = [named] if named else site.facts.register.policies_of(record)
    for policy in candidates:
        if anchor := explained(site, policy, record).id(article):
            return site.links.href(record.url, f"{policy.url}#{anchor}")
    return None


def _metadata(site: Site, record: Interpretation) -> list[tuple[str, Markup]]:
    units = record.units or tuple(unit.label for unit in site.facts.register.units_of(record))
    person = "　".join(filter(None, (record.person, record.position)))
    if person and record.first_interpreter:
        person += "（第一解读人）"
    rows: list[tuple[str, Markup | str | None]] = [
        ("解读单位", common.unit_links(site, record.url, units)),
        ("解读形式", record.form.value),
        ("解读人", person),
        ("发布日期", common.day(record.published_on)),
        ("来源", record.provenance),
        ("关键词", "、".join(record.keywords)),
    ]
    return [(label, Markup(escape(value))) for label, value in rows if value]
