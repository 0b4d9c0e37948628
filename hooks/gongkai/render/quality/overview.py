"""公开质量: every figure as a card that leads to what is behind it."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.quality import badges
from gongkai.render.quality.cards import Card, cards, document, met
from gongkai.render.quality.figure_words import TITLE, URL
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View


@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    """Every figure, and how many reach their targets."""

    TEMPLATE = "lists/quality.html"

    crumbs: Crumbs
    title: str
    cards: list[Card]
    met: int
    judged: int
    #: whether there is a rulebook, and how many waivers stand beside it
    rulebook: bool
    waivers: int
    badge: badges.Badge
    csv: str
    json: str
    league: str


def page(site: Site) -> Page:
    """公开质量: a card for every figure, how many reach their targets, and the way to the league."""
    shown = cards(site, URL)
    reached, judged = met(site.facts)
    view = OverviewView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)],
        title=TITLE,
        cards=shown,
        met=reached,
        judged=judged,
        rulebook=site.facts.law.rulebook is not None,
        waivers=len(site.facts.register.waivers),
        badge=badges.shown(site, URL, badges.OVERALL, TITLE),
        csv=site.links.href(URL, f"{URL}figures.csv"),
        json=site.links.href(URL, f"{URL}figures.json"),
        league=site.links.href(URL, f"{URL}units/"),
    )
    content = site.templates.filled(view, URL)
    said = f"{site.facts.register.column.name}的{len(shown)}项公开质量指标：数字、目标、依据和名单"
    head = list_head(site.facts, URL, TITLE, [], description=said)
    text = "\n".join(f"{each.name} {each.told.value} {each.told.counts}" for each in shown)
    return Page(
        URL,
        "quality",
        title_of(site.links, TITLE),
        head,
        content,
        "quality",
        document=document(site.facts, URL, TITLE, text),
    )
