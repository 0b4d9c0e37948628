"""One cause is told once, with its first places, its number and the files of the rest."""

from __future__ import annotations

import datetime as dt
import json
import time
from pathlib import Path

import pytest

from gongkai import settings
from gongkai.common.problems import Level, Problem
from gongkai.desk import cli, forecast, report
from gongkai.desk.forecast import NOBODY, Coming, Forecast
from gongkai.desk.report import Findings, as_text
from gongkai.desk.report.grouping import CAUSES, SHOWN, groups, told


def problem(path: str, line: int, message: str, rule: str = "r", level: Level = Level.ERROR) -> Problem:
    return Problem(rule, path, message, "改好", "某办法", "规则", level, line=line)


#: one cause in two files, another in between, and a reminder that stands first in its file
SAME = [problem("a.md", n, f"链接“x{n}”没有去处") for n in range(10, 16)]
ODD = problem("a.md", 12, "缺少标题", rule="s")
MORE = [problem(f"{name}.md", 3, f"链接“{name}”没有去处") for name in "bcde"]
SOON = problem("a.md", 1, "快到期", level=Level.NOTICE)
MIXED = sorted([*SAME, ODD, *MORE, SOON], key=lambda each: each.order)


def test_what_stops_comes_first_file_by_file_and_one_cause_once():
    said = as_text(MIXED).split("\n")
    assert [line for line in said if not line.startswith("    ")] == [
        "a.md:10:1 [规则 r] 错误：链接“x10”没有去处。改法：改好。",
        "a.md:11:1 [规则 r] 错误：链接“x11”没有去处。改法：同上。",
        "a.md:12:1 [规则 r] 错误：链接“x12”没有去处。改法：同上。",
        "a.md:12:1 [规则 s] 错误：缺少标题。改法：改好。",
        "a.md:13:1 [规则 r] 错误：链接“x13”没有去处。改法：改好。",
        "a.md:14:1 [规则 r] 错误：链接“x14”没有去处。改法：同上。",
        "a.md:1:1 [规则 r] 提示：快到期。改法：改好。",
        "共 12 处：错误 11、警告 0、提示 1。同样的问题只列出前几处，全部列出：scripts/check --all",
    ]
    assert said[1] == "    依据：某办法" and said.count("    依据：某办法") == 2
    assert said[8] == "    同样的问题还有 5 处：a.md 1 处、b.md 1 处、c.md 1 处等 5 个文件"


def test_of_files_that_were_not_understood_it_is_said_that_more_may_come():
    found = [problem("a.md", 2, "全角冒号", "colon"), problem("a.md", 3, "不是日期", "field-value")]
    total = as_text([*found, problem("b.pdf", 1, "打不开", "attachment-content"), *SAME]).splitlines()[-1]
    assert total.endswith("。有 1 份文件没有读懂，改好以后请再检查一次，才看得出里面别的问题")
    assert "没有读懂" not in as_text([*SAME, problem("a.md", 2, "行太长", "line-length", Level.NOTICE)])


def test_everything_is_told_when_asked():
    said = as_text(MIXED, every=True)
    assert said.count("] 错误：") == 11 and "同样" not in said and "同上" not in said


def test_one_place_more_is_told_rather_than_counted():
    assert [each.rest for each in told(SAME)] == [""] * (SHOWN + 1)


def test_files_that_are_all_named_are_not_counted_as_well():
    said = as_text(MIXED[:-1])
    assert said.split("\n")[8].endswith("a.md 1 处、b.md 1 处、c.md 1 处等 4 个文件")
    assert as_text(sorted([*SAME, ODD, *MORE[:2], SOON], key=lambda each: each.order)).split("\n")[8] == (
        "    同样的问题还有 3 处：a.md 1 处、b.md 1 处、c.md 1 处"
    )


def test_many_causes_of_one_rule_are_one():
    many = [problem("a.md", n, "甲" * n) for n in range(1, CAUSES + 2)]
    assert [number for _, number in groups(many)] == [CAUSES + 1]
    assert [number for _, number in groups(many[:-1])] == [1] * CAUSES


def test_two_thousand_equal_problems_print_tens_of_lines():
    many = [problem(f"f{n // 50}.md", n, f"“领域”填的“甲{n}”不在可填的值里") for n in range(1, 2001)]
    said = as_text(many)
    assert said.count("\n") < 10 and "还有 1995 处" in said and "共 2000 处：错误 2000" in said
    notes = report.FORMATS["github"](Findings(many, {}))
    assert notes.count("::error ") == SHOWN and "同样的问题还有 1995 处" in notes
    assert report.FORMATS["github"](Findings(many, {}, every=True)).count("::error ") == 2000
    machine = json.loads(report.FORMATS["json"](Findings(many, {})))
    assert len(machine["problems"]) == 2000
    assert [(each["path"], each["count"]) for each in machine["groups"]] == [("f0.md", 2000)]
    assert len(json.loads(report.FORMATS["gitlab"](Findings(many, {})))) == 2000


def test_a_change_is_folded_part_by_part():
    change = report.compare("main", SAME[:1], [*SAME, *MORE])
    said = report.FORMATS["text"](Findings(change.ordered, {}, change))
    assert "带来的问题：9 处" in said and "还有 4 处" in said and said.endswith("scripts/check --all")
    assert report.FORMATS["github"](Findings(change.ordered, {}, change)).count("::error ") == SHOWN + 1


@pytest.fixture
def astray(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    for number in range(1500):
        folder = mini / f"content/qita{number % 1000}"
        folder.mkdir(exist_ok=True)
        (folder / f"f{number}.md").write_text("甲", "utf-8")
    return mini


def test_thousands_of_files_astray_are_told_at_once(astray, capsys):
    start = time.process_time()
    assert cli.main(["check", "--root", str(astray), "--date", "2026-11-21"]) == 1
    said = capsys.readouterr().out
    assert time.process_time() - start < 10
    assert said.count("\n") < 12 and len(said) < 1500
    assert "还有 1495 处" in said and "共 1500 处" in said
    cli.main(["check", "--root", str(astray), "--date", "2026-11-21", "--all"])
    assert capsys.readouterr().out.count("[文件位置 unknown-file]") == 1500


def test_a_coming_day_is_folded_as_well():
    units = {NOBODY: Coming([], [*SAME, *MORE])}
    found = Forecast(dt.date(2026, 11, 21), dt.date(2027, 1, 1), units, [], 0)
    said = forecast.as_text(found)
    assert "检查会多出 10 处问题" in said and said.count("] 错误：") == SHOWN
    assert "同样的问题还有 5 处：a.md 1 处、b.md 1 处、c.md 1 处等 5 个文件" in said
