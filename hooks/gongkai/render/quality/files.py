"""Figures to download: all of them as CSV and JSON, and the list behind each; exact counts, stable keys."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gongkai.common.csv_text import table
from gongkai.law.figures import Case, Measured, Period
from gongkai.records.types.unit import Unit
from gongkai.render.facts import Facts
from gongkai.render.quality.figure_list import chip_of, list_of
from gongkai.render.quality.figure_words import URL, address, target_of

CSV, JSON = f"{URL}figures.csv", f"{URL}figures.json"
HEAD = ("指标编号", "指标", "单位编号", "单位", "年", "月", "计入", "共", "豁免", "数值", "目标", "是否达标")
LIST_HEAD = ("id", "标题", "说明", "单位", "日期", "止", "计入", "共", "豁免", "结果", "备注", "网址")


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every table."""
    yield CSV, table(HEAD, (row for each in facts.law.figures.values() for row in _rows(each)))
    yield JSON, _json(facts)
    for each in facts.law.figures.values():
        found = list_of(each)
        if found is not None:
            yield f"{found.url}list.csv", table(LIST_HEAD, (_case(facts, each, case) for case in found.cases))
            yield from found.lined.files()


def _rows(measured: Measured) -> Iterator[list[str]]:
    """The figure of today, of each year, of each month of this year; then each unit's of each year."""
    periods: list[Period | None] = [
        *([None] if measured.present is None else []),
        *measured.years,
        *measured.months,
    ]
    for period in periods:
        yield _row(measured, period, None)
    for unit in measured.units:
        for year in measured.years:
            if _told(measured, year, unit):
                yield _row(measured, year, unit)


def _told(measured: Measured, year: Period, unit: Unit) -> bool:
    """Whether a unit has anything to tell of a year."""
    counts = measured.tally(year, unit)
    return bool(counts.whole or counts.waived)


def _row(measured: Measured, period: Period | None, unit: Unit | None) -> list[str]:
    counts = measured.tally(period, unit)
    year = period.year if period else measured.today.year
    whole_year = period is None or period.month is None
    return [
        measured.id,
        measured.name,
        unit.slug if unit else "",
        unit.name if unit else "全部",
        str(period.year) if period else "至今",
        f"{period.month:02d}" if period and period.month else "",
        *map(str, (counts.counted, counts.whole, counts.waived)),
        measured.value(counts),
        target_of(measured, year, unit) if whole_year else "",
        measured.verdict(period, unit).value if whole_year else "",
    ]


def _case(facts: Facts, measured: Measured, case: Case) -> list[str]:
    record = case.record
    return [
        record.id,
        str(getattr(record, "name", record.slug)),
        case.label,
        "；".join(unit.name for unit in case.units),
        case.date.isoformat(),
        case.until.isoformat() if case.until else "",
        "0" if case.waived else str(case.counted),
        "0" if case.waived else str(case.whole),
        "是" if case.waived else "否",
        chip_of(measured, case)[1],
        case.note,
        facts.register.column.root + record.shown_at,
    ]


def _json(facts: Facts) -> bytes:
    made = {
        "column": facts.register.column.name,
        "publisher": facts.register.column.organiser,
        "date": facts.register.today.isoformat(),
        "figures": [_figure(facts, each) for each in facts.law.figures.values()],
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _figure(facts: Facts, measured: Measured) -> dict[str, Any]:
    about, norm = measured.about, measured.norm
    return {
        "id": measured.id,
        "name": measured.name,
        "url": facts.register.column.root + address(measured),
        "kind": about.kind.name.lower(),
        "measure": about.measure,
        "denominator": about.among,
        "numerator": about.counted,
        "period": about.dated,
        "note": about.note,
        "target": norm.target,
        "comparison": norm.comparison.slug,
        "basis": [str(basis) for basis in norm.bases],
        "origins": {name: norm.origin(name) for name in norm.stated},
        "known": measured.known,
        "present": _counts(measured, measured.present),
        "years": [_counts(measured, year) for year in measured.years],
        "months": [_counts(measured, month) for month in measured.months],
        "units": [
            {
                "id": unit.slug,
                "name": unit.name,
                "years": [_counts(measured, y, unit) for y in measured.years if _told(measured, y, unit)],
            }
            for unit in measured.units
        ],
    }


def _counts(measured: Measured, period: Period | None, unit: Unit | None = None) -> dict[str, Any]:
    counts = measured.tally(period, unit)
    made: dict[str, Any] = {"year": period.year if period else None}
    if period and period.month:
        return made | {
            "month": period.month,
            "counted": counts.counted,
            "whole": counts.whole,
            "waived": counts.waived,
        }
    asked = measured.target(period.year if period else measured.today.year, unit)
    return made | {
        "counted": counts.counted,
        "whole": counts.whole,
        "waived": counts.waived,
        "asked": None if asked is None else [asked.numerator, asked.denominator],
        "verdict": measured.verdict(period, unit).slug,
    }
