"""归档与保管期限: how long each category is kept, and what is due for the archive on the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register.retention import Terms, Year, deliveries, rule_of, runs_out, state_of, years
from gongkai.common.csv_text import table
from gongkai.records.base import ContentRecord
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.handover import Handover
from gongkai.records.types.retention import RetentionRule
from gongkai.records.vocabulary.publishing import ArchiveState, ArchiveStep, Keeping
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, File, Part
from gongkai.render.records.views.keeping import URL, terms_of
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

TITLE = "归档与保管期限"
CSV = f"{URL}list.csv"
DELIVERED = f"{URL}delivered.csv"
_HEAD = (
    "标题", "种类", "单位", "发布日期", "保管期限", "类别", "依据",
    "归档期限", "状态", "移交时间", "保管期满", "网址",
)  # fmt: skip
_DELIVERED = (
    "环节", "年度", "内容", "单位", "日期", "期限", "接收单位", "件数", "凭证", "迟延原因", "说明", "示例",
)  # fmt: skip


@dataclass(frozen=True)
class Delivery:
    """What was filed or handed over, and its last day."""

    record: Handover
    due: dt.date

    @property
    def late(self) -> bool:
        return self.record.delivered_on > self.due


@dataclass(frozen=True, kw_only=True)
class RetentionView(View):
    """``categories`` are (category, how many records); ``ended`` how many periods have run out."""

    TEMPLATE = "lists/retention.html"

    crumbs: Crumbs
    title: str
    terms: Terms
    categories: list[tuple[RetentionRule, int]]
    keepings: list[Keeping]
    years: list[Year]
    due: list[Year]
    #: years of which something that is due has not been delivered
    behind: list[Year]
    deliveries: list[Delivery]
    ended: int
    unsettled: int
    csv: str
    delivered: str


def planned(site: Site) -> Iterator[Planned]:
    """The page, where the column has a table of periods."""
    if terms := terms_of(site.facts):
        yield Planned(URL, "columns", lambda: _page(site, terms))


def _files(facts: Facts) -> Iterator[File]:
    """Every record with its period and its days, as a table."""
    if terms := terms_of(facts):
        yield CSV, table(_HEAD, [_row(facts, terms, record) for record in facts.register.all])
        yield DELIVERED, table(_DELIVERED, map(_delivered, _deliveries(facts, terms)))


def _deliveries(facts: Facts, terms: Terms) -> list[Delivery]:
    """The newest first, whatever the step."""
    found = [each for step in ArchiveStep for each in deliveries(facts.register, step)]
    ordered = sorted(found, key=lambda each: (each.delivered_on, each.id), reverse=True)
    return [Delivery(each, terms.due(each.step, int(each.year))) for each in ordered]


def _delivered(each: Delivery) -> list[str]:
    record = each.record
    return [
        record.step.value,
        record.year,
        "、".join(record.kinds),
        "、".join(record.units),
        record.delivered_on.isoformat(),
        each.due.isoformat(),
        record.receiver,
        str(record.count),
        record.evidence,
        record.late_reason or "",
        record.note or "",
        "是" if record.example else "否",
    ]


def _page(site: Site, terms: Terms) -> Page:
    register = site.facts.register
    found = [rule_of(register, record) for record in register.all]
    periods = years(register, terms)
    view = RetentionView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        terms=terms,
        categories=[
            (rule, sum(each is rule for each in found)) for rule in register.everything(RetentionRule)
        ],
        keepings=list(Keeping),
        years=periods,
        due=[each for each in periods if each.state is ArchiveState.FILING],
        behind=[each for each in periods if each.state in {ArchiveState.FILED, ArchiveState.HANDED_OVER}],
        deliveries=_deliveries(site.facts, terms),
        ended=sum(_ended(site.facts, record) for record in register.all),
        unsettled=found.count(None),
        csv=site.links.href(URL, CSV),
        delivered=site.links.href(URL, DELIVERED),
    )
    content = site.templates.filled(view, URL)
    head = list_head(site.facts, URL, TITLE, [], description="各类内容保管多久，哪些应当归档、移交")
    document = SearchDocument(
        url=URL, title=TITLE, number="", text="\n".join(rule.title for rule, _ in view.categories),
        type=RetentionRule.LABEL, unit="", year="", status="", date="", extra="档案",
    )  # fmt: skip
    return Page(URL, "columns", title_of(site.links, TITLE), head, content, "retention", document=document)


def _ended(facts: Facts, record: ContentRecord) -> bool:
    rule = rule_of(facts.register, record)
    last = runs_out(record, rule.keeping) if rule else None
    return last is not None and last < facts.register.today


def _row(facts: Facts, terms: Terms, record: ContentRecord) -> list[str]:
    rule, year = rule_of(facts.register, record), record.published.year
    last = runs_out(record, rule.keeping) if rule else None
    handed = terms.handed_over(year).isoformat() if rule and rule.keeping.handed_over else ""
    return [
        record.name,
        record.LABEL,
        "、".join(unit.name for unit in facts.register.units_of(record)),
        record.published.isoformat(),
        rule.keeping.value if rule else "",
        rule.title if rule else "",
        "；".join(map(str, rule.bases)) if rule else "",
        terms.filed(year).isoformat(),
        state_of(facts.register, terms, record).value,
        handed,
        last.isoformat() if last else "",
        facts.register.column.root + record.url,
    ]


def _columns(facts: Facts) -> Iterator[Column]:
    if terms_of(facts):
        count = len(facts.register.everything(RetentionRule))
        yield Column(TITLE, URL, f"{count} 类", place=(ColumnGroup.QUALITY, 70))


PART = Part(planned, _files, columns=_columns)
