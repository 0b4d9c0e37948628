"""The coming days: which of them turn anything, and what is said of them."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from gongkai import pipeline, settings
from gongkai.desk import cli, horizon
from gongkai.desk.horizon import forms
from gongkai.law import checking
from gongkai.law.duties import duties
from gongkai.law.example import CLEAN, a_policy, a_waiver

from ..night import NIGHT

TODAY = dt.date(2026, 11, 21)
RENSHI = a_policy("renshi", 发文字号="示民发〔2026〕8号")
WAIVED = {**CLEAN, **RENSHI, **a_waiver(有效期至="2026-12-31")}


@pytest.fixture
def column(small_column, standards):
    """Files → (register, its rules, look at so many days)."""

    def make(files, days=90):
        register = small_column({**dict.fromkeys(_FORMER), **files}, TODAY)
        held = checking.in_force(standards.values(), register)

        def find(then):
            return checking.on_the_day(then, held).problems

        return horizon.look(register, held, TODAY + dt.timedelta(days=days), find(register), find)

    return make


#: the small column's own files stand aside
_FORMER = (
    "data/units/minzheng-ju.yml",
    "data/units/zhufang-jianshe-wei.yml",
    "data/units/jiu-ban.yml",
    "data/catalogue/minzheng-ju.yml",
    "content/policies/2026/jiazhuang-dianti.md",
    "content/policies/2027/weilai.md",
    "content/interpretations/2026/jiazhuang-dianti-jiedu.md",
    "content/meetings/2026/cw-46.md",
    "content/items/minzheng-ju/2026/jiuzhu.md",
)


def on(found, day):
    return next((each for each in found.days if each.day == dt.date.fromisoformat(day)), None)


def test_a_waiver_that_ends_is_an_error_of_its_record_on_the_day_after(column):
    found = column(WAIVED)
    coming = on(found, "2027-01-01")
    assert [(p.rule, p.path) for p in coming.errors] == [
        ("interpretation-missing", "content/policies/2026/renshi.md")
    ]
    assert [p.rule for p in coming.warnings] == ["waiver-valid"]
    assert found.stops and coming.unknown_year
    text = forms.as_text(found)
    assert "会多出错误 1 处" in text and "从 2027-01-01 起有错误，网站就不再更新" in text
    assert "2027年的放假安排还没有录入" in text
    told: Any = forms.as_dict(found)["days"]
    (day,) = [each for each in told if each["errors"]]
    assert day["day"] == "2027-01-01" and day["unknown_year"]


def test_a_day_beyond_the_horizon_is_not_told(column):
    found = column(WAIVED, days=30)
    assert not found.stops and on(found, "2027-01-01") is None


def test_documents_that_end_and_what_is_due_stand_on_their_days(column):
    files = {**CLEAN, **a_policy(失效日期="2027-01-15", 施行日期="2026-11-05")}
    found = column(files)
    assert [policy.slug for policy in on(found, "2027-01-16").ended] == ["yanglao"]
    due = {duty.kind for each in found.days for duty in each.due}
    assert "policy-expiry" in due and "失效或废止：《示例区养老服务办法（yanglao）》" in forms.as_text(found)


def test_what_is_due_on_the_last_day_that_is_looked_at_is_told(column):
    files = {**CLEAN, **a_policy(失效日期="2027-01-15", 施行日期="2026-11-05")}
    (last,) = (each.day for each in column(files).days if "policy-expiry" in {duty.kind for duty in each.due})
    found = column(files, days=(last - TODAY).days)
    assert found.until == last and [duty.kind for duty in on(found, f"{last}").due] == ["policy-expiry"]


def test_nothing_to_come_is_said_in_a_sentence(column):
    found = column(CLEAN, days=10)
    assert not found.days and "会多出错误 0 处、警告 0 处" in forms.as_text(found)


@pytest.fixture
def good_register():
    """A column with a record of every type."""
    root = settings.PROJECT / "tests/sites/good"
    return pipeline.check(settings.Settings(root, TODAY, settings.read_column(root))).register


def state(register, held):
    """What of a day could have turned: problems, states of records and duties."""
    found = {(p.rule, p.path, p.row, p.at, p.level) for p in checking.run(register, held).problems}
    states = {(record.id, register.state(record)) for record in register.all}
    given = {(policy.id, register.benefit_state(policy)) for policy in register.policies}
    return found, states, given, {(duty.key, duty.state) for duty in duties(register, held)}


@pytest.mark.slow
def test_no_day_that_turns_anything_is_missed(good_register, standards):
    register = good_register
    held = checking.in_force(standards.values(), register)
    until = TODAY + dt.timedelta(days=300 if NIGHT else 100)
    known = set(horizon.turning_days(register, held, until))
    before, missed = state(register, held), []
    day = TODAY
    while day < until:
        day += dt.timedelta(days=1)
        now = state(register.on(day), held)
        if now != before and day not in known:
            missed.append(day)
        before = now
    assert missed == [] and len(known) < (until - TODAY).days * 2 / 3


@pytest.fixture
def check(mini, monkeypatch, capsys):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")

    def run(*words):
        code = cli.main(["check", "--root", str(mini), "--date", "2026-11-21", *words])
        return code, capsys.readouterr()

    return run


def test_the_command_tells_what_stops_and_exits_with_1(check, mini):
    waiver = mini / "data/waivers/yanglao.yml"
    end = next(line for line in waiver.read_text("utf-8").splitlines() if line.startswith("有效期至"))
    waiver.write_text(waiver.read_text("utf-8").replace(end, "有效期至: 2027-01-31"), "utf-8")
    code, said = check("--horizon", "90", "--format", "json")
    told = json.loads(said.out)
    # a policy to be published a day before its interpretation stops the column as well
    first, day = [each for each in told["days"] if each["errors"]]
    assert (first["day"], first["errors"][0]["path"]) == ("2027-01-05", "content/policies/2027/weilai.md")
    assert code == 1 and (day["day"], told["until"]) == ("2027-02-01", "2027-02-19")
    assert day["errors"][0]["path"] == "content/policies/2025/yanglao.md" and day["errors"][0]["line"] > 1
    code, said = check("--horizon", "30")
    assert code == 0 and "会多出错误 0 处" in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--horizon", "0"), "--horizon 要写天数，从 1 到 1096"),
        (("--horizon", "明年"), "写的是“明年”"),
        (("--horizon", "9", "--format", "sarif"), "只能用 --format text 或 json"),
        (("--horizon", "9", "--compare"), "--compare 和 --horizon 不能一起用"),
    ],
)
def test_a_question_that_makes_no_sense_is_2(check, words, sentence):
    code, said = check(*words)
    assert code == 2 and sentence in said.err and not said.out
