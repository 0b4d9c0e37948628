"""Every state of every kind of page, met on the days of one small column before readers meet it.

The column is ``tests/sites/good``, which has a record of every type with all its blocks, and what
is laid over it below: documents, consultations, meetings, events, decisions, tasks, waivers, units
and rules that pass from one state to the next. It is built whole on each of the days.
"""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import lxml.html
import pytest

import safety_days
from gongkai import gate
from gongkai.law.duties import DutyState, duties
from gongkai.records.types.standard import RuleForce
from gongkai.records.types.waiver import WaiverState
from gongkai.records.vocabulary.documents import BenefitState, Status
from gongkai.records.vocabulary.meetings import EventState
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState
from gongkai.records.vocabulary.work import ProjectState, TaskState

GOOD = Path(__file__).parents[1] / "sites/good"
DAYS = [
    *(dt.date(2026, 11, 21), dt.date(2026, 12, 12), dt.date(2026, 12, 18), dt.date(2027, 1, 6)),
    *(dt.date(2027, 1, 20), dt.date(2027, 2, 15), dt.date(2027, 3, 12), dt.date(2027, 4, 10)),
    dt.date(2027, 6, 1),
]
REVIEW = "审核: {初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-10-20}\n"
BENEFIT = """\
惠企要素:
  适用对象: 本区小微企业
  支持方式: [资金补贴]
  支持内容: 按实际付息的30%补贴
  申报条件: [依法纳税]
  申报方式: 网上申报
  申报开始: 2026-12-15
  咨询方式: 010-00000000
服务对象: [企业]
"""


def acting(slug: str, number: int, day: str, does: str) -> str:
    """A document that does something to 示民发〔2026〕21号 from a day on."""
    return f"""\
---
标题: 示例区养老服务办法的后来文件（{slug}）
索引号: SL-2027-{slug}
发文机关: 区民政局
发文字号: 示民发〔2027〕{number}号
成文日期: 2026-12-20
发布日期: 2027-01-04
施行日期: {day}
是否规范性文件: 否
{does}: [yanglao]
{REVIEW}---
第一条　后来的规定。
"""


#: path → text laid over the good column
ADDED = {
    "content/policies/2027/xiugai.md": acting("xiugai", 1, "2027-01-10", "修改"),
    "content/policies/2027/bufen.md": acting("bufen", 2, "2027-02-10", "部分废止"),
    "content/policies/2027/tidai.md": acting("tidai", 3, "2027-03-10", "替代"),
    "content/consultations/2026/zhengji.md": """\
---
标题: 助餐点设置规范征求意见
单位: 区民政局
发布日期: 2026-11-19
开始日期: 2026-12-05
截止日期: 2027-01-05
方式: 信函：区民政局养老服务科
---
欢迎提出意见。
""",
    "content/meetings/2026/huiyi.md": """\
---
会议名称: 区政府常务会第 47 次会议
日期: 2026-12-10
预告日期: 2026-11-18
主办单位: 区民政局
是否开放: 是
开放方式: [列席]
议题:
  - 标题: 审议助餐点设置规范
    承办单位: 区民政局
---
会议安排。
""",
    "content/events/2026/huodong.md": """\
---
名称: 走进助餐点
地点: 望槐街道养老服务驿站
类型: 政务开放日
日期: 2026-12-20
主办单位: 区民政局
预告日期: 2026-11-18
报名截止: 2026-12-15
报名方式: 电话报名
---
请居民参观助餐点。
""",
    "data/units/jiu-ban.yml": "名称: 区旧改办\n状态: 撤并\n承接单位: 区民政局\n撤并日期: 2027-02-01\n",
    "data/rulebook/publish-in-time.yml": (
        "依据: [{文件: 某办法}]\n参数: {工作日: '15'}\n生效日期: 2027-01-01\n"
    ),
    "data/standards/document-number-form.yml": (
        "名称: 发文字号写法\n依据: [{文件: 某办法}]\n生效日期: 2027-01-01\n"
    ),
    "data/rulebook/minimum-counts.yml": "依据: [{文件: 某办法}]\n失效日期: 2027-01-31\n",
}
DECISIONS = """\
- 编号: JC2026-02
  事项: 助餐点布局
  承办单位: 区民政局
  目录公布日期: 2026-04-13
- 编号: JC2026-03
  事项: 护理站布局
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  计划完成日期: 2027-01-15
  法定程序:
    公众参与: {日期: 2026-06-30, 说明: 公开征求意见}
- 编号: JC2026-04
  事项: 老年大学选址
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  调出日期: 2026-10-01
  调出理由: 用地没有落实
"""
TASKS = """\
- 编号: 2
  要点: yanglao
  栏目: 社会救助公开
  任务: 公布助餐点名单
  牵头单位: [区民政局]
  完成时限: 2027-01-25
  发布日期: 2026-11-06
- 编号: 3
  要点: yanglao
  栏目: 社会救助公开
  任务: 持续公开救助标准
  牵头单位: [区民政局]
  时限说明: 长期坚持
  发布日期: 2026-11-06
"""
OLD_TASK = """\
- 编号: 1
  要点: yanglao
  栏目: 社会救助公开
  任务: 公布救助标准
  牵头单位: [区民政局]
  完成时限: 2025-12-31
  发布日期: 2025-03-06
  进展未载: 是
"""
PROJECT = """\
- 编号: 3
  事项: 新增家庭床位
  类别: 民生实事
  目标: 全年新增家庭床位10张
  单位: [区民政局]
  发布日期: 2026-06-01
  季度进展:
    - {季度: 2, 进度: 30, 说明: 新增3张。, 日期: 2026-07-15}
    - {季度: 3, 进度: 50, 说明: 新增5张。, 日期: 2026-10-20}
    - {季度: 4, 进度: 80, 说明: 新增8张。, 日期: 2027-01-12}
- 编号: 2
  事项: 新增护理站
  类别: 民生实事
  目标: 全年新增护理站2个
  单位: [区民政局]
  发布日期: 2026-06-01
  季度进展:
    - {季度: 2, 进度: 60, 说明: 开业1个。, 日期: 2026-07-15}
    - {季度: 3, 进度: 100, 说明: 开业2个。, 日期: 2026-10-20}
"""


