"""公开质量: the pages, tables and badges of the figures."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.records.traits import ColumnGroup
from gongkai.render.facts import Facts
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, File, Part
from gongkai.render.quality import badges, figure, files, overview, units
from gongkai.render.quality.figure_words import TITLE, URL
from gongkai.render.site import Site


def planned(site: Site) -> Iterator[Planned]:
    """Every page of the figures, as far as there are any."""
    if site.facts.law.figures:
        yield Planned(URL, "quality", lambda: overview.page(site))
        for each in site.facts.law.figures.values():
            yield from figure.planned(site, each)
        yield from units.planned(site)


def _files(facts: Facts) -> Iterator[File]:
    """The tables and badges."""
    if facts.law.figures:
        yield from files.files(facts)
        yield from badges.files(facts)


def _columns(facts: Facts) -> Iterator[Column]:
    if facts.law.figures:
        yield Column(TITLE, URL, f"{len(facts.law.figures)} 项", place=(ColumnGroup.QUALITY, 10))


PART = Part(planned, _files, columns=_columns)
