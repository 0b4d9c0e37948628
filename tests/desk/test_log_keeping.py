"""The command that registers keeps the 发布日志; then the records cannot rewrite it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai import settings
from gongkai.desk import cli
from gongkai.desk.cli import content

ITEM = "items/minzheng-ju/2026/jiuzhu"
FILE = f"content/{ITEM}.md"
LOG, TITLE = "data/log/2026.txt", "第三季度临时救助开展情况"
NOTE = "更新说明: [{{日期: {}, 程度: 一般, 说明: {}}}]\n审核:"


def run(root: Path, *words: str, date: str = "2026-11-21") -> int:
    return cli.main([*words, "--root", str(root), "--date", date])


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real day is 2026-11-21."""
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(content, "read_date", lambda text: dt.date(2026, 11, 21))


@pytest.fixture
def column(mini: Path) -> Path:
    """The tiny column, registered, with a change that readers are told of."""
    note(mini, "2026-11-10", "核实人次")
    assert run(mini, "addresses") == 0
    return mini


def note(root: Path, day: str, words: str, old: str = "审核:") -> None:
    text = (root / FILE).read_text("utf-8")
    assert old in text
    (root / FILE).write_text(text.replace(old, NOTE.format(day, words), 1), "utf-8")


def said(capsys: pytest.CaptureFixture[str], root: Path) -> str:
    capsys.readouterr()
    run(root, "check")
    return capsys.readouterr().out


def test_the_command_keeps_what_readers_are_told_once(column, capsys):
    line = f"2026-11-10 更新 1 {ITEM}/ 信息 {TITLE} ｜ 核实人次"
    assert line in (column / LOG).read_text("utf-8").splitlines()
    before = (column / LOG).read_bytes()
    capsys.readouterr()
    assert run(column, "addresses") == 0
    assert "0 条发布日志" in capsys.readouterr().out
    assert (column / LOG).read_bytes() == before
    assert said(capsys, column) == "检查通过：没有发现问题\n"


def test_nothing_of_a_day_after_the_real_one_is_kept(column, capsys):
    new = f"content/{ITEM.replace('jiuzhu', 'jiangxing')}.md"
    text = (column / FILE).read_text("utf-8").replace(NOTE.format("2026-11-10", "核实人次"), "审核:")
    for old, now in (("2026-10-08", "2026-11-20"), ("2026-10-12", "2026-12-01"), (TITLE, "还不能说的事")):
        text = text.replace(old, now)
    (column / new).write_text(text, "utf-8")
    for date in ("2026-11-21", "2026-12-02"):
        assert run(column, "addresses", date=date) == 0
        assert "还不能说的事" not in "".join(
            file.read_text("utf-8") for file in (column / "data/log").iterdir()
        )
    assert "的日子还没有到（今天是 2026-11-21），没有登记" in capsys.readouterr().out


def test_a_note_that_went_is_told_and_an_erasure_ends_it(column, capsys):
    text = (column / FILE).read_text("utf-8")
    (column / FILE).write_text(text.replace(NOTE.format("2026-11-10", "核实人次"), "审核:"), "utf-8")
    assert "发布日志记着 2026-11-10 更新“核实人次”，现在没有了" in said(capsys, column)
    assert run(column, "addresses") == 1, "what is told is not kept over it"
    log = (column / LOG).read_text("utf-8")
    erased = log.replace(f"{TITLE} ｜ 核实人次", "- ｜ 【抹去】涉及个人隐私，2026-11-20")
    (column / LOG).write_text(erased, "utf-8")
    assert "held-log" not in said(capsys, column)
    assert run(column, "addresses") == 0
    assert (column / LOG).read_text("utf-8") == erased


def test_a_column_that_keeps_no_log_is_told_once_and_published(column, capsys):
    for file in (column / "data/log").iterdir():
        file.unlink()
    (column / "data/log").rmdir()
    told = said(capsys, column)
    assert told.count("条发布日志没有登记") == 1 and "错误 0" in told
    assert run(column, "addresses") == 0
    assert (column / LOG).is_file()
