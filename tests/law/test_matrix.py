"""The duty matrix: each state on its day, evidence of nobody else, merged units, what is excused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
import yaml

from gongkai.law.example import Files, a_unit, an_item
from gongkai.law.matrix import Matrix, as_duties, matrix_of
from gongkai.law.shared.annual_tables import a_report
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.vocabulary.norms import CellState

NORMS, NOT_OWED = "data/norms/district.yml", "data/norms/not-owed.yml"
POWERS = "data/datasets/quanze"
#: what a department owes for 2025 by the end of January 2026
YEARLY = DutyNorm.EXAMPLE.replace("类别: 街道", "类别: 部门") + "  生效日期: 2025-01-01\n"
HOUSING = a_unit("fangguan-ju", 名称="区房管局", 曾用名=None)


def norm(number: str, owed_by: str, cycle: str, evidence: str, **more: str) -> str:
    lines = [f"- 编号: {number}", f"  名称: 事项{number}", "  依据: [{文件: 示例区政务公开工作安排}]"]
    lines += [f"  承担: {{{owed_by}}}", f"  频次: {cycle}", f"  证据: {{{evidence}}}"]
    return "\n".join([*lines, *(f"  {key}: {value}" for key, value in more.items())]) + "\n"


LEADERS = norm("QJ-02", "类别: 部门", "持续", "类型: 单位资料, 要素: [领导]")
LED = {"领导": "[{职务: 局长, 分工: 主持全面工作}]"}


def dataset(folder: str, kind: str, rows: Mapping[str, str]) -> Files:
    """A dataset with a column of units, one of kinds and one of days."""
    package = f"""\
标题: {kind}信息
类别: {kind}
单位: [区房管局]
依据: [示例]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {{名称: 单位, 说明: 单位, 用途: 单位, 必填: 是}}
  - {{名称: 类别, 说明: 类别, 用途: 筛选, 必填: 是}}
  - {{名称: 日期, 说明: 日期, 类型: 日期, 用途: 时间, 必填: 是}}
