"""The wording before a change: found in the history, proved by the register, kept, shown and compared."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest

from gongkai import pipeline, settings
from gongkai.desk import cli

ITEM = "items/minzheng-ju/2026/jiuzhu"
FILE = f"content/{ITEM}.md"
KEPT = f"data/texts/{ITEM}/2026-10-12.md"
NOTE = "更新说明: [{{日期: {}, 程度: 一般, 说明: 核实人次}}]\n审核:"


def git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *words], cwd=root, check=True, capture_output=True)


def run(root: Path, command: str, date: str = "2026-11-21") -> int:
    return cli.main([command, "--root", str(root), "--date", date])


@pytest.fixture
def column(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny column, registered, in a repository."""
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    assert run(mini, "addresses") == 0
    git(mini, "init", "-q")
    git(mini, "add", "-A")
    git(mini, "commit", "-q", "-m", "起点")
    return mini


def change(root: Path, old: str, new: str, day: str = "2026-11-20") -> None:
    text = (root / FILE).read_text("utf-8")
    assert old in text
    if "更新说明" in text:
        text = text.replace("]\n审核:", f", {{日期: {day}, 程度: 一般, 说明: 再核实}}]\n审核:", 1)
    else:
        text = text.replace("审核:", NOTE.format(day), 1)
    (root / FILE).write_text(text.replace(old, new), "utf-8")


def kept(root: Path) -> dict[str, str]:
    folder = root / "data/texts"
    return {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.md")}


def test_the_wording_before_is_kept_word_for_word_once(column, capsys):
    old = (column / FILE).read_text("utf-8").partition("\n---\n")[2]
    change(column, "| 120 |", "| 102 |")
    for _ in range(2):
        assert run(column, "addresses") == 0
        assert kept(column) == {KEPT: old}
    assert "留存 1 篇改动以前的正文" in capsys.readouterr().out
    assert run(column, "check") == 0


def test_it_is_found_in_a_commit_further_back_and_every_wording_is_kept(column):
    first = (column / FILE).read_text("utf-8").partition("\n---\n")[2]
    change(column, "| 120 |", "| 102 |")
    git(column, "commit", "-qam", "改")
    assert run(column, "addresses") == 0
    git(column, "add", "-A")
    git(column, "commit", "-qm", "登记")
    change(column, "| 102 |", "| 103 |", "2026-11-20")
    git(column, "commit", "-qam", "再改")
    assert run(column, "addresses") == 0
    second = first.replace("| 120 |", "| 102 |")
    assert kept(column) == {KEPT: first, f"data/texts/{ITEM}/2026-11-20.md": second}


def test_nothing_is_kept_of_a_change_that_was_not_told(column):
    change(column, "| 120 |", "| 102 |")
    text = (column / FILE).read_text("utf-8")
    (column / FILE).write_text(text.replace(NOTE.format("2026-11-20"), "审核:"), "utf-8")
    assert run(column, "addresses") == 1
    assert kept(column) == {}


def test_white_space_is_no_other_wording(column):
    change(column, "| 120 |", "|  120  |")
    assert run(column, "addresses") == 0
    assert kept(column) == {}


def test_without_a_history_it_is_told_and_registered_all_the_same(column, capsys):
    shutil.rmtree(column / ".git")
    change(column, "| 120 |", "| 102 |")
    assert run(column, "addresses") == 0
    assert f"找不到 {FILE} 改动以前的正文" in capsys.readouterr().out
    assert kept(column) == {}
    assert run(column, "check") == 0


def test_a_kept_text_that_was_never_published_is_an_error(column, capsys):
    change(column, "| 120 |", "| 102 |")
    assert run(column, "addresses") == 0
    (column / KEPT).write_text((column / KEPT).read_text("utf-8").replace("120", "121"), "utf-8")
    assert run(column, "check") == 1
    assert (
        f"{KEPT}:1:1 [登记的每一行 register-line] 错误：这不是登记过的那一版正文" in capsys.readouterr().out
    )


def test_a_kept_text_may_be_taken_away(column):
    change(column, "| 120 |", "| 102 |")
    assert run(column, "addresses") == 0
    (column / KEPT).unlink()
    assert run(column, "check") == 0


def test_a_personal_number_is_not_kept_in_public(column, capsys):
    before = (column / FILE).read_text("utf-8")
    change(column, "| 120 |", "| 102 |")
    assert run(column, "addresses") == 0
    (column / KEPT).write_text(before.partition("\n---\n")[2] + "\n联系人手机13800138000。\n", "utf-8")
    assert run(column, "check") == 1
    told = pipeline.check(settings.Settings(column, dt.date(2026, 11, 21), settings.read_column(column)))
    assert {problem.rule for problem in told.problems} == {"register-line"}, "what is not proved is not shown"
    assert told.register.kept == {}
