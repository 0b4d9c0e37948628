"""The files with a dataset's rows, as tables for programs: which columns they have and what these mean."""

from __future__ import annotations

from gongkai.exports.made import Cell, Resource, RowFile, Table
from gongkai.exports.row_shapes import DAY, INTEGER, NUMBER, TEXT, YES
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldType

_KINDS = {
    FieldType.INTEGER: INTEGER,
    FieldType.DECIMAL: NUMBER,
    FieldType.DATE: DAY,
    FieldType.YES: YES,
}


def row_tables(dataset: Dataset, table: Table) -> list[Resource]:
    """A table for each file of CSV that is not packed: the whole of a dataset, or its years."""
    return [Resource(each.path, _label(dataset, each), _columns(dataset)) for each in _files(table)]


def _label(dataset: Dataset, file: RowFile) -> str:
    return f"{dataset.title}（{file.year}年）" if file.year else dataset.title


def _files(table: Table) -> list[RowFile]:
    plain = [file for file in table.files if file.path.endswith(".csv")]
    return [file for file in plain if not file.year] or plain


def _columns(dataset: Dataset) -> tuple[Cell, ...]:
    return tuple(
        Cell(each.name, _KINDS.get(each.type, TEXT), _words(each.description, each.measure))
        for each in dataset.columns
    )


def _words(said: str, measure: str | None) -> str:
    return f"{said}（{measure}）" if measure else said
