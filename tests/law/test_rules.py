"""Every rule against its own examples, and every rule against its standard."""

from __future__ import annotations

import pytest

from gongkai.law import checking
from gongkai.law.checking import rules
from gongkai.law.example import CLEAN, a_meeting, an_item

RULES = sorted(rules())


@pytest.mark.parametrize("name", RULES)
def test_the_good_example_passes(name, ask):
    example = rules()[name].example
    assert [p.as_text() for p in ask(rules()[name], example.good, example.today)] == []


@pytest.mark.parametrize("name", RULES)
def test_the_bad_example_fails_with_its_message_and_nothing_else(name, build, standards):
    rule, example = rules()[name], rules()[name].example
    register = build(example.bad_tree, example.today)
    found = checking.run(register, checking.in_force(standards.values(), register)).problems
    assert {p.rule for p in found} == {name}, [p.as_text() for p in found]
    assert any(example.message in p.message for p in found), [p.as_text() for p in found]
    for problem in found:
        assert problem.path and problem.fix and problem.basis and problem.name == standards[name].title
    # what breaks the rule is among what it looks at; an empty column is a fault of no record: there is none
    looked_at = [(each.source.path, each.source.row) for each in rule.scope(register)]
    assert {(p.path, p.row) for p in found} <= {*looked_at} or name == "empty-column"
    assert len(looked_at) == len(set(looked_at))
    assert looked_at


def test_a_clean_column_has_no_problem(run):
    outcome = run(CLEAN)
    assert [p.as_text() for p in outcome.problems] == []
    assert outcome.waived == ()


@pytest.mark.parametrize("today", ["2026-11-06", "2026-12-31", "2027-02-01", "2030-01-01"])
def test_a_clean_column_stays_clean(run, today):
    assert [p.as_text() for p in run(CLEAN, today).problems] == []


def test_before_its_day_a_column_is_only_empty(run):
    assert {p.rule for p in run(CLEAN, "2026-08-01").problems} == {"empty-column", "catalogue-due"}


def test_the_order_is_that_of_files_and_places(run):
    topics = ", ".join(f"{{标题: 议题{n}, 是否公开: 否}}" for n in range(12))
    files = {**CLEAN, **a_meeting(议题=f"[{topics}]"), **an_item(单位="区无此局")}
    found = run(files).problems
    assert [p.path for p in found] == sorted(p.path for p in found)
    assert [p.at[1] for p in found if p.rule == "closed-document"] == list(range(12))


@pytest.mark.parametrize("name", RULES)
def test_every_rule_is_explained_to_editors(name):
    assert all(part in rules()[name].text for part in ("看什么：", "怎样算错：", "怎样改："))


def test_an_override_of_an_unknown_rule_is_a_problem(run):
    own = "名称: 政策须有解毒\n依据: [{文件: 某文件}]\n"
    found = run({**CLEAN, "data/standards/interpretation-mising.yml": own}).problems
    assert [(p.rule, p.path) for p in found] == [("unknown-rule", "data/standards/interpretation-mising.yml")]
    assert found[0].basis == "本栏目数据格式约定"


@pytest.mark.parametrize(
    ("parameters", "message"), [("", "缺少参数“工作日”"), ("参数: {工作日: 三}\n", "不是非负整数")]
)
def test_an_override_with_unusable_parameters_is_a_problem(run, parameters, message):
    own = f"名称: 政策须有解读\n依据: [{{文件: 某文件}}]\n{parameters}出处: {{工作日: 本区自定}}\n"
    found = run({**CLEAN, "data/standards/interpretation-missing.yml": own}).problems
    assert [p.path for p in found] == ["data/standards/interpretation-missing.yml"]
    assert message in found[0].message


def test_a_rule_that_only_notes_stops_the_column_all_the_same_when_it_cannot_be_run(run):
    own = "名称: 更新\n依据: [{文件: 某文件}]\n级别: 提示\n参数: {首页天数: 十}\n"
    found = run({**CLEAN, "data/standards/freshness.yml": own}).problems
    assert {(p.path, p.level) for p in found} == {("data/standards/freshness.yml", "错误")}
    assert "参数“首页天数”：“十”不是非负整数" in " ".join(p.message for p in found)


def test_a_parameter_of_an_earlier_wording_that_cannot_be_read_is_told_at_its_line(run):
    own = (
        "名称: 公开\n依据: [{文件: 某文件}]\n生效日期: 2019-05-15\n参数: {工作日: 20}\n"
        "出处: {工作日: 本区自定}\n历次:\n"
        "  - {依据: [{文件: 某文件}], 失效日期: 2019-05-14, 参数: {工作日: 多}}\n"
    )
    files = {**CLEAN, **an_item(形成日期="2018-03-01", 发布日期="2018-11-04")}
    own_path = "data/standards/publish-in-time.yml"
    told = [p for p in run({**files, own_path: own}).problems if p.path == own_path]
    assert [(p.at, p.level) for p in told] == [(("历次", 0, "参数", "工作日"), "错误")]


def test_a_rule_out_of_force_does_not_run(run):
    files = dict(rules()["document-number-form"].example.bad_tree)
    own = "名称: 文号\n依据: [{文件: 某文件}]\n"
    files["data/standards/document-number-form.yml"] = own + "失效日期: 2026-11-20\n"
    assert run(files).problems == ()
    files["data/standards/document-number-form.yml"] = own + "失效日期: 2026-11-21\n"
    assert [p.rule for p in run(files).problems] == ["document-number-form"]


def test_an_override_changes_the_level(run):
    files = dict(rules()["document-number-form"].example.bad_tree)
    own = "名称: 文号\n依据: [{文件: 某文件}]\n级别: 提示\n"
    files["data/standards/document-number-form.yml"] = own
    assert [p.level for p in run(files).problems] == ["提示"]
