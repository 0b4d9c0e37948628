"""The entries of the catalogue as a browser narrows them: by words, state, unit, 领域, newest record."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.common.asking import question
from gongkai.common.said_days import cn_date
from gongkai.law.duties.catalogue import entry_state
from gongkai.records.fields.own_words import in_order
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.render.facts import Facts
from gongkai.render.gathering.catalogue_pages import unit_name
from gongkai.render.gathering.catalogue_state import SLUGS, due_words, words_of
from gongkai.render.lists.lined import Line, Lined, Narrowing, Terms, kept

URL = "catalogue/"


@question
def narrowing(facts: Facts, facet: str = "", slug: str = "") -> Narrowing | None:
    """What a browser needs to narrow them, on the page of a choice or of the whole."""
    return lined(facts).narrowing(facet, slug)


@kept
def lined(facts: Facts) -> Lined:
    """Each as a line."""
    entries = facts.register.catalogue
    domains = in_order(domain for each in entries for domain in each.domains)
    terms = [
        Terms("state", "状态", [(slug, words_of(state)) for state, slug in SLUGS.items()]),
        Terms("unit", "牵头单位", [(slug, unit_name(facts, slug)) for slug in facts.catalogue_by_unit]),
        Terms("domain", "领域", [(each.slug, each.value) for each in domains]),
    ]
    return Lined(URL, terms, list(_lines(facts)), "最近公开", "项")


def _lines(facts: Facts) -> Iterator[Line]:
    for slug, entries in facts.catalogue_by_unit.items():
        for entry in entries:
            yield _line(facts, slug, entry)


def _line(facts: Facts, unit: str, entry: CatalogueEntry) -> Line:
    records, owed = facts.register.fulfilled_by(entry), facts.duties_of(entry)
    state = entry_state(owed)
    newest = max((each.published for each in records), default=None)
    told = f"已公开 {len(records)} 件" if records else "还没有公开"
    last = f"最近一件 {cn_date(newest)}" if newest else ""
    return Line(
        entry.place.removeprefix(URL),
        entry.name,
        newest.isoformat() if newest else "",
        [[SLUGS[state], words_of(state)]],
        [*filter(None, (due_words(state, owed), told, last, unit_name(facts, unit), f"编号 {entry.number}"))],
        {"state": [SLUGS[state]], "unit": [unit], "domain": [each.slug for each in entry.domains]},
        entry.content or "",
    )
