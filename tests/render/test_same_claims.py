"""The demonstration says of itself only what its other records say: shares, quarters, names, offices."""

from __future__ import annotations

import re

from gongkai.column.versions import version_today
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.evaluation import Evaluation
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.item import Item
from gongkai.records.types.project import Project
from gongkai.records.types.request_stats import RequestStats
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.units import UnitKind

MONTH = re.compile(r"(\d{4})年(\d{1,2})月政府信息公开申请办理情况")


def cells(text: str) -> dict[str, list[str]]:
    """The tables of a text: the first cell of each row → the others."""
    rows = (line.strip().strip("|").split("|") for line in text.splitlines() if line.startswith("|"))
    return {row[0].strip(): [cell.strip() for cell in row[1:]] for row in rows}


def test_a_share_of_answers_in_time_is_that_of_the_months(recorded):
    """Whoever says how many answers came in time says what the months add up to."""
    project = next(each for each in recorded.public(Project) if "按时答复" in each.title)
    (stats,) = (each for each in recorded.public(RequestStats) if each.slug == str(project.year))
    for quarter in project.quarters:
        months = [each for each in stats.months if int(each.month[5:]) <= quarter.quarter * 3]
        done, in_time = sum(each.finished for each in months), sum(each.in_time for each in months)
        said = f"办结{done}件，按时答复{in_time}件，按时答复率{100 * in_time / done:.1f}%"
        assert said in quarter.note, quarter.quarter


def test_a_month_in_which_all_was_answered_in_time_had_no_late_answer(recorded):
    months = {each.month: each for stats in recorded.public(RequestStats) for each in stats.months}
    told = [
        months[f"{named[1]}-{int(named[2]):02}"]
        for item in recorded.public(Item)
        if (named := MONTH.search(item.title)) and "全部在法定期限内答复" in item.summary
    ]
    assert told and all(each.in_time == each.finished for each in told)


def test_what_a_year_of_applications_came_to_is_the_sum_of_its_months(recorded):
    told = 0
    for item in recorded.public(Item):
        rows = cells(item.body)
        if "本年新收" in rows and "上年结转" in rows:
            year = str(item.published_on.year - 1)
            known = [each for each in recorded.public(RequestStats) if each.slug == year]
            if not known:
                continue
            (stats,) = known
            come, done = (
                sum(numbers)
                for numbers in zip(*((x.received, x.finished) for x in stats.months), strict=True)
            )
            in_time = sum(each.in_time for each in stats.months)
            assert (rows["本年新收"], rows["办理结果总计"]) == ([str(come)], [str(done)]), item.id
            assert f"新收申请{come}件，办结{done}件中按时答复{in_time}件" in item.summary
            told += 1
    assert told


def test_a_quarter_in_an_evaluation_is_the_quarter_that_was_published(recorded):
    (report,) = (each for each in recorded.public(Evaluation) if "临时救助" in each.title)
    rows = cells(report.body)
    item = cells(recorded.record("linshi-jiuzhu-2026q3").body)
    assert rows["2026年第三季度"] == [item["急难型临时救助"][0], item["支出型临时救助"][0]]
    quarters = [
        [int(n) for n in row] for label, row in rows.items() if label.endswith("季度") and label[0] == "2"
    ]
    urgent, other = (sum(column) for column in zip(*quarters, strict=True))
    assert rows["合计"] == [str(urgent), str(other)]
    assert (
        f"{urgent + other}人次，其中急难型{urgent}人次，占{100 * urgent / (urgent + other):.0f}%"
        in report.body
    )


def test_a_document_of_the_district_that_is_named_is_one_that_was_issued(recorded):
    """《示例区…》 in an annual report has the name of a document, not one like it."""
    reports = [each for each in recorded.public(AnnualReport) if each.example]
    named = [name for each in reports for part in each.overview for name in re.findall(r"《([^》]+)》", part)]
    assert named
    for name in named:
        assert (found := recorded.policy(name)) and found.title == name, name


def test_a_gazette_prints_of_a_quarter_only_what_is_over(recorded):
    quarters = {"一": 4, "二": 7, "三": 10, "四": 13}
    seen = 0
    for issue in recorded.public(GazetteIssue):
        for entry in issue.contents:
            if entry.title and (named := re.match(r"第([一二三四])季度", entry.title)):
                assert issue.printed_on.month >= quarters[named[1]], issue.id
                seen += 1
    assert seen


def test_a_text_sends_tenants_to_the_office_of_the_rules_in_force(recorded):
    policy = recorded.policy("示房发〔2019〕8号")
    text = "".join(
        node.text for article in version_today(recorded, policy).text.articles for node in article.walk()
    )
    office = re.search(r"到房屋所在地(\S{2,12}?)办理登记备案", text)[1]
    told = [
        (item.id, found)
        for item in recorded.public(Item)
        for found in re.findall(r"到([^，。；]+?)免费备案", item.body)
    ]
    assert told and all(found == office for _, found in told), (office, told)


def test_a_service_of_every_street_names_every_street(recorded):
    streets = {unit.label for unit in recorded.units if unit.kind is UnitKind.STREET}
    told = [
        each
        for each in recorded.public(Service)
        if any("所在地街道" in place or "发生地街道" in place for place in each.places)
    ]
    assert told
    for each in told:
        assert streets <= set(each.units), each.id
