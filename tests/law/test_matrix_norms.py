"""The shipped duties asked of the right units, by evidence of their own kind, and of nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gongkai.law import matrix
from gongkai.law.example import Files, a_policy, a_unit, an_item
from gongkai.law.matrix import matrix_of
from gongkai.law.shared.annual_tables import a_report
from gongkai.records.types.budget import Budget
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.evaluation import Evaluation
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.response import Response

NORMS = Path(matrix.__file__ or "").parent / "norms"
LEVELS = ("national.yml", "beijing.yml")
STAFF, TRAINING = "信息公开主管部门", "data/datasets/peixun"


@pytest.fixture(scope="module")
def law():
    """Number → row, as it is shipped."""
    files = [yaml.load((NORMS / name).read_text("utf-8"), yaml.CBaseLoader) for name in LEVELS]
    return {row["编号"]: row for rows in files for row in rows}


@pytest.fixture
def stands(build, standards, law):
    """(number of a shipped duty, files) → unit → its state."""

    def ask(number: str, files: Files) -> dict[str, str]:
        norm = {"data/norms/district.yml": yaml.safe_dump([law[number]], allow_unicode=True)}
        found = matrix_of(build({**norm, **files}), standards)
        return {mark.unit.label: mark.state.value for mark in found.marks}

    return ask


def unit(slug: str, name: str, kind: str = "部门", charged_with: str | None = None) -> Files:
    return a_unit(slug, 名称=name, 曾用名=None, 类别=kind, 承担职能=charged_with)


def test_inspections_of_the_environment_are_asked_of_who_is_charged_with_it_alone(stands):
    files = {**a_unit(承担职能="生态环境"), **unit("tiyu-ju", "区体育局")}
    assert stands("GJ-24A", {**files, **an_item(标题="2026年10月空气质量")}) == {"区民政局": "空白"}
    assert stands("GJ-24A", {**files, **an_item(标题="2026年10月执法检查情况")}) == {"区民政局": "已公开"}


def test_matters_of_the_country_are_asked_of_towns_and_townships_alone(stands):
    kinds = {"青石镇": "镇", "白沙乡": "乡", "望槐街道": "街道", "区农业农村局": "部门"}
    files = {path: text for n, (name, kind) in enumerate(kinds.items())
             for path, text in unit(f"dw-{n}", name, kind).items()}  # fmt: skip
    assert stands("GJ-27", files) == {"青石镇": "空白", "白沙乡": "空白"}
    mine = an_item(标题="青石镇2026年涉农补贴发放结果", 单位="青石镇")
    assert stands("GJ-27", {**files, **mine})["青石镇"] == "已公开"


def test_the_government_sets_up_places_to_read_whoever_keeps_them(stands):
    files = {**unit("zhengfu", "区政府", "政府"), **unit("tushu-guan", "区图书馆", "事业单位")}
    assert stands("GJ-28", files) == {"区政府": "空白"}
    room = {"data/reading-rooms/tushuguan.yml": ReadingRoom.EXAMPLE}
    assert stands("GJ-28", {**files, **room}) == {"区政府": "已公开"}


def test_who_may_have_bought_nothing_is_not_called_silent(stands):
    party = unit("dangwei", "区委办", "党委机构")
    files = {**a_unit(), **unit("tushu-guan", "区图书馆", "事业单位"), **party}
    assert stands("GJ-18", files) == {"区民政局": "未核", "区图书馆": "未核"}
    assert stands("GJ-18", {**files, **an_item(标题="办公设备采购公告")})["区民政局"] == "已公开"


def test_a_table_of_the_kind_counts_as_well_as_a_notice(stands):
    """By its rows, for the unit that stands in them."""
    package = """\
标题: 培训情况
类别: 公开培训
单位: [区民政局]
依据: [示例]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 单位, 说明: 单位, 用途: 单位, 必填: 是}
  - {名称: 日期, 说明: 日期, 类型: 日期, 用途: 时间, 必填: 是}
