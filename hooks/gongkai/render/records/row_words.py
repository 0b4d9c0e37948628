"""The words of a dataset's rows that lead to it: what rows are narrowed by, and the names of a short list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.exports.made import Cells, Table
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import FieldRole

#: names of one dataset; what has more is looked into row by row, as what grows by the day is
_SHORT = 300


def said(record: Dataset, table: Table) -> Iterator[str]:
    """“许可事项：药品经营许可、建筑工程施工许可”, a line for each column that has such words.

    Units are known of every record. Names are told where rows have no day: those of a list of powers or of
    charges are matters, those of decisions are companies.
    """
    for place in record.facets:
        column = record.columns[place]
        if column.role is not FieldRole.UNIT:
            yield f"{column.name}：{'、'.join(table.words.get(column.name, ()))}"
    name = _named(record, table)
    if name is None:
        return
    rows = (row for group in table.groups for n in range(1, group.pages + 1) for row in table.page(group, n))
    yield f"{record.columns[name].name}：{'、'.join(sorted({row[name] for row in rows}))}"


def said_by(record: Dataset, table: Table, rows: Sequence[Cells]) -> Iterator[str]:
    """The same of some of the rows, by what they are narrowed by and named."""
    places = [place for place in record.facets if record.columns[place].role is not FieldRole.UNIT]
    name = _named(record, table)
    for place in [*places, *([] if name is None else [name])]:
        words = sorted({row[place] for row in rows if row[place]})
        yield f"{record.columns[place].name}：{'、'.join(words)}"


def _named(record: Dataset, table: Table) -> int | None:
    """The column of names that are matters, where there are not too many."""
    if record.place_of(FieldRole.DATE) is not None or table.count > _SHORT:
        return None
    return record.place_of(FieldRole.NAME)
