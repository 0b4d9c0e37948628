"""底线: whatever a column writes into its rules and waivers, the rules of safety hold as errors."""

from __future__ import annotations

import pytest

from gongkai.common.problems import Level
from gongkai.law.checking import in_force, rules
from gongkai.law.example import CLEAN, Example, a_policy, a_waiver
from gongkai.law.waiving import Waivers
from gongkai.records.types.standard import Floor, Standard

ABSOLUTE = [name for name, rule in rules().items() if rule.floor is Floor.ABSOLUTE]
FLOOR = [*ABSOLUTE, "interpretation-missing"]
OWN = "依据: [{文件: 某文件}]\n"
#: (kind of file, what it says, key that is told, why)
WEAKER = [
    ("rulebook", "级别: 提示\n", "级别", "级别不能低于错误，写的是“提示”"),
    ("rulebook", "级别: 警告\n", "级别", "级别不能低于错误，写的是“警告”"),
    ("rulebook", "失效日期: 2000-01-01\n", "失效日期", "不能停用，写的是到 2000-01-01 为止"),
    ("rulebook", "失效日期: 2100-01-01\n", "失效日期", "不能停用，写的是到 2100-01-01 为止"),
    ("rulebook", "级别: 提示\n生效日期: 2026-01-01\n", "级别", "级别不能低于错误"),
    ("standards", "名称: 本区的\n级别: 提示\n", "级别", "级别不能低于错误，写的是“提示”"),
    ("standards", "名称: 本区的\n失效日期: 2000-01-01\n", "失效日期", "不能停用"),
    ("standards", "名称: 本区的\n生效日期: 2099-01-01\n", "生效日期", "今天就要执行，写的是从 2099-01-01 起"),
    (
        "standards",
        "名称: 本区的\n生效日期: 2099-01-01\n"
        "历次: [{依据: [{文件: 某文件}], 失效日期: 2098-12-31, 级别: 提示}]\n",
        "历次",
        "今天的级别是“提示”",
    ),
]


def _example(name: str) -> Example:
    return rules()[name].example


def test_these_rules_are_the_floor():
    assert {
        "personal-data",
        "personal-data-attached",
        "body-safe",
        "published-address",
        "page-address",
    } <= set(ABSOLUTE)
    assert rules()["interpretation-missing"].floor is Floor.LEVEL


@pytest.mark.parametrize(("kind", "text", "key", "why"), WEAKER)
@pytest.mark.parametrize("name", FLOOR)
def test_no_file_of_the_column_weakens_them(run, standards, name, kind, text, key, why):
    parameters = "".join(f"  {k}: '{v}'\n" for k, v in standards[name].parameters.items())
    origins = "".join(f"  {k}: 本区自定\n" for k in standards[name].parameters)
    more = f"参数:\n{parameters}出处:\n{origins}" if parameters and kind == "standards" else ""
    path = f"data/{kind}/{name}.yml"
    outcome = run({**_example(name).bad_tree, path: OWN + text + more}, _example(name).today)
    assert [p.level for p in outcome.problems if p.rule == name] == [Level.ERROR]
    told = [p for p in outcome.problems if p.rule == "rule-floor"]
    assert [(p.path, p.at[0], p.level) for p in told] == [(path, key, Level.ERROR)]
    assert why in told[0].message and f"（{name}）是底线" in told[0].message and f"删去“{key}”" in told[0].fix


@pytest.mark.parametrize("name", ABSOLUTE)
def test_nobody_waives_them(run, name):
    example = _example(name)
    broken = next(p for p in run(example.bad_tree, example.today).problems if p.rule == name)
    waiver = a_waiver("mian", 规则=name, 对象=broken.path)
    outcome = run({**example.bad_tree, **waiver}, example.today)
    assert [p.level for p in outcome.problems if p.rule == name] == [Level.ERROR] and not outcome.waived
    (told,) = [p for p in outcome.problems if p.path == "data/waivers/mian.yml" and p.at == ("规则",)]
    assert (told.rule, told.level) == ("waiver-valid", Level.ERROR) and "是底线，谁也不能豁免" in told.message


def test_what_could_only_be_warned_of_is_excused_for_a_time(build, standards):
    """A scan that no program can read: a person looks, and says so in public."""
    register = build({**CLEAN, **a_waiver("kan", 规则="personal-data-attached", 对象="yanglao")})
    policy = next(each for each in register.content if each.slug == "yanglao")
    rule, waivers = standards["personal-data-attached"], Waivers(register)
    unread = rule.problem(policy, (), "没有文字，没有查", "看一遍", Level.WARNING)
    found = rule.problem(policy, (), "有手机号码", "删去")
    assert list(waivers.sift([unread, found])) == [found]
    assert waivers.waived == [unread] and waivers.used == {"waivers/kan"}


def test_pairing_is_waived_for_one_record_in_public(run):
    renshi = a_policy("renshi", 发文字号="示民发〔2026〕8号")
    outcome = run({**CLEAN, **renshi, **a_waiver()})
    assert outcome.problems == () and [p.rule for p in outcome.waived] == ["interpretation-missing"]


def test_pairing_may_be_asked_for_sooner_never_later(run):
    path = "data/rulebook/interpretation-missing.yml"
    assert run({**CLEAN, path: OWN + "参数: {工作日: 2}\n"}).problems == ()
    (told,) = run({**CLEAN, path: OWN + "参数: {工作日: 4000}\n"}).problems
    assert told.rule == "unknown-rule" and "最多 3 个工作日" in told.message


def test_what_strengthens_nothing_and_weakens_nothing_is_free(run, build, standards):
    path = "data/rulebook/personal-data.yml"
    files = {**CLEAN, path: OWN + "改法: 找区政务公开办\n级别: 错误\n生效日期: 2099-01-01\n"}
    assert run(files).problems == ()
    held = in_force(standards.values(), build(files))["personal-data"]
    assert isinstance(held, Standard) and held.on(build(files).today).level is Level.ERROR