"""
    rows = "单位,日期\n区民政局,2026-03-02\n"
    table = {f"{TRAINING}/datapackage.yml": package, f"{TRAINING}/2026.csv": rows}
    files = a_unit(承担职能=STAFF)
    assert stands("GJ-35", files) == {"区民政局": "空白"}
    assert stands("GJ-35", {**files, **table}) == {"区民政局": "已公开"}
    other = {path: text.replace("公开培训", "其他数据") for path, text in table.items()}
    assert stands("GJ-35", {**files, **other}) == {"区民政局": "空白"}


OFFICE = unit("zhengfu", "区政府", "政府")
ASKED = Consultation.EXAMPLE.replace("养老服务专项规划征求意见", "社区环境整治征求意见")
DRAFT = "content/consultations/2026/huanjing.md"
#: number → (the unit, what shows that it was kept): without it 未核
WORK: dict[str, tuple[Files, Files]] = {
    "GJ-07": (a_unit(), a_policy(发文机关="区民政局", 是否规范性文件="是")),
    "GJ-39": (a_unit(), {DRAFT: ASKED.replace("依据:", "决策事项: JC2026-05\n依据:")}),
    "GJ-55": (
        a_unit(),
        {"content/responses/2026/tingche.md": Response.EXAMPLE.replace("区城市管理委", "区民政局")},
    ),
    "GJ-41": (
        OFFICE,
        {
            "data/decisions/2026.yml": Decision.EXAMPLE
            + "  决策机关: 区政府\n  决定日期: 2026-11-02\n  形成的文件: [yanglao]\n"
        },
    ),
}


@pytest.mark.parametrize("number", WORK)
def test_what_may_never_have_happened_is_unknown_until_something_shows_it(stands, number):
    files, shown = WORK[number]
    assert [*stands(number, files).values()] == ["未核"]
    assert [*stands(number, {**files, **shown}).values()] == ["已公开"]


def test_a_draft_on_another_matter_shows_nothing_of_business_or_decisions(stands):
    asked = {**a_unit(), DRAFT: ASKED}
    assert (stands("GJ-39", asked), stands("GJ-42", asked)) == ({"区民政局": "未核"}, {})


def test_a_table_of_penalties_tells_how_long_they_are_shown(stands):
    """Only where a column says until when; who has no power to punish is not asked."""
    package = """\
标题: 行政处罚信息
类别: 行政处罚
单位: [区民政局]
依据: [示例]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 单位, 说明: 单位, 用途: 单位, 必填: 是}
  - {名称: 日期, 说明: 日期, 类型: 日期, 用途: 时间, 必填: 是}
  - {名称: 截止, 说明: 截止, 类型: 日期, 用途: 公示截止, 必填: 是}
