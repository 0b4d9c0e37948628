"""What is wrong stands in the order of the files: by path, row and place, whichever rule found it."""

from __future__ import annotations

import pytest

from gongkai.law import checking
from gongkai.law.checking import COMING, rules
from gongkai.law.example import CLEAN, a_meeting, a_unit
from gongkai.law.rules import waiver_valid
from gongkai.law.wording_of_day import breaches

TOPICS = """
  - {标题: 一, 承办单位: 区民政局}
  - {标题: 二, 承办单位: 区某局, 议定结果: 通过。, 结果公布日期: 2026-09-05, 未形成文件说明: 不需要}"""
ROWS = """\
- {编号: SL-01, 一级事项: 社会救助, 公开主体: [区民政局], 首次公开期限: 2026-10-01}
- {编号: SL-02, 一级事项: 养老服务, 公开主体: [区某局]}
"""


def found(outcome, path):
    return [(p.rule, p.row, p.at) for p in outcome.problems if p.path == path]


def test_rows_stand_in_their_order_whatever_is_wrong_in_them(run):
    path = "data/catalogue/minzheng-ju.yml"
    told = found(run({**a_unit(), path: ROWS}), path)
    assert [row for _, row, _ in told] == sorted(row for _, row, _ in told)
    assert ("catalogue-due", 0) in [each[:2] for each in told]
    assert ("catalogue-reference", 1) in [each[:2] for each in told]


def test_parts_of_a_list_stand_in_their_order_whatever_is_wrong_in_them(run):
    meeting = a_meeting(日期="2026-09-03", 预告日期="2026-08-28", 议题=TOPICS)
    (path,) = meeting
    told = [at[1] for _, _, at in found(run({**CLEAN, **meeting}), path) if at[:1] == ("议题",)]
    assert {0, 1} <= {*told} and told == sorted(told)


def test_what_is_coming_stands_at_its_file_and_not_at_the_end(run):
    example = rules()[COMING].example
    late = {"data/units/zz-ju.yml": "名称: 区某局\n状态: 撤并\n承接单位: 没有这个局\n撤并日期: 2020-01-01\n"}
    outcome = run({**example.good, **example.bad, **late}, example.today)
    paths = [problem.path for problem in outcome.problems]
    assert paths == sorted(paths)
    coming = [place for place, problem in enumerate(outcome.problems) if problem.rule == COMING]
    assert coming and max(coming) < len(paths) - 1


FAULTS = (OSError("no such file"), RuntimeError("too deep"), KeyError("it"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda each: type(each).__name__)
def test_the_other_rules_go_on_where_the_code_of_one_fails(build, standards, monkeypatch, fault):
    """Whatever a library that it uses raises, which is told and not raised where somebody hears of it."""
    example = rules()[COMING].example
    register = build(example.bad, example.today)
    held = checking.in_force(standards.values(), register)
    whole = checking.on_the_day(register, held).problems
    # whether a waiver is needed is not asked where a rule was not: it may need any of them
    others = [problem for problem in whole if problem.rule != waiver_valid.ID]
    slug = others[0].rule

    def failing(*asked):
        if asked[2].slug == slug:
            raise fault
        return breaches(*asked)

    monkeypatch.setattr("gongkai.law.checking.breaches", failing)
    told: list[tuple[str, Exception]] = []
    found = checking.on_the_day(register, held, lambda rule, error: told.append((rule.slug, error)))
    assert told == [(slug, fault)]
    assert [*found.problems] == [problem for problem in others if problem.rule != slug]
    with pytest.raises(type(fault)):
        checking.on_the_day(register, held)
