"""What was published is taken back or changed by one command: the files it writes, and what follows."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import undo
from gongkai.exports import log
from gongkai.law.example import a_unit
from gongkai.records.types.correction import Correction

from .small import DAY, told


def test_a_correction_replaces_the_words_and_tells_both(done, column):
    words = ("老年人可以申请补贴", "六十岁以上的老年人可以申请补贴", "漏了年龄。", DAY)
    register, errors = done(undo.correct, "示民发〔2026〕21号", *words)
    assert errors == []
    assert "六十岁以上的老年人可以申请补贴" in register.policy("yanglao").body
    [correction] = register.everything(Correction)
    assert (correction.target, correction.new) == ("policies/2026/yanglao", words[1])
    assert any(kind == "更正" for kind, _ in told(register))


def test_words_that_stand_twice_are_not_corrected_by_chance(done):
    with pytest.raises(EnvironmentProblem, match="2 处"):
        done(undo.correct, "yanglao", "养老服务", "养老", "", DAY)


TABLE = """

| 项目 | 每次 | 说明 |
| --- | ---: | --- |
| 上门助浴 | 120 | 需两名助浴员 |
| 助浴点助浴 | 60 | 一名 |
"""


@pytest.mark.parametrize("gap", ["\t", " ", "……", " | "])
def test_a_row_is_corrected_as_it_is_copied_from_the_page(done, column, gap):
    """By whatever stands between its cells; readers are told it without the marks of a file."""
    path = column.root / "content/policies/2026/yanglao.md"
    path.write_text(path.read_text("utf-8").rstrip("\n") + TABLE, "utf-8")
    old, new = (gap.join(("上门助浴", number, "需两名助浴员")) for number in ("120", "130"))
    register, _ = done(undo.correct, "yanglao", old, new, "抄错了。", DAY)
    assert TABLE.replace("120", "130").strip() in register.policy("yanglao").body
    [correction] = register.everything(Correction)
    assert correction.old == "上门助浴……120……需两名助浴员" and correction.new == correction.old.replace(
        "2", "3"
    )


def test_a_row_with_another_number_of_cells_is_none(done, column):
    path = column.root / "content/policies/2026/yanglao.md"
    path.write_text(path.read_text("utf-8").rstrip("\n") + TABLE, "utf-8")
    with pytest.raises(EnvironmentProblem, match=r"里没有“上门助浴 120”.*格数一样多"):
        done(undo.correct, "yanglao", "上门助浴\t120", "130", "", DAY)


def test_a_page_is_withdrawn_on_its_day_and_told(done):
    register, _ = done(undo.withdraw, "content/items/minzheng-ju/2026/jiuzhu.md", "内容有误", "另发", "", DAY)
    assert "items/minzheng-ju/2026/jiuzhu/" in {each.address for each in register.moved}
    assert any(kind == "撤下" for kind, _ in told(register))


def test_only_what_was_registered_and_for_a_reason_there_is(done):
    with pytest.raises(EnvironmentProblem, match="从这些里选一个"):
        done(undo.withdraw, "jiuzhu", "领导要求", "", "", DAY)
    with pytest.raises(EnvironmentProblem, match="还没有公布登记过"):
        done(undo.withdraw, "gai", "内容有误", "", "", DAY)


def test_a_unit_is_merged_into_another(done):
    register, errors = done(undo.merge, "区财政局", "区民政局", "机构改革", DAY)
    unit = register.unit("区财政局")
    assert (unit.state, unit.merged_into, unit.merged_on, errors) == ("撤并", "区民政局", DAY, [])
    assert unit.merged_why == "机构改革"


def test_a_document_repeals_another(done):
    register, errors = done(undo.repeal, "示民发〔2020〕5号", "yanglao", "由新办法代替", DAY)
    assert errors == []
    assert register.standing(register.policy("jiu")).status == "废止"
    [relation] = register.policy("yanglao").repeals
    assert relation.note == "由新办法代替"


def test_a_document_from_outside_repeals(done):
    register, errors = done(undo.repeal, "jiu", "市民发〔2026〕1号", "上级文件代替", DAY)
    policy = register.policy("jiu")
    assert (policy.repealed_on, policy.repealed_by) == (DAY, "市民发〔2026〕1号（上级文件代替）")
    assert errors == []


def test_what_has_no_day_is_in_no_log(small_column):
    """Files written before there was a key for it: a day is never made up."""
    files = {
        **a_unit("caizheng-ju", 名称="区财政局", 曾用名="区税务局", 状态="撤并", 承接单位="区民政局"),
        "data/addresses/moved.yml": "- {地址: policies/2025/jiu/, 转到: policies/2026/jiazhuang-dianti/}\n",
    }
    told = log.unkept(small_column(files))
    assert "units/caizheng-ju/" not in {each.address for each in told}
    assert "改址" not in {each.kind.value for each in told}


def test_a_name_does_not_change_on_a_later_day(done):
    with pytest.raises(EnvironmentProblem, match="改名写好就生效"):
        done(undo.rename, "yanglao", "yl", "", dt.date(2026, 11, 22))


def test_a_renamed_page_is_found_at_both_addresses(done, column):
    register, errors = done(undo.rename, "policies/2026/yanglao", "yanglao-fuwu", "名称太短", DAY)
    assert errors == []
    policy = register.policy("yanglao-fuwu")
    assert policy is not None
    assert [each.to for each in register.moved] == ["policies/2026/yanglao-fuwu/"]
    assert register.policy(register.interpretations[0].documents[0]) is policy
    assert "](yanglao-fuwu.md)" in register.policy("gai").body
    assert not (column.root / "content/policies/2026/yanglao.md").exists()


def test_a_renamed_unit_keeps_its_names(done):
    register, errors = done(undo.rename, "区民政局", "区民政和养老局", "机构改革", DAY)
    assert errors == []
    unit = register.unit("区民政局")
    assert (unit.name, unit.former_names) == ("区民政和养老局", ("区民政处", "区民政局"))
