"""The two languages of the column: which one an address is in, and where the same stands in the other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from markupsafe import Markup

from gongkai.column.register.english import FOLDER

CHINESE, ENGLISH = "zh-CN", "en"
#: how each language calls itself: the switch speaks to those who read it
NAMES = {CHINESE: "中文", ENGLISH: "English"}

_HAN = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uffef"
_CHINESE = re.compile(f"[{_HAN}]+(?:[0-9A-Za-z\u00b7-]*[{_HAN}]+)*")
_TEXT = re.compile(r"(?s)<svg\b.*?</svg>|>([^<>]+)(?=<)")


def language_of(url: str) -> str:
    """The language of the page at an address below the column's root."""
    return ENGLISH if url.startswith(FOLDER) else CHINESE


def home_of(language: str) -> str:
    """The address of a language's home page."""
    return FOLDER if language == ENGLISH else ""


def other_than(language: str) -> str:
    """The other of the two languages."""
    return CHINESE if language == ENGLISH else ENGLISH


def mark_chinese(html: str) -> str:
    """HTML in English with every Chinese name in its text marked as Chinese, for screen readers.

    A drawing cannot hold the mark and is left as it is.
    """
    return _TEXT.sub(lambda found: f">{_marked(found[1])}" if found[1] else found[0], html)


def mark_names(text: str) -> Markup:
    """A text as HTML with its Chinese names marked."""
    return Markup(_marked(escape(text)))


def _marked(text: str) -> str:
    return _CHINESE.sub(rf'<span lang="{CHINESE}">\g<0></span>', text)


class Languages:
    """Pairs of pages that say the same: Chinese address → English address."""

    def __init__(self, root: str, pairs: Mapping[str, str]) -> None:
        self._root = root
        self._english = dict(pairs)
        self._chinese = {english: chinese for chinese, english in pairs.items()}

    @property
    def two(self) -> bool:
        """True when there is an English version at all."""
        return bool(self._english)

    def counterpart(self, url: str) -> str | None:
        """The address of the same page in the other language, where there is one."""
        return self._english.get(url, self._chinese.get(url))

    def switch(self, url: str) -> str:
        """Where a reader who wants the other language is led: the same page, or that language's home."""
        counterpart = self.counterpart(url)
        return home_of(other_than(language_of(url))) if counterpart is None else counterpart

    def versions(self, url: str) -> list[tuple[str, str]]:
        """(hreflang, full address) of every version of a page, its own too; none for a page without."""
        counterpart = self.counterpart(url)
        if counterpart is None:
            return []
        own = (language_of(url), url)
        pair = dict([own, (other_than(own[0]), counterpart)])
        listed = [*((code, pair[code]) for code in NAMES), ("x-default", pair[CHINESE])]
        return [(code, self._root + quote(address, safe="/-._~%")) for code, address in listed]

    def head(self, url: str) -> str:
        """The same for a page's <head>."""
        return "".join(
            f'\n<link rel="alternate" hreflang="{code}" href="{escape(address)}">'
            for code, address in self.versions(url)
        )
