"""The committed register of the 发布日志: only ever longer, and the same however often it is written."""

from __future__ import annotations

import datetime as dt
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.column.kept_log import forgotten, read, write
from gongkai.column.register import Event
from gongkai.records.vocabulary.publishing import LogKind
from gongkai.settings import PROJECT

DAY = dt.date(2026, 11, 8)
PAGE = "policies/2026/dianti/"
FIRST = Event(dt.date(2026, 11, 5), LogKind.PUBLISHED, 0, PAGE, "政策文件", "加装电梯 补助办法")
NOTED = Event(DAY, LogKind.UPDATED, 1, PAGE, "政策文件（示例）", "加装电梯 补助办法", "更正附件 ｜ 两处")
ERASED = replace(NOTED, title="-", note="【抹去】涉及个人隐私，2026-11-20")
WORDS = st.text(st.sampled_from("甲乙 ｜丙#-12"), min_size=1, max_size=8).map(
    lambda text: " ".join(f"题{text}".split()).replace(" ｜ ", " ")
)
EVENTS = st.builds(
    Event,
    st.dates(dt.date(2020, 12, 25), dt.date(2021, 1, 5)),
    st.sampled_from(LogKind),
    st.integers(0, 2),
    st.sampled_from(["a/", "en/b/", "catalogue/unit/c/#MZ-01"]),
    st.just("信息"),
    WORDS,
    st.just("") | WORDS,
)


def lines(root: Path, year: int = 2026) -> list[str]:
    return (root / f"data/log/{year}.txt").read_text("utf-8").splitlines()


@given(st.lists(st.lists(EVENTS, unique_by=lambda each: each.key, max_size=6), max_size=5))
@settings(max_examples=40)
def test_registering_twice_is_registering_once(moments):
    with tempfile.TemporaryDirectory() as folder:
        for events in moments:
            before, _ = read(Path(folder))
            write(Path(folder), events)
            after = read(Path(folder))
            assert after[1] == []
            assert write(Path(folder), events) == 0
            assert read(Path(folder)) == after
            assert set(before) <= set(after[0]), "only ever longer"
            assert {each.key for each in events} <= {each.key for each in after[0]}


def test_a_line_is_read_as_it_was_written_into_the_file_of_its_year(tmp_path):
    older = replace(FIRST, day=dt.date(2025, 12, 31))
    assert write(tmp_path, [NOTED, FIRST, older]) == 3
    assert read(tmp_path) == ((older, FIRST, NOTED), [])
    assert lines(tmp_path, 2025) == [f"2025-12-31 发布 0 {PAGE} 政策文件 加装电梯 补助办法"]
    assert (
        lines(tmp_path)[1]
        == f"2026-11-08 更新 1 {PAGE} 政策文件（示例） 加装电梯 补助办法 ｜ 更正附件 ｜ 两处"
    )


def test_no_folder_means_nothing_was_kept(tmp_path):
    assert read(tmp_path) == ((), [])


def laid(root: Path, *text: str) -> tuple[tuple[Event, ...], list[tuple[int, str, str]]]:
    (root / "data/log").mkdir(parents=True, exist_ok=True)
    (root / "data/log/2026.txt").write_text("".join(f"{line}\n" for line in text), "utf-8")
    found, problems = read(root)
    return found, [(p.line, p.level.value, p.message) for p in problems]


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-08 更新",
        "2026-02-30 更新 1 a/ 信息 题",
        "2026-11-08 修订 1 a/ 信息 题",
        "2026-11-08 更新 一 a/ 信息 题",
        "<<<<<<< HEAD",
    ],
)
def test_a_line_that_is_no_entry_is_told_with_its_place(tmp_path, line):
    found, problems = laid(tmp_path, "# 说明", line, NOTED.line)
    assert found == (NOTED,)
    assert problems == [(2, "错误", f"“{line}”不是“日期 种类 序号 网址 类型 标题 ｜ 说明”")]


@pytest.mark.parametrize("note", ["", "涉及个人隐私", "领导要求，2026-11-20", "涉及个人隐私，2026-11-31"])
def test_an_erasure_says_for_which_reason_and_on_which_day(tmp_path, note):
    found, problems = laid(tmp_path, replace(ERASED, note=f"【抹去】{note}").line)
    assert (found, problems) == ((), [(1, "错误", "抹去没有写明理由和日期")])
    assert laid(tmp_path, ERASED.line) == ((ERASED,), [])


def test_both_sides_of_a_merge_stay(tmp_path):
    """The same entry once; two notes of one day are two entries; what one side erased stays erased."""
    other = replace(NOTED, note="换了附件")
    found, problems = laid(tmp_path, FIRST.line, FIRST.line, NOTED.line, other.line)
    assert found == (FIRST, NOTED, replace(other, number=2))
    assert [each[:2] for each in problems] == [(2, "警告"), (4, "警告")]
    for text in ([NOTED.line, ERASED.line], [ERASED.line, NOTED.line]):
        assert laid(tmp_path, *text)[0] == (ERASED,)
    write(tmp_path, [])
    assert lines(tmp_path) == [ERASED.line]


def git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *words], cwd=root, check=True, capture_output=True)


def test_two_branches_that_both_register_merge_without_a_conflict(tmp_path):
    (tmp_path / ".gitattributes").write_bytes((PROJECT / ".gitattributes").read_bytes())
    git(tmp_path, "init", "-q", "-b", "main")
    both = {"main": replace(NOTED, address="a/"), "jia": replace(NOTED, address="b/")}
    write(tmp_path, [FIRST])
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "起点")
    git(tmp_path, "branch", "jia")
    for branch, event in both.items():
        git(tmp_path, "checkout", "-q", branch)
        write(tmp_path, [event])
        git(tmp_path, "commit", "-q", "-a", "-m", branch)
    git(tmp_path, "merge", "-q", "main")
    assert read(tmp_path) == ((FIRST, both["main"], both["jia"]), [])


def gone(small_column, before, now):
    first, second = small_column({}), small_column({})
    first.happened, second.happened = before, now
    return [(p.level.value, p.message) for p in forgotten(first, second)]


def test_a_line_that_went_or_was_changed_is_told(small_column):
    lost = [
        ("错误", f"“2026-11-08 更新 1 {PAGE} …”这一行被删掉或改掉了：登记过的只增不减"),
    ]
    assert gone(small_column, [FIRST, NOTED], [FIRST]) == lost
    assert gone(small_column, [FIRST, NOTED], [FIRST, replace(NOTED, note="别的")]) == lost
    assert gone(small_column, [FIRST], [FIRST, NOTED]) == []
    assert gone(small_column, [NOTED], [replace(NOTED, note="别的"), replace(NOTED, number=2)]) == []


def test_an_erasure_is_told_and_stops_nothing(small_column):
    told = [("提示", f"“2026-11-08 更新 1 {PAGE} …”这一行抹去了：涉及个人隐私，2026-11-20")]
    assert gone(small_column, [NOTED], [ERASED]) == told
    assert gone(small_column, [NOTED], [replace(ERASED, title=NOTED.title)]) == told
    assert gone(small_column, [NOTED], [replace(ERASED, title="别的题目")])[0][0] == "错误"
    assert gone(small_column, [ERASED], [NOTED])[0][0] == "错误", "what was erased does not come back unseen"
