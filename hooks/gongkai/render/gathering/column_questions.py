"""How people ask for a column: nobody who looks for 会议开放 types that, but that he would like to listen.

The questions are shipped, for every district has the same columns; what belongs to one record stands in its
own 通俗问法.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from gongkai.column.register.english import FOLDER as ENGLISH
from gongkai.render.gathering.page_questions import questions_of
from gongkai.render.parts import all_parts
from gongkai.render.site import Site
from gongkai.search import SearchDocument
from gongkai.search.words import officials_types

#: what a list is called among the types of results
COLUMN = "栏目"
#: characters of most words
_WORD = 2
_SHIPPED = Path(__file__).with_suffix(".json")
#: those of pages that tell how the column itself is kept: figures, rules, who owes what
_WORK = Path(__file__).with_name("work_questions.json")


@cache
def _known() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Address → what the column is about, and how people ask for it."""
    read = json.loads(_SHIPPED.read_text("utf-8"))
    return {url: (each.get("about", ""), tuple(each["asked"])) for url, each in read.items()}


def named_by(address: str) -> list[str]:
    """Questions of a single word by which people name a column: whoever types only that is led there."""
    _, asked = _known().get(address, ("", ()))
    return [each for each in asked if len(each) == _WORD]


@cache
def _work() -> dict[str, list[str]]:
    """Address of a page for officials → how they ask for it."""
    read: dict[str, list[str]] = json.loads(_WORK.read_text("utf-8"))
    return read


def with_columns(site: Site, documents: Sequence[SearchDocument]) -> list[SearchDocument]:
    """The documents with the questions by which people ask for them, and every column as one of them."""
    found = [_asked(each) for each in documents]
    return [*found, *_columns(site, {each.url for each in documents})]


def _asked(document: SearchDocument) -> SearchDocument:
    """With its questions; a list that readers ask for is a column, though its lines are for officials.

    Such a line stays what it is: search shows it among the others to who asks for it in such words.
    """
    _, listed = _known().get(document.url, ("", ()))
    asked = (*document.asked, *listed, *_work().get(document.url, ()), *questions_of(document))
    kind = COLUMN if listed and document.type in officials_types() else document.type
    return replace(document, asked=asked, type=kind) if asked else document


def _columns(site: Site, have: set[str]) -> Iterator[SearchDocument]:
    """Those whose list is no document yet."""
    labels = {each.address: each.label for part in all_parts() for each in part.columns(site.facts)}
    if site.facts.register.english:
        labels[ENGLISH] = "English 英文版"
    for url, label in sorted({"columns/": "全部栏目", **labels}.items()):
        about, asked = _known().get(url, ("", ()))
        if about and url not in have:
            yield SearchDocument(
                url=url, title=label, number="", text=about, type=COLUMN, unit="", year="", status="",
                date="", asked=asked,
            )  # fmt: skip
