"""What an annual report's sentences say beside its tables: each figure with those it may rightly be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.common.problems import At
from gongkai.law.shared.annual_tables import cell
from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.annual_layout import DISPUTES, NEW, Line
from gongkai.records.types.annual_report import AnnualReport
from gongkai.text.facts.yearly import Counted, Figure, figures

#: the same figure written twice: text and table cannot both be right
SAME = {Counted.RECEIVED, Counted.CARRIED_IN, Counted.CARRIED_OUT, Counted.REVIEWS, Counted.SUITS}
_OWN_OF_GOVERNMENT = {"全区", "全县", "全市"}
#: 不予公开 and the like: the number of the group in table 三
_GROUPS = {
    Counted.REFUSED: "（三）",
    Counted.UNAVAILABLE: "（四）",
    Counted.UNTREATED: "（五）",
    Counted.OTHERWISE: "（六）",
}


class Said(NamedTuple):
    """A figure and the key of the text it stands in."""

    at: At
    figure: Figure


class Differing(NamedTuple):
    """A figure of the text that none of the table's is."""

    said: Said
    #: what the table has, and in which words its line is called
    table: int
    line: str
    #: no other reading is likely: the same figure, for the same unit
    sure: bool


def differing(report: AnnualReport, *, government: bool) -> Iterator[Differing]:
    """The figures of the text that differ from the table; where one of several agrees, none of its kind."""
    by_kind: dict[Counted, list[Said]] = defaultdict(list)
    for said in _said(report):
        by_kind[said.figure.kind].append(said)
    for kind, every in by_kind.items():
        known = in_table(report, kind)
        if known is None or any(
            each.figure.number in _right(report, each.figure, known[0]) for each in every
        ):
            continue
        scopes = {_scope(each.figure, government) for each in every}
        if len({each.figure.number for each in every}) > 1 and len(scopes) > 1:
            continue
        sure = kind in SAME and scopes == {""}
        for each in {each.figure.number: each for each in reversed(every)}.values():
            yield Differing(each, *known, sure)


def _said(report: AnnualReport) -> Iterator[Said]:
    texts = {"总体情况": report.overview, "存在问题": report.problems, "其他事项": report.others}
    if report.summary:
        yield from (Said(("摘要",), each) for each in figures(report.summary, report.year))
    for key, paragraphs in texts.items():
        for place, text in enumerate(paragraphs):
            yield from (Said((key, place), each) for each in figures(text, report.year))


def _scope(figure: Figure, government: bool) -> str:
    return "" if government and figure.scope in _OWN_OF_GOVERNMENT else figure.scope


def in_table(report: AnnualReport, kind: Counted) -> tuple[int, str] | None:
    """What the table says of a kind, with the words of its place; None where it is not filled or has none."""
    if kind in _GROUPS:
        lines = [line for line in report.result_lines if _grouped(line, _GROUPS[kind])]
        found = _sum(_total(report, line.key) for line in lines)
        return None if found is None else (found, f"表三“{kind.value}”各行的总计")
    if kind in (Counted.REVIEWS, Counted.SUITS, Counted.DISPUTES):
        keys = {Counted.REVIEWS: DISPUTES[:1], Counted.SUITS: DISPUTES[1:]}.get(kind, DISPUTES)
        found = _sum(cell(report.disputes, key, 4) for key in keys)
        return None if found is None else (found, f"表四{kind.value}的总计")
    if kind in (Counted.MADE, Counted.IN_FORCE):
        return _documents(report, kind)
    total = _total(report, kind.value)
    return None if total is None else (int(total), f"表三“{kind.value}”的总计")


def _documents(report: AnnualReport, kind: Counted) -> tuple[int, str] | None:
    if kind is Counted.IN_FORCE and report.layout != NEW:
        return None  # 对外公开总数量 counts something else
    found = cell(report.active, "规范性文件", 0 if kind is Counted.MADE else 2)
    return None if found is None else (int(found), "表二“规范性文件”一行")


def _right(report: AnnualReport, figure: Figure, table: int) -> set[Number]:
    """Every figure of the tables that the words may mean."""
    right: set[Number] = {table}
    if figure.kind is Counted.RECEIVED and not figure.new:
        right.add(table + (_total(report, "上年结转") or 0))
    if figure.kind is Counted.GRANTED:
        right.add(table + (_total(report, "部分公开") or 0))
    if figure.kind is Counted.DISPUTES:
        right |= {known[0] for kind in (Counted.REVIEWS, Counted.SUITS) if (known := in_table(report, kind))}
    if figure.kind is Counted.MADE and report.layout != NEW:
        right.add(cell(report.active, "规范性文件", 1) or 0)
    return right


def _grouped(line: Line, number: str) -> bool:
    return (line.group or line.label).startswith(number)


def _total(report: AnnualReport, key: str) -> Number | None:
    return cell(report.requests, key, 6)


def _sum(cells: Iterable[Number | None]) -> int | None:
    """All of them together; None where one is not filled."""
    every = list(cells)
    known = [int(each) for each in every if each is not None]
    return sum(known) if known and len(known) == len(every) else None
