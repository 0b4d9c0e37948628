"""Lines that begin a part of an official document: headings, articles, tables, definitions.

Each takes the scanner at the line; False leaves everything as it was.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gongkai.text import containers, style
from gongkai.text.blocks import Kind

if TYPE_CHECKING:
    from gongkai.text.scan import Scanner

_HASH = re.compile(r"(#{1,6})(?:[ \t\u3000]+|(?=[^#\d\s]))(.*?)[ \t]*#*[ \t]*")
REFERENCE = re.compile(
    r"\[([^\[\]^][^\[\]]*)\]:[ \t]*<?([^\s<>]+)>?[ \t]*(?:\"(.*)\"|'(.*)'|\((.*)\))?[ \t]*"
)
MAX_TERMS = 20_000
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")


def hash_heading(scanner: Scanner, text: str) -> bool:
    """``# 标题``; inside a list or a quote it is only set in bold."""
    found = _HASH.fullmatch(text)
    if not found or not found[2]:
        return False
    if scanner.depth:
        scanner.add(Kind.PARAGRAPH, 1, f"**{found[2]}**")
    elif not article(scanner, found[2]):
        heading(scanner, found[2], len(found[1]), "#")
    return True


def heading(scanner: Scanner, text: str, level: int, label: str) -> None:
    """A heading; ``label`` is # when its level is relative to the other headings with #."""
    if text.startswith("**") and text.endswith("**") and len(text) > 4:
        text = text[2:-2]
    scanner.add(Kind.HEADING, 1, text, level=level, label=label)
    scanner.in_article = False


def definition(scanner: Scanner, text: str) -> bool:
    """Link definitions, footnotes, and the 定义 of a definition list."""
    if REFERENCE.fullmatch(text):
        scanner.add(Kind.REFERENCE, 1, text)
        return True
    if _FOOTNOTE.match(text):
        containers.indented(scanner, Kind.FOOTNOTE)
        return True
    if text[0] == ":" and text[1:2].isspace() and scanner.open:
        if scanner.open.kind is Kind.ARTICLE or len(scanner.open.text) > MAX_TERMS:
            return False
        scanner.open.kind = Kind.TERMS
        scanner.open.text += "\n: " + text[1:].strip()
        scanner.at += 1
        return True
    return False


def table(scanner: Scanner, text: str) -> bool:
    """A pipe table, with the line 表1 … right above it as its caption."""
    if "|" not in text:
        return caption(scanner, text) if text[0] == "表" else False
    below = scanner.peek(scanner.at + 1)
    if "|" not in below or not _DELIMITER.fullmatch(below):
        return False
    containers.table(scanner)
    return True


def caption(scanner: Scanner, text: str) -> bool:
    """``表1 标题`` with a table, of pipes or HTML, right below it."""
    if not style.CAPTION.fullmatch(text):
        return False
    after = scanner.at + 1
    while after < len(scanner.lines) and after < scanner.at + 3 and not scanner.lines[after].strip():
        after += 1
    here, count = scanner.at, len(scanner.blocks)
    scanner.at = after
    head = scanner.peek(after)
    found = scanner.html(head) if head.startswith("<table") else "|" in head and table(scanner, head)
    if found and len(scanner.blocks) > count:
        scanner.blocks[-1].label = text
        return True
    scanner.at = here
    return False


def numbered(scanner: Scanner, line: str, text: str) -> bool:
    """第一章, 第一条, 一、, （一）, 1. — each begins a block of its own."""
    if text[0] == "第" or text.startswith("**第"):
        return not scanner.depth and (chapter(scanner, text) or article(scanner, text))
    first = style.FIRST.match(text)
    second = None if first else style.SECOND.match(text)
    if not (first or second or style.THIRD.match(text)):
        return False
    if (first or second) and not (scanner.depth or scanner.hashed or scanner.in_article):
        after = (
            scanner.lines[scanner.at + 1].strip(style.SPACES) if scanner.at + 1 < len(scanner.lines) else ""
        )
        if style.is_title(text, not after or after[0] in "#第（(<|一二三四五六七八九十"):
            heading(scanner, text, 2 if first else 3, "")
            return True
    scanner.plain(line, text, new=True)
    return True


def chapter(scanner: Scanner, text: str) -> bool:
    """``第一章 总则`` (also 编, 部分) and ``第一节``."""
    found = style.CHAPTER.fullmatch(text.removesuffix("**"))
    if not found or not style.is_chapter_name(found[3], found[4]):
        return False
    heading(scanner, text, 3 if found[2] == "节" else 2, "")
    return True


def article(scanner: Scanner, text: str) -> bool:
    """``第一条　…``, unless the line goes on with a sentence that names an article."""
    before = scanner.blocks[-1].text if scanner.blocks else ""
    begun = style.begun_article(text, not scanner.open or before.endswith(tuple("。；：")))
    if not begun or scanner.depth:
        return False
    name, words, rest = begun
    scanner.open = scanner.add(Kind.ARTICLE, 1, rest, id=name, label=words)
    scanner.in_article = True
    return True
