"""What the rules of the annual report share: cells, sums, the report of the year before, an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.column.register import Register
from gongkai.law.example import Files
from gongkai.records.fields.annual_layout import DISPUTES, NEW, active_lines, request_lines
from gongkai.records.types.annual_report import AnnualReport, Number, Table

Cell = Number | None


def reports(register: Register) -> Iterator[AnnualReport]:
    """Every report that is no draft, also those of days to come."""
    yield from (report for report in register.everything(AnnualReport) if not report.held_back)


def pairs(register: Register) -> Iterator[tuple[AnnualReport, AnnualReport]]:
    """(last year's, this year's) report of the same unit, where there are both."""
    known: dict[tuple[str, int], AnnualReport] = {}
    found = list(reports(register))
    for report in found:
        if unit := register.unit(report.unit):
            known[unit.id, report.year] = report
    for report in found:
        unit = register.unit(report.unit)
        before = known.get((unit.id, report.year - 1)) if unit else None
        if before:
            yield before, report


def column(table: Table, keys: Sequence[str], place: int) -> list[Number] | None:
    """One column's cells in these lines; None when one is not filled (another rule says so)."""
    found = [cell(table, key, place) for key in keys]
    filled = [each for each in found if each is not None]
    return filled if len(filled) == len(found) else None


def cell(table: Table, key: str, place: int) -> Cell:
    """One cell, None where it is empty or not there."""
    line = table.line(key)
    return line[place] if place < len(line) else None


def sum_text(parts: Sequence[Number]) -> str:
    """``1518+43=1561``."""
    return f"{'+'.join(f'{part}' for part in parts)}={sum(parts)}"


def a_report(slug: str = "minzheng-ju-2025", **fields: str | None) -> Files:
    """A report of 2025 that adds up; lines and fields by their keys, None leaves one out."""
    head = {
        "标题": f"区民政局政府信息公开工作年度报告（{slug}）",
        "单位": "区民政局",
        "年度": "2025",
        "版式": NEW,
        "发布日期": "2026-01-20",
    }
    active = {line.key: f"[{', '.join('0' for _ in columns)}]" for line, columns in active_lines(NEW)}
    requests = {line.key: "[0, 0, 0, 0, 0, 0, 0]" for line in request_lines(NEW)}
    requests["本年新收"] = "[40, 3, 0, 0, 1, 0, 44]"
    requests["上年结转"] = "[2, 0, 0, 0, 0, 0, 2]"
    requests["予以公开"] = requests["总计"] = "[39, 3, 0, 0, 1, 0, 43]"
    requests["结转下年度"] = "[3, 0, 0, 0, 0, 0, 3]"
    disputes = dict.fromkeys(DISPUTES, "[1, 0, 0, 1, 2]")
    tables = {"主动公开": active, "申请办理": requests, "复议诉讼": disputes}
    text = "".join(f"{key}: {fields.get(key, value)}\n" for key, value in head.items())
    for name, lines in tables.items():
        written = {key: fields.get(key, value) for key, value in lines.items()}
        text += f"{name}:\n" + "".join(f"  {key}: {v}\n" for key, v in written.items() if v is not None)
    return {f"data/annual-reports/{slug}.yml": text}


#: the same unit's report of the year before, fitting ``a_report()``
LAST_YEAR = a_report(
    "minzheng-ju-2024",
    年度="2024",
    发布日期="2025-01-20",
    结转下年度="[2, 0, 0, 0, 0, 0, 2]",
    予以公开="[40, 3, 0, 0, 1, 0, 44]",
    总计="[40, 3, 0, 0, 1, 0, 44]",
)
