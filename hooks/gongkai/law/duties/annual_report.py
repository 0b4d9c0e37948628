"""年度报告: departments publish last year's by the end of January, the government by the end of March."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from gongkai.law.duties.duty import Duty
from gongkai.law.duties.periods import as_month_day, year_day
from gongkai.law.duties.terms import Terms
from gongkai.records.fields.values import as_text, wrong
from gongkai.records.types.annual_report import AnnualReport, as_year
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import UnitKind

RULE = "annual-report-due"
#: which units owe one: those that have published one here before, or every organ of the government
REPORTED, ALL = "有过年报的单位", "全部行政机关"


def as_reach(text: str) -> str:
    """A parameter that says which units owe a report; ValueError, in Chinese, else."""
    if as_text(text) in {REPORTED, ALL}:
        return text
    raise wrong(f"“{text}”不是可填的范围", f"写 {REPORTED} 或 {ALL}")


NEEDS = {"政府截止": as_month_day, "部门截止": as_month_day, "适用自年度": as_year, "范围": as_reach}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a unit and year: the years since 适用自年度, and earlier ones that were published."""
    reports: dict[str, dict[int, AnnualReport]] = defaultdict(dict)
    for report in terms.register.public(AnnualReport):
        unit = terms.register.unit(report.unit)
        if unit is not None:
            reports[unit.id][report.year] = report
    everyone = terms.standard.parameters["范围"] == ALL
    for unit in terms.register.units:
        known = reports[unit.id]
        if unit.kind.is_organ and (known or everyone):
            for year in sorted({*known, *_years(terms, unit)}):
                yield _report(terms, unit, year, known.get(year))


def _years(terms: Terms, unit: Unit) -> Iterator[int]:
    """The years owed: a report becomes one when its year is over, and this year's is seen coming."""
    for year in range(terms.number("适用自年度"), terms.today.year + 1):
        if not unit.merged_by(dt.date(year, 12, 31)):
            yield year


def _report(terms: Terms, unit: Unit, year: int, report: AnnualReport | None) -> Duty:
    key = "政府截止" if unit.kind.meant is UnitKind.GOVERNMENT else "部门截止"
    return terms.duty(
        "annual-report",
        report or unit,
        f"公布{year}年政府信息公开工作年度报告",
        due=year_day(year + 1, terms.standard.parameters[key]),
        done=report.published_on if report else None,
        units=(unit,),
        subject=unit.slug,
        part=f"{year}",
        period=f"{year}年",
        evidence=(report,) if report else (),
        address=report.url if report else unit.url,
    )
