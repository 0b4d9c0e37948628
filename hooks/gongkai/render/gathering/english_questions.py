"""What the Chinese search knows of the English version: who types English there is led to its pages.

The English version is small, and has an index of its own. A file with the words of its pages, read only when
somebody types Latin letters, is enough to find the right one. Which English words mean the same, and how
people ask for the pages that every district has, is shipped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from gongkai.render.frame.language import ENGLISH
from gongkai.render.frame.navigation import english_navigation
from gongkai.render.site import Site
from gongkai.search import SearchDocument

_SHIPPED = Path(__file__).with_suffix(".json")
_WORD = re.compile("[a-z]{2,}")


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = json.loads(_SHIPPED.read_text("utf-8"))
    return known


def english_pages(site: Site, documents: Sequence[SearchDocument]) -> dict[str, Any]:
    """Address, title, summary, questions and other words of each English page; which words are alike."""
    asked = _known()["pages"]
    have = {each.url for each in documents}
    lists = [(url, label) for label, url in _lists(site) if url in asked and url not in have]
    pages = [_page(each, asked.get(each.url, [])) for each in documents]
    pages += [[url, label, "", asked[url], ""] for url, label in lists]
    return {"pages": pages, **{key: _known()[key] for key in ("idle", "alike", "otherwise")}}


def _lists(site: Site) -> list[tuple[str, str]]:
    """Pages of the English version that are no documents, because they gather others."""
    say = site.templates.words[ENGLISH]
    feed = site.facts.made.feeds.get(ENGLISH)
    subscribe = [(say("订阅"), feed.twin)] if feed and feed.twin else []
    return [*((label, url) for _, label, url in english_navigation(site.facts, say)), *subscribe]


def _page(document: SearchDocument, asked: Sequence[str]) -> list[Any]:
    summary, _, text = document.text.partition("\n")
    questions = [*document.asked, *asked]
    known = set(_WORD.findall(" ".join([document.title, summary, *questions]).lower()))
    more = sorted({*_WORD.findall(text.lower())} - known)
    return [document.url, document.title, summary, questions, " ".join(more)]
