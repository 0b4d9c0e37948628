"""What the rules of the annual report share: cells, sums, the report of the year before, an example."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gongkai.column.register import Register
from gongkai.law.example import Files
from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.annual_layout import DISPUTES, NEW, OLD, active_lines, request_lines
from gongkai.records.fields.defined import keys_of
from gongkai.records.types.annual_report import Active, AnnualReport, Disputes, Requests, Table

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
    return _report(slug, NEW, {"年度": "2025", "版式": NEW, "发布日期": "2026-01-20"}, fields)


def an_old_report(slug: str = "minzheng-ju-2019", **fields: str | None) -> Files:
    """A report of 2019, in the edition of that year."""
    return _report(slug, OLD, {"年度": "2019", "版式": OLD, "发布日期": "2020-01-20"}, fields)


def _report(slug: str, layout: str, head: Files, fields: Mapping[str, str | None]) -> Files:
    head = {
        "标题": f"区民政局政府信息公开工作年度报告（{slug}）",
        "单位": "区民政局",
        **head,
        "总体情况": "制度落实，公开及时。",
        "存在问题": "解读的形式还不够多，今后多用图解。",
        "其他事项": "本年没有收取信息处理费。",
    }
    usual = _tables(layout)
    known = {
        "主动公开": keys_of(Active),
        "申请办理": keys_of(Requests),
        "复议诉讼": keys_of(Disputes),
    }
    given = {key: fields.get(key, value) for key, value in head.items()}
    text = "".join(f"{key}: {value}\n" for key, value in given.items() if value is not None)
    for name, keys in known.items():
        written = {key: fields.get(key, usual[name].get(key)) for _, key in keys}
        text += f"{name}:\n" + "".join(f"  {key}: {v}\n" for key, v in written.items() if v is not None)
    return {f"data/annual-reports/{slug}.yml": text}


def _tables(layout: str) -> dict[str, dict[str, str]]:
    """Figures that add up, in the lines the form itself has."""
    every = {"政府集中采购"}
    active = {line.key: _row("0" for _ in columns) for line, columns in active_lines(layout, every)}
    requests = {line.key: "[0, 0, 0, 0, 0, 0, 0]" for line in request_lines(layout)}
    requests["本年新收"] = "[40, 3, 0, 0, 1, 0, 44]"
    requests["上年结转"] = "[2, 0, 0, 0, 0, 0, 2]"
    requests["予以公开"] = requests["总计"] = "[39, 3, 0, 0, 1, 0, 43]"
    requests["结转下年度"] = "[3, 0, 0, 0, 0, 0, 3]"
    return {
        "主动公开": active,
        "申请办理": requests,
        "复议诉讼": dict.fromkeys(DISPUTES, "[1, 0, 0, 1, 2]"),
    }


def _row(cells: Iterable[str]) -> str:
    return f"[{', '.join(cells)}]"


#: the same unit's report of the year before, fitting ``a_report()``
LAST_YEAR = a_report(
    "minzheng-ju-2024",
    年度="2024",
    发布日期="2025-01-20",
    结转下年度="[2, 0, 0, 0, 0, 0, 2]",
    予以公开="[40, 3, 0, 0, 1, 0, 44]",
    总计="[40, 3, 0, 0, 1, 0, 44]",
)
