"""规则手册: the rules, a page for each, and the waivers."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.render.facts import Facts
from gongkai.render.parts import ColumnRow, Part
from gongkai.render.rulebook.files import files
from gongkai.render.rulebook.pages import TITLE, URL, WAIVERS, WAIVERS_TITLE, planned


def _columns(facts: Facts) -> Iterator[ColumnRow]:
    if book := facts.law.rulebook:
        yield TITLE, URL, f"{len(book.rules)} 条"
        yield WAIVERS_TITLE, WAIVERS, f"{len(book.waivers)} 份"


PART = Part(planned, files, columns=_columns)