"""
    lines = "".join(f"{unit},{mark},2026-03-02\n" for unit, mark in rows.items())
    return {f"{folder}/datapackage.yml": package, f"{folder}/2026.csv": f"单位,类别,日期\n{lines}"}


@pytest.fixture
def matrix(build, standards):
    """(files, day) → the matrix on it."""

    def make(files: Files, today: str = "2026-11-21") -> Matrix:
        return matrix_of(build({**a_unit(), **files}, today), standards)

    return make


def states(found: Matrix) -> dict[str, str]:
    """Unit → the state that is shown, where there is one norm."""
    return {mark.unit.name: mark.state.value for mark in found.marks}


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-01-02", "未到期"),
        ("2026-01-03", "临期"),
        ("2026-01-31", "临期"),
        ("2026-02-01", "逾期"),
        ("2026-12-31", "逾期"),
    ],
)
def test_a_yearly_duty_runs_out_on_its_day(matrix, today, state):
    assert states(matrix({NORMS: YEARLY}, today)) == {"区民政局": state}


def test_it_is_kept_from_the_day_it_was_published_and_late_after_its_day(matrix):
    files = {NORMS: YEARLY, **a_report(发布日期="2026-02-03")}
    assert states(matrix(files, "2026-02-02")) == {"区民政局": "逾期"}
    cell = matrix(files, "2026-02-03").cells[0]
    assert (cell.state, cell.done, cell.late) == (CellState.DONE, dt.date(2026, 2, 3), True)


def test_what_is_coming_stands_beside_what_lapsed(matrix):
    found = matrix({NORMS: YEARLY, **a_report(发布日期="2026-01-20")}, "2027-01-03")
    assert [(cell.period, cell.state.value) for cell in found.cells] == [
        ("2025年", "已公开"),
        ("2026年", "临期"),
    ]
    assert states(found) == {"区民政局": "临期"}


def test_the_evidence_of_another_unit_does_not_count(matrix):
    files = {NORMS: LEADERS, **HOUSING, **a_unit(**LED)}
    found = matrix(files)
    assert states(found) == {"区民政局": "已公开", "区房管局": "空白"}
    assert [unit.name for unit in found.silent] == ["区房管局"]


def test_the_number_of_a_catalogue_entry_is_no_evidence(matrix):
    plans = norm("QJ-03", "类别: 部门", "持续", "类型: 信息, 标题含: [应急预案]")
    entry = {
        "data/catalogue/minzheng-ju.yml": "- 编号: SL-01\n  一级事项: 应急预案\n  公开主体: [区民政局]\n"
    }
    assert states(matrix({NORMS: plans, **entry, **an_item()})) == {"区民政局": "空白"}
    assert states(matrix({NORMS: plans, **entry, **an_item(标题="区级应急预案")})) == {"区民政局": "已公开"}


def test_who_owes_permits_follows_from_the_list_of_powers(matrix):
    permits = norm("QJ-04", "类别: 部门, 职权: 行政许可", "每件", "类型: 数据集, 类别: 行政许可")
    powers = dataset(POWERS, "权责清单", {"区民政局": "行政许可", "区体育局": "行政检查"})
    units = {**HOUSING, **a_unit("tiyu-ju", 名称="区体育局", 曾用名=None)}
    found = matrix({NORMS: permits, **units, **powers})
    assert states(found) == {"区民政局": "空白", "区房管局": "未核"}
    rows = dataset("data/datasets/xuke", "行政许可", {"区民政处": "许可"})
    files = {NORMS: permits, **units, **powers, **rows}
    assert states(matrix(files))["区民政局"] == "已公开"
    # what was decided within a year
    assert states(matrix(files, "2027-03-31"))["区民政局"] == "已公开"
    assert states(matrix(files, "2027-04-01"))["区民政局"] == "空白"


@pytest.mark.parametrize(
    ("today", "state"),
    # brought up to date on Monday 11-16: the seventh working day after it is 11-25
    [("2026-11-25", "已公开"), ("2026-11-26", "未核")],
)
def test_what_is_owed_for_each_case_is_told_by_its_working_days(matrix, today, state):
    term = {"期限": "{起点: 决定作出, 数: 7, 单位: 工作日}"}
    permits = norm("QJ-04", "类别: 部门", "每件", "类型: 数据集, 类别: 行政许可", **term)
    rows = dataset("data/datasets/xuke", "行政许可", {"区民政处": "许可"})
    found = matrix({NORMS: permits, **HOUSING, **rows}, today)
    assert states(found) == {"区民政局": state, "区房管局": "空白"}
    assert [cell.due for cell in found.cells if cell.evidence] == [dt.date(2026, 11, 25)]


def test_no_case_is_asked_for_from_before_the_duty(matrix):
    rows = dataset("data/datasets/xuke", "行政许可", {"区民政处": "许可"})
    permits = norm("QJ-04", "类别: 部门", "每件", "类型: 数据集, 类别: 行政许可", 生效日期="2026-04-01")
    assert states(matrix({NORMS: permits, **rows})) == {"区民政局": "空白"}
    assert states(matrix({NORMS: permits.replace("04-01", "03-31"), **rows})) == {"区民政局": "已公开"}


def test_a_kind_that_the_basis_does_not_name_is_not_called_silent(matrix):
    """What a party body owes nobody can tell; what it published counts all the same."""
    debts = norm("QJ-05", "类别: 部门, 待核: [党委机构]", "持续", "类型: 单位资料, 要素: [领导]")
    party = a_unit("zuzhi", 名称="区委组织部", 曾用名=None, 类别="党委机构")
    found = matrix({NORMS: debts, **party})
    assert states(found) == {"区民政局": "空白", "区委组织部": "未核"}
    assert [unit.name for unit in found.silent] == ["区民政局"]
    led = a_unit("zuzhi", 名称="区委组织部", 曾用名=None, 类别="党委机构", **LED)
    assert states(matrix({NORMS: debts, **led}))["区委组织部"] == "已公开"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("期限: {说明: 及时}", "每年的事项没有写截止的日子"),
        ("期限: {截止: 次年01-31}", ""),
        ("期限: {起看: 当年04-01}", ""),
    ],
)
def test_a_yearly_duty_says_its_day(written, told):
    row = yaml.safe_load(DutyNorm.EXAMPLE.replace("期限: {截止: 次年01-31}", written))[0]
    if not told:
        assert DutyNorm.model_validate(row).cycle.months == 12
        return
    with pytest.raises(ValueError, match=told):
        DutyNorm.model_validate(row)


def test_not_owed_is_said_with_its_reason_until_it_lapses(matrix):
    excuse = (
        "- 单位: 区民政局\n  编号: QJ-02\n  理由: 合署办公\n  批准人: 区政府办公室\n  有效期至: 2026-12-31\n"
    )
    files = {NORMS: LEADERS, NOT_OWED: excuse}
    found = matrix(files, "2026-12-31")
    assert states(found) == {"区民政局": "不适用"}
    assert found.cells[0].excuse and found.cells[0].excuse.reason == "合署办公"
    assert found.silent == ()
    assert states(matrix(files, "2027-01-01")) == {"区民政局": "空白"}


def test_a_merged_unit_owes_nothing_and_its_heir_takes_what_was_open(matrix):
    gone = a_unit(
        "lao-ju", 名称="区旧改办", 曾用名=None, 状态="撤并", 撤并日期="2026-02-10", 承接单位="区民政局"
    )
    files = {NORMS: YEARLY, **gone, **a_report(发布日期="2026-01-20")}
    assert states(matrix(files, "2026-02-09")) == {"区民政局": "已公开", "区旧改办": "逾期"}
    found = matrix(files, "2026-02-10")
    assert [(cell.unit.name, cell.merged and cell.merged.name, cell.state.value) for cell in found.cells] == [
        ("区民政局", None, "已公开"),
        ("区民政局", "区旧改办", "逾期"),
    ]
    assert states(found) == {"区民政局": "逾期"}


def test_a_duty_of_several_units_is_kept_when_all_kept_it(matrix):
    shared = LEADERS.replace("类别: 部门", "名单: [区民政局, 区房管局], 合并: 共同")
    one = {NORMS: shared, **HOUSING, **a_unit(**LED)}
    found = matrix(one)
    assert found.joint_state(found.norms[0]) is CellState.BLANK
    both = {**one, **a_unit("fangguan-ju", 名称="区房管局", 曾用名=None, **LED)}
    found = matrix(both)
    assert found.joint_state(found.norms[0]) is CellState.DONE


def test_monthly_and_quarterly_parts_of_one_entry_are_two_rows(matrix):
    items = "类型: 信息, 标题含: [救助]"
    term = {"期限": "{起点: 期末, 数: 30}", "事项": "社会救助"}
    rows = norm("QJ-05M", "类别: 部门", "每月", items, **term) + norm(
        "QJ-05Q", "类别: 部门", "每季度", items, **term
    )
    files = {NORMS: rows, **an_item(标题="社会救助情况", 所属期="2026年第三季度", 公开事项=None)}
    found = matrix(files, "2026-11-21")
    assert [(c.norm.number, c.period, c.state.value) for c in found.cells] == [
        ("QJ-05M", "2026-09", "逾期"),
        ("QJ-05M", "2026-10", "临期"),
        ("QJ-05Q", "2026年第三季度", "已公开"),
    ]


def test_a_repealed_duty_is_there_and_asks_nothing(matrix):
    ended = LEADERS + "  失效日期: 2026-11-20\n  失效依据: [{文件: 示例区的决定}]\n"
    assert states(matrix({NORMS: ended}, "2026-11-20")) == {"区民政局": "空白"}
    found = matrix({NORMS: ended}, "2026-11-21")
    assert (found.cells, found.in_force, [each.number for each in found.norms]) == ((), (), ["QJ-02"])


def test_parties_and_coordinating_bodies_are_no_organs(matrix):
    organs = LEADERS.replace("类别: 部门", "类别: 机关")
    kinds = {"dang": "党委机构", "yi": "议事协调机构", "pai": "派出机构", "jie": "街道"}
    units = {
        path: text
        for slug, kind in kinds.items()
        for path, text in a_unit(slug, 名称=f"单位{slug}", 曾用名=None, 类别=kind).items()
    }
    assert set(states(matrix({NORMS: organs, **units}))) == {"区民政局", "单位pai", "单位jie"}


def test_what_another_rule_asks_is_told_once(matrix):
    both = YEARLY + "  另有规则: annual-report-due\n  另有规则起: 2026-01-01\n"
    assert [duty.key for duty in as_duties(matrix({NORMS: both}, "2026-02-01"))] == [
        "matrix/qj-01/minzheng-ju/2025年"
    ]
    begun = {NORMS: both, **a_report(发布日期="2026-01-20")}
    later = matrix(begun, "2027-02-01").cells
    assert [(cell.period, cell.state.value, cell.told_elsewhere) for cell in later] == [
        ("2026年", "逾期", True),
    ]
    assert list(as_duties(matrix(begun, "2027-02-01"))) == []
