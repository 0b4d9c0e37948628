"""A consultation's page: how to take part while it is open, what became of what people said after."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.column import drafts
from gongkai.column.matters import matters_of
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation, Feedback
from gongkai.records.types.decision import Decision
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState
from gongkai.render.facts import Facts
from gongkai.render.frame.ways import Door, doors
from gongkai.render.records.views import common
from gongkai.render.records.views.draft_comparison import said
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.pairs import Said
from gongkai.render.records.views.phases import Phase
from gongkai.render.records.views.thread import Thread, threads
from gongkai.render.site import Site
from gongkai.text import article_id

SHOWS = Consultation

#: fields with a part of the page of their own
_APART = {"草案", "方式", "反馈拟公布日期", "决策事项", "形成的文件"}


@dataclass(frozen=True, kw_only=True)
class ConsultationView(common.RecordView):
    """Where a consultation stands, and what came of it."""

    record: Consultation
    #: the last day for the answer that is still to come
    due: dt.date | None
    #: how opinions could be given, once they no longer can
    past_ways: list[Door]
    draft: common.FileView | None
    feedback: Feedback | None
    #: opinions on articles of the draft, and where each stands on the page
    opinions: list[tuple[Said, str | None]]
    #: where the draft stands beside what came of it
    comparison: str | None
    policies: list[Policy]
    #: with their 状态 today
    decisions: list[tuple[Decision, DecisionState]]
    threads: list[Thread]
    #: the own page of each answer
    pages: list[str]

    @property
    def states(self) -> list[tuple[Phase, ConsultationState]]:
        """Each phase with the state it is in."""
        return [(each, each.state) for each in self.phases if isinstance(each.state, ConsultationState)]


def view(site: Site, record: Consultation) -> ConsultationView:
    today = site.facts.register.today
    shared = common.base(site, record, [row for row in metadata(site, record) if row[0] not in _APART])
    decisions = _decisions(site.facts, record, shared["mentions"])
    shared["mentions"] = [each for each in shared["mentions"] if each not in decisions]
    matters = matters_of(site.facts.register, record)
    named = filter(None, map(site.facts.register.policy, record.documents))
    # where it does not say so itself: what came of the decision it was about
    found = [*named, *(policy for each in matters if each.decision for policy in each.policies)]
    draft = record.draft_text
    return ConsultationView(
        **shared,
        record=record,
        due=site.facts.register.awaited.get(record.id),
        past_ways=doors(site.facts, record, record.channels) if record.closes_on < today else [],
        draft=common.file_view(site, record, "草案全文", draft) if draft else None,
        feedback=record.feedback_on(today),
        opinions=_opinions(record, record.feedback_on(today)),
        comparison=_comparison(site, record),
        policies=[each for each in {p.id: p for p in found}.values() if each.is_public(today)],
        decisions=[(each, site.facts.register.decision_state(each)) for each in decisions],
        pages=common.answer_pages(site, record, record.url),
        threads=threads(site, matters, record.url),
    )


def _opinions(record: Consultation, feedback: Feedback | None) -> list[tuple[Said, str | None]]:
    known = record.document.article_ids
    found = [(said(each), article_id(each.article)) for each in (feedback.opinions if feedback else ())]
    return [(each, f"#{anchor}" if anchor in known else None) for each, anchor in found]


def _comparison(site: Site, record: Consultation) -> str | None:
    known = record.id in drafts.finals(site.facts.register)
    return site.links.href(record.url, drafts.address(record)) if known else None


def _decisions(facts: Facts, record: Consultation, mentions: list[ContentRecord]) -> list[Decision]:
    """The matters it belongs to: those it names, those that name it or what came of it."""
    named = [each for each in map(facts.register.record, record.decisions) if each]
    named += [each.decision for each in matters_of(facts.register, record) if each.decision]
    public = [each for each in (*named, *mentions) if each.is_public(facts.register.today)]
    return list({each.id: each for each in public if isinstance(each, Decision)}.values())
