"""The rows of datasets in the database: a table for each, with numbers as numbers.

A very large one has Parquet and CSV of its own; here it would make everybody's download many times as large.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from gongkai.exports.made import Cells, DatasetRows
from gongkai.exports.opendata.database import Database
from gongkai.exports.record_rows import Json
from gongkai.exports.row_shapes import INTEGER, NUMBER, TEXT
from gongkai.records.types.dataset import DataField, Dataset
from gongkai.records.vocabulary.datasets import FieldType

#: a dataset with more rows has no table here
MOST = 100_000
#: before the dataset's own columns
_ROW, _DATASET = "行号", "数据集id"
_KINDS = {FieldType.INTEGER: INTEGER, FieldType.DECIMAL: NUMBER}


def write(found: Iterable[DatasetRows], database: Database) -> None:
    """A table for each dataset with rows, each row leading to its dataset."""
    for each in found:
        _write(each, database)


def name_of(dataset: Dataset) -> str:
    """Its table: by its address, which lasts."""
    return f"数据行_{dataset.slug}"


def _write(each: DatasetRows, database: Database) -> None:
    dataset = each.dataset
    columns = {
        _ROW: ("第几行，最早的是 1", INTEGER),
        _DATASET: ("数据集的 id", TEXT),
        **{field.name: (field.description, _KINDS.get(field.type, TEXT)) for field in dataset.columns},
    }
    lead = ((_DATASET,), type(dataset).LABEL, ("id",))
    database.add_table(name_of(dataset), columns, _rows(each), [lead])


def _rows(each: DatasetRows) -> Iterator[list[Json]]:
    lines = (row for year in each.years() for row in year)
    for number, row in enumerate(lines, 1):
        yield [number, each.dataset.id, *_values(row, each.dataset.columns)]


def _values(row: Cells, fields: tuple[DataField, ...]) -> Iterator[Json]:
    for cell, field in zip(row, fields, strict=True):
        if not cell:
            yield None
        elif field.type is FieldType.INTEGER:
            yield int(cell)
        else:
            yield Decimal(cell) if field.type is FieldType.DECIMAL else cell
