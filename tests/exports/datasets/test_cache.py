"""Datasets kept between builds: the same files as made anew, and only what changed is made anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.common.problems import EnvironmentProblem
from gongkai.exports import datasets as tables
from gongkai.exports.datasets import cache
from gongkai.exports.made import Table
from gongkai.load import load
from gongkai.records.column import Column

from .conftest import COLUMN

ABOUT = """\
标题: 名单
类别: 行政许可
单位: [甲]
依据: [乙]
更新周期: 7个工作日内
发布日期: 2025-01-01
更新日期: 2026-01-02
字段:
  - {名称: 编号, 说明: 号, 用途: 编号, 必填: 是}
  - {名称: 类别, 说明: 类, 用途: 筛选}
  - {名称: 日期, 说明: 日, 类型: 日期, 用途: 时间, 必填: 是}
"""
ROWS = "编号,类别,日期\n甲1,丙,2026-01-02\n甲2,丁,2026-12-02\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        folder = tmp_path / "data/datasets" / name
        folder.mkdir(parents=True)
        (folder / "datapackage.yml").write_text(ABOUT.replace("名单", name), "utf-8")
        (folder / "2026.csv").write_text(ROWS, "utf-8")
    return tmp_path


@pytest.mark.parametrize("kept", [True, False])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: file.write_text("编号,日期\n甲1,2026-01-02\n"), "被换过，请再运行一次"),
        (lambda file: file.write_text(ROWS.replace("丙", "13800138000")), "被换过，请再运行一次"),
        (lambda file: file.write_bytes(b"\xff\xfe"), "被换过，请再运行一次"),
        (lambda file: file.unlink(), "不见了，请放回去，再运行一次"),
    ],
)
def test_rows_that_are_others_than_those_checked_are_told(root, monkeypatch, change, said, kept):
    meanwhile(monkeypatch, lambda: change(root / "data/datasets/two/2026.csv"))
    with pytest.raises(EnvironmentProblem) as told:
        build(root, "site", root / "work" if kept else None)
    assert str(told.value) == f"data/datasets/two/2026.csv 在生成网站时{said}"


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Something happens between the check and the writing."""
    write = tables.write

    def late(*all: Any) -> Any:
        happens()
        return write(*all)

    monkeypatch.setattr(tables, "write", late)


def build(
    root: Path, name: str, work: Path | None, today: str = "2026-11-21"
) -> tuple[Any, dict[str, bytes]]:
    loaded = load(root)
    validated = validate(loaded.documents)
    assert not (loaded.problems or validated.problems), (loaded.problems, validated.problems)
    column: Any = Column.model_validate(COLUMN)
    register = Register(validated.records, dt.date.fromisoformat(today), column, tables=loaded.tables)
    stage = root / name
    made = tables.write(register, root, stage, work)
    files = {p.relative_to(stage).as_posix(): p.read_bytes() for p in stage.rglob("*") if p.is_file()}
    return {key: told(table) for key, table in made.items()}, files


def told(table: Table) -> dict[str, Any]:
    """All that pages ask of it."""
    pages = [table.page(group, 1) for group in table.groups]
    return {**vars(table), "page": pages}


def names(work: Path) -> set[str]:
    return {path.name for path in work.iterdir()}


def test_kept_datasets_are_those_made_anew(root: Path):
    work = root / "work"
    clean = build(root, "clean", None)
    assert build(root, "first", work) == clean
    before = names(work)
    assert build(root, "again", work) == clean
    assert names(work) == before and len(before) == 2
    assert build(root, "later", work, "2026-12-24") == build(root, "later-clean", None, "2026-12-24")


def test_a_changed_row_makes_only_its_dataset_anew(root: Path):
    work = root / "work"
    build(root, "first", work)
    before = names(work)
    (root / "data/datasets/one/2026.csv").write_text(ROWS.replace("甲1", "乙1"), "utf-8")
    assert build(root, "second", work) == build(root, "clean", None)
    assert len(names(work) & before) == 1 and len(names(work)) == 2


def test_another_program_makes_all_anew(root: Path, monkeypatch: pytest.MonkeyPatch):
    work = root / "work"
    build(root, "first", work)
    before = names(work)
    monkeypatch.setattr(cache, "_program", lambda: "another")
    build(root, "second", work)
    assert not names(work) & before
