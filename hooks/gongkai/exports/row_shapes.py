"""Which tables hold the rows of a record type: its own, and one below it for each list of parts in it.

The database gives every group of fields a table; in files of CSV a group that stands once is columns of
the table it stands in (``预算·三公经费·合计``), so that a line is a thing and a cell a value.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, get_origin

from gongkai.common.csv_text import cell
from gongkai.exports import record_rows
from gongkai.exports.record_rows import Json, Row
from gongkai.records.base import ContentRecord, Record
from gongkai.records.description import Value, values
from gongkai.records.fields.own_words import NONE, OwnWords, names
from gongkai.records.fields.parts import KEPT_INSIDE
from gongkai.records.vocabulary.term import Term

#: a row → the rows of a table below it that stand in it
Reader = Callable[[Row], list[Row]]
#: columns that tell the parts of a record apart, and that say how many there are
PLACE, HOW_MANY = "项次", "项数"
#: between the names of a group and of what stands in it
DOT = "·"
#: what rows have beside a record's own fields
EXTRA = {
    record_rows.ID: "唯一且不变的标识，数据库里各表用它相连",
    record_rows.STATE: "按数据生成当日算出的状态；没有状态的为空",
    record_rows.CHANGED: "最近一次发布或更新的日期",
    record_rows.ADDRESS: "网页的完整网址",
    record_rows.TEXT: "正文，Markdown 格式；CSV 里没有",
}
#: what a column holds: as Table Schema and (below) as SQLite call it
TEXT, INTEGER, NUMBER, DAY, YES = "string", "integer", "number", "date", "boolean"
_OF_LEAF = {int: INTEGER, Decimal: NUMBER, dt.date: DAY, bool: YES}
_OF_EXTRA = {record_rows.CHANGED: DAY}


@dataclass(frozen=True)
class Column:
    """One column: its name, where its value stands in a row, what kind it is, what it means."""

    name: str
    path: tuple[str, ...]
    kind: str = TEXT
    words: str = ""
    #: the number of parts, which have a table of their own
    counts: bool = False

    def value(self, row: Row) -> Json:
        """What stands in the row; of what is not there, nothing, of parts that are not there, none."""
        found: Json = _at(row, self.path)
        if not self.counts:
            return found
        return len(found) if isinstance(found, list | dict) else 0


@dataclass(frozen=True)
class Shape:
    """A table: its name, what its file adds to the section's name, its columns, the tables below it.

    ``place`` are the columns that tell its rows apart.
    """

    name: str
    slug: str
    place: tuple[str, ...]
    columns: tuple[Column, ...]
    #: how the rows of each are found in a row of this one
    parts: tuple[tuple[Reader, Shape], ...] = ()

    @property
    def whole(self) -> Iterator[Shape]:
        """The table itself, then every table below it, outer before inner."""
        yield self
        for _, part in self.parts:
            yield from part.whole

    @property
    def above(self) -> tuple[str, ...]:
        """The columns by which a row leads to the one it stands in."""
        return self.place[:-1]

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of all columns in order."""
        return (*self.place, *(each.name for each in self.columns))

    def rows(self, row: Row, place: tuple[Json, ...]) -> Iterator[tuple[Shape, tuple[Json, ...]]]:
        """A row with everything in it, each with the table it belongs to."""
        yield self, (*place, *(each.value(row) for each in self.columns))
        for read, part in self.parts:
            for number, inner in enumerate(read(row), 1):
                yield from part.rows(inner, (*place, number))


@cache
def nested(record_type: type[Record]) -> Shape:
    """The tables of the database: every group has one."""
    return _of_type(record_type, flat=False)


@cache
def flat(record_type: type[Record]) -> Shape:
    """The tables as files: groups that stand once are columns; without the text."""
    return _of_type(record_type, flat=True)


def cells(record_type: type[Record], row: Row) -> list[str]:
    """The cells of a record's own line in a file."""
    return [cell(record_rows.flat(value)) for value in next(flat(record_type).rows(row, (row["id"],)))[1]]


def public_values(parts: tuple[Value, ...]) -> tuple[Value, ...]:
    """The fields that are data, of a record or of a part in it."""
    return tuple(part for part in parts if part.attribute not in KEPT_INSIDE)


def own_values(record_type: type[Record], own: OwnWords = NONE) -> dict[str, Value]:
    """Key → field of the keys that are a record's own; what is worked out stands in ``EXTRA``."""
    found = {each.key: _in_column(each, own) for each in public_values(values(record_type))}
    return {key: each for key, each in found.items() if key not in EXTRA}


