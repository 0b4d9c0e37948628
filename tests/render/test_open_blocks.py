"""Pages of events, services and gazette issues: what they show and where they lead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gongkai.records.types.gazette import GazetteIssue
from gongkai.render.records.pages import planned

from .as_written import as_written

PROJECT = Path(__file__).parents[2]
MINI = PROJECT / "tests/sites/mini"
EVENT = """\
---
名称: 走进驿站
类型: 政务开放日
日期: {date}
主办单位: 区民政局
预告日期: 2026-11-02
报名方式: 到街道登记
{more}相关文件: dianti
---
欢迎参加。
"""
REPORT = "情况公布日期: 2026-11-16\n参加人数: 18\n答疑: [{问: 助餐收费吗, 答: 收成本价}]\n"
SERVICE = """\
事项名称: 加装电梯补助申请
受理单位: 区民政局
办理依据: [补助办法]
基本流程: [提交材料, 领取补助]
申请材料: [申请表]
收费依据及标准: 不收费
办理时限: 15个工作日
咨询方式: 窗口
相关政策: dianti
发布日期: 2026-11-10
"""
GAZETTE = """\
- 编号: 2026-01
  期号: 2026年第1期
  出版日期: 2026-11-20
  目录:
    - {标题: 人事任免, 页码: 27}
    - {文件: dianti, 页码: 3}
"""


@pytest.fixture
def page(framed, tmp_path):
    """Files over the tiny column → a function from address to the page's content."""

    def made(files):
        root = Path(shutil.copytree(MINI, tmp_path / "root"))
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        pages = {each.url: each for each in planned(framed(root))}
        return lambda url: as_written(pages[url].make().content)

    return made


def test_an_event_to_come_says_how_to_take_part(page):
    found = page({"content/events/2026/yizhan.md": EVENT.format(date="2026-11-30", more="")})
    html = found("events/2026/yizhan/")
    assert "可以报名，2026年11月30日（星期一）举行" in html and "到街道登记" in html
    assert "policies/2026/dianti/" in html
    assert "events/2026/yizhan/" in found("policies/2026/dianti/")


def test_what_came_of_an_event_is_shown_after_it(page):
    text = EVENT.format(date="2026-11-12", more=REPORT)
    html = page({"content/events/2026/yizhan.md": text})("events/2026/yizhan/")
    assert "助餐收费吗" in html and "18 人参加" in html and "到街道登记" not in html


def test_a_service_and_its_policy_lead_to_each_other(page):
    found = page({"data/services/dianti.yml": SERVICE})
    html = found("services/dianti/")
    assert "policies/2026/dianti/" in html and "interpretations/2026/dianti-jiedu/" in html
    assert "services/dianti/" in found("policies/2026/dianti/")


def test_the_contents_of_an_issue_stand_by_page_and_lead_to_the_policies(page):
    html = page({"data/gazette/2026.yml": GAZETTE})("gazette/2026/2026-01/")
    assert html.index("policies/2026/dianti/") < html.index("任免")


def test_issues_of_the_gazette_are_found_by_the_class_of_what_they_print(demo, recorded):
    issues = recorded.public(GazetteIssue)
    by_topic: dict[str, set[str]] = {}
    for issue in issues:
        for topic in {policy.topic for policy in recorded.printed_in(issue) if policy.topic}:
            by_topic.setdefault(f"gazette/topic/{topic.slug}/", set()).add(issue.url)
        if issue.pdf:
            assert demo.pages[issue.url].xpath(f"//a[contains(@href, '{issue.pdf[6:]}')]")
    assert by_topic
    for url, wanted in by_topic.items():
        links = demo.pages[url].xpath("//*[@class='entry__title']/a/@href")
        assert {demo.resolve(url, link)[0] for link in links} == wanted
