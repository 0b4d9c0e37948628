"""The commands: words, exit codes, both forms of a report."""

from __future__ import annotations

import datetime as dt
import json
import os
import socket
import subprocess
import sys
import tomllib
import zoneinfo
from dataclasses import replace

import pytest

from gongkai import settings
from gongkai.common.problems import EnvironmentProblem, Level, Problem
from gongkai.desk import cli
from gongkai.desk.report import as_json, as_text

FAULT = Problem(
    "some-rule", "content/a.md", "不对", "改好", basis="某办法第一条", name="规则", line=3, column=5
)


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")


@pytest.mark.parametrize(
    "words", [[], ["bake"], ["check", "--format", "xml"], ["build", "--port", "1"], ["check", "extra"]]
)
def test_wrong_words_are_answered_in_chinese_with_2(words, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert "命令用法不对" in said.err and not said.out


@pytest.mark.parametrize("words", [["--version"], ["check", "--version"], ["build", "--version"]])
def test_the_version_is_the_one_of_pyproject(words, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 0
    declared = tomllib.loads((settings.PROJECT / "pyproject.toml").read_text("utf-8"))
    assert capsys.readouterr().out == f"政务公开专栏 {declared['project']['version']}\n"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "八千", "８０００", ""])
def test_a_wrong_port_is_refused(port, capsys):
    assert cli.main(["serve", f"--port={port}"]) == 2
    assert "端口" in capsys.readouterr().err


def test_a_port_in_use_is_told_before_anything_is_built(capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert cli.main(["serve", f"--port={taken.getsockname()[1]}"]) == 2
    assert "用 --port 换一个" in capsys.readouterr().err


def test_check_in_json_is_for_programs(mini, capsys):
    (mini / "content/pages/guide.md").write_text("---\n标题: 指南\n---\n文。\n", "utf-8")
    assert cli.main(["check", "--root", str(mini), "--date", "2026-11-21", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"error": 1, "warning": 0, "notice": 0}
    [problem] = report["problems"]
    assert set(problem) == {"rule", "level", "path", "line", "column", "message", "fix", "basis"}
    assert (problem["path"], problem["rule"], problem["level"]) == (
        "content/pages/guide.md",
        "missing-key",
        "error",
    )
    assert problem["line"] >= 1


def test_check_of_a_good_column_says_so(mini, capsys):
    assert cli.main(["check", "--root", str(mini), "--date", "2026-11-21"]) == 0
    assert capsys.readouterr().out == "检查通过：没有发现问题\n"


def test_a_report_for_people_has_place_rule_remedy_basis_and_totals():
    assert as_text([FAULT]) == (
        "content/a.md:3:5 [规则 some-rule] 错误：不对。改法：改好。\n"
        "    依据：某办法第一条\n"
        "共 1 处：错误 1、警告 0、提示 0"
    )


def test_a_line_break_out_of_a_file_begins_no_line_of_a_report():
    fault = replace(FAULT, message="“甲\n::error::乙”不对")
    assert as_text([fault]).count("\n") == 2


def test_a_report_for_programs_counts_each_level():
    found = [FAULT, Problem("b", "c", "d", "e", level=Level.NOTICE)]
    assert json.loads(as_json(found))["counts"] == {"error": 1, "warning": 0, "notice": 1}
    nothing = {"problems": [], "counts": {"error": 0, "warning": 0, "notice": 0}, "groups": []}
    assert json.loads(as_json([])) == nothing


# -- settings ----------------------------------------------------------------------------------


def test_today_is_the_day_in_beijing_wherever_it_runs(monkeypatch):
    asked = []

    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            asked.append(tz)
            return dt.datetime(2026, 11, 20, 16, 30, tzinfo=dt.UTC).astimezone(tz)

    monkeypatch.setattr(dt, "datetime", Clock)
    assert settings.read_date(None) == dt.date(2026, 11, 21)
    assert asked == [zoneinfo.ZoneInfo("Asia/Shanghai")]


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026/11/21", "２０２６-11-21", "today", " ", "", "9999-12-31", "0001-01-01"]
)
def test_another_form_of_date_is_refused(text):
    with pytest.raises(EnvironmentProblem, match="2026-11-21 这样"):
        settings.read_date(text)


@pytest.mark.slow
def test_a_reader_that_has_gone_is_no_fault_of_ours(tmp_path):
    command = [
        sys.executable,
        "-m",
        "gongkai",
        "check",
        "--root",
        str(settings.PROJECT / "tests/sites/mini"),
        "--format",
        "json",
    ]
    reading, writing = os.pipe()
    os.close(reading)
    environment = {
        **os.environ,
        "PYTHONPATH": str(settings.PROJECT / "hooks"),
        "GONGKAI_STATE": str(tmp_path / "state"),
    }
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=environment, encoding="utf-8")
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize(
    "written", ["theme: none", "hooks: [none.py]", "plugins: [none]", "INHERIT: none.yml"]
)
def test_what_mkdocs_itself_refuses_is_our_exit_code_and_our_words_too(
    written, mini, tmp_path, monkeypatch, capfd
):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: 甲\n{written}\n", "utf-8")
    monkeypatch.setattr("gongkai.desk.cli.site.PROJECT", tmp_path)
    assert cli.main(["build", "--root", str(mini), "--site-dir", str(tmp_path / "site")]) == 2
    assert "mkdocs.yml 里有 MkDocs 读不懂的设置" in capfd.readouterr().err
    assert not (tmp_path / "site").exists()
