"""A policy's page: its standing, its articles with their interpretation beside them, its history."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from gongkai.column import drafts
from gongkai.column.benefit_conditions import JUDGED, Condition, conditions, paid_of
from gongkai.column.matters import matters_of
from gongkai.column.register import Link, Standing
from gongkai.common.said_days import cn_date
from gongkai.records.fields.benefit_terms import Paid
from gongkai.records.types.interpretation import Interpretation, Question
from gongkai.records.types.policy import Policy
from gongkai.records.types.waiver import Waiver
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Links
from gongkai.render.frame.ways import Door, doors
from gongkai.render.records.views import article_marks, common, versions
from gongkai.render.records.views.explained import Explained, explained
from gongkai.render.records.views.implementing import Implementing, implementing
from gongkai.render.records.views.implementing import marks as implementing_marks
from gongkai.render.records.views.phases import phases
from gongkai.render.records.views.policy_act import act
from gongkai.render.records.views.thread import TYPES, Thread, threads
from gongkai.render.records.views.timeline import timeline
from gongkai.render.records.views.versions import History
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text.document import Document

SHOWS = Policy

#: the page that says how information is applied for
REQUEST = "request/"


@dataclass(frozen=True)
class Asked:
    """One question about the policy: its number on the page and where it comes from."""

    number: int
    question: Question
    interpretation: Interpretation
    articles: list[tuple[str, str | None]]
    #: the link to its own page
    page: str


@dataclass(frozen=True)
class Note(View):
    """What stands beside an article: words on it, and the questions about it, which lead to their answers."""

    TEMPLATE = "partials/column/note.html"

    article: str
    label: str
    text: str
    #: (the question, link)
    questions: list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class PolicyView(common.RecordView):
    """A policy's standing, what explains it, where it came from and what became of it."""

    record: Policy
    standing: Standing
    #: what will end it on a day that is to come
    ending: Link | None
    interpretations: list[Interpretation]
    questions: list[Asked]
    #: what carries it out, and what it carries out
    implementing: Implementing
    threads: list[Thread]
    #: (day, what happened)
    timeline: list[tuple[dt.date, Markup]]
    pending_interpretation: dt.date | None
    waiver: Waiver | None
    #: whom to ask about what it gives to business
    asking: list[Door]
    #: its conditions that a program can hold against an enterprise
    conditions: list[Condition]
    #: how it is applied for
    applying: list[Door]
    #: what was paid, the newest year first
    paid: list[Paid]
    #: the text of each version as files for programs, the newest first
    texts: list[common.FileView]
    #: its versions, where there is more than one text or an article is suspended
    history: History | None
    #: whether the text has every amendment that is known
    written: bool
    #: (words, address) of the pages that show it beside the drafts it came of
    drafts: list[tuple[str, str]]
    #: where a closed document may be asked for, in a column that says how
    request: str | None


def view(site: Site, policy: Policy) -> PolicyView:
    register = site.facts.register
    interpretations = register.interpretations_of(policy)
    questions = asked(site, policy, interpretations)
    shown = versions.shown_today(site, policy)
    text = shown.text if shown else policy.document
    beside = notes(site, policy, interpretations, questions, text)
    beside = _joined(implementing_marks(site, policy), beside)
    if shown:
        beside = _joined(article_marks.marks(site, shown, policy.url), beside)
    body = shown.body if shown else None
    shared = common.base(site, policy, metadata(site, policy), beside, body)
    shared["phases"] = phases(site.facts, policy, partial(act, site, policy, len(questions)))
    due = policy.interpretation_due
    # the thread has the types with a stage, the relations have the other policies
    shared["mentions"] = [each for each in shared["mentions"] if each.TYPE not in {*TYPES, Policy.TYPE}]
    history = versions.history(site, shown, policy.url) if shown else None
    return PolicyView(
        **shared,
        record=policy,
        standing=register.standing(policy),
        ending=_ending(site, policy),
        interpretations=interpretations,
        questions=questions,
        implementing=implementing(site, policy),
        threads=threads(site, matters_of(register, policy), policy.url),
        timeline=timeline(site, policy),
        pending_interpretation=due if due and not interpretations else None,
        waiver=site.facts.waiver(policy, "interpretation-missing"),
        asking=doors(site.facts, policy, policy.benefit.contact) if policy.benefit else [],
        applying=doors(site.facts, policy, policy.benefit.how) if policy.benefit else [],
        conditions=_conditions(site, policy),
        paid=paid_of(policy, register),
        texts=_texts(site, policy),
        history=history,
        written=history is not None and not history.missing,
        drafts=_drafts(site, policy),
        request=_request(site, policy),
    )


def _conditions(site: Site, policy: Policy) -> list[Condition]:
    """While it can be applied for; what an office judges stands among the words of the document."""
    if policy not in site.facts.register.benefits or policy.benefit is None:
        return []
    found = conditions(policy.benefit.terms, site.facts.register.column.area.name)
    return [each for each in found if each.relation != JUDGED]


