"""公开质量: the pages, tables and badges of the figures."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.render.frame.write import Planned
from gongkai.render.quality import badges, figure, files, overview, units
from gongkai.render.quality.cards import Card, card, cards, met
from gongkai.render.quality.figure_words import TITLE, URL
from gongkai.render.site import Site

__all__ = ["TITLE", "URL", "Card", "card", "cards", "downloads", "met", "planned"]


def planned(site: Site) -> Iterator[Planned]:
    """Every page of the figures, as far as there are any."""
    if site.facts.figures:
        yield Planned(URL, "quality", lambda: overview.page(site))
        for each in site.facts.figures.values():
            yield from figure.planned(site, each)
        yield from units.planned(site)


def downloads(site: Site) -> dict[str, bytes]:
    """Address → bytes of the tables and badges."""
    return dict([*files.files(site), *badges.files(site)]) if site.facts.figures else {}
