"""A rendered page as lines that a person can read: what stands beside which label, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import lxml.html

#: elements that begin a line of their own
_BLOCKS = {
    *("h1", "h2", "h3", "h4", "p", "li", "div", "tr", "caption", "figcaption", "summary", "label", "option"),
    *("section", "nav", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "details", "figure", "article"),
    *(
        "aside",
        "text",
        "rect",
        "title",
        "desc",
        "svg",
        "form",
        "fieldset",
        "legend",
        "header",
        "footer",
        "main",
    ),
    *("body", "head", "meta", "link", "script", "html", "pre"),
}
#: attributes that say something to readers or lead somewhere
_TOLD = (
    "href",
    "src",
    "action",
    "content",
    "alt",
    "aria-label",
    "value",
    "datetime",
    "headers",
    "id",
    "lang",
)
_LONG = re.compile(r"[^\s{}\[\]|→‹›a-z0-9.]{28,}")


def outline(html: str, paths: Mapping[str, str]) -> list[str]:
    """The lines of a page; numbers and days are given as the paths they stand for."""
    whole = "<html" in html
    root = lxml.html.document_fromstring(html) if whole else lxml.html.fragment_fromstring(html, "main")
    known = "|".join(sorted(map(re.escape, paths), key=len, reverse=True))
    told = re.compile(rf"(?<![\d.])({known})(?![\d])" if paths else "(?!)")
    lines = (_short(told.sub(lambda found: paths[found[1]], " ".join(line.split()))) for line in _lines(root))
    return [line for line in lines if line]


def _short(line: str) -> str:
    return _LONG.sub(lambda found: f"{found[0][:14]}…{found[0][-6:]}", line)


def _lines(element: lxml.html.HtmlElement) -> Iterator[str]:
    text = _start(element)
    for part in _parts(element):
        if isinstance(part, str):
            text += part
            continue
        if part.tag in _BLOCKS:
            yield text
            yield from _lines(part)
            text = ""
        else:
            text += _inline(part)
    yield text


def _parts(element: lxml.html.HtmlElement) -> Iterator[str | lxml.html.HtmlElement]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield child
        yield child.tail or ""


def _start(element: lxml.html.HtmlElement) -> str:
    mark = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "li": "- ", "caption": "表 "}
    return mark.get(element.tag, "") + _attributes(element)


def _inline(element: lxml.html.HtmlElement) -> str:
    inner = "".join(part if isinstance(part, str) else _inline(part) for part in _parts(element))
    chip = re.search(r"chip--(\S+)", element.get("class") or "")
    if chip:
        return f"‹{chip[1]}›{inner}"
    if element.tag in {"dt", "th"}:
        return f"{inner}{_attributes(element)}{'：' if element.tag == 'dt' else ' | '}"
    if element.tag == "td":
        label = element.get("data-label")
        blank = "{blank}" if element.get("class") == "blank" else ""
        return f"{f'{label}：' if label else ''}{inner}{blank}{_attributes(element)} | "
    if element.tag == "a":
        return f"[{inner}]{_attributes(element)}"
    return inner + _attributes(element)


def _attributes(element: lxml.html.HtmlElement) -> str:
    """What attributes say, where that is not what the text says already."""
    said = {name: element.get(name) for name in _TOLD if element.get(name)}
    said |= {name: value for name, value in element.items() if name.startswith("data-") and "." in value}
    said.pop("data-label", None)
    if element.tag == "time" and said.get("datetime") == element.text_content():
        del said["datetime"]
    if element.tag == "rect":
        said = {name: element.get(name) for name in ("x", "y", "width", "height")}
    return "".join(f"{{{name}={value}}}" for name, value in said.items())
