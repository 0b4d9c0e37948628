"""A piece of HTML → its words: for search, feeds and summaries."""

from __future__ import annotations

import html as entities
import re
from html.parser import HTMLParser

_BLOCK = frozenset({
    "p", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd",
    "table", "caption", "tr", "blockquote", "pre", "figure", "figcaption", "hr", "br", "details",
    "summary",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\r\f\v\n]+")
_HIDDEN = frozenset(("script", "style", "rp"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.numbers: list[int | None] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCK:
            self.parts.append("\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        if tag in _HIDDEN:
            self.hidden += 1
        elif tag in ("ol", "ul"):
            start = dict(attrs).get("start") or "1"
            self.numbers.append(int(start) if tag == "ol" and start.isdigit() else None)
        elif tag == "li" and self.numbers and self.numbers[-1] is not None:
            self.parts.append(f"{self.numbers[-1]}. ")
            self.numbers[-1] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK and tag != "br":
            self.parts.append("\n")
        if tag in _HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(_SPACE.sub(" ", data))


_ONLY_PARAGRAPHS = re.compile(r"<(?!/?(?:p|h[2-6]|strong|section|em)\b|!--notes:)|[\t\r\f\v]")
_ANY_TAG = re.compile(r"<!--.*?-->|<(/?)(\w+)[^>]*>")


_PLACE = re.compile(r'<(?:h[2-6]|section|details|div|p|li)\b[^>]*? id="([^"<>]+)"[^>]*>')


def places(html: str) -> list[tuple[str, str]]:
    """(id, the first line of the words from there on) of every part of the HTML that a link can lead to."""
    marked = _PLACE.sub(lambda found: f"{found[0]}\ue000{found[1]}\ue001", html)
    if marked == html:
        return []
    found, waiting = [], []
    for line in plain_text(marked).split("\n"):
        waiting += re.findall("\ue000(.*?)\ue001", line)
        if words := re.sub("\ue000.*?\ue001", "", line).strip():
            found += [(each, words) for each in waiting]
            waiting = []
    return found


def plain_text(html: str) -> str:
    """The words of the HTML, one line a block, entities decoded, no empty lines."""
    if _ONLY_PARAGRAPHS.search(html):
        reader = _Words()
        reader.feed(html)
        reader.close()
        text = "".join(reader.parts)
    else:
        text = _ANY_TAG.sub(lambda tag: "" if tag[2] in ("strong", "em") else "\n", html.replace("\n", " "))
        text = entities.unescape(text)
    lines = (line.strip(" \n") for line in text.split("\n"))
    return "\n".join(line for line in (re.sub(" {2,}", " ", line) for line in lines) if line)
