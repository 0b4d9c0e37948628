"""What a search says where it found nothing: which unit, its number, how to request, which datasets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongkai.common.telephones import dialled
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.datasets import FieldRole, FieldType
from gongkai.render.facts import Facts
from gongkai.render.gathering.phones import organiser, phones_of
from gongkai.render.site import Site

#: the page of a column that tells how to request what is not published
_REQUEST = "request"


def search_help(site: Site) -> dict[str, Any]:
    """What the browser reads of it, once somebody needs it."""
    facts, hotline = site.facts, site.facts.register.column.hotline
    pages = [page.url for page in facts.register.pages if page.slug == _REQUEST]
    return {
        "units": [_unit(facts, unit) for unit in facts.register.units if unit.state == "在用"],
        "organiser": [*organiser(facts), ""],
        "hotline": [hotline, dialled(hotline), "市民热线"] if hotline else [],
        "request": pages[0] if pages else "",
        "datasets": list(_datasets(facts)),
    }


def _unit(facts: Facts, unit: Unit) -> dict[str, Any]:
    """Its names, what it does, the first of its numbers as (whom, number, as a link dials it, hours)."""
    phones = [[unit.label, each.number, each.dialled, each.hours] for each in phones_of(facts, [unit])[:1]]
    words = "\n".join(filter(None, [*unit.names, unit.duties]))
    return {"label": unit.label, "url": unit.url, "words": words, "phones": phones}


def _datasets(facts: Facts) -> Iterator[dict[str, Any]]:
    """Those whose rows have a name or a code; ``shown``: the columns that say what was decided."""
    for dataset in facts.register.public(Dataset):
        table = facts.made.tables.get(dataset.id)
        if table and table.count and _finds(dataset):
            shown = [field.name for field in dataset.columns if field.role is FieldRole.FILTER]
            yield {"title": dataset.name, "url": dataset.url, "version": table.version, "shown": shown}


def _finds(dataset: Dataset) -> bool:
    codes = any(field.type is FieldType.CODE for field in dataset.columns)
    return codes or dataset.place_of(FieldRole.NAME) is not None
