"""Which documents a query is in, by reading them all: knows nothing of any engine.

Truth S: every part of the query, in one way of writing, is in one line of the document. Truth T:
the same, and a number or Latin word at an edge of the part is not part of a longer one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from opencc import OpenCC

from gongkai.search import SearchDocument
from gongkai.search.words import officials_types

_QUOTED = re.compile('["“”„‟＂]([^"“”„‟＂]*)["“”„‟＂]|([^\\s"“”„‟＂]+)')
_BRACKETS = {ord(c): "()"[i % 2] for i, c in enumerate("〔〕[]【】{}〈〉《》「」『』〖〗⟨⟩")}
_SIMPLE = OpenCC("t2s")


def one_way(text: str) -> str:
    """Half width, small, simplified, round brackets, no white space."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_BRACKETS)
    return "".join(_SIMPLE.convert(plain).split())


def parts(query: str) -> list[str]:
    """What must all be there: pieces between white space, and whatever stands in quotation marks."""
    return [part for quoted, plain in _QUOTED.findall(query) if (part := one_way(quoted or plain))]


class Truth:
    """The lines of all documents, so that many queries can be asked."""

    def __init__(self, documents: Sequence[SearchDocument]) -> None:
        self._lines = {each.url: "\n".join(map(one_way, _fields(each))) for each in documents}
        self._titles = {each.url: {one_way(each.title), one_way(each.number)} for each in documents}
        self._apart = {each.url: each.type for each in documents if each.type in officials_types()}

    def holding(self, query: str) -> set[str]:
        """Truth S: addresses of the documents that hold every part."""
        wanted = parts(query)
        return {url for url, text in self._lines.items() if wanted and all(part in text for part in wanted)}

    def whole(self, query: str) -> set[str]:
        """Truth T: those in which no number or Latin word is cut."""
        patterns = [
            re.compile(f"{'(?<![0-9a-z])' * _run(part[0])}{re.escape(part)}{'(?![0-9a-z])' * _run(part[-1])}")
            for part in parts(query)
        ]
        return {url for url in self.holding(query) if all(p.search(self._lines[url]) for p in patterns)}

    def titled(self, text: str) -> set[str]:
        """Documents in whose title or number it stands."""
        wanted = one_way(text)
        return {url for url, names in self._titles.items() if any(wanted in name for name in names)}

    def named(self, query: str) -> set[str]:
        """Documents whose whole title or number the query is; those for officials only where no other is.

        They stand apart from what readers look for, and would else be missed where both have one title.
        """
        asked = one_way(query)
        found = {url for url, names in self._titles.items() if asked in names}
        return found - self._apart.keys() or found

    def kept_apart(self, urls: set[str]) -> str:
        """The type of documents that are all for officials, "" of others."""
        return self._apart[min(urls)] if urls and urls <= self._apart.keys() else ""


def _run(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _fields(document: SearchDocument) -> list[str]:
    names = [document.title, document.number, document.unit, document.extra]
    return [line for text in (*names, document.text) for line in text.splitlines()]
