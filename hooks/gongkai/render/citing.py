"""Documents and articles that a text names become links; not a sign of the text changes.

Never inside a link or a heading, and each once in a paragraph: a text full of links is hard to read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import escape

from gongkai.column.citations import own_references
from gongkai.records.base import ContentRecord
from gongkai.text.document import Document
from gongkai.text.facts import Named, named

#: a document named in a text → its address below the root; "" where readers have none
Mean = Callable[[Named], str]

_PIECE = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_ID = re.compile(r"\sid=\"([^\"]+)\"")
#: there is no link in these
_CLOSED = frozenset(("a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "rt"))
#: with these a new paragraph begins
_PARAGRAPHS = frozenset(("p", "li", "td", "th", "dd", "dt", "div", "section", "summary"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of a record as a page at an address shows it; it may be that of another version."""

    record: ContentRecord
    text: Document
    url: str


def cited(html: str, shown: Shown, mean: Mean, link: Callable[[str], str]) -> str:
    """The text of a page with its links; ``link`` turns an address below the root into one."""
    if shown.record.LANGUAGE != ContentRecord.LANGUAGE or not ("《" in html or "条" in html):
        return html
    return "".join(_Citing(shown, mean, link).pieces(html))


class _Citing:
    """Reads through one page: whether links may stand here, which document this is, what was linked."""

    def __init__(self, shown: Shown, mean: Mean, link: Callable[[str], str]) -> None:
        self.shown, self.mean, self.link = shown, mean, link
        self.here = shown.text
        self.owners = {name: each for each in shown.text.all for name in _ids(each)}
        self.closed = 0
        self.linked: set[str] = set()

    def pieces(self, html: str) -> list[str]:
        """Tags as they are, words with their links."""
        made = []
        for piece in _PIECE.split(html):
            if piece.startswith("<"):
                self._tag(piece)
            elif not self.closed and ("《" in piece or "条" in piece):
                piece = self._words(piece)
            made.append(piece)
        return made

    def _tag(self, tag: str) -> None:
        found = _TAG.match(tag)
        if found is None:
            return
        if found[2] in _CLOSED:
            self.closed += -1 if found[1] else 1
        if found[2] in _PARAGRAPHS:
            self.linked.clear()
        if name := _ID.search(tag):
            self.here = self.owners.get(name[1], self.here)

    def _words(self, text: str) -> str:
        made, at = "", 0
        for start, end, address in sorted(self._led(text), key=lambda led: led[0]):
            if start < at or address in self.linked:
                continue
            self.linked.add(address)
            made += f'{text[at:start]}<a href="{escape(self.link(address))}">{text[start:end]}</a>'
            at = end
        return made + text[at:]

    def _led(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Words from where to where lead to which address."""
        for each in named(text) if "《" in text else ():
            if address := self.mean(each):
                yield each.start, each.end, address
        for own in own_references(self.here, text):
            yield own.start, own.end, f"{self.shown.url}#{own.article.id if own.article else ''}"


def _ids(document: Document) -> list[str]:
    """The ids by which a page shows where a document begins and which articles are its own."""
    return [*([document.id] if document.id else []), *(article.id for article in document.articles)]
