"""Shards in processes of their own: as those made one after the other, and no silence when one ends."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.search import SearchDocument, SearchFailed, index
from gongkai.search.making import WORTH, Job, make_all

Make = Callable[..., list[SearchDocument]]


@pytest.fixture(autouse=True)
def _two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processors, and no thread beside."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(threading, "active_count", lambda: 1)  # those of whatever runs the tests


def noted(folder: Path, name: str) -> Callable[[], None]:
    def make() -> None:
        (folder / name).write_text(str(os.getpid()), "utf-8")

    return make


def failing(error: Exception) -> Callable[[], None]:
    def make() -> None:
        raise error

    return make


def test_many_are_made_by_processes_of_their_own(tmp_path: Path) -> None:
    make_all([Job(WORTH, noted(tmp_path, name)) for name in "甲乙丙"])
    makers = {int((tmp_path / name).read_text("utf-8")) for name in "甲乙丙"}
    assert len(makers) == 3 and os.getpid() not in makers


def test_few_are_made_here(tmp_path: Path) -> None:
    make_all([Job(1, noted(tmp_path, name)) for name in "甲乙"])
    make_all([Job(WORTH, noted(tmp_path, "丙"))])
    assert {(tmp_path / name).read_text("utf-8") for name in "甲乙丙"} == {str(os.getpid())}


def test_beside_threads_nothing_is_forked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    make_all([Job(WORTH, noted(tmp_path, name)) for name in "甲乙"])
    assert {(tmp_path / name).read_text("utf-8") for name in "甲乙"} == {str(os.getpid())}


@pytest.mark.parametrize("error", [SearchFailed("检索索引的两个文件重名。"), OSError(28, "磁盘满")])
def test_what_one_raises_is_raised_here(tmp_path: Path, error: Exception) -> None:
    with pytest.raises(type(error), match=r"重名|磁盘满"):
        make_all([Job(WORTH, failing(error)), Job(1, noted(tmp_path, "甲"))])


def test_one_that_the_system_ends_is_told() -> None:
    killed = Job(WORTH, lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(SearchFailed, match="被系统结束了，多半是内存不够"):
        make_all([killed, Job(1, lambda: None)])


def test_the_index_is_the_same_however_many_make_it(
    tmp_path: Path, make_documents: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gongkai.search.making.WORTH", 10)
    for processors in (1, 2):
        monkeypatch.setattr(os, "cpu_count", lambda processors=processors: processors)
        folder = tmp_path / str(processors)
        index(make_documents(40), folder / "out", work=folder / "work", running=5, closed=5)
    one, two = (
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (tmp_path / "1/out", tmp_path / "2/out")
    )
    assert one == two and len({name.split("/")[0] for name in one}) > 3
