"""What the page of an annual report shows: the official tables, notes, downloads, the years together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.records.fields.annual_cells import Number
from gongkai.records.fields.annual_layout import APPLICANTS, DISPUTES, NEW, OUTCOMES
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.waiver import Waiver
from gongkai.render.charts.bars import Series, bars
from gongkai.render.contents import Chapter, Contents
from gongkai.render.facts import Facts
from gongkai.render.records.annual_files import csv_of, xlsx_of
from gongkai.render.records.annual_grids import active, grids
from gongkai.render.records.annual_reading import Reading, reading
from gongkai.render.records.grids import Cell, Grid
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = AnnualReport

#: sections one, five and six stand in their own places on the page
_TEXTS = {"总体情况", "存在问题", "其他事项", "公开说明"}
_RULES = "annual-report-"
#: the parts of the page by their ids
_PARTS = (
    ("shuoming", "关于本报告数字的说明"),
    ("yi", "一、总体情况"),
    ("er", "二、主动公开政府信息情况"),
    ("san", "三、收到和处理政府信息公开申请情况"),
    ("si", "四、政府信息公开行政复议、行政诉讼情况"),
    ("wu", "五、存在的主要问题及改进情况"),
    ("liu", "六、其他需要报告的事项"),
    ("lishi", "历年比较"),
)


@dataclass(frozen=True)
class Doubt:
    """A waived fault of the figures: the rule, what does not fit, and why it stands as it is."""

    rule: str
    faults: list[str]
    waiver: Waiver | None


@dataclass(frozen=True)
class Measure:
    """One line over the years: its words and a number for each report, None where a form lacks it."""

    label: str
    values: list[int | None]


@dataclass(frozen=True, kw_only=True)
class AnnualReportView(common.RecordView):
    """The tables of a report, and the years together where there are several."""

    record: AnnualReport
    grids: list[Grid]
    #: tables 三 and 四 for reading, and the sums in a sentence
    reading: Reading | None
    #: table 二, for each of its parts: (words, cells) of each line
    active: list[list[tuple[str, list[Cell]]]]
    applicants: list[str]
    outcomes: list[str]
    doubts: list[Doubt]
    years: list[AnnualReport]
    measures: list[Measure]
    #: empty for few years
    drawing: Markup

    @property
    def contents(self) -> Contents:
        """The parts that every report has, and those of this one."""
        there = {"shuoming": bool(self.record.note or self.doubts), "lishi": len(self.years) > 1}
        return Contents(tuple(Chapter(label, id_, ()) for id_, label in _PARTS if there.get(id_, True)))


def view(site: Site, record: AnnualReport) -> AnnualReportView:
    """The shared parts of a page, and those of a report."""
    shared = common.base(site, record, [pair for pair in metadata(site, record) if pair[0] not in _TEXTS])
    shared["attachments"] = [*_files(site, record), *shared["attachments"]]
    years = _years(site.facts, record)
    measures = [Measure(label, [_whole(read(each)) for each in years]) for label, read in MEASURES]
    return AnnualReportView(
        **shared,
        record=record,
        grids=list(grids(record)),
        reading=reading(record),
        active=active(record),
        applicants=[*APPLICANTS],
        outcomes=[*OUTCOMES],
        doubts=_doubts(site.facts, record),
        years=years,
        measures=measures,
        drawing=_drawing(record, years, measures),
    )


def _drawing(record: AnnualReport, years: list[AnnualReport], measures: list[Measure]) -> Markup:
    series = [Series(each.label, each.values) for each in measures[:2]]
    return bars("qushi", f"{record.unit}历年申请数量", [f"{each.year}年" for each in years], series)


def files(facts: Facts, record: AnnualReport) -> dict[str, bytes]:
    """The tables to download, by their addresses."""
    notes = [record.note] if record.note else []
    notes += [fault for doubt in _doubts(facts, record) for fault in doubt.faults]
    start = f"{record.url}{record.slug}"
    return {f"{start}.xlsx": xlsx_of(record, notes), f"{start}.csv": csv_of(record)}


def _files(site: Site, record: AnnualReport) -> list[common.FileView]:
    names = {"XLSX": "三张表（Excel 工作簿）", "CSV": "三张表（每格一行的数据）"}
    found = []
    for address, content in files(site.facts, record).items():
        kind = address.rsplit(".", 1)[1].upper()
        found.append(common.FileView(names[kind], site.links.href(record.url, address), kind, len(content)))
    return found


def _doubts(facts: Facts, record: AnnualReport) -> list[Doubt]:
    """The rules the figures break with leave: readers are told every one."""
    groups: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for problem in facts.law.waived:
        if problem.path == record.source.path and problem.rule.startswith(_RULES):
            groups.setdefault(problem.rule, []).append(problem.message)
            names[problem.rule] = problem.name
    return [Doubt(names[rule], faults, facts.waiver(record, rule)) for rule, faults in groups.items()]


def _years(facts: Facts, record: AnnualReport) -> list[AnnualReport]:
    """The public reports of the same unit, oldest first."""
    unit = facts.register.unit(record.unit)
    reports = facts.register.public(AnnualReport)
    same = [each for each in reports if unit and facts.register.unit(each.unit) is unit]
    return sorted(same or [record], key=lambda each: (each.year, each.id))


def _whole(value: Number | None) -> int | None:
    return None if value is None else int(value)


def _sum(*values: Number | None) -> Number | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _last(line: tuple[Number | None, ...]) -> Number | None:
    return line[-1] if line else None


def _request(*keys: str) -> Callable[[AnnualReport], Number | None]:
    return lambda report: _sum(*(_last(report.requests.line(key)) for key in keys))


def _group(start: str) -> Callable[[AnnualReport], Number | None]:
    """All lines of a group of table 三 together: 不予公开 has no line of its own."""
    return lambda report: _request(
        *(line.key for line in report.result_lines if line.group.startswith(start))
    )(report)


def _dispute(*keys: str) -> Callable[[AnnualReport], Number | None]:
    return lambda report: _sum(*(_last(report.disputes.line(key)) for key in keys))


def _in_force(report: AnnualReport) -> Number | None:
    return _last(report.active.documents) if report.layout == NEW else None


#: the lines of the table over the years; the first two are drawn
MEASURES: tuple[tuple[str, Callable[[AnnualReport], Number | None]], ...] = (
    ("新收申请", _request("本年新收")),
    ("办理结果", _request("总计")),
    ("上年结转", _request("上年结转")),
    ("结转下年度", _request("结转下年度")),
    ("予以公开和部分公开", _request("予以公开", "部分公开")),
    ("不予公开", _group("（三）")),
    ("无法提供", _group("（四）")),
    ("其中本机关不掌握", _request("不掌握")),
    ("行政复议", _dispute(DISPUTES[0])),
    ("行政诉讼", _dispute(*DISPUTES[1:])),
    ("现行有效规范性文件", _in_force),
)