"""
    folder, line = "data/datasets/chufa", "单位,日期,截止\n区民政局,2026-11-02,2027-11-02\n"
    table = {f"{folder}/datapackage.yml": package, f"{folder}/2026.csv": line}
    untold = {path: text.replace(", 用途: 公示截止", "") for path, text in table.items()}
    assert stands("BJ-06", {**a_unit(), **table}) == {"区民政局": "已公开"}
    assert stands("BJ-06", {**a_unit(), **untold}) == {"区民政局": "未核"}


@pytest.mark.parametrize(("day", "state"), [("2026-11-07", "已公开"), ("2026-11-06", "空白")])
def test_a_column_is_fresh_for_two_weeks_after_its_newest(stands, day, state):
    files = {**a_unit(承担职能=STAFF), **an_item(发布日期=day, 审核=f"{{初审: 甲, 保密审查日期: {day}}}")}
    assert stands("GJ-56", files) == {"区民政局": state}


def test_a_report_without_all_its_parts_shows_none_of_its_contents(stands):
    # without a report it is that which is missing: it is told there
    assert stands("GJ-03", a_unit()) == {}
    assert stands("GJ-03", {**a_unit(), **a_report()}) == {"区民政局": "已公开"}
    assert stands("GJ-03", {**a_unit(), **a_report(存在问题="[]")}) == {"区民政局": "逾期"}


def test_an_appraisal_of_openness_is_one_and_that_of_a_policy_is_none(stands):
    files, path = a_unit(承担职能=STAFF), "content/evaluations/2026/pinggu.md"
    ours = Evaluation.EXAMPLE.replace("对象: 示民发〔2025〕5号", "评估工作: 2026年政务公开工作")
    assert stands("GJ-36", files) == {"区民政局": "空白"}
    assert stands("GJ-36", {**files, path: Evaluation.EXAMPLE}) == {"区民政局": "空白"}
    assert stands("GJ-36", {**files, path: ours}) == {"区民政局": "已公开"}


RULES = a_policy(发文机关="区民政局", 是否规范性文件="是", 服务对象="[企业]")


@pytest.mark.parametrize(
    ("files", "state"),
    [
        (RULES, {"区民政局": "空白"}),
        # for whom it is, whether it is normative, and when it was published decide
        (a_policy(发文机关="区民政局", 是否规范性文件="是", 服务对象="[个人]"), {}),
        (a_policy(发文机关="区民政局", 是否规范性文件="否", 服务对象="[企业]"), {}),
        ({**RULES, DRAFT: ASKED.replace("社区环境整治", "餐饮企业发展措施")}, {"区民政局": "空白"}),
        ({DRAFT: ASKED.replace("社区环境整治", "餐饮企业发展措施")}, {"区民政局": "已公开"}),
    ],
)
def test_each_document_for_business_had_its_draft_put_to_the_public(stands, files, state):
    assert stands("GJ-42", {**a_unit(), **files}) == state


def matter(note: str) -> Files:
    """One of the catalogue whose public took part as the note says."""
    return {"data/decisions/2026.yml": Decision.EXAMPLE.replace("公开征求意见三十日", note)}


@pytest.mark.parametrize(
    ("number", "note", "state"),
    [
        ("GJ-39", "公开征求意见三十日", {"区民政局": "空白"}),
        ("GJ-39", "开了两场座谈会，没有在网上公开征集", {}),
        ("GJ-39", "开了两场座谈会", {}),
        ("GJ-40", "召开听证会一次", {"区民政局": "空白"}),
        ("GJ-40", "没有召开听证会", {}),
        ("GJ-40", "公开征求意见三十日", {}),
    ],
)
def test_what_a_decision_asks_for_follows_from_the_catalogue(stands, number, note, state):
    files = {**a_unit(), **unit("tiyu-ju", "区体育局")}
    # without a catalogue nobody can tell
    assert stands(number, files) == {"区民政局": "未核", "区体育局": "未核"}
    assert stands(number, {**files, **matter(note)}) == state


def budget(total: int) -> Files:
    written = Budget.EXAMPLE + f"  政府采购: {{合计: {total}.00, 货物: {total}.00, 工程: 0.00, 服务: 0.00}}\n"
    return {"data/budgets/2026/minzheng-ju.yml": written}


def test_who_buys_is_seen_from_its_budget(stands):
    files = {**a_unit(), **unit("tiyu-ju", "区体育局")}
    assert stands("GJ-18", {**files, **budget(12)}) == {"区民政局": "空白", "区体育局": "未核"}
    assert stands("GJ-18", {**files, **budget(0)}) == {"区体育局": "未核"}
    shown = an_item(标题="办公设备采购公告")
    assert stands("GJ-18", {**files, **budget(12), **shown})["区民政局"] == "已公开"


def test_every_duty_that_may_be_unknown_says_what_would_tell(law):
    silent = [number for number, row in law.items()
              if "待核" in row["承担"] and "未核时" not in row]  # fmt: skip
    assert silent == []
