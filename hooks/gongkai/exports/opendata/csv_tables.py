"""A type's records as files of CSV: a line a record, and a file of its own for each list of parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from gongkai.common.csv_text import cell, start_table
from gongkai.exports import record_rows
from gongkai.exports.made import Cell, Resource
from gongkai.exports.opendata.tables import FOLDER, Table
from gongkai.exports.record_rows import Row
from gongkai.exports.row_shapes import INTEGER, PLACE, TEXT, Shape, flat

_Add = Callable[[Sequence[str]], object]


class CsvTables:
    """Writes the files; those of parts only where there are any."""

    def __init__(self, table: Table, stage: Path) -> None:
        self._table, self._stage = table, stage
        self._top = flat(table.record_type)
        self._open = ExitStack()
        self._adding: dict[str, _Add] = {}

    def __enter__(self) -> CsvTables:
        self._start(self._top)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def add(self, row: Row) -> None:
        """One record with everything in it."""
        for shape, values in self._top.rows(row, (row[record_rows.ID],)):
            add = self._adding.get(shape.slug) or self._start(shape)
            add([cell(record_rows.flat(value)) for value in values])

    @property
    def made(self) -> list[Resource]:
        """The files there are, the records first."""
        above = {part.slug: shape for shape in self._top.whole for _, part in shape.parts}
        known = [shape for shape in self._top.whole if shape.slug in self._adding]
        return [resource(self._table, shape, above.get(shape.slug)) for shape in known]

    def _start(self, shape: Shape) -> _Add:
        path = self._stage / path_of(self._table.section, shape)
        text = self._open.enter_context(path.open("w", encoding="utf-8", newline=""))
        self._adding[shape.slug] = start_table(text, shape.heads)
        return self._adding[shape.slug]


def path_of(section: str, shape: Shape) -> str:
    """The file of a table of a section."""
    return f"{FOLDER}{section}{shape.slug}.csv"


def resource(table: Table, shape: Shape, above: Shape | None) -> Resource:
    """What a file holds and where its lines lead."""
    place = [_of_place(key) for key in shape.place]
    own = [Cell(each.name, each.kind, each.words) for each in shape.columns]
    leads = ((shape.above, path_of(table.section, above), above.place),) if above else ()
    label = table.label if not above else shape.name.replace(f"{above.name}_", f"{table.label}：", 1)
    return Resource(path_of(table.section, shape), label, (*place, *own), shape.place, leads)


def _of_place(key: str) -> Cell:
    if key == record_rows.ID:
        return Cell(key, TEXT, "记录的 id，同一条记录的各表用它相连")
    words = "同一处的第几项" if key == PLACE else f"所在的“{key.removesuffix(PLACE)}”是第几项"
    return Cell(key, INTEGER, words)
