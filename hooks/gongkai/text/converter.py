"""A text → HTML with its headings and notes: one Markdown, used again for all that are not too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from gongkai.text.blocks import Kind
from gongkai.text.limits import beyond, costly
from gongkai.text.markup import refuse_unsafe
from gongkai.text.parser import OfficialMarkdown
from gongkai.text.plain import plain_text
from gongkai.text.results import Converted, Fault, Heading, UnsafeText
from gongkai.text.scan import scan

#: extensions of Python-Markdown, and how they are told to work here
_SETTINGS: dict[str, dict[str, Any]] = {
    "footnotes": {"BACKLINK_TITLE": "回到正文的注释 {}"},
}
TAG_LIKE = re.compile(r"<[a-zA-Z/!?]")
_HEADING = re.compile(r'<h([2-6]) id="(h-\d+)">(.*?)</h\1>', re.DOTALL)
#: what the parser itself says of a block
_LINE = re.compile(r' data-line="\d+"')
_ARTICLE = re.compile(r'<section class="article" id="([^"]+)">')


class Converter:
    """Turns texts into HTML; with ``lines`` each block says where it begins, for those who write it."""

    def __init__(self, *, lines: bool = False) -> None:
        self._lines = lines
        self._plain = _markdown()
        self._noted: OfficialMarkdown | None = None

    def convert(self, body: str, *, link: Callable[[str], str] | None = None) -> Converted:
        """The text as HTML; ``link`` gives each target its final form.

        Raises :class:`UnsafeText` for what find_faults would refuse, whoever calls.
        """
        fault = next(too_long(body), None)
        if fault:
            raise UnsafeText(fault.message)
        if "[^" not in body:
            md = self._plain
        else:
            md = self._noted = self._noted or _markdown("footnotes")
        md.reset()
        md.link, md.tells_lines = link or str, self._lines
        html = md.convert(body)
        if TAG_LIKE.search(body):
            refuse_unsafe(_LINE.sub("", html) if self._lines else html)
        headings = tuple(Heading(int(h[1]), h[2], plain_text(h[3])) for h in _HEADING.finditer(html))
        return Converted(html, headings, tuple(_ARTICLE.findall(html)))


def _markdown(*extensions: str) -> OfficialMarkdown:
    return OfficialMarkdown(
        extensions=extensions,
        extension_configs={name: _SETTINGS[name] for name in extensions},
        output_format="html",
    )


def anchors(body: str) -> frozenset[str]:
    """Every id a link may point to in a text, without converting it."""
    return frozenset(block.id for block in scan(body) if block.kind in (Kind.HEADING, Kind.ARTICLE))


def too_long(body: str) -> Iterator[Fault]:
    """A text or a line that would take too long to convert, or too many of one symbol in it."""
    found = list(beyond(body))
    yield from found or costly(body, lambda: scan(body))
