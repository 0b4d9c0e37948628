"""Single pieces of a unit's work → what they show: drafts put to the public, hearings, decisions, answers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from gongkai.column.register import Register
from gongkai.law.matrix.cell import Shown
from gongkai.law.matrix.told import Found, Reader, a_year, of_names
from gongkai.records.base import ContentRecord
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.evaluation import Evaluation
from gongkai.records.types.event import Event
from gongkai.records.types.item import Item
from gongkai.records.types.policy import Policy
from gongkai.records.types.response import Response
from gongkai.records.vocabulary.documents import Audience
from gongkai.records.vocabulary.norms import Proof
from gongkai.records.vocabulary.units import UnitKind

Some = TypeVar("Some", bound=ContentRecord)
#: what article 50 has the report of a government say besides
_APPRAISED = re.compile("考核|评议|问责|责任追究")
#: what is said of an evaluation that is of openness itself
_APPRAISED_WORK = re.compile("政务公开|信息公开")
_BUSINESS = frozenset((Audience.COMPANY, Audience.SOLE_TRADER))


def _published(kind: type[Some], wanted: Callable[[Some, DutyNorm], object]) -> Reader:
    """Those records of a kind that fit, for the units that stand in them."""

    def read(register: Register, norm: DutyNorm) -> Found:
        for record in register.public(kind):
            if wanted(record, norm):
                each = Shown(record.name, record.url, record.published)
                yield from ((unit, each) for unit in register.units_of(record))

    return read


def _titled(record: ContentRecord, norm: DutyNorm) -> bool:
    """By a word of its title, where any is named."""
    words = norm.evidence.title_has
    return not words or any(word in record.name for word in words)


def _reports(register: Register, _: DutyNorm) -> Found:
    """Reports that have all their parts in words; that of a government tells of appraisal as well."""
    for report in register.public(AnnualReport):
        parts = (report.overview, report.problems, report.others)
        told = "".join(text for part in parts for text in part)
        each = Shown(report.name, report.url, report.published_on, *a_year(report.year))
        for unit, shown in of_names(register, (report.unit,), each):
            government = unit.kind.meant is UnitKind.GOVERNMENT
            if all(parts) and (not government or _APPRAISED.search(told)):
                yield unit, shown


def _decisions(register: Register, _: DutyNorm) -> Found:
    """Lists of matters to be decided, for who decides and for who prepares them."""
    for matter in register.public(Decision):
        each = Shown(matter.title, matter.url, matter.published_on, *a_year(int(matter.year)))
        yield from of_names(register, (*filter(None, [matter.decider]), *matter.units), each)


def _decided(register: Register, _: DutyNorm) -> Found:
    """Decisions that were made and published as documents, for who made them."""
    for matter in register.public(Decision):
        made = matter.decided_on
        if made and made <= register.today and matter.documents and matter.decider:
            yield from of_names(register, (matter.decider,), Shown(matter.title, matter.url, made))


def _kept_fresh(register: Register, norm: DutyNorm) -> Found:
    """The newest that anybody published, while it is as new as the norm has it."""
    newest = max(register.public(Item), key=lambda each: (each.published, each.id), default=None)
    oldest = register.today - dt.timedelta(days=norm.limit.count or 0)
    if newest and newest.published >= oldest:
        yield from ((unit, Shown(newest.name, newest.url, newest.published)) for unit in register.units)


def _column(register: Register, _: DutyNorm) -> Found:
    """This column itself: what it publishes can be searched, read and taken away."""
    for unit in register.units:
        if unit.kind.meant is UnitKind.GOVERNMENT:
            yield unit, Shown("检索、查阅、下载", "search/", None)


WORK: Mapping[Proof, Reader] = {
    Proof.REPORT_TEXT: _reports,
    Proof.NORMATIVE: _published(Policy, lambda policy, _: policy.normative),
    Proof.BENEFIT: _published(Policy, lambda policy, _: policy.benefit),
    Proof.FOR_BUSINESS: _published(Policy, lambda policy, _: not _BUSINESS.isdisjoint(policy.audiences)),
    Proof.CONSULTATION: _published(Consultation, _titled),
    Proof.DRAFT_DECISION: _published(Consultation, lambda each, _: each.decisions),
    Proof.EVENT: _published(Event, _titled),
    Proof.RESPONSE: _published(Response, _titled),
    Proof.EVALUATION: _published(Evaluation, lambda each, _: each.documents),
    Proof.APPRAISAL: _published(Evaluation, lambda each, _: _APPRAISED_WORK.search(each.work or "")),
    Proof.DECISION: _decisions,
    Proof.DECIDED: _decided,
    Proof.FRESH: _kept_fresh,
    Proof.COLUMN: _column,
}
