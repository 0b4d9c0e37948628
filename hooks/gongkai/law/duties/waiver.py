"""豁免到期: what a waiver excuses is put right, or approved again, before it ends."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.column.register.subjects import subjects
from gongkai.law.duties.duty import Duty
from gongkai.law.duties.terms import Terms
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit

RULE = "waiver-valid"
NEEDS: dict[str, object] = {}


def owed(terms: Terms) -> Iterator[Duty]:
    """One duty a waiver whose record is public; it belongs to the units of that record."""
    for waiver in terms.register.waivers:
        found = subjects(terms.register, waiver.record)
        if len(found) == 1 and found[0].is_public(terms.today) and not _ended(terms, found[0]):
            yield terms.duty(
                "waiver-expiry",
                waiver,
                f"豁免到期前改好或重新报批：{_name(found[0])}（规则 {waiver.rule}）",
                due=waiver.expires_on,
                units=_units(terms, found[0]),
                address=found[0].place if isinstance(found[0], CatalogueEntry) else found[0].url,
            )


def _ended(terms: Terms, record: Record) -> bool:
    """Nothing is to be put right in a document that holds no more."""
    return isinstance(record, Policy) and terms.register.standing(record).ended


def _units(terms: Terms, record: Record) -> list[Unit]:
    if isinstance(record, ContentRecord):
        return terms.register.units_of(record)
    return [record] if isinstance(record, Unit) else []


def _name(record: Record) -> str:
    name = getattr(record, "name", record.id)
    return name if isinstance(name, str) else record.id
