"""The committed register of texts: only ever longer, and the same however often it is written."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.column import announced_texts
from gongkai.column.announced_texts import TEXT, TITLE, read, write
from gongkai.column.register import Wording

DAY = dt.date(2026, 11, 4)
ITEM = ("items/minzheng-ju/2026/jiuzhu", TEXT)
FIRST = Wording(DAY, 1, "0" * 16, "ab12" * 3)
SECOND = Wording(DAY.replace(day=5), 2, "1" * 16, "ab12" * 2)
WORDINGS = st.builds(
    Wording,
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.integers(0, 20),
    st.just("0" * 16),
    st.just("ab12"),
)
FIELDS = st.tuples(
    st.sampled_from(["items/a/2026/b", "policies/2026/c", "pages/d"]), st.sampled_from([TEXT, TITLE])
)


@given(st.lists(st.dictionaries(FIELDS, WORDINGS, max_size=6), max_size=5))
@settings(max_examples=40)
def test_registering_twice_is_registering_once(moments):
    with tempfile.TemporaryDirectory() as folder:
        for texts in moments:
            before, _ = read(Path(folder))
            write(Path(folder), texts)
            after = read(Path(folder))
            assert write(Path(folder), texts) == 0
            assert read(Path(folder)) == after
            assert after[1] == []
            assert all(set(rows) <= set(after[0][field]) for field, rows in before.items()), (
                "only ever longer"
            )


def test_a_line_is_read_as_it_was_written(tmp_path):
    write(tmp_path, {ITEM: SECOND})
    write(tmp_path, {ITEM: FIRST, ("pages/a", TITLE): Wording(DAY, 1, "f" * 16)})
    assert read(tmp_path) == ({ITEM: (FIRST, SECOND), ("pages/a", TITLE): (Wording(DAY, 1, "f" * 16),)}, [])
    text = (tmp_path / "data/texts/pages.txt").read_text("utf-8")
    assert text == f"pages/a 标题 2026-11-04 1 {'f' * 16}\n"


@pytest.mark.parametrize(
    "line",
    ["a 正文", "a 摘要 2026-11-04 1 " + "0" * 16, "a 正文 2026-02-30 1 " + "0" * 16,
     "a 正文 2026-11-04 x " + "0" * 16,
     "a 正文 2026-11-04 1 00", "<<<<<<< HEAD"],
)  # fmt: skip
def test_a_line_that_is_no_wording_is_told_with_its_place(tmp_path, line):
    good = FIRST.line(*ITEM)
    (tmp_path / "data/texts").mkdir(parents=True)
    (tmp_path / "data/texts/items.txt").write_text(f"# 说明\n{line}\n{good}\n{good}\n", "utf-8")
    found, problems = read(tmp_path)
    assert found == {ITEM: (FIRST,)}
    told = [(p.path, p.line, p.level.value) for p in problems]
    assert told == [("data/texts/items.txt", 2, "错误"), ("data/texts/items.txt", 4, "警告")]


def test_drafts_and_what_comes_later_are_not_registered(small_column):
    draft = "---\n标题: 草稿\n单位: 区民政局\n发布日期: 2026-11-01\n草稿: 是\n---\n正文。\n"
    later = draft.replace("草稿: 是\n", "").replace("2026-11-01", "2026-12-01")
    register = small_column(
        {"content/items/minzheng-ju/2026/draft.md": draft, "content/items/minzheng-ju/2026/later.md": later}
    )
    names = {name for name, _ in announced_texts.current(register)}
    assert "items/minzheng-ju/2026/jiuzhu" in names
    assert not {name for name in names if name.endswith(("draft", "later"))}


def test_what_went_since_is_told_once_for_a_record(small_column):
    before, now = small_column({}), small_column({})
    before.wordings = {ITEM: (FIRST, SECOND), (ITEM[0], TITLE): (FIRST,)}
    now.wordings = {ITEM: (FIRST,)}
    (problem,) = announced_texts.forgotten(before, now)
    assert (problem.path, problem.rule) == ("data/texts/items.txt", "register-line")
