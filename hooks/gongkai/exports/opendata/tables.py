"""What open data there is: a table for every type of record, with its fields in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.column.register.subjects import public_waivers
from gongkai.exports import record_rows
from gongkai.exports.row_shapes import EXTRA, own_values, public_values
from gongkai.records import content_types
from gongkai.records.base import ContentRecord, Record
from gongkai.records.description import Value
from gongkai.records.fields.of_level import at_level
from gongkai.records.fields.own_words import NONE, OwnWords
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.own_term import OwnTerm
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.standard import Standard
from gongkai.records.types.unit import Unit
from gongkai.records.types.waiver import Waiver

FOLDER = "data/"
DATABASE = f"{FOLDER}column.sqlite"


@dataclass(frozen=True)
class Table:
    """The public records of one type, in the order of their ids."""

    section: str
    label: str
    record_type: type[Record]
    records: Sequence[Record]
    #: the words that this column added to lists, and those of its level
    own: OwnWords = NONE


def sections() -> list[tuple[str, str, type[Record]]]:
    """(section, label, type) of every table: types with pages in the order of the columns, then others."""
    found = [(kind.section(), kind.COLUMN if kind.LISTED else kind.LABEL, kind) for kind in content_types()]
    return [
        *found,
        ("units", "单位", Unit),
        ("catalogue", "公开目录", CatalogueEntry),
        ("standards", "规则", Standard),
        ("waivers", "豁免", Waiver),
        ("exceptions", "号码例外", PersonalException),
    ]


def tables(register: Register, standards: Iterable[Standard] = ()) -> list[Table]:
    """Every table with its records; ``standards``: the rules as they hold in this column."""
    found: dict[type[Record], Sequence[Record]] = {
        **{kind: register.public(kind) for kind in content_types()},
        Unit: register.units,
        CatalogueEntry: register.catalogue,
        Standard: [*standards],
        Waiver: public_waivers(register),
        PersonalException: register.everything(PersonalException),
    }
    added = OwnWords.of_terms(register.everything(OwnTerm))
    own = at_level(added, register.column.area.level)
    return [Table(section, label, kind, _by_id(found[kind]), own) for section, label, kind in sections()]


def _by_id(records: Sequence[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.id)


def fields_of(record_type: type[Record], column: OwnWords = NONE) -> tuple[tuple[str, str], ...]:
    """(key, what it means) of a type's rows in their order."""
    own = own_values(record_type, column)
    text = (record_rows.TEXT,) if issubclass(record_type, ContentRecord) else ()
    said = [(key, _words(own[key]) if key in own else EXTRA[key]) for key in record_rows.keys(record_type)]
    return (*said, *((key, EXTRA[key]) for key in text))


def _words(value: Value) -> str:
    """What a field holds, in a few words."""
    if value.parts:
        kind = "、".join(part.key for part in public_values(value.parts))
        kind = f"{'每项' if value.many else ''}有 {kind}"
    else:
        kind = value.kind if not value.choices else "、".join(value.choices)
        kind = f"{kind}（可有多个）" if value.many else kind
    return f"{value.description}；{kind}" if value.description and value.description != kind else kind