def _in_column(value: Value, own: OwnWords) -> Value:
    """A field as a column fills it: lists that are open have the column's own words."""
    if own is NONE:
        return value
    parts = tuple(_in_column(part, own) for part in value.parts)
    if value.extended and value.term and issubclass(value.term, Term):
        return replace(value, parts=parts, choices=tuple(names(value.term, own)))
    return replace(value, parts=parts) if parts else value


def kind_of(value: Value) -> str:
    """What the cells of a field hold; several values in one cell are a text."""
    return TEXT if value.many else _OF_LEAF.get(value.leaf, TEXT)


def _of_type(record_type: type[Record], *, flat: bool) -> Shape:
    own = own_values(record_type)
    text = (record_rows.TEXT,) if issubclass(record_type, ContentRecord) and not flat else ()
    keys = [key for key in (*record_rows.keys(record_type), *text) if key != record_rows.ID]
    known: Sequence[Value | str] = [own.get(key, key) for key in keys]
    top = Shape(record_type.LABEL, "", (record_rows.ID,), ())
    return _filled(top, known, (), flat=flat)


def _filled(shape: Shape, known: Sequence[Value | str], path: tuple[str, ...], *, flat: bool) -> Shape:
    """The table with its columns and the tables below it."""
    columns = tuple(_columns(known, path, flat=flat))
    return Shape(shape.name, shape.slug, shape.place, columns, tuple(_parts(shape, known, path, flat=flat)))


def _columns(known: Sequence[Value | str], path: tuple[str, ...], *, flat: bool) -> Iterator[Column]:
    for each in known:
        if isinstance(each, str):
            yield Column(each, (each,), _OF_EXTRA.get(each, TEXT), EXTRA[each])
            continue
        at = (*path, each.key)
        name = DOT.join(at)
        apart = bool(each.parts) or _pairs(each)
        words = each.description or each.kind
        if flat and each.parts and not each.many:
            yield from _columns(public_values(each.parts), at, flat=True)
        elif flat and apart:
            yield Column(f"{name}{DOT}{HOW_MANY}", at, INTEGER, f"有几项，各项在另一张表；{words}", True)
        elif not each.parts and not (flat and _numbers(each)):
            yield Column(name, at, TEXT if apart else kind_of(each), words)


def _parts(
    above: Shape, known: Sequence[Value | str], path: tuple[str, ...], *, flat: bool
) -> Iterator[tuple[Reader, Shape]]:
    fields = [each for each in known if isinstance(each, Value)]
    for each in fields:
        at = (*path, each.key)
        below = Shape(f"{above.name}_{each.key}", f"{above.slug}.{each.attribute}", _numbered(above), _PAIR)
        if flat and each.parts and not each.many:
            yield from _parts(replace(below, place=above.place), public_values(each.parts), at, flat=True)
        elif each.parts:
            yield _reader(at), _filled(below, public_values(each.parts), (), flat=flat)
        elif _pairs(each):
            yield _pair_reader(at), below
    lines = [(*path, each.key) for each in fields if _numbers(each)]
    if lines:
        yield _line_reader(lines), Shape(f"{above.name}_数", f"{above.slug}.numbers", _numbered(above), _LINE)


_PAIR = (Column("名称", ("名称",), TEXT, "各项的名称"), Column("值", ("值",), TEXT, "写明的值"))
_LINE = (
    Column("行", ("行",), TEXT, "表上哪一行，同填写的键"),
    Column("列次", ("列次",), INTEGER, "这一行从左数第几个数"),
    Column("数", ("数",), NUMBER, "填写的数；原表空着的为空"),
)


def _numbered(above: Shape) -> tuple[str, ...]:
    """What tells the rows of a table apart that stands below another."""
    if len(above.place) == 1:
        return (*above.place, PLACE)
    return (*above.place[:-1], f"{above.name.rsplit('_', 1)[-1]}{PLACE}", PLACE)


def _pairs(value: Value) -> bool:
    return get_origin(value.leaf) is dict


def _numbers(value: Value) -> bool:
    return get_origin(value.leaf) is tuple


def _at(row: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    found: Any = row
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def _reader(path: tuple[str, ...]) -> Reader:
    def read(row: Row) -> list[Row]:
        found = _at(row, path)
        return [each for each in (found if isinstance(found, list) else [found]) if isinstance(each, dict)]

    return read


def _pair_reader(path: tuple[str, ...]) -> Reader:
    return lambda row: [{"名称": name, "值": said} for name, said in (_at(row, path) or {}).items()]


def _line_reader(paths: Sequence[tuple[str, ...]]) -> Reader:
    def read(row: Row) -> list[Row]:
        return [
            {"行": path[-1], "列次": number, "数": said}
            for path in paths
            for number, said in enumerate(_at(row, path) or [], 1)
        ]

    return read
