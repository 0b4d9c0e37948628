"""The board of work points: a page for each plan, and one that counts all tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.records.types.policy import Policy
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.work import TaskState
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.progress import Dated, task_entries, tasks_percent
from gongkai.render.lists.entries import Entry, entry
from gongkai.render.parts import Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

BOARD = "work-points/board/"
TITLE = "要点任务进展总表"
#: states that ask for someone to act
_URGENT = (TaskState.OVERDUE, TaskState.DUE_SOON)

Tasks = list[WorkTask]


@dataclass(frozen=True)
class Row:
    """A row of the board: how many tasks there are, and how many in each state."""

    label: str
    href: str
    total: int
    counts: list[int]


@dataclass(frozen=True, kw_only=True)
class BoardView(View):
    """All tasks counted by their states, in several tables."""

    TEMPLATE = "lists/work-board.html"

    crumbs: Crumbs
    title: str
    total: int
    states: list[TaskState]
    #: (id, heading, head of the first column, rows)
    tables: list[tuple[str, str, str, list[Row]]]
    urgent: list[Entry]


@dataclass(frozen=True, kw_only=True)
class PlanView(View):
    """The tasks of one plan."""

    TEMPLATE = "lists/work-plan.html"

    crumbs: Crumbs
    title: str
    policy: Policy | None
    total: int
    counts: list[tuple[TaskState, int]]
    #: 栏目 → its tasks with their states
    blocks: dict[str, list[tuple[WorkTask, TaskState]]]
    board: str
    list_href: str
    csv: str
    unrecorded: bool
    #: how far the whole plan is by weight, and the entries it is made of
    percent: int | None
    weighed: bool
    entries: list[Dated]


def by_plan(tasks: Iterable[WorkTask]) -> dict[str, Tasks]:
    """File of the plan → its tasks as written, the newest plan first."""
    found: dict[str, Tasks] = {}
    for task in tasks:
        found.setdefault(task.file, []).append(task)
    return dict(sorted(found.items(), key=lambda each: (-int(each[0][:4]), each[0])))


def planned(site: Site) -> Iterator[Planned]:
    """The board and the plans' pages, as far as there are tasks."""
    plans = by_plan(site.facts.register.public(WorkTask))
    if plans:
        yield Planned(BOARD, "columns", lambda: _board(site, plans))
    for file, tasks in plans.items():
        yield _planned(site, file, tasks)


def _planned(site: Site, file: str, tasks: Tasks) -> Planned:
    url = f"work-points/{file}/"
    return Planned(url, "columns", lambda: _plan(site, url, tasks))


def _board(site: Site, plans: dict[str, Tasks]) -> Page:
    tasks = [task for each in plans.values() for task in each]
    states = [state for state in TaskState if any(_state(site.facts, task) is state for task in tasks)]
    urgent = [task for task in tasks if _state(site.facts, task) in _URGENT]
    view = BoardView(
        crumbs=[*site.links.crumbs(BOARD, (WorkTask.COLUMN, "work-points/")), (TITLE, None)],
        title=TITLE,
        total=len(tasks),
        states=states,
        tables=[
            ("yaodian", "按要点", "要点", _plan_rows(site, plans, states)),
            ("danwei", "按单位", "单位", _facet_rows(site, "unit", states)),
            ("shixian", "按完成时限", "完成时限", _facet_rows(site, "deadline", states)),
        ],
        urgent=[entry(site, task, BOARD) for task in urgent],
    )
    head = list_head(site.facts, BOARD, TITLE, [], description=f"各年度要点的{len(tasks)}项任务进展到哪一步")
    content = site.templates.filled(view, BOARD)
    return Page(BOARD, "columns", title_of(site.links, TITLE), head, content, "work-board")


def _plan_rows(site: Site, plans: dict[str, Tasks], states: list[TaskState]) -> list[Row]:
    return [_row(site, tasks[0].plan, f"work-points/{file}/", tasks, states) for file, tasks in plans.items()]


def _facet_rows(site: Site, name: str, states: list[TaskState]) -> list[Row]:
    """A row for each choice of a facet of the list of tasks."""
    listing = next(each for each in site.facts.listings if each.record_type is WorkTask)
    facet = next(each for each in listing.facets if each.plan.name == name)
    return [
        _row(site, label, f"work-points/{name}/{slug}/", _tasks(records), states)
        for slug, label, records in facet.values
    ]


def _tasks(records: Iterable[object]) -> Tasks:
    return [record for record in records if isinstance(record, WorkTask)]


def _row(site: Site, label: str, address: str, tasks: Tasks, states: list[TaskState]) -> Row:
    found = [_state(site.facts, task) for task in tasks]
    return Row(label, site.links.href(BOARD, address), len(tasks), [found.count(state) for state in states])


def _state(facts: Facts, task: WorkTask) -> TaskState:
    return task.state_on(facts.register.today)


def _plan(site: Site, url: str, tasks: Tasks) -> Page:
    plan = tasks[0].plan
    title = f"{plan}：任务和进展"
    states = [_state(site.facts, task) for task in tasks]
    policy = site.facts.register.policy(plan)
    blocks: dict[str, list[tuple[WorkTask, TaskState]]] = {}
    for task, state in zip(tasks, states, strict=True):
        blocks.setdefault(task.block, []).append((task, state))
    view = PlanView(
        crumbs=[*site.links.crumbs(url, (WorkTask.COLUMN, "work-points/")), (plan, None)],
        title=title,
        policy=policy if policy and policy.is_public(site.facts.register.today) else None,
        total=len(tasks),
        counts=[(state, states.count(state)) for state in TaskState if state in states],
        blocks=blocks,
        board=site.links.href(url, BOARD),
        list_href=site.links.href(url, f"work-points/plan/{tasks[0].file}/"),
        csv=site.links.href(url, f"work-points/plan/{tasks[0].file}/list.csv"),
        unrecorded=any(task.unrecorded for task in tasks),
        percent=tasks_percent(tasks, site.facts.register.today),
        weighed=len({task.weight for task in tasks}) > 1,
        entries=task_entries(tasks, site.facts.register.today),
    )
    head = list_head(
        site.facts, url, title, [], description=f"{plan}的{len(tasks)}项任务，各由谁做、何时完成"
    )
    content = site.templates.filled(view, url)
    text = "\n".join(f"{task.label} {task.task}" for task in tasks)
    document = SearchDocument(
        url=url, title=title, number="", text=text, type=WorkTask.LABEL, unit="",
        year=tasks[0].file[:4], status="", date=tasks[0].published.isoformat(),
    )  # fmt: skip
    return Page(url, "columns", title_of(site.links, title), head, content, "work-plan", document=document)


PART = Part(planned)
