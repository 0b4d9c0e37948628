"""The demonstration says a thing once: what texts claim is what records say, wherever both speak of it."""

from __future__ import annotations

import itertools
import re

import pytest

from gongkai.records.types.event import Event
from gongkai.records.types.item import Item
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.project import Project
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.vocabulary.participation import Uptake
from gongkai.records.vocabulary.work import ProjectKind, ProjectState

MONTH = re.compile(r"(\d{4})年(\d{1,2})月政府信息公开申请办理情况")
#: the units of counting whose numbers a project and what it names tell of one thing
COUNTED = re.compile(r"(\d+)(个|部|条|家|处)")
TERM = re.compile(r"会(?:议结束)?后([\d一二三四五六七八九十]+)个?(工作日|日|天)")


def cells(text: str) -> dict[str, list[str]]:
    """The tables of a text: the first cell of each row → the others."""
    rows = (line.strip().strip("|").split("|") for line in text.splitlines() if line.startswith("|"))
    return {row[0].strip(): [cell.strip() for cell in row[1:]] for row in rows}


def test_a_month_of_applications_has_the_same_numbers_in_words_and_in_the_table(recorded):
    months = {each.month: each for stats in recorded.public(RequestStats) for each in stats.months}
    compared = 0
    for item in recorded.public(Item):
        if named := MONTH.search(item.title):
            month = months[f"{named[1]}-{int(named[2]):02}"]
            said = {label: int(row[0]) for label, row in cells(item.body).items() if row[0].isdigit()}
            assert said == {
                "上月结转": month.carried_in,
                "本月新收": month.received,
                "本月办结": month.finished,
                "结转下月": month.carried_out,
            }, item.id
            assert f"新收申请{month.received}件，办结{month.finished}件" in item.summary
            compared += 1
    assert compared > 1


def test_a_quarter_of_a_project_is_what_was_done_in_it(recorded):
    """开工66部 after 开工41部 is 25 in the quarter, and so says whatever is named beside it."""
    project = next(each for each in recorded.public(Project) if each.title == "老旧楼房加装电梯80部")
    (item,) = map(recorded.record, project.related)
    told = [[int(n) for n, _ in COUNTED.findall(each.note)] for each in project.quarters]
    begun, done = (new - old for old, new in zip(*told[-2:], strict=True))
    found = cells(item.body)
    assert (found["新开工"][0], found["完成验收"][0]) == (str(begun), str(done))
    assert f"新开工加装电梯{begun}部，完成验收{done}部" in item.summary


def test_a_project_that_is_done_and_what_it_names_have_the_same_number(recorded):
    done = [
        (project, found)
        for project in recorded.public(Project)
        if project.state_on(recorded.today) is ProjectState.DONE
        for found in map(recorded.record, project.related)
    ]
    assert done
    for project, found in done:
        goal = {number for number, _ in COUNTED.findall(project.title)}
        assert goal <= set(re.findall(r"\d+", found.summary)), (project.id, found.id)


def test_the_quarter_of_all_projects_counts_them(recorded):
    item = recorded.record("minsheng-shishi-2026q3")
    (total,) = (row for label, row in cells(item.body).items() if label == "合计")
    real = [
        each for each in recorded.public(Project) if each.year == 2026 and each.kind is ProjectKind.LIVELIHOOD
    ]
    done = sum(each.percent_on(item.published_on) >= 100 for each in real)
    assert total[:2] == [str(len(real)), str(done)]
    assert f"{len(real)}件民生实事，已完成{done}件" in item.summary


def test_opinions_told_of_a_meeting_are_those_it_lists(recorded):
    compared = 0
    for item, meeting in itertools.product(recorded.public(Item), recorded.public(Meeting)):
        said = re.search(r"意见(\d+)条，采纳(\d+)条", item.summary or "")
        if said and f"{meeting.slug}.md" in item.body:
            opinions = [each for topic in meeting.agenda for each in topic.opinions]
            taken = sum(each.uptake is Uptake.TAKEN for each in opinions)
            assert (int(said[1]), int(said[2])) == (len(opinions), taken), item.id
            compared += 1
    assert compared


@pytest.mark.parametrize(
    ("kind", "rule", "parameter"),
    [(Meeting, "meeting-outcome", "工作日"), (Event, "event-report", "公布天数")],
)
def test_a_text_promises_the_term_that_is_reckoned(checked, kind, rule, parameter):
    term = checked.standards[rule].on(checked.register.today).parameters[parameter]
    for record in checked.register.public(kind):
        assert {found[0] for found in TERM.findall(record.body)} <= {term}, record.id


def test_the_total_of_a_table_is_the_sum_of_its_rows(recorded):
    compared = 0
    tables = [(item, text) for item in recorded.public(Item) for text in re.split(r"\n\s*\n", item.body)]
    for item, text in tables:
        rows = cells(text)
        total = rows.pop("合计", [])
        for place, cell in enumerate(total):
            parts = [row[place] for label, row in rows.items() if place < len(row) and "其中" not in label]
            numbers = [float(each) for each in parts if re.fullmatch(r"[\d.]+", each)]
            if re.fullmatch(r"[\d.]+", cell) and len(numbers) > 1:
                assert sum(numbers) == pytest.approx(float(cell)), (item.id, place)
                compared += 1
    assert compared > 20
