"""A text → its blocks, in the manner of official documents: articles, headings, tables, the 落款.

One reading decides everything: what is converted, which anchors exist, where
links and faults are looked for. So these can never disagree.
"""

from __future__ import annotations

import re
from collections import Counter

from gongkai.text import cells, style
from gongkai.text.blocks import Block, Kind, Reader, definition
from gongkai.text.limits import beyond
from gongkai.text.marking import mark

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_RULE = re.compile(r"-{3,}")
_SPECIAL = frozenset("`~#-*<>|[!:表第①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十（(0123456789")
#: # 标题, #标题; # 1号楼 and #话题# are text
_HASH = re.compile(
    r"(#{1,6})(?:(?:(?<=##)[ \t\u3000]++|[ \t\u3000]++(?![\d０-９]))(.*?)(?:[ \t]+#+)?|([^#\d\s][^#]*))"
)
_SIGNS = re.compile(r"[^\w，。、；：]")
_FOOTNOTE = re.compile(r"\[\^[^\[\]]+\]:")
_MAX_TERMS = 20_000


def scan(body: str) -> list[Block]:
    """The blocks of a text, headings and articles with their ids; one block of what is too long to be read.

    Such a text is refused, and until then nobody waits for a reading of it.
    """
    if any(beyond(body)):
        return [Block(Kind.PARAGRAPH, 0, _SIGNS.sub("", body[:200]))]
    if not body.isprintable():
        body = _CONTROL.sub("", body)
    return _number_parts(mark(_Scanner(body.split("\n"), 0, 0).run()))


