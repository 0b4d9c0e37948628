"""全部栏目: every column with how much it holds, in groups named by what a reader wants."""

from __future__ import annotations

from gongkai.records import listed_types
from gongkai.records.traits import ColumnGroup, ColumnPlace
from gongkai.render.parts import ColumnRow, all_parts
from gongkai.render.site import Site

#: the columns that are no type's list: address → where it stands
_PLACES: dict[str, ColumnPlace] = {
    "guide/": (ColumnGroup.INFORMATION, 10),
    "rules/": (ColumnGroup.INFORMATION, 20),
    "catalogue/": (ColumnGroup.INFORMATION, 30),
    "request/": (ColumnGroup.INFORMATION, 60),
    "benefits/": (ColumnGroup.POLICIES, 30),
    "concerns/": (ColumnGroup.ANSWERS, 30),
    "calendar/": (ColumnGroup.ANSWERS, 40),
    "units/": (ColumnGroup.UNITS, 10),
    "functions/": (ColumnGroup.UNITS, 20),
    "leaders/": (ColumnGroup.UNITS, 30),
    "data/": (ColumnGroup.DATA, 20),
    "feeds/": (ColumnGroup.DATA, 30),
    "quality/": (ColumnGroup.QUALITY, 10),
    "duties/": (ColumnGroup.QUALITY, 20),
    "rulebook/": (ColumnGroup.QUALITY, 30),
    "waivers/": (ColumnGroup.QUALITY, 40),
    "log/": (ColumnGroup.QUALITY, 50),
    "retention/": (ColumnGroup.QUALITY, 70),
    "search/": (ColumnGroup.HELP, 10),
    "accessibility/": (ColumnGroup.HELP, 20),
    "report-error/": (ColumnGroup.HELP, 30),
    "about-demo/": (ColumnGroup.HELP, 40),
}
OTHERS = "其他"


def linked(site: Site, url: str) -> list[tuple[str, list[ColumnRow]]]:
    """The groups with links as the page at ``url`` needs them; groups without a column are left out.

    A column that no group names, such as a page a district writes itself, stands in the last one.
    """
    everything = [row for part in all_parts() for row in part.columns(site.facts)]
    rows = {address: (label, site.links.href(url, address), count) for label, address, count in everything}
    if "concerns/" in rows:
        rows.pop("responses/", None)  # the same answers, with the press conferences beside them
    groups: dict[str, list[ColumnRow]] = {group.value: [] for group in ColumnGroup}
    for address, (group, _) in sorted(_places().items(), key=lambda each: each[1][1]):
        if address in rows:
            groups[group.value].append(rows.pop(address))
    return [(heading, found) for heading, found in {**groups, OTHERS: [*rows.values()]}.items() if found]


def _places() -> dict[str, ColumnPlace]:
    """Address → where it stands, of every column that has a place."""
    return _PLACES | {f"{each.section()}/": each.GROUP for each in listed_types()}
