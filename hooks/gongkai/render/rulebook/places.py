"""Where the rulebook's pages stand, and where readers find the records that they name."""

from __future__ import annotations

from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.unit import Unit
from gongkai.records.types.waiver import Waiver

URL, TITLE = "rulebook/", "规则手册"
WAIVERS, WAIVERS_TITLE = "waivers/", "豁免清单"


def rule_url(rule: str) -> str:
    """The page of a rule."""
    return f"{URL}{rule}/"


def waiver_url(waiver: Waiver) -> str:
    """Where a waiver stands in the list."""
    return f"{WAIVERS}#{waiver.slug}"


def target(record: Record) -> tuple[str, str | None]:
    """What readers call a record that is no draft, and where it stands."""
    match record:
        case ContentRecord():
            return record.name, record.url
        case Unit():
            return record.name, record.url
        case CatalogueEntry():
            return record.name, record.place
        case MovedAddress():
            return record.address, record.page if record.withdrawn_on else record.address
        case Waiver():
            return f"豁免：{record.rule}，{record.slug}", waiver_url(record)
    return record.source.path, None
