"""The board of work points, the plans' pages, and the bars of projects, in the built demonstration.

Numbers written here are those of 北京市西城区2016年政务公开工作方案, a plan of the past that nobody edits.
"""

from __future__ import annotations

from gongkai.records.types.project import QUARTERS, Project
from gongkai.records.types.work_task import WorkTask
from gongkai.records.vocabulary.work import TaskProgress, TaskState


def cells(table):
    return [
        [" ".join(cell.text_content().split()) for cell in row.iter("th", "td")] for row in table.iter("tr")
    ]


def tables(page):
    return [cells(table) for table in page.iter("table")]


def test_the_page_of_a_plan_shows_each_task_with_unit_deadline_and_state(demo):
    page = demo.pages["work-points/2016-xicheng/"]
    rows = [row for table in tables(page) for row in table[1:]]
    assert len(rows) == 47
    assert rows[0][1:] == [
        "区编办、区政府法制办、区科信委（牵头）；各相关部门",
        "2016年10月1日",
        "？进展未载",
    ]
    assert rows[43][1:] == ["各公开机构", "没有写明", "∞无时限"]


def test_the_board_counts_by_plan_unit_and_deadline(demo, recorded):
    tasks = recorded.public(WorkTask)
    states = [state for state in TaskState if any(each.state_on(recorded.today) is state for each in tasks)]
    by_plan, by_unit, by_month = tables(demo.pages["work-points/board/"])
    assert by_plan[0] == ["要点", "共（项）", *(state.value for state in states)]
    ways = (
        (by_plan, lambda task: [task.plan]),
        (by_unit, lambda task: [unit.label for unit in recorded.units_of(task)]),
        (by_month, lambda task: [task.month_group.value]),
    )
    for table, labels in ways:
        wanted: dict[str, list[TaskState]] = {}
        for task in tasks:
            for label in labels(task):
                wanted.setdefault(label, []).append(task.state_on(recorded.today))
        assert {row[0]: row[1:] for row in table[1:]} == {
            label: [str(len(found)), *(str(found.count(state)) for state in states)]
            for label, found in wanted.items()
        }
    xicheng = next(row for row in by_plan if row[0] == "北京市西城区2016年政务公开工作方案")
    assert xicheng[1] == "47"


def test_the_board_and_the_plan_are_found_from_list_and_policy(demo):
    def targets(url):
        return {address for tag, address, _ in demo.links(url) if tag == "a"}

    assert "work-points/board/" in targets("work-points/")
    policy = targets("policies/2016/xicheng-zhengwu-gongkai-fangan/")
    assert "work-points/2016-xicheng/" in policy
    assert not any(address.startswith("work-points/2016-xicheng/1") for address in policy)
    assert {"work-points/2016-xicheng/", "work-points/2016-xicheng/1/"} <= targets(
        "work-points/2016-xicheng/2/"
    )


def test_a_task_that_is_done_leads_to_its_proof(demo, recorded):
    steps = [(task, step) for task in recorded.public(WorkTask) for step in task.steps_on(recorded.today)]
    done = [(task, step) for task, step in steps if step.progress is TaskProgress.DONE]
    pairs = [(task, recorded.record(name)) for task, step in done for name in step.evidence]
    assert pairs
    for task, proof in pairs:
        assert proof.url in {link for _, link, _ in demo.links(task.url)}
        assert task.url in {link for _, link, _ in demo.links(proof.url)}


def test_a_project_draws_what_its_table_says(demo, recorded):
    projects = recorded.public(Project)
    assert projects
    for project in projects:
        page, known = demo.pages[project.url], project.progress_on(recorded.today)
        table = tables(page)[0]
        assert [row[1] for row in table[1:]] == [
            str(known[each].percent) if each in known else "—" for each in QUARTERS
        ]
        drawing = page.xpath("//svg[@role='img']")[0]
        bars = [bar.get("width") for bar in drawing.iter("rect") if "bars__bar" in str(bar.get("class"))]
        [whole] = {bar.get("width") for bar in drawing.iter("rect") if bar.get("class") == "bars__base"}
        assert [round(100 * float(width) / float(whole)) for width in bars] == [
            known[each].percent for each in sorted(known)
        ]
        told = [f"季度 {known[each].percent}%" for each in known]
        assert [words for words in told if words not in next(drawing.iter("desc")).text] == []


def test_tasks_of_closed_years_are_folded_but_where_nothing_else_was_asked_for(demo):
    folds = "//details[@class='fold' and @data-whole-only]"
    assert demo.pages["work-points/"].xpath(folds) and not demo.pages["work-points/"].xpath(f"{folds}[@open]")
    assert demo.pages["work-points/plan/2023-xicheng/"].xpath(f"{folds}[1]/@open")
