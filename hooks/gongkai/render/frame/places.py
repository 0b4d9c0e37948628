"""Which entry of the navigation a page belongs to: told by the first folder of its address."""

from __future__ import annotations

from functools import cache

from gongkai.records import types_with
from gongkai.records.traits import Trait
from gongkai.render.frame.language import ENGLISH, language_of

SERVICES, UNITS, COLUMNS = "services", "units", "columns"
#: folders whose pages belong to an entry of another name
_BELONGS = {
    **dict.fromkeys(("themes", "domains", "person", "company", "benefits"), SERVICES),
    **dict.fromkeys(("contacts", "leaders", "functions", "reading-rooms"), UNITS),
    "in-force": "policies",
}
#: entry that has pages of other folders too → its label and address, as breadcrumbs name it
ABOVE = {UNITS: ("单位和电话", "units/"), COLUMNS: ("全部栏目", "columns/")}
#: pages of no entry
_NOWHERE = frozenset(("search", "404.html"))


def entry_of(url: str) -> str:
    """The entry of the page at ``url``: what has none of its own stands under 全部栏目."""
    folder = url.split("/", 1)[0]
    if not folder:
        return "home"
    if folder in _NOWHERE:
        return ""
    return folder if folder in _own() else _BELONGS.get(folder, COLUMNS)


@cache
def _own() -> frozenset[str]:
    """The folders that give an entry its name."""
    listed = (each.section() for each in types_with(Trait.IN_NAVIGATION))
    return frozenset((SERVICES, UNITS, "request", *listed))


def marked(section: str, url: str) -> str:
    """The entry that is marked on a page; English pages say it themselves."""
    return section if language_of(url) == ENGLISH else entry_of(url)
