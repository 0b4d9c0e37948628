"""Which record names which, as a table both of whose sides lead to records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from gongkai.column.register import Register
from gongkai.exports import record_rows
from gongkai.exports.opendata.database import LINKS, RECORDS, Database, Lead
from gongkai.exports.opendata.tables import Table
from gongkai.exports.record_rows import Json, Row
from gongkai.exports.row_shapes import DOT, INTEGER, TEXT
from gongkai.records.base import Record
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers

#: column → what it means, its kind
COLUMNS = {
    "来源": ("写着名称的记录的 id", TEXT),
    "键": ("写在哪一个键，组里的用“·”连着", TEXT),
    "项次": ("这个键里的第几个", INTEGER),
    "对象": ("所指的记录的 id", TEXT),
    "种类": ("所指的是单位、政策文件、公开事项还是别的记录", TEXT),
}
_KEY = ("来源", "键", "项次")
_LEADS: Sequence[Lead] = [(("来源",), RECORDS, ("id",)), (("对象",), RECORDS, ("id",))]


def write(tables: Sequence[Table], register: Register, database: Database) -> None:
    """The table, of records that have a row themselves."""
    there = {record.id for table in tables for record in table.records}
    found = (row for table in tables for record in table.records for row in _of(record, register, there))
    database.add_table(LINKS, COLUMNS, found, _LEADS, _KEY)


def _of(record: Record, register: Register, there: set[str]) -> Iterator[list[Json]]:
    finders: dict[Refers, Callable[[str], Record | None]] = {
        Refers.UNIT: register.unit,
        Refers.NAMED_UNIT: register.unit,
        Refers.POLICY: register.policy,
        Refers.ENTRY: register.entry,
        Refers.RECORD: register.record,
    }
    counted: dict[str, int] = {}
    for kind, find in finders.items():
        for at, name in references(record, kind):
            other = find(name)
            if other and other.id in there and name in _said(record, str(at[0]), register):
                key = DOT.join(each for each in at if isinstance(each, str))
                counted[key] = counted.get(key, 0) + 1
                yield [record.id, key, counted[key], other.id, kind.value]


def _said(record: Record, key: str, register: Register) -> set[str]:
    """The texts that readers have of a field on the day."""
    keys = {each for _, each in record_rows.exported(type(record))}
    return set(_texts(record_rows.value(record, key, register.today))) if key in keys else set()


def _texts(value: Json | Row) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(each)
