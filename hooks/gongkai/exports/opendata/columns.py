"""Which columns the files of open data have: a promise to those who build on them."""

from __future__ import annotations

from gongkai.exports import row_shapes
from gongkai.exports.opendata import answer_table, document_tables, duty_table, links
from gongkai.exports.opendata.database import LINKS
from gongkai.exports.opendata.tables import sections


def columns() -> dict[str, list[str]]:
    """File or table → its columns; a file of JSON Lines has those of its table and 正文."""
    found: dict[str, list[str]] = {}
    for section, _, record_type in sections():
        for shape in row_shapes.flat(record_type).whole:
            found[f"{section}{shape.slug}.csv"] = list(shape.heads)
        for shape in row_shapes.nested(record_type).whole:
            found[f"column.sqlite {shape.name}"] = list(shape.heads)
    for section, name, fields in (
        *document_tables.SETS,
        answer_table.SET,
        (duty_table.SECTION, duty_table.NAME, duty_table.FIELDS),
    ):
        found[f"{section}.csv"] = found[f"column.sqlite {name}"] = list(fields)
    found[f"column.sqlite {LINKS}"] = list(links.COLUMNS)
    return found
