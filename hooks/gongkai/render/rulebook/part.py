"""规则手册: the rules, a page for each, and the waivers."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.records.traits import ColumnGroup
from gongkai.render.facts import Facts
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, Part
from gongkai.render.rulebook import pages, waivers
from gongkai.render.rulebook.files import files
from gongkai.render.rulebook.places import TITLE, URL, WAIVERS, WAIVERS_TITLE
from gongkai.render.site import Site


def _planned(site: Site) -> Iterator[Planned]:
    yield from pages.planned(site)
    yield from waivers.planned(site)


def _columns(facts: Facts) -> Iterator[Column]:
    if book := facts.law.rulebook:
        yield Column(TITLE, URL, f"{len(book.rules)} 条", place=(ColumnGroup.QUALITY, 30))
        yield Column(WAIVERS_TITLE, WAIVERS, f"{len(book.waivers)} 份", place=(ColumnGroup.QUALITY, 40))


PART = Part(_planned, files, columns=_columns)
