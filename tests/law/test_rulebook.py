"""The rulebook as readers may know it: counts, findings, waivers; nothing of drafts."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import gate
from gongkai.law import checking
from gongkai.law.example import CLEAN, a_policy, a_waiver, an_interpretation, an_item

LATE = an_interpretation(发布日期="2026-11-16")
RENSHI = a_policy("renshi", 发文字号="示民发〔2026〕8号")


@pytest.fixture
def book(build, standards):
    def make(files, today="2026-11-21"):
        register = build(files, today)
        held = checking.in_force(standards.values(), register)
        found = checking.run(register, held)
        return checking.rulebook(
            register, gate.released(register), held, found.problems, found.waived, found.used
        )

    return make


def rule(made, name):
    return next(each for each in made.rules if each.standard.slug == name)


def test_every_rule_stands_in_the_order_of_the_groups_with_what_editors_read(book, standards):
    made = book(CLEAN)
    assert sorted(each.standard.slug for each in made.rules) == sorted(standards)
    assert made.rules[0].standard.group == "政策与解读"
    for each in made.rules:
        assert each.force == "已失效" or (each.looks_at and each.wrong and each.remedy), each.standard.slug
        assert not each.broken and not each.waived


def test_every_shipped_rule_has_its_group_and_says_what_its_parameters_mean(standards):
    assert [name for name, each in standards.items() if each.group == "其他"] == []
    assert [name for name, each in standards.items() if set(each.meanings) != set(each.parameters)] == []


def test_a_rule_tells_what_it_looks_at_and_what_breaks_it(book):
    timing = rule(book({**CLEAN, **LATE}), "interpretation-timing")
    assert [each.slug for each in timing.scope] == ["yanglao-jiedu"]
    assert [(each.record.slug, each.problem.level) for each in timing.broken] == [("yanglao-jiedu", "警告")]
    assert "第 7 个工作日" in timing.broken[0].message


@pytest.mark.parametrize("hidden", [{"草稿": "是"}, {"发布日期": "2026-12-01", "施行日期": "2026-12-02"}])
def test_what_is_not_public_is_neither_counted_nor_named(book, hidden):
    number = {"发文字号": "示民发[2026]8号"}
    shown, without = book({**CLEAN, **a_policy("renshi", **number, **hidden)}), book(CLEAN)
    for each, other in zip(shown.rules, without.rules, strict=True):
        assert len(each.scope) == len(other.scope), each.standard.slug
        assert each.broken == (), each.standard.slug


def test_a_message_that_names_a_draft_is_not_told(book):
    draft = an_interpretation("renshi-jiedu", 解读文件="[renshi]", 草稿="是")
    made = book({**CLEAN, **RENSHI, **draft, **a_waiver()})
    finding = rule(made, "interpretation-missing").waived[0]
    assert "还是草稿" in finding.problem.message
    assert finding.message == ""


@pytest.mark.parametrize(
    ("today", "state"), [("2027-10-01", "在用"), ("2027-10-02", "快到期"), ("2028-01-01", "已过期")]
)
def test_a_waiver_tells_how_it_stands(book, today, state):
    made = book({**CLEAN, **RENSHI, **a_waiver()}, today)
    assert [(each.record.slug, each.rule, each.state) for each in made.waivers] == [
        ("renshi", "政策须有解读", state)
    ]


def test_a_waiver_nothing_needs_says_so_and_one_of_a_draft_is_not_listed(book):
    assert [each.state for each in book({**CLEAN, **a_waiver(对象="yanglao")}).waivers] == ["没有用到"]
    draft = a_policy("renshi", 发文字号="示民发〔2026〕8号", 草稿="是")
    assert book({**CLEAN, **draft, **a_waiver()}).waivers == ()


def test_rules_end_and_come(book):
    own = "名称: 文号\n依据: [{文件: 某文件}]\n生效日期: 2027-01-01\n"
    made = book({**CLEAN, **an_item(), "data/standards/document-number-form.yml": own})
    assert rule(made, "document-number-form").force == "将生效"
    ended = rule(made, "annual-report-march")
    assert ended.force == "已失效" and ended.standard.valid_to == dt.date(2019, 5, 14) and ended.scope == ()


def test_a_district_s_own_decision_is_told(book):
    own = "依据: [{文件: 示例区考核办法}]\n参数: {工作日: 2}\n改法: 照考核办法整改\n"
    entry = rule(book({**CLEAN, "data/rulebook/interpretation-timing.yml": own}), "interpretation-timing")
    assert entry.adjustment and entry.standard.number("工作日") == 2 and entry.remedy == "照考核办法整改"


def test_a_rule_that_is_the_floor_says_so(book):
    made = book(CLEAN)
    said = {each.standard.slug: each.floor for each in made.rules if each.floor}
    assert said["personal-data"] == "不能降低，不能停用，不能豁免"
    assert said["interpretation-missing"] == "不能降低，不能停用；确有理由的可以逐件公开豁免"
