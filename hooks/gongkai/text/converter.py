"""The converter: one Markdown, used again for every text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markdown.util import Registry

from gongkai.text import limits
from gongkai.text.blocks import Kind
from gongkai.text.model import Converted, Heading, UnsafeText
from gongkai.text.official import OfficialMarkdown
from gongkai.text.plain import plain_text
from gongkai.text.safety import refuse_unsafe
from gongkai.text.scan import scan

DEFAULT_EXTENSIONS = ("tables",)
_SETTINGS: dict[str, dict[str, Any]] = {
    "tables": {"use_align_attribute": True},
    "footnotes": {"BACKLINK_TITLE": "回到正文的注释 {}"},
}
TAG_LIKE = re.compile(r"<[a-zA-Z/!?]")
_HEADING = re.compile(r'<h([2-6]) id="(h-\d+)">(.*?)</h\1>', re.DOTALL)
_ARTICLE = re.compile(r'<section class="article" id="([^"]+)">')
#: inline extensions a site may choose; blocks, ids and attributes are this room's own work
_KEPT = frozenset(("tables", "abbr", "nl2br", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark"))


class Converter:
    """Turns texts into HTML; takes the extensions of the site, keeps those it has a use for."""

    def __init__(
        self,
        extensions: Sequence[str] | None = None,
        extension_configs: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self._configs = {**(extension_configs or {}), **_SETTINGS}
        chosen = [*(extensions or ()), *DEFAULT_EXTENSIONS]
        short = dict.fromkeys(name.removeprefix("markdown.extensions.") for name in chosen)
        self._extensions = [name for name in short if name in _KEPT]
        self._plain = self._markdown()
        self._noted: OfficialMarkdown | None = None

    def _markdown(self, *more: str) -> OfficialMarkdown:
        extensions = [*self._extensions, *more]
        configs = {name: dict(self._configs[name]) for name in extensions if name in self._configs}
        md = OfficialMarkdown(extensions=extensions, extension_configs=configs, output_format="html")
        md.preprocessors = Registry()
        return md

    def convert(self, body: str, *, link: Callable[[str], str] | None = None) -> Converted:
        """The text as HTML; ``link`` gives each target its final form.

        Raises :class:`UnsafeText` for what find_faults would refuse, whoever calls.
        """
        fault = next(limits.find(body), None)
        if fault:
            raise UnsafeText(fault.message)
        if "[^" not in body:
            md = self._plain
        else:
            md = self._noted = self._noted or self._markdown("footnotes")
        md.reset()
        md.link = link or str
        html = md.convert(body)
        if TAG_LIKE.search(body):
            refuse_unsafe(html)
        headings = tuple(Heading(int(h[1]), h[2], plain_text(h[3])) for h in _HEADING.finditer(html))
        return Converted(html, headings, tuple(_ARTICLE.findall(html)))


def article_ids(body: str) -> frozenset[str]:
    """The ids of the articles in a text, without converting it."""
    return frozenset(block.id for block in scan(body) if block.kind is Kind.ARTICLE)


def anchors(body: str) -> frozenset[str]:
    """Every id a link may point to in a text, without converting it."""
    return frozenset(block.id for block in scan(body) if block.id and block.kind is not Kind.BOX)
