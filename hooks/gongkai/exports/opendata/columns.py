"""Which columns the files of open data have: a promise to those who build on them."""

from __future__ import annotations

from gongkai.exports import record_rows
from gongkai.exports.opendata import answer_table, document_tables, duty_table
from gongkai.exports.opendata.database import shape_of
from gongkai.exports.opendata.tables import sections


def columns() -> dict[str, list[str]]:
    """File or table → its columns; a file of JSON Lines has those of its table and 正文."""
    found: dict[str, list[str]] = {}
    for section, _, record_type in sections():
        found[f"{section}.csv"] = list(record_rows.keys(record_type))
        for shape in shape_of(record_type).whole:
            found[f"column.sqlite {shape.name}"] = [*shape.place, *shape.columns]
    for section, name, fields in (
        *document_tables.SETS,
        answer_table.SET,
        (duty_table.SECTION, duty_table.NAME, duty_table.FIELDS),
    ):
        found[f"{section}.csv"] = found[f"column.sqlite {name}"] = list(fields)
    return found