def _ending(site: Site, policy: Policy) -> Link | None:
    """The first document that repeals or replaces it on a day to come, while it has not ended."""
    register = site.facts.register
    if register.standing(policy).void:
        return None
    ends = (each for each in register.relations(policy) if not each.acts and each.kind in ("废止", "替代"))
    return next((each for each in ends if each.date > register.today), None)


def _texts(site: Site, policy: Policy) -> list[common.FileView]:
    """The files of its versions, named by the day from which the text holds."""
    versions = reversed(site.facts.made.texts.get(policy.id, ()))
    return [
        common.FileView(
            f"{cn_date(each.begins)}起的文字", site.links.href(policy.url, file.path), file.label, file.size
        )
        for each in versions
        for file in each.files
    ]


def _drafts(site: Site, policy: Policy) -> list[tuple[str, str]]:
    """With the day of the consultation where there is more than one."""
    found = drafts.consulted_on(site.facts.register, policy)
    return [
        (
            f"草案（{cn_date(each.opens_on)}征求意见）和定稿逐条对照" if found[1:] else "草案和定稿逐条对照",
            site.links.href(policy.url, drafts.address(each)),
        )
        for each in found
    ]


def _joined(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    """The HTML at each article of both."""
    return {each: first.get(each, "") + second.get(each, "") for each in first | second}


def _request(site: Site, policy: Policy) -> str | None:
    told = policy.closed and any(page.url == REQUEST for page in site.facts.register.pages)
    return site.links.href(policy.url, REQUEST) if told else None


def asked(site: Site, policy: Policy, interpretations: list[Interpretation]) -> list[Asked]:
    """Every question about this policy, numbered through all its interpretations."""
    found = [
        (question, each, page)
        for each in interpretations
        for question, page in zip(each.questions, common.answer_pages(site, each, policy.url), strict=True)
        if _speaks_of(site.facts, policy, question.document)
    ]
    return [
        Asked(number, question, source, _article_links(explained(site, policy, source), question), page)
        for number, (question, source, page) in enumerate(found, 1)
    ]


def _article_links(places: Explained, question: Question) -> list[tuple[str, str | None]]:
    found = [(article, places.id(article)) for article in question.articles]
    return [(article + places.changed(article), f"#{id_}" if id_ else None) for article, id_ in found]


def _speaks_of(facts: Facts, policy: Policy, document: str | None) -> bool:
    return document is None or facts.register.policy(document) is policy


def notes(
    site: Site, policy: Policy, interpretations: list[Interpretation], questions: list[Asked], shown: Document
) -> dict[str, str]:
    """Article id → HTML of what stands beside the article."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    links: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in questions:
        places = explained(site, policy, each.interpretation)
        for article in each.question.articles:
            if anchor := places.id(article):
                links[anchor].append((each.question.question, f"#wen-{each.number}"))
                texts[anchor].append(places.changed(article))
    for interpretation in interpretations:
        places = explained(site, policy, interpretation)
        for note in interpretation.notes:
            anchor = places.id(note.article)
            if anchor and _speaks_of(site.facts, policy, note.document):
                texts[anchor] += (places.changed(note.article), note.text)
    labels = {article.id: article.label for document in shown.all for article in document.articles}
    return {
        article: site.templates.partial(
            "note", view=Note(article, labels[article], "".join(dict.fromkeys(words)), links[article])
        )
        for article, words in texts.items()
    }


def metadata(site: Site, policy: Policy) -> list[tuple[str, Markup]]:
    """The metadata table, 发文字号 first; only what is known."""
    standing = site.facts.register.standing(policy)
    rows: list[tuple[str, Any]] = [
        ("发文字号", _issued(policy)),
        ("发文机关", common.unit_links(site, policy.url, policy.issuers)),
        ("有效性", standing.status.value),
        ("施行日期", policy.effective_on),
        ("发布日期", None if policy.number else policy.published_on),
        ("成文日期", policy.made_on),
        ("索引号", policy.index_number),
        ("主题分类", _topic(site.links, policy)),
        ("体裁", policy.genre),
        ("有效期至", policy.expires_on),
        ("规范性文件", "是" if policy.normative else "否"),
        ("公开属性", policy.disclosure.value),
        ("公开事项", common.entry_links(site, policy.url, policy.catalogue)),
        ("领域", "、".join(policy.domains)),
        ("服务对象", "、".join(policy.audiences)),
        ("关键词", "、".join(policy.keywords)),
    ]
    return [(label, _cell(value)) for label, value in rows if value]


def _issued(policy: Policy) -> Markup | None:
    """示建发〔2026〕21号，2026年9月11日公布."""
    number = Markup("{}，{}公布")
    return number.format(policy.number, common.day(policy.published_on)) if policy.number else None


def _cell(value: Any) -> Markup:
    return common.day(value) if isinstance(value, dt.date) else Markup(escape(value))


def _topic(links: Links, policy: Policy) -> Markup | None:
    if policy.topic is None:
        return None
    return common.link(links.href(policy.url, f"policies/topic/{policy.topic.slug}/"), policy.topic.value)
