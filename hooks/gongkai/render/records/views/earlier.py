"""The wordings a record was published with before: each beside the one that came after it, and whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.records.base import ContentRecord
from gongkai.render.frame.links import Crumbs
from gongkai.render.records.views import common
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text.compare import Piece
from gongkai.text.line_compare import compare_lines, shown_lines


@dataclass(frozen=True)
class EarlierWording:
    """A text readers had from ``begins`` to ``ends``; what was said of its change, and what it was."""

    begins: dt.date
    ends: dt.date
    said: list[Markup]
    lines: list[tuple[Piece, ...]]
    whole: list[str]


@dataclass(frozen=True, kw_only=True)
class EarlierView(View):
    """All of them, the newest first."""

    TEMPLATE = "records/earlier.html"

    record: ContentRecord
    crumbs: Crumbs
    wordings: list[EarlierWording]


def address(record: ContentRecord) -> str:
    return f"{record.url}earlier/"


def detail(site: Site, record: ContentRecord, url: str | None = None) -> list[tuple[str, Markup]]:
    """(label, value) that leads from its page, or from ``url``, to its earlier wordings, if any."""
    kept = site.facts.register.kept.get(record.id, ())
    if not kept or record.closed:
        return []
    link = common.link(site.links.href(url or record.url, address(record)), f"改动以前的文字（{len(kept)}）")
    return [("历次改动", link)]


def earlier_view(site: Site, record: ContentRecord) -> EarlierView:
    """The page of a record with texts that are kept."""
    register = site.facts.register
    kept = register.kept[record.id]
    days = [*(each.day for each in kept[1:]), register.last_change(record)]
    texts = [*(each.text for each in kept[1:]), record.body]
    wordings = [
        EarlierWording(
            begins=each.day,
            ends=end,
            said=_said(site, record, each.day, end),
            lines=list(compare_lines(each.text, after)),
            whole=shown_lines(each.text),
        )
        for each, end, after in zip(kept, days, texts, strict=True)
    ]
    own = (common.crumb_label(record), site.links.href(address(record), record.url))
    crumbs = [*site.links.section_crumbs(record, address(record)), own, ("改动以前的文字", None)]
    return EarlierView(record=record, crumbs=crumbs, wordings=wordings[::-1])


def _said(site: Site, record: ContentRecord, begins: dt.date, ends: dt.date) -> list[Markup]:
    """The notes and corrections of the days after a wording was registered up to the next."""
    notes = [
        Markup("{}：{}").format(common.day(each.date), each.note)
        for each in record.updates
        if begins <= each.date <= ends
    ]
    here = address(record)
    return notes + [
        Markup("{}：").format(common.day(each.corrected_on))
        + common.link(site.links.href(here, each), each.title)
        for each in site.facts.register.corrections_of(record)
        if begins <= each.corrected_on <= ends
    ]
