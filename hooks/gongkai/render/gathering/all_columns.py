"""全部栏目: every column with how much it holds, in groups named by what a reader wants."""

from __future__ import annotations

from gongkai.records.traits import ColumnGroup
from gongkai.render.parts import Column, ColumnRow, all_parts
from gongkai.render.site import Site

OTHERS = "其他"


def linked(site: Site, url: str) -> list[tuple[str, list[ColumnRow]]]:
    """The groups with links as the page at ``url`` needs them; groups without a column are left out.

    A column without a place, such as a page a district writes itself, stands in the last one.
    """
    columns = [column for part in all_parts() for column in part.columns(site.facts)]
    shown_elsewhere = {each.instead_of for each in columns}
    headings = [*(group.value for group in ColumnGroup), OTHERS]
    groups: dict[str, list[ColumnRow]] = {heading: [] for heading in headings}
    for each in sorted(columns, key=_place):
        if each.address not in shown_elsewhere:
            heading = each.place[0].value if each.place else OTHERS
            groups[heading].append((each.label, site.links.href(url, each.address), each.count))
    return [(heading, found) for heading, found in groups.items() if found]


def _place(column: Column) -> int:
    return column.place[1] if column.place else 0