class _Scanner(Reader):
    """Reads what begins a part of an official document before anything else."""

    def __init__(self, lines: list[str], base: int, depth: int) -> None:
        super().__init__(lines, base, depth)
        self.hashed = any(line.startswith("#") for line in lines)
        self.in_article = False

    def special(self, line: str, text: str) -> bool:
        first = text[0]
        if first not in _SPECIAL and "|" not in text and "\t" not in text:
            return False
        if "\t" in text and cells.tabbed(self):
            return True
        if first in "`~":
            return self.code(text)
        if first == "-" and not self.open and not self.peek(self.at + 1) and _RULE.fullmatch(text):
            return bool(self.add(Kind.RULE, 1))
        if first in "#<>!":
            return {"#": self.hash_heading, "<": self.html, ">": self.quote, "!": self.box}[first](text)
        if first in "[:" and self.definition(text):
            return True
        bullet = first in "-*0123456789"
        return self.table(text) or (bullet and self.bullets(line)) or self.numbered(line, text)

    def hash_heading(self, text: str) -> bool:
        """``# 标题``; inside a list or a quote it is only set in bold."""
        found = _HASH.fullmatch(text)
        words = found and (found[2] or found[3] or "").strip()
        if not found or not words:
            return False
        if self.depth:
            self.add(Kind.STRONG, 1, words)
        elif not self.article(words):
            self.heading(words, len(found[1]), "#")
        return True

    def heading(self, text: str, level: int, label: str = "") -> None:
        """A heading; ``label`` is # when its level is relative to the other headings with #."""
        if text.startswith("**") and text.endswith("**") and text.count("*") == 4 < len(text):
            text = text[2:-2]
        block = self.add(Kind.HEADING, 1, text)
        block.level, block.label = level, label
        self.in_article = False

    def definition(self, text: str) -> bool:
        """Link definitions, footnotes, and the 定义 of a definition list."""
        if definition(text):
            self.add(Kind.REFERENCE, 1, text)
            return True
        if _FOOTNOTE.match(text):
            self.indented(Kind.FOOTNOTE)
            return True
        if text[0] == ":" and text[1:2].isspace() and self.open:
            terms = self.open.text.split("\n") if self.open.kind is Kind.PARAGRAPH else []
            if (
                self.open.kind is Kind.ARTICLE
                or len(self.open.text) > _MAX_TERMS
                or not all(map(_is_term, terms))
            ):
                return False
            self.open.kind = Kind.TERMS
            self.open.text += "\n: " + text[1:].strip()
            self.at += 1
            return True
        return False

    def table(self, text: str) -> bool:
        """A table, with the line 表1 … right above it as its caption."""
        if "|" not in text:
            return self.caption(text) if text[0] == "表" else False
        return cells.piped(self, text)

    def caption(self, text: str) -> bool:
        """``表1 标题`` with a table, of pipes or HTML, right below it."""
        if not style.CAPTION.fullmatch(text):
            return False
        here, count = self.at, len(self.blocks)
        self.at += 1
        while self.at < min(len(self.lines), here + 3) and not self.lines[self.at].strip():
            self.at += 1
        head = self.peek(self.at)
        if head.startswith("<table"):
            found = self.html(head)
        else:
            found = ("|" in head and self.table(head)) or ("\t" in head and cells.tabbed(self))
        if found and len(self.blocks) > count:
            self.blocks[-1].label = text
            return True
        self.at = here
        return False

    def numbered(self, line: str, text: str) -> bool:
        """第一章, 第一条, 一、, （一）, 1. — each begins a block of its own."""
        if text[0] == "第" or text.startswith("**第"):
            return not self.depth and (self.chapter(text) or self.article(text))
        first = style.FIRST.match(text)
        second = None if first else style.SECOND.match(text)
        if not (first or second or style.THIRD.match(text)):
            return False
        if first and self.in_article and not self.depth and self._before_article(text):
            self.heading(text, 2)
            return True
        if (first or second) and not (self.depth or self.hashed or self.in_article):
            after = self.peek(self.at + 1)
            if style.is_title(text, not after or after[0] in "#第（(<|一二三四五六七八九十"):
                self.heading(text, 2 if first else 3)
                return True
        self.plain(line, text, new=True)
        return True

    def _before_article(self, text: str) -> bool:
        """Whether 六、国有小型企业出售 stands as a heading between two articles: the next line begins one."""
        if len(text) > style.MAX_HEADING or re.search("[。；：，]", text):
            return False
        at = self.at + 1
        while at < len(self.lines) and not self.peek(at):
            at += 1
        return bool(style.begun_article(self.peek(at), expected=True))

    def chapter(self, text: str) -> bool:
        """``第一章 总则`` (also 编, 部分) and ``第一节``."""
        found = style.CHAPTER.fullmatch(text.removesuffix("**"))
        if not found or not style.is_chapter_name(found[3], found[4]):
            return False
        self.heading(text, 3 if found[2] == "节" else 2)
        return True

    def article(self, text: str) -> bool:
        """``第一条　…``, unless the line goes on with a sentence that names an article."""
        before = self.blocks[-1].text if self.blocks else ""
        begun = style.begun_article(text, not self.open or before.endswith(tuple("。；：")))
        if not begun or self.depth:
            return False
        self.open = self.add(Kind.ARTICLE, 1, begun[2])
        self.open.id, self.open.label = begun[:2]
        self.in_article = True
        return True


def _is_term(line: str) -> bool:
    return len(line) <= style.MAX_HEADING and "。" not in line and not line.startswith(": ")


def _number_parts(blocks: list[Block]) -> list[Block]:
    """The same blocks, headings with level and ``h-1`` …, articles with ``tiao-1``, repeated ``tiao-1-2``.

    The page has the h1: the highest ``#`` in the text becomes h2, and no level
    is more than one below the heading before it. A printed document's title is ``wen-1`` …,
    an h2 with the document's own headings below it.
    """
    hashes = [block.level for block in blocks if block.kind is Kind.HEADING and block.label]
    lift = 2 - min(hashes, default=2)
    used: Counter[str] = Counter()
    before, under = 1, 0
    for block in blocks:
        if block.kind is Kind.TITLE:
            used["wen"] += 1
            block.id = f"wen-{used['wen']}"
            before, under = 2, 1
        elif block.kind is Kind.HEADING:
            level = block.level + (lift if block.label else 0) + under
            before = block.level = min(level, before + 1, 6)
            used["h"] += 1
            block.id = f"h-{used['h']}"
        elif block.kind is Kind.ARTICLE:
            used[block.id] += 1
            if used[block.id] > 1:
                block.id = f"{block.id}-{used[block.id]}"
    return blocks
