"""Progress of a whole by the weights of its parts, and the dated entries it is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gongkai.records.base import ContentRecord
from gongkai.records.fields.weights import rolled_up
from gongkai.records.types.project import QUARTERS, Project
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.work import ProjectState
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

BOARD = "projects/board/"
TITLE = "重点任务与民生实事进展总表"
#: how many dated entries a page shows, the newest first
SHOWN = 20


@dataclass(frozen=True)
class Dated:
    """One entry of progress: the day it was made public, of what, and what it said."""

    day: dt.date
    record: ContentRecord
    words: str
    note: str


@dataclass(frozen=True)
class Row:
    """A project with its weight, how far it is, and its state."""

    project: Project
    weight: int
    percent: int
    state: ProjectState


@dataclass(frozen=True)
class YearView:
    """One year's projects: percentage by quarter, and by project."""

    year: int
    percent: int | None
    #: (第一季度, percentage by weight of what was public of it, None where no project has told)
    quarters: list[tuple[str, int | None]]
    rows: list[Row]
    entries: list[Dated]


@dataclass(frozen=True, kw_only=True)
class BoardView(View):
    """The projects of every year, the newest first."""

    TEMPLATE = "lists/project-board.html"

    crumbs: Crumbs
    title: str
    years: list[YearView] = field(default_factory=list)


def task_entries(tasks: Iterable[WorkTask], today: dt.date) -> list[Dated]:
    """The steps of tasks up to a day, newest first."""
    found = [
        Dated(step.date, task, step.progress.value, step.note)
        for task in tasks
        for step in task.steps_on(today)
    ]
    return newest(found)


def tasks_percent(tasks: Sequence[WorkTask], today: dt.date) -> int | None:
    """How far a plan is by weight; None where its progress was never recorded."""
    told = [task for task in tasks if not task.unrecorded]
    return rolled_up((task.weight, task.percent_on(today)) for task in told)


def newest(entries: list[Dated]) -> list[Dated]:
    """The newest entries, those of one day in the order of their records."""
    return sorted(sorted(entries, key=lambda each: each.record.id), key=lambda each: each.day, reverse=True)[
        :SHOWN
    ]


def planned(site: Site) -> Iterator[Planned]:
    """The board of projects, as far as there are any."""
    if site.facts.register.public(Project):
        yield Planned(BOARD, "columns", lambda: _board(site))


def _board(site: Site) -> Page:
    years: dict[int, list[Project]] = {}
    for project in site.facts.register.public(Project):
        years.setdefault(project.year, []).append(project)
    view = BoardView(
        crumbs=[*site.links.crumbs(BOARD, (Project.COLUMN, "projects/")), (TITLE, None)],
        title=TITLE,
        years=[
            _year(year, found, site.facts.register.today)
            for year, found in sorted(years.items(), reverse=True)
        ],
    )
    head = list_head(
        site.facts, BOARD, TITLE, [], description="各年度重点任务、民生实事、绩效任务按权重合计的进展"
    )
    content = site.templates.filled(view, BOARD)
    return Page(BOARD, "columns", title_of(site.links, TITLE), head, content, "project-board")


def _year(year: int, projects: list[Project], today: dt.date) -> YearView:
    rows = [Row(each, each.weight, each.percent_on(today), each.state_on(today)) for each in projects]
    entries = [
        Dated(each.date, project, f"第{'一二三四'[each.quarter - 1]}季度 {each.percent}%", each.note)
        for project in projects
        for each in project.progress_on(today).values()
    ]
    return YearView(
        year,
        rolled_up((row.weight, row.percent) for row in rows),
        [(f"第{'一二三四'[quarter - 1]}季度", _quarter(projects, quarter, today)) for quarter in QUARTERS],
        rows,
        newest(entries),
    )


def _quarter(projects: list[Project], quarter: int, today: dt.date) -> int | None:
    """By weight, what was known at the end of a quarter; None where nobody had told of it."""
    known = [(project.weight, project.progress_on(today)) for project in projects]
    if not any(quarter in told for _, told in known):
        return None
    return rolled_up(
        (weight, max((each.percent for q, each in told.items() if q <= quarter), default=0))
        for weight, told in known
    )


PART = Part(planned)
