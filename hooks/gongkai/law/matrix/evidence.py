"""The column → what each unit has shown of a kind of content. What another unit published is no evidence.

One reader a kind. A reader gives (unit, what it has shown); the number of a catalogue
entry is never looked at: anybody may write one on anything.
"""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.law.matrix.cell import Shown
from gongkai.law.matrix.told import Found, Reader, a_year, of_names, span_of
from gongkai.law.matrix.work_shown import WORK
from gongkai.records.base import ContentRecord
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.budget import ACCOUNTS, BUDGET, Budget
from gongkai.records.types.contact import Contact
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.duty_norm import UNIT_PARTS, DutyNorm
from gongkai.records.types.item import Item
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.datasets import FieldRole
from gongkai.records.vocabulary.norms import Proof
from gongkai.records.vocabulary.units import UnitKind


def shown(register: Register, norm: DutyNorm) -> dict[str, list[Shown]]:
    """Id of a unit → its evidence for a norm."""
    found: dict[str, list[Shown]] = {}
    for kind in norm.evidence.kinds:
        for unit, each in _READERS[kind](register, norm):
            found.setdefault(unit.id, []).append(each)
    return found


def _annual_reports(register: Register, _: DutyNorm) -> Found:
    for report in register.public(AnnualReport):
        each = Shown(report.name, report.url, report.published_on, *a_year(report.year))
        yield from of_names(register, (report.unit,), each)


def _statements(label: str) -> Reader:
    def read(register: Register, _: DutyNorm) -> Found:
        for record in register.public(Budget):
            statement = dict(record.statements_on(register.today)).get(label)
            if statement:
                title = f"{record.year}年{label}"
                each = Shown(title, record.url, statement.published_on, *a_year(record.year))
                yield from of_names(register, (record.unit,), each)

    return read


def _government_budgets(register: Register, _: DutyNorm) -> Found:
    """A government's own money: it is the unit that compiled it that shows it."""
    for record in register.public(Budget):
        for label, statement in record.statements_on(register.today):
            if statement.books:
                title = f"{record.year}年政府{label}"
                each = Shown(title, record.url, statement.published_on, *a_year(record.year))
                yield from of_names(register, (record.compiled_by or record.unit,), each)


def _particulars(register: Register, norm: DutyNorm) -> Found:
    """A unit's own file, when it has everything that is asked."""
    for unit in register.units:
        if all(getattr(unit, UNIT_PARTS[part]) for part in norm.evidence.parts):
            yield unit, Shown("、".join(norm.evidence.parts), unit.url, None)


def _contacts(register: Register, norm: DutyNorm) -> Found:
    use = norm.evidence.use
    for record in register.public(Contact):
        if use is None or use in record.uses:
            yield from of_names(register, (record.unit,), Shown(record.name, record.url, None))
    if use is None:
        for unit in register.units:
            if unit.phone:
                yield unit, Shown("对外电话", unit.url, None)


def _catalogue(register: Register, _: DutyNorm) -> Found:
    told: set[str] = set()
    for entry in register.catalogue:
        for unit, each in of_names(
            register, (*entry.leads, *entry.publishers), Shown("公开目录", entry.place, None)
        ):
            if unit.id not in told:
                told.add(unit.id)
                yield unit, each


def _datasets(register: Register, norm: DutyNorm) -> Found:
    """Rows count for the unit that stands in them; where no column names one, for nobody."""
    for dataset in register.public(Dataset):
        wanted = norm.evidence.column
        if dataset.kind is not norm.evidence.dataset or (wanted and wanted not in _roles(dataset)):
            continue
        if norm.evidence.provider:
            yield from of_names(
                register, dataset.units, Shown(dataset.title, dataset.url, dataset.updated_on)
            )
            continue
        for table in register.tables_of(dataset):
            for name, month in sorted(table.months):
                first, last = span_of(month) or a_year(table.year)
                # no row tells the day it was published: only for which month it is
                each = Shown(dataset.title, dataset.url, None, first, last, dataset.updated_on)
                yield from of_names(register, (name,), each)


def _roles(dataset: Dataset) -> set[FieldRole | None]:
    return {field.role for field in dataset.columns}


def _services(register: Register, _: DutyNorm) -> Found:
    for record in register.public(Service):
        each = Shown(record.name, record.url, record.published_on)
        yield from of_names(register, (*record.units, *record.decided_by), each)


def _titled(kind: type[ContentRecord]) -> Reader:
    def read(register: Register, norm: DutyNorm) -> Found:
        for record in register.public(kind):
            if any(word in record.name for word in norm.evidence.title_has):
                span = span_of(getattr(record, "period", None) or record.name)
                each = Shown(record.name, record.url, record.published, *(span or ()))
                for unit in register.units_of(record):
                    yield unit, each

    return read


def _rooms(register: Register, _: DutyNorm) -> Found:
    """Places to read papers: whoever keeps them, it is the government that has to set them up."""
    governments = [unit for unit in register.units if unit.kind.meant is UnitKind.GOVERNMENT]
    for room in register.public(ReadingRoom):
        each = Shown(room.title, room.url, room.checked_on)
        yield from ((unit, each) for unit in governments)


def _requests(register: Register, _: DutyNorm) -> Found:
    for record in register.public(RequestStats):
        for month in record.months_on(register.today):
            title = f"{month.month} {record.title}"
            each = Shown(title, record.url, month.published_on, *(span_of(month.month) or ()))
            yield from of_names(register, (record.unit,), each)


_READERS: dict[Proof, Reader] = {
    Proof.ANNUAL_REPORT: _annual_reports,
    Proof.BUDGET: _statements(BUDGET),
    Proof.ACCOUNTS: _statements(ACCOUNTS),
    Proof.GOVERNMENT_BUDGET: _government_budgets,
    Proof.UNIT: _particulars,
    Proof.CONTACT: _contacts,
    Proof.CATALOGUE: _catalogue,
    Proof.DATASET: _datasets,
    Proof.SERVICE: _services,
    Proof.PAGE: _titled(Page),
    Proof.ITEM: _titled(Item),
    Proof.POLICY: _titled(Policy),
    Proof.REQUESTS: _requests,
    Proof.ROOM: _rooms,
    **WORK,
}
