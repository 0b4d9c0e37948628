"""A plan is written whole or not at all."""

from __future__ import annotations

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.mending import Change, Mend, applied, mends, write


def test_what_somebody_changed_meanwhile_stops_everything(tmp_path):
    (tmp_path / "a.md").write_bytes(b"one")
    (tmp_path / "b.md").write_bytes(b"changed")
    with pytest.raises(EnvironmentProblem, match="刚刚被别人改动，什么也没有写"):
        write(tmp_path, [Change("a.md", b"one", b"two"), Change("b.md", b"seen", b"two")])
    assert (tmp_path / "a.md").read_bytes() == b"one"


def test_a_disk_that_refuses_leaves_all_as_it_was(tmp_path):
    (tmp_path / "a.md").write_bytes(b"one")
    (tmp_path / "b").write_bytes(b"a file where a folder is needed")
    with pytest.raises((EnvironmentProblem, OSError)):
        write(tmp_path, [Change("a.md", b"one", b"two"), Change("b/c.md", None, b"two")])
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.md", "b"]


def test_places_are_changed_only_where_they_hold_what_was_seen():
    with pytest.raises(ValueError, match="line 1"):
        applied("一二三", [Mend(1, "四", "五", 1, 2, "")])


def test_a_text_without_problems_has_no_places():
    assert mends("content/policies/2026/a.md", "---\n标题: 一\n---\n", []) == []
