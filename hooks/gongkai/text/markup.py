"""The HTML tags an editor may write, where a block of them ends, and the guards behind every rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import nh3

from gongkai.common.problems import excerpt
from gongkai.text.results import UnsafeText
from gongkai.text.targets import SCHEMES

INLINE = frozenset({
    "br", "sup", "sub", "span", "strong", "em", "b", "i", "u", "s", "ruby", "rt", "rp", "abbr", "img",
    "a",
})  # fmt: skip
BLOCK = frozenset({
    "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col", "p", "div", "ul",
    "ol", "li", "dl", "dt", "dd", "blockquote", "details", "summary", "figure", "figcaption", "hr", "h2",
    "h3", "h4", "h5", "h6",
})  # fmt: skip
TAGS = INLINE | BLOCK
VOID = frozenset(("br", "img", "hr", "col"))
#: what a cell of a pipe table may hold besides inline tags
IN_CELL = frozenset(("ul", "ol", "li", "p", "div"))
ATTRIBUTES = {tag: frozenset(("title", "lang", "dir")) for tag in sorted(TAGS)} | {
    "td": frozenset(("colspan", "rowspan", "title", "lang", "dir")),
    "th": frozenset(("colspan", "rowspan", "scope", "title", "lang", "dir")),
    "img": frozenset(("alt", "src", "title", "lang", "dir")),
    "a": frozenset(("href", "title", "lang", "dir")),
}
#: values an attribute may have, where not every value has a meaning
VALUES = {
    "scope": re.compile("col|row|colgroup|rowgroup"),
    "dir": re.compile("ltr|rtl|auto"),
    "lang": re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}"),
    "colspan": re.compile("[1-9][0-9]?"),
    "rowspan": re.compile("[1-9][0-9]{0,2}"),
}
_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[\s/]+[A-Za-z_:][A-Za-z0-9_:.-]*(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'=<>]+))?)*[\s/]*)>"
)
#: one whose attributes no one can read; of a tag that may do harm it is one all the same
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*>")
#: an address or a mailbox between angle brackets
AUTO = re.compile(r"<(?:([A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*)|(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+))>")
_NAME = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)")
# A slash parts attributes for a browser as a space does.
_ATTRIBUTE = re.compile(r"""[\s/]+([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>]+))?""")
OTHER_BLOCKS = frozenset({
    "script", "style", "iframe", "object", "embed", "form", "input", "button", "select", "textarea",
    "svg", "math", "video", "audio", "canvas", "meta", "link", "base", "html", "head", "body", "title",
    "h1", "section", "article", "aside", "header", "footer", "nav", "main", "center", "font", "frame",
    "frameset", "noscript", "template", "pre", "address", "fieldset", "applet", "marquee",
})  # fmt: skip
#: elements of HTML that editors have no use for: refused, since pasting brings them in
_OTHERS = frozenset({
    "acronym", "area", "basefont", "bdi", "bdo", "big", "blink", "cite", "code", "data", "datalist", "del",
    "dfn", "dialog", "dir", "hgroup", "ins", "kbd", "label", "legend", "map", "mark", "menu", "meter",
    "nobr", "optgroup", "option", "output", "param", "picture", "plaintext", "progress", "q", "samp",
    "slot", "small", "source", "strike", "time", "track", "tt", "var", "wbr", "xmp",
})  # fmt: skip
KNOWN = TAGS | OTHER_BLOCKS | _OTHERS
_OURS: dict[str, set[str]] = {
    "section": {"class", "id"}, "div": {"class", "role", "tabindex", "aria-label"}, "p": {"class"},
    "strong": {"class"}, "table": {"class"}, "td": {"class", "data-label"}, "th": {"class"},
    "ol": {"start"}, "ul": set(), "li": {"id"}, "sup": {"id"}, "a": {"class"}, "pre": set(), "code": set(),
    "del": set(), "ins": set(), "mark": set(),
    **{f"h{level}": {"id"} for level in range(2, 7)},
}  # fmt: skip
_ALLOWED = {tag: set(ATTRIBUTES.get(tag, ())) | _OURS.get(tag, set()) for tag in sorted(TAGS | _OURS.keys())}
_HOLE = re.compile(r"notes:tiao-[0-9a-z-]+")

Token = tuple[str, ...]


def tag_at(text: str, at: int) -> re.Match[str] | None:
    """The tag of HTML that begins at a place; ``<姓名>``, ``a<b且c>d`` and the like are none."""
    found = _ANY_TAG.match(text, at)
    if not found or found[2].lower() not in KNOWN:
        return None
    return _TAG.match(text, at) if found[2].lower() in TAGS else found


def tags(text: str) -> Iterator[re.Match[str]]:
    """Every tag in a block of HTML."""
    at = text.find("<")
    while at >= 0:
        found = tag_at(text, at)
        if found:
            yield found
        at = text.find("<", found.end() if found else at + 1)


def begins_block(text: str) -> bool:
    """Whether a line begins a block of HTML: a whole tag that does not belong inside a sentence."""
    found = tag_at(text, 0)
    return bool(found and found[2].lower() in BLOCK | OTHER_BLOCKS)


def block_end(lines: list[str], start: int) -> int:
    """The line after the one on which every tag opened since ``start`` is closed, or the end."""
    depth = 0
    for at in range(start, len(lines)):
        for closing, name in _NAME.findall(lines[at]):
            if name.lower() not in VOID:
                depth += -1 if closing else 1
        if depth <= 0:
            return at + 1
    return len(lines)


def tag_name(tag: str) -> tuple[str, bool]:
    """(name, is a closing tag) of ``<…>``; a comment has the name ``!``."""
    found = _NAME.match(tag)
    return (found[2].lower(), bool(found[1])) if found else ("!", False)


def attributes(tag: str) -> list[tuple[str, str]]:
    """Names and values in an opening tag, entities left as written."""
    found = _NAME.match(tag)
    rest = tag[found.end() :] if found else ""
    return [(name.lower(), value.strip("\"'")) for name, value in _ATTRIBUTE.findall(rest)]


def wrong_attribute(name: str, attribute: str, value: str) -> bool:
    """Whether an attribute, or the value it has, is not for editors."""
    known = attribute in ATTRIBUTES.get(name, ())
    return not known or (attribute in VALUES and not VALUES[attribute].fullmatch(value))


def refuse_tag(name: str, attrs: list[tuple[str, str]]) -> None:
    """Raise when a tag may not be published; the last guard behind find_faults."""
    if name not in TAGS:
        raise UnsafeText(f"正文里有不允许的标签 <{name}>")
    for attribute, value in attrs:
        if wrong_attribute(name, attribute, value):
            raise UnsafeText(f"标签 <{name}> 的属性 {attribute} 不允许")


class Fragment(HTMLParser):
    """Turns a block of allowed HTML into elements; its text is text, not Markdown."""

    def __init__(self, parent: Element) -> None:
        super().__init__(convert_charrefs=False)
        self.stack = [parent]

    def read(self, html: str) -> None:
        """Append the elements of a whole block."""
        if "<!" in html or "<?" in html:
            raise UnsafeText("正文里有注释或不允许的声明 <!…>")
        self.feed(html)
        self.close()
        if len(self.stack) > 1:
            raise UnsafeText(f"标签 <{self.stack[-1].tag}> 没有结束")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = attributes(self.get_starttag_text() or "")
        refuse_tag(tag, written)
        if len(self.stack) > 40:
            raise UnsafeText("标签套得太深")
        element = SubElement(self.stack[-1], tag, dict(written))
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if len(self.stack) < 2 or self.stack[-1].tag != tag:
            raise UnsafeText(f"结束标签 </{tag}> 没有对应的开始标签")
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        here = self.stack[-1]
        if len(here):
            here[-1].tail = (here[-1].tail or "") + data
        else:
            here.text = (here.text or "") + data

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


class _Tokens(HTMLParser):
    """The tags, attributes and text of HTML, free of its spelling."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tokens: list[Token] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tokens.append(("<", tag, *(f"{name}={value or ''}" for name, value in sorted(attrs))))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
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
