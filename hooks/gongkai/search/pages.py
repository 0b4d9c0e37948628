"""One document as the engine reads it (spaced words) and as the reader sees it (a card)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from gongkai.search.documents import SearchDocument
from gongkai.search.normalise import BREAK, spaced


@dataclass(frozen=True, slots=True)
class Page:
    """``name`` of the copy (changes with anything in it), its HTML, and the card shown for it.

    The first tokens of a copy are the title, a break, and from ``number`` to ``head`` the
    发文字号: the place of a match tells what matched.
    """

    name: str
    html: str
    card: str
    number: int
    head: int
    document: SearchDocument


def page(document: SearchDocument) -> Page:
    """The copy of one document; holds nothing but tokens, so nothing in it needs escaping.

    Title and number come first and weigh no more than the rest: with weights Pagefind no
    longer gives the first place of a phrase, by which the browser knows a match in the title.
    """
    head = _fields(document.title, document.number)
    body = _fields(document.text, document.unit, document.extra)
    html = _HTML.format(head=head, body=body, stop=BREAK)
    card = document.card
    digest = hashlib.sha256(f"{html}\n{card}".encode()).hexdigest()[:16]
    name = f"{document.date or '0000-00-00'}-{digest}"
    length = len(head.split())
    return Page(name, html, card, length - len(spaced(document.number).split()), length, document)


def rows(pages: list[tuple[str, Page]]) -> str:
    """The table of a shard (id in the engine, facets, date, number, head), newest first, as JSON."""
    documents = [p.document for _, p in pages]
    facets = {
        "type": sorted({d.type for d in documents}),
        "unit": sorted({d.unit for d in documents}),
        "year": sorted({d.year for d in documents}),
        "status": sorted({d.status for d in documents}),
    }
    place = {name: {value: i for i, value in enumerate(values)} for name, values in facets.items()}
    lines = [
        [
            identity,
            *(place[name][getattr(one.document, name)] for name in facets),
            one.document.date,
            one.number,
            one.head,
        ]
        for identity, one in pages
    ]
    return _json({"facets": facets, "rows": lines})


def _fields(*texts: str) -> str:
    return f" {BREAK} ".join(filter(None, map(spaced, texts)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_HTML = """<!doctype html>
<html lang="zh"><head><meta charset="utf-8"></head><body data-pagefind-body>
<div>{head}</div>
<div>{stop}</div>
<div>{body}</div>
</body></html>
"""
