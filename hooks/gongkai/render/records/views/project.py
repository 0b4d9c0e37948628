"""A project's page: the year's goal, and each quarter as a bar with the table behind it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from gongkai.common.said_days import cn_date
from gongkai.records.base import ContentRecord
from gongkai.records.types.project import QUARTERS, Project, Quarter
from gongkai.records.vocabulary.work import ProjectState
from gongkai.render.charts.ranks import shares
from gongkai.render.records.views import common
from gongkai.render.site import Site

SHOWS = Project


@dataclass(frozen=True)
class QuarterView:
    """A quarter: what is public of it, or what is said of the gap."""

    number: int
    known: Quarter | None
    gap: str

    @property
    def label(self) -> str:
        return f"第{'一二三四'[self.number - 1]}季度"


@dataclass(frozen=True, kw_only=True)
class ProjectView(common.RecordView):
    """How far a project is, quarter by quarter."""

    record: Project
    state: ProjectState
    quarters: list[QuarterView]
    related: list[ContentRecord]
    drawing: Markup


def view(site: Site, record: Project) -> ProjectView:
    today = site.facts.register.today
    shared = common.base(site, record, _metadata(site, record))
    known = record.progress_on(today)
    owed = record.owed_on(today)
    done = any(each.percent >= 100 for each in known.values())
    shared["crumbs"] = [*site.links.section_crumbs(record, record.url), (record.name, None)]
    found = [site.facts.register.record(name) for name in record.related]
    quarters = [
        QuarterView(number, known.get(number), _gap(record, number, owed, done)) for number in QUARTERS
    ]
    return ProjectView(
        **shared,
        record=record,
        state=record.state_on(today),
        quarters=quarters,
        drawing=_drawing(record, quarters),
        related=[each for each in found if each and each.is_public(today)],
    )


def _drawing(record: Project, quarters: list[QuarterView]) -> Markup:
    percents = [(each.label, each.known.percent if each.known else None) for each in quarters]
    return shares("tu", f"{record.name}：各季度进度", percents)


def _gap(record: Project, quarter: int, owed: list[int], done: bool) -> str:
    if quarter in owed:
        return f"应在{cn_date(record.due(quarter))}前公布，还没有公布"
    return "目标已经完成，不再更新" if done else f"将在{cn_date(record.due(quarter))}前公布"


def _metadata(site: Site, record: Project) -> list[tuple[str, Markup]]:
    rows: list[tuple[str, Markup | str]] = [
        ("年度", f"{record.year}年"),
        ("类别", record.kind.value),
        ("目标", record.goal),
        ("单位", common.unit_links(site, record.url, record.units)),
        ("发布日期", common.day(record.published_on)),
    ]
    return [(label, Markup(escape(value))) for label, value in rows]