def _column(root: Path) -> None:
    """The good column with what passes from state to state."""
    shutil.copytree(GOOD, root)
    for path, text in {**ADDED, "data/work-points/2025-shili.yml": OLD_TASK}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    for path, text in (
        ("data/decisions/2026.yml", DECISIONS),
        ("data/work-points/2026-shili.yml", TASKS),
        ("data/projects/2026.yml", PROJECT),
    ):
        (root / path).write_text((root / path).read_text("utf-8").rstrip("\n") + "\n" + text, "utf-8")
    for path, old, new in (
        ("content/policies/2026/yanglao.md", "状态: 尚未施行\n", ""),
        ("content/policies/2026/dier.md", "失效日期: 2031-11-05\n", f"失效日期: 2027-03-05\n{BENEFIT}"),
        (
            "content/policies/2026/renshi.md",
            "施行日期: 2026-12-01\n",
            "施行日期: 2026-12-01\n失效日期: 2027-04-01\n",
        ),
        ("data/waivers/renshi.yml", "2027-12-31", "2027-04-30"),
    ):
        text = (root / path).read_text("utf-8")
        assert old in text, path
        (root / path).write_text(text.replace(old, new, 1), "utf-8")


class Built:
    """The column on every one of the days: registers, and pages as text."""

    def __init__(self, root: Path, folder: Path) -> None:
        _column(root)
        self.column = safety_days.Column.read(root, DAYS[0])
        self.sites = {}
        for day in DAYS:
            (folder / day.isoformat()).mkdir()
            self.sites[day] = self.column.make(day, folder / day.isoformat())

    def words(self, day: str, address: str) -> str:
        file = self.sites[dt.date.fromisoformat(day)] / address / "index.html"
        return " ".join(lxml.html.fromstring(file.read_bytes().decode()).text_content().split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("states")
    return Built(folder / "column", folder)


def _states(built: Built) -> set[object]:
    """Every state that anything is in on any of the days, as readers know the column."""
    found: set[object] = set()
    standards = built.column.checked.standards
    for day in DAYS:
        register = gate.released(built.column.checked.register.on(day))
        found |= {register.state(record) for record in register.all}
        found |= {register.benefit_state(policy) for policy in register.policies}
        found |= {duty.state for duty in duties(register, standards)}
        found |= {rule.force_on(day) for rule in standards.values()}
        soon = day + dt.timedelta(days=standards["waiver-valid"].number("临期天数"))
        for waiver in register.waivers:
            ended = register.standing(register.policy("renshi")).status is Status.EXPIRED
            found.add(waiver.state_on(day, soon, needed=not ended))
    return found


@pytest.mark.parametrize(
    "kind",
    [
        Status,
        BenefitState,
        ConsultationState,
        EventState,
        DecisionState,
        TaskState,
        ProjectState,
        WaiverState,
        DutyState,
        RuleForce,
    ],
    ids=lambda kind: kind.__name__,
)
def test_every_state_occurs_on_one_of_the_days(built, kind):
    assert [state for state in kind if state not in _states(built)] == []


@pytest.mark.parametrize(
    ("day", "address", "words"),
    [
        ("2026-11-21", "policies/2026/yanglao/", "本文件尚未施行"),
        ("2026-12-12", "policies/2026/yanglao/", "申报中"),
        ("2027-01-06", "policies/2026/yanglao/", "已截止"),
        ("2027-01-20", "policies/2026/yanglao/", "本文件已修改"),
        ("2027-02-15", "policies/2026/yanglao/", "本文件部分内容已废止"),
        ("2027-03-12", "policies/2026/yanglao/", "本文件已废止"),
        ("2027-03-12", "policies/2026/yanglao/", "这份文件已经废止，不能再按它申报"),
        ("2027-03-12", "policies/2026/yanglao/", "现在的规定见示例区养老服务办法的后来文件（tidai）"),
        ("2026-11-21", "policies/2026/dier/", "尚未开始"),
        ("2026-12-18", "policies/2026/dier/", "常年受理"),
        ("2027-03-12", "policies/2026/dier/", "这份文件已经失效，不能再按它申报"),
        ("2027-06-01", "benefits/", "现在没有可以申报的惠企政策"),
        ("2026-11-21", "consultations/2026/zhengji/", "2026年12月5日开始征求意见"),
        ("2026-12-12", "consultations/2026/zhengji/", "正在征求意见，还剩 24 天"),
        ("2027-01-20", "consultations/2026/zhengji/", "征集已经截止，还没有反馈"),
        ("2026-11-21", "consultations/2026/yanglao/", "已经反馈：收到意见 12 条，采纳 5 条"),
        ("2026-11-21", "events/2026/huodong/", "可以报名，2026年12月20日 举行"),
        ("2026-12-18", "events/2026/huodong/", "报名已经截止"),
        ("2027-01-06", "events/2026/huodong/", "活动已经举行，情况还没有公布"),
        ("2026-11-21", "meetings/2026/huiyi/", "将在 2026年12月15日前公布"),
        ("2026-12-12", "meetings/2026/huiyi/", "将在 2026年12月15日前公布"),
        ("2026-12-18", "meetings/2026/huiyi/", "应当在 2026年12月15日前公布，现在还没有公布"),
        ("2027-02-15", "units/jiu-ban/", "本单位已撤并 自 2027年2月1日起。职责由区民政局承接"),
        ("2027-03-12", "en/records/2026/older-people/", "This document has been repealed"),
        ("2026-12-12", "rulebook/document-number-form/", "这条规定自2027年1月1日起检查，现在还没有生效"),
        ("2027-02-15", "rulebook/minimum-counts/", "这条规定已经失效，不再检查：到2027年1月31日为止"),
        ("2027-06-01", "waivers/", "已过期"),
        ("2027-04-10", "waivers/", "没有用到"),
        ("2027-02-15", "waivers/", "快到期"),
    ],
)
def test_the_page_has_the_words_of_its_state(built, day, address, words):
    assert words in built.words(day, address)


def test_a_waiver_that_ended_is_linked_where_it_stands(built):
    """It was linked at a page of its own, which there is not: no build came through after its end."""
    site = built.sites[dt.date(2027, 6, 1)]
    page = lxml.html.fromstring((site / "quality/duties-in-time/index.html").read_bytes().decode())
    assert "../../waivers/#renshi" in page.xpath("//a/@href")
    assert any("/waivers/#renshi" in line for line in _listed(site))


def test_a_record_is_linked_at_its_page_and_not_at_the_room_it_was_held_in(built):
    """地点 of a meeting or an event is no address."""
    addresses = [line.rsplit(",", 1)[-1] for line in _listed(built.sites[DAYS[0]])]
    assert addresses and not [each for each in addresses if not each.isascii()]


def _listed(site: Path) -> list[str]:
    """The rows of every list of cases behind a figure."""
    files = sorted((site / "quality").rglob("list.csv"))
    return [line for file in files for line in file.read_text("utf-8").splitlines()[1:]]
