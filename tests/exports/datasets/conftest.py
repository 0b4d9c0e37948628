"""A dataset of made-up inspections, written as the build writes it, without a site around it."""

from __future__ import annotations

import datetime as dt
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.exports.datasets import write
from gongkai.exports.made import Table
from gongkai.load import load
from gongkai.records.column import Column

BENCH = runpy.run_path(str(Path(__file__).parents[3] / "scripts/lib/bench_rows.py"))
COLUMN = {
    "门户名称": "甲",
    "栏目网址": "https://www.example.gov.cn/zwgk/",
    "网站域名": "www.example.gov.cn",
    "网站标识码": "1100000000",
    "主办单位": "甲",
    "联系方式": "甲",
}

Written = Callable[..., tuple[Table, Path]]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Files of a column (path → text) → its one dataset, and the folder it was written to."""

    def make(files: dict[str, str], today: str = "2026-11-21") -> tuple[Table, Path]:
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        return write_tables(tmp_path, tmp_path / "site", today)

    return make


def write_tables(root: Path, stage: Path, today: str) -> tuple[Table, Path]:
    loaded = load(root)
    validated = validate(loaded.documents)
    assert not (loaded.problems or validated.problems), (loaded.problems, validated.problems)
    column: Any = Column.model_validate(COLUMN)
    day = dt.date.fromisoformat(today)
    register = Register(validated.records, day, column, tables=loaded.tables)
    ((name, table),) = write(register, root, stage).items()
    return table, stage / name


@pytest.fixture(scope="session")
def inspections(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[tuple[str, ...]], Table, Path]:
    """2,500 rows of seven years in chunks of 300: the rows, the table, its folder."""
    root = tmp_path_factory.mktemp("inspections")
    rows = BENCH["make"](root, 2_500)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gongkai.exports.datasets.column_store.CHUNK", 300)
        table, folder = write_tables(root, root / "site", "2026-11-21")
    return rows, table, folder


@pytest.fixture(scope="session")
def write_again() -> Callable[[Path, Path, str], tuple[Table, Path]]:
    """Another root, written to another stage."""
    return write_tables
