"""What the site is made of: each kind of page says its pages, its files and where readers are led to them.

A module of a folder of this room that has a ``PART`` is one; it is named nowhere else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gongkai.common.discovery import folders, modules
from gongkai.records.traits import ColumnPlace
from gongkai.render.facts import Facts
from gongkai.render.frame.write import Planned
from gongkai.render.site import Site

#: (address below the root, content)
File = tuple[str, bytes]
#: (address below the root, the day it last changed where it has one)
MapEntry = tuple[str, dt.date | None]
#: (words, address as the page needs it, count as printed or None)
ColumnRow = tuple[str, str, str | None]


@dataclass(frozen=True)
class Column:
    """What 全部栏目 says of one column, and where it stands there: without a place, under 其他."""

    label: str
    #: address below the root
    address: str
    #: how much it holds, as printed
    count: str | None = None
    place: ColumnPlace | None = None
    #: the column, by its address, whose records this one shows too: that one is not named beside it
    instead_of: str = ""


def nothing(_: Facts) -> tuple[()]:
    """Of what a part has none of."""
    return ()


@dataclass(frozen=True)
class Part:
    """One kind of page; where a column has none of it, every function gives nothing.

    Only pages need links and templates: files, map and 全部栏目 are made from facts.
    """

    pages: Callable[[Site], Iterable[Planned]]
    #: what stands beside the pages: tables, drawings, calendars
    files: Callable[[Facts], Iterable[File]] = nothing
    #: where search engines are led; None for every page of the part
    in_map: Callable[[Facts], Iterable[MapEntry]] | None = None
    #: what 全部栏目 says of it
    columns: Callable[[Facts], Iterable[Column]] = nothing

    def map_entries(self, site: Site) -> Iterable[MapEntry]:
        """The part's entries in the site map."""
        if self.in_map is not None:
            return self.in_map(site.facts)
        return [(page.url, None) for page in self.pages(site) if not page.leads]


def all_parts() -> Iterator[Part]:
    """Every part there is, in the order of their names."""
    for folder in folders(__name__.rpartition(".")[0]):
        for _, module in modules(folder, ("PART",)):
            yield module.PART
