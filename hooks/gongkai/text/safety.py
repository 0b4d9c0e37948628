"""Defence in depth: what a browser would make of the HTML must be what we meant."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3

from gongkai.problems import excerpt
from gongkai.text import markup
from gongkai.text.model import UnsafeText
from gongkai.text.targets import SCHEMES

_OURS: dict[str, set[str]] = {
    "section": {"class", "id"}, "div": {"class", "role", "tabindex", "aria-label"}, "p": {"class"},
    "strong": {"class"}, "table": {"class"}, "td": {"class", "data-label"}, "th": {"class"},
    "ol": {"start"}, "ul": set(), "li": {"id"}, "sup": {"id"}, "a": {"class"}, "pre": set(), "code": set(),
    "del": set(), "ins": set(), "mark": set(),
    **{f"h{level}": {"id"} for level in range(2, 7)},
}  # fmt: skip
_ALLOWED = {
    tag: set(markup.ATTRIBUTES.get(tag, ())) | _OURS.get(tag, set()) for tag in markup.TAGS | _OURS.keys()
}
_HOLE = re.compile(r"notes:tiao-[0-9a-z-]+")

Token = tuple[str, ...]


class _Tokens(HTMLParser):
    """The tags, attributes and text of HTML, free of its spelling."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append(("<", tag, *(f"{name}={value or ''}" for name, value in sorted(attrs))))

    def handle_endtag(self, tag: str) -> None:
        if tag not in markup.VOID:
            self.tokens.append((">", tag))

    def handle_data(self, data: str) -> None:
        words = data.split()
        if words and self.tokens and self.tokens[-1][0] == "text":
            words = [*self.tokens.pop()[1:], *words]
        if words:
            self.tokens.append(("text", "".join(words)))

    def handle_comment(self, data: str) -> None:
        if not _HOLE.fullmatch(data):
            self.tokens.append(("comment", data))

    def handle_pi(self, data: str) -> None:
        self.tokens.append(("mark", data))

    def handle_decl(self, decl: str) -> None:
        self.tokens.append(("mark", decl))


def _tokens(html: str) -> list[Token]:
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    return reader.tokens


def refuse_unsafe(html: str) -> None:
    """Raise :class:`UnsafeText` when cleaning the HTML changes more than its spelling."""
    cleaned = nh3.clean(
        html, tags=set(_ALLOWED), attributes=_ALLOWED, url_schemes=set(SCHEMES), link_rel=None,
        strip_comments=True, generic_attribute_prefixes=set(),
    )  # fmt: skip
    meant, made = _tokens(html), _tokens(cleaned)
    if meant == made:
        return
    pairs = zip(meant, [*made, ("end",)], strict=False)
    differs = next((written for written, read in pairs if written != read), ("（结尾）",))
    found = excerpt(" ".join(differs), 80)
    raise UnsafeText(f"网页标签写法有误，浏览器读到的与写的不同，从“{found}”处开始")
