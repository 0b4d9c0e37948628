"""A page for every record: the view worked out, the template filled, the words for search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from gongkai.records.base import ContentRecord
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.budget import Budget
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.contact import Contact
from gongkai.records.types.correction import Correction
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.decision import Decision
from gongkai.records.types.event import Event
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page as WrittenPage
from gongkai.records.types.policy import Policy
from gongkai.records.types.project import Project
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.types.service import Service
from gongkai.records.types.work_task import WorkTask
from gongkai.render.facts import Facts
from gongkai.render.frame.navigation import section_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import record_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import ColumnRow, File, MapEntry, Part
from gongkai.render.records.search_words import words_of
from gongkai.render.records.views import (
    annual_report,
    budget,
    consultation,
    contact,
    correction,
    dataset,
    decision,
    event,
    gazette,
    interpretation,
    keeping,
    meeting,
    page,
    plain,
    policy,
    project,
    request_stats,
    service,
    work_task,
)
from gongkai.render.records.views.common import RecordView
from gongkai.render.site import Site
from gongkai.search import SearchDocument

#: types whose pages show more than their fields; the others need only a template
VIEWS: dict[type[ContentRecord], Callable[[Site, Any], RecordView]] = {
    Policy: policy.view,
    Interpretation: interpretation.view,
    Meeting: meeting.view,
    WorkTask: work_task.view,
    Project: project.view,
    Event: event.view,
    Service: service.view,
    GazetteIssue: gazette.view,
    Consultation: consultation.view,
    Decision: decision.view,
    AnnualReport: annual_report.view,
    RequestStats: request_stats.view,
    WrittenPage: page.view,
    Budget: budget.view,
    Dataset: dataset.view,
    Contact: contact.view,
    Correction: correction.view,
}

#: types that offer more files beside their page, made from the record: address → content
DOWNLOADS: dict[type[ContentRecord], Callable[[Facts, Any], dict[str, bytes]]] = {
    AnnualReport: annual_report.files,
    Budget: budget.files,
    RequestStats: request_stats.files,
}


def planned(site: Site) -> Iterator[Planned]:
    """A page for each public record; what introduces a list stands on the list's page."""
    for record in site.facts.register.all:
        if record.url not in site.facts.introductions:
            yield _record(site, record)


def _files(facts: Facts) -> Iterator[File]:
    """The files that records offer beside their pages."""
    for record in facts.register.all:
        if make := DOWNLOADS.get(type(record)):
            yield from make(facts, record).items()


def _record(site: Site, record: ContentRecord) -> Planned:
    section = section_of(record)
    return Planned(record.url, section, lambda: _record_page(site, record, section))


def _record_page(site: Site, record: ContentRecord, section: str) -> Page:
    view = VIEWS.get(type(record), plain.view)(site, record)
    if view.metadata:
        view = replace(view, metadata=[*view.metadata, *keeping.detail(site, record)])
    return Page(
        url=record.url,
        section=section,
        title=title_of(site.links, record.name),
        head=record_head(site.facts, record, view.feeds),
        content=site.templates.filled(view, record.url),
        body_class=record.TYPE,
        modified=view.modified,
        document=document(site.facts, record, view.plain),
    )


def document(facts: Facts, record: ContentRecord, text: str) -> SearchDocument:
    """What search knows of a record: its names, and its ``text`` and fields as words."""
    units = facts.register.units_of(record)
    state = facts.register.state(record)
    return SearchDocument(
        url=record.url,
        title=record.name,
        number=getattr(record, "number", None) or "",
        text=words_of(record, text, facts.register.today),
        type=record.LABEL,
        unit=units[0].label if units else "",
        year=str(record.published.year),
        status=state.value if state else "",
        date=record.published.isoformat(),
        extra=" ".join(name for unit in units for name in unit.names),
    )


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    for record in facts.register.all:
        yield record.url, record.last_change(facts.register.today)


def _columns(facts: Facts) -> Iterator[ColumnRow]:
    """The pages that the district writes itself."""
    for each in reversed(facts.register.pages):
        if each.url not in facts.introductions:
            yield each.block or each.title, each.url, None


PART = Part(planned, _files, _in_map, _columns)
