"""The names that searches know beside the texts: of units, of columns, and what people say for a matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gongkai.column.register import Register
from gongkai.column.register.english import FOLDER as ENGLISH
from gongkai.records.types.alias import Alias
from gongkai.render.gathering.column_questions import named_by
from gongkai.render.parts import all_parts
from gongkai.render.site import Site
from gongkai.search.words import Named, tables

Meaning = tuple[str, Sequence[str]]


def spoken(site: Site) -> dict[str, object]:
    """What the search in the browser reads of it."""
    register = site.facts.register
    units = sorted(register.units, key=lambda unit: unit.kind.rank)
    care = [word for alias in register.everything(Alias) if alias.care for word in alias.words]
    said = [*_said(register), *_units(register)]
    return tables(said, _columns(site), [unit.label for unit in units], care)


def _said(register: Register) -> Iterator[Meaning]:
    """``data/aliases/``; a unit under its present name and its short one, as titles have them."""
    for alias in register.everything(Alias):
        units = (register.unit(word) for word in alias.official)
        official = [
            name
            for word, unit in zip(alias.official, units, strict=True)
            for name in ((unit.name, unit.label) if unit else (word,))
        ]
        for word in alias.words:
            yield word, official


def _units(register: Register) -> Iterator[Meaning]:
    """Other names of a unit mean the present one, those of one that was merged its successor too."""
    for unit in register.units:
        successor = register.unit(unit.merged_into) if unit.merged_into else None
        for name in unit.names:
            yield name, [unit.name, unit.label, *([successor.name] if successor else [])]


def _columns(site: Site) -> Iterator[Named]:
    """Every column of 全部栏目, with what people call it."""
    called: dict[str, list[str]] = {}
    for alias in site.facts.register.everything(Alias):
        for word in alias.official:
            called.setdefault(word, []).extend(alias.words)
    yield Named("全部栏目", "columns/")
    if site.facts.register.english:
        yield Named("English", ENGLISH, ("英文", "英文版", "英语", "in english", "english version"))
    for part in all_parts():
        for each in part.columns(site.facts):
            others = dict.fromkeys([*called.get(each.label, ()), *named_by(each.address)])
            yield Named(each.label, each.address, tuple(others))
