"""Every figure as a card, how many reach their targets, and what search needs of a page of figures."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from gongkai.law.figures import Measured
from gongkai.records.vocabulary.quality import Verdict
from gongkai.render.charts.lines import sparkline
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Links
from gongkai.render.quality.figure_words import TITLE, Told, address, points, tell, top_of
from gongkai.render.site import Site
from gongkai.search import SearchDocument


@dataclass(frozen=True)
class Card:
    """One figure on the overview."""

    name: str
    href: str
    told: Told
    drawing: Markup


def cards(site: Site, url: str) -> list[Card]:
    """Every figure as a card on the page at ``url``."""
    return [card(site.links, each, url) for each in site.facts.law.figures.values()]


def card(links: Links, measured: Measured, url: str) -> Card:
    """One figure as a card on the page at ``url``."""
    drawing = sparkline(f"{measured.name}历年", points(measured), top=top_of(measured))
    told = tell(measured, measured.present)
    return Card(measured.name, links.href(url, address(measured)), told, drawing)


def met(facts: Facts) -> tuple[int, int]:
    """How many figures reach their targets, of how many that can be held against one."""
    verdicts = [each.verdict(each.present) for each in facts.law.figures.values()]
    judged = [verdict for verdict in verdicts if verdict in {Verdict.MET, Verdict.MISSED}]
    return judged.count(Verdict.MET), len(judged)


def document(facts: Facts, url: str, title: str, text: str) -> SearchDocument:
    """What search needs of a page of figures."""
    today = facts.register.today
    return SearchDocument(
        url=url, title=title, number="", text=text, type=TITLE, unit="",
        year=str(today.year), status="", date="",
    )  # fmt: skip
