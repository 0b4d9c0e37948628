"""By which words of its rows a dataset is found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gongkai.exports.made import RowGroup, Table
from gongkai.records.types.dataset import DataField, Dataset
from gongkai.records.vocabulary.datasets import FieldRole
from gongkai.render.records.row_words import said, said_by

DATASET: Any = Dataset  # as much of one as its words need
COLUMN: Any = DataField
ROLES: dict[str, FieldRole | None] = {
    "事项": FieldRole.FILTER,
    "机关": FieldRole.UNIT,
    "名称": FieldRole.NAME,
    "内容": None,
}


def _columns(**more: FieldRole) -> tuple[DataField, ...]:
    roles = {**ROLES, **more}
    return tuple(COLUMN.model_construct(name=name, role=role) for name, role in roles.items())


def _table(columns: tuple[DataField, ...], count: int = 2) -> Table:
    rows: list[Any] = [("甲类", "区民政局", "户外广告", "第一"), ("乙类", "区教委", "道路占用", "第二")]
    group = RowGroup(2026, "", "", count)
    words = {"事项": ("甲类", "乙类"), "机关": ("区民政局",)}
    return Table(columns, None, count, {2026: count}, rows, [group], [], words, "", lambda _, n: rows)


def _said(columns: tuple[DataField, ...], table: Table) -> list[str]:
    return list(said(DATASET.model_construct(columns=columns), table))


def test_a_list_is_found_by_its_names_and_what_narrows_it() -> None:
    columns = _columns()
    assert _said(columns, _table(columns)) == ["事项：甲类、乙类", "名称：户外广告、道路占用"]


def test_names_of_decisions_and_of_many_are_looked_up_row_by_row() -> None:
    dated = _columns(日期=FieldRole.DATE)
    assert _said(dated, _table(dated)) == ["事项：甲类、乙类"]
    many = _columns()
    assert _said(many, replace(_table(many), count=301)) == ["事项：甲类、乙类"]


def test_some_of_the_rows_say_what_they_hold() -> None:
    columns = _columns()
    table = _table(columns)
    rows = table.page(table.groups[0], 1)[:1]
    record = DATASET.model_construct(columns=columns)
    assert list(said_by(record, table, rows)) == ["事项：甲类", "名称：户外广告"]
    dated = DATASET.model_construct(columns=_columns(日期=FieldRole.DATE))
    assert list(said_by(dated, table, rows)) == ["事项：甲类"]
