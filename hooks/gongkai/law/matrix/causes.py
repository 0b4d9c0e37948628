"""The column → which units have anything that a duty asks for, and of which that cannot be told."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gongkai.column.register import Register
from gongkai.law.duties.makers import makers
from gongkai.law.matrix.cell import Shown
from gongkai.law.matrix.spans import Asked
from gongkai.law.matrix.told import span_of
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.budget import BUDGET, Budget
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.decision import Decision
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.datasets import DatasetKind
from gongkai.records.vocabulary.documents import Audience
from gongkai.records.vocabulary.norms import Cause
from gongkai.records.vocabulary.participation import StepState

BUSINESS = frozenset((Audience.COMPANY, Audience.SOLE_TRADER))
#: a step that says it was done in this way; what says that it was not has the word before it
_DRAFTED = re.compile(r"公开(?:征求|征集|听取)")
_HEARD = re.compile("听证")
_NOT = re.compile("没有|没|未|不")
_CLAUSE = re.compile("[，。；,;]")


@dataclass
class Case:
    """What a unit has that a duty asks for: what of it was kept, and the names of what was not."""

    kept: list[Shown] = field(default_factory=list)
    lacking: list[str] = field(default_factory=list)


@dataclass
class Cases:
    """Id of a unit → its cases. ``none`` are those known to have none; of the others ``otherwise`` says why
    it cannot be told, and they have none where it is empty."""

    of_unit: dict[str, Case] = field(default_factory=dict)
    none: set[str] = field(default_factory=set)
    otherwise: str = ""

    def at(self, unit: str) -> Case:
        return self.of_unit.setdefault(unit, Case())


def cases(register: Register, cause: Cause, period: Asked) -> Cases:
    """The cases of a time; of what stands always, those of the day."""
    return _CAUSES[cause](register, period)


def _reports(register: Register, period: Asked) -> Cases:
    """Who published its report of the year: what is missing is told of the report itself."""
    found = Cases()
    for report in register.public(AnnualReport):
        unit = register.unit(report.unit)
        if unit and period.first and report.year == period.first.year:
            found.at(unit.id)
    return found


def _purchases(register: Register, _: Asked) -> Cases:
    """By the newest budget of this year or the last: whether it has anything to buy."""
    year = register.today.year
    found = Cases(otherwise=f"没有公开{year - 1}年、{year}年的预算，看不出有没有政府采购")
    for record in sorted(register.public(Budget), key=lambda each: each.year):
        statement = dict(record.statements_on(register.today)).get(BUDGET)
        unit = register.unit(record.unit)
        if unit and statement and statement.procurement and record.year >= year - 1:
            if statement.procurement.total:
                found.at(unit.id)
                found.none.discard(unit.id)
            else:
                found.of_unit.pop(unit.id, None)
                found.none.add(unit.id)
    return found


def _policies(register: Register, period: Asked) -> Cases:
    day = min(period.last or register.today, register.today)
    return Cases({unit.id: Case() for unit in makers(register, day)})


def _rules_for_business(register: Register, period: Asked) -> Cases:
    """Normative documents for business: each is kept when a draft of it was put to the public."""
    found = Cases()
    for policy in register.public(Policy):
        asked = policy.normative and not policy.only_amends and not BUSINESS.isdisjoint(policy.audiences)
        if not asked or not _within(policy.published, period):
            continue
        drafts = [each for each in register.mentions(policy) if isinstance(each, Consultation)]
        shown = [Shown(each.name, each.url, each.published) for each in drafts]
        for unit in register.units_of(policy):
            case = found.at(unit.id)
            case.kept += shown
            case.lacking += [] if shown else [policy.name]
    return found


def _benefits(register: Register, period: Asked) -> Cases:
    found = Cases()
    for policy in register.public(Policy):
        if policy.benefit and _within(policy.published, period):
            for unit in register.units_of(policy):
                found.at(unit.id)
    return found


def _drafts(register: Register, period: Asked) -> Cases:
    """Matters of the catalogue whose public was asked for opinions in the open."""
    found = _of_catalogue(register, period)
    for matter in _matters(register, period):
        drafts = [each for each in register.mentions(matter) if isinstance(each, Consultation)]
        shown = [Shown(each.name, each.url, each.published) for each in drafts]
        if not shown and not _says(matter, _DRAFTED, register.today):
            continue
        for unit in filter(None, map(register.unit, matter.units)):
            case = found.at(unit.id)
            case.kept += shown
            case.lacking += [] if shown else [matter.title]
    return found


def _hearings(register: Register, period: Asked) -> Cases:
    found = _of_catalogue(register, period)
    for matter in _matters(register, period):
        if _says(matter, _HEARD, register.today):
            for unit in filter(None, map(register.unit, matter.units)):
                found.at(unit.id)
    return found


def _of_catalogue(register: Register, period: Asked) -> Cases:
    """Whose matters are not in a catalogue that was published has none."""
    if any(_matters(register, period)):
        return Cases()
    return Cases(otherwise="没有公布过这一年的重大行政决策事项目录，看不出有没有这样的决策")


def _matters(register: Register, period: Asked) -> Iterator[Decision]:
    return (each for each in register.public(Decision) if _within(each.published_on, period))


def _says(matter: Decision, way: re.Pattern[str], today: dt.date) -> bool:
    """Whether what is written of its first step says that it was done in a way, and not that it was not."""
    step = matter.steps.participation
    clauses = _CLAUSE.split(step.note or "") if step.state_on(today) is StepState.DONE else []
    found = [(clause, seen) for clause in clauses if (seen := way.search(clause))]
    return any(not _NOT.search(clause[: seen.start()]) for clause, seen in found)


def _penalties(register: Register, period: Asked) -> Cases:
    """Whose rows are shown: of decisions that are not, there is nothing to take down."""
    found = Cases()
    for dataset in register.public(Dataset):
        if dataset.kind is DatasetKind.PENALTIES:
            for table in register.tables_of(dataset):
                for name, month in table.months:
                    unit, span = register.unit(name), span_of(month)
                    if unit and (span is None or _within(span[1], period)):
                        found.at(unit.id)
    return found


def _within(day: dt.date, period: Asked) -> bool:
    return (period.first is None or period.first <= day) and (period.last is None or day <= _ends(period))


def _ends(period: Asked) -> dt.date:
    """A month that has begun counts whole."""
    last = period.last or dt.date.max
    return last.replace(day=calendar.monthrange(last.year, last.month)[1])


_CAUSES: dict[Cause, Callable[[Register, Asked], Cases]] = {
    Cause.REPORT: _reports,
    Cause.PURCHASES: _purchases,
    Cause.POLICIES: _policies,
    Cause.FOR_BUSINESS: _rules_for_business,
    Cause.BENEFITS: _benefits,
    Cause.DRAFTS: _drafts,
    Cause.HEARINGS: _hearings,
    Cause.PENALTIES: _penalties,
}
