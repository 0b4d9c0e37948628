"""Cut the text into blocks, line by line, in the manner of official documents.

One reading decides everything: what is converted, which anchors exist, where
links and faults are looked for. So these can never disagree.
"""

from __future__ import annotations

import re

from gongkai.text import containers, signature, style
from gongkai.text.blocks import MAX_DEPTH, Block, Kind
from gongkai.text.markup import begins_block, block_end
from gongkai.text.outline import number_parts

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_HASH = re.compile(r"(#{1,6})(?:[ \t\u3000]+|(?=[^#\d\s]))(.*?)[ \t]*#*[ \t]*")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,10})")
REFERENCE = re.compile(r"\[([^\[\]^][^\[\]]*)\]:[ \t]*<?([^\s<>]+)>?[ \t]*(?:\"(.*)\"|'(.*)'|\((.*)\))?[ \t]*")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_SPECIAL = frozenset("`~#-*_+<>|[!:表第①②③④⑤⑥⑦⑧⑨⑩一二三四五六七八九十（(0123456789")


def scan(body: str) -> list[Block]:
    """The blocks of a text, headings and articles with their ids."""
    if not body.isprintable():
        body = _CONTROL.sub("", body)
    blocks = Scanner(body.split("\n"), 0, 0).run()
    return number_parts(signature.mark(blocks))


class Scanner:
    """Reads lines from ``base`` on; ``depth`` is how many lists and quotes are around them."""

    def __init__(self, lines: list[str], base: int, depth: int) -> None:
        self.lines, self.base, self.depth = lines, base, depth
        self.at = 0
        self.blocks: list[Block] = []
        self.open: Block | None = None
        self.hashed = any(line.startswith("#") for line in lines)
        self.in_article = False

    def run(self) -> list[Block]:
        """All blocks of the lines."""
        if self.depth > MAX_DEPTH:
            return [Block(Kind.TOO_DEEP, self.base, "\n".join(self.lines))]
        while self.at < len(self.lines):
            line = self.lines[self.at]
            text = line.strip(style.SPACES)
            if not text:
                self.open = None
                self.at += 1
            elif not (text[0] in _SPECIAL or "|" in text) or not self.special(line, text):
                self.plain(line, text)
        return self.blocks

    def add(self, kind: Kind, lines: int, text: str = "", **more: str | int) -> Block:
        """A finished block that takes the next ``lines`` lines."""
        block = Block(kind, self.base + self.at, text, **more)  # type: ignore[arg-type]
        self.blocks.append(block)
        self.open = None
        self.at += lines
        return block

    def plain(self, line: str, text: str, new: bool = False) -> None:
        """A line of running text: goes on with the paragraph or begins one."""
        width = style.indent(line)
        if line.endswith("  "):
            text += "  "
        dated = "年" in text and style.is_date(text.strip())
        if self.open and not new and width < 4 and not dated:
            self.open.text += "\n" + text
            self.at += 1
            return
        self.open = self.add(Kind.PARAGRAPH, 1, text, indent=width)

    def special(self, line: str, text: str) -> bool:
        """Try what the first character may begin; False leaves the line as running text."""
        first = text[0]
        if first in "`~":
            return containers.code(self, text, _FENCE)
        if first in "-*_" and _RULE.fullmatch(text):
            self.add(Kind.RULE, 1)
            return True
        if first == "#":
            return self.hash_heading(text)
        if first == "<":
            return self.html(text)
        if first in ">!":
            return containers.quote(self, text) if first == ">" else containers.box(self, text)
        if first in "[:":
            return self.definition(text)
        if self.table(text):
            return True
        if first in "-*+" or first.isdigit():
            return containers.bullets(self, line) or self.numbered(line, text)
        return self.numbered(line, text)

    def hash_heading(self, text: str) -> bool:
        found = _HASH.fullmatch(text)
        if not found or not found[2]:
            return False
        if self.depth:
            self.add(Kind.PARAGRAPH, 1, f"**{found[2]}**")
        elif not self.article(found[2]):
            self.heading(found[2], len(found[1]), "#")
        return True

    def heading(self, text: str, level: int, label: str) -> None:
        if text.startswith("**") and text.endswith("**") and len(text) > 4:
            text = text[2:-2]
        self.add(Kind.HEADING, 1, text, level=level, label=label)
        self.in_article = False

    def html(self, text: str) -> bool:
        if not begins_block(text):
            return False
        stop = block_end(self.lines, self.at)
        self.add(Kind.HTML, stop - self.at, "\n".join(self.lines[self.at : stop]))
        return True

    def definition(self, text: str) -> bool:
        """Link definitions, footnotes, and the 定义 of a definition list."""
        if REFERENCE.fullmatch(text):
            self.add(Kind.REFERENCE, 1, text)
            return True
        if _FOOTNOTE.match(text):
            containers.indented(self, Kind.OTHER)
            return True
        if text[0] == ":" and text[1:2].isspace() and self.open:
            self.open.kind = Kind.OTHER
            self.open.text += "\n:   " + text[1:].strip()
            self.at += 1
            return True
        return False

    def table(self, text: str) -> bool:
        """A pipe table, with the line 表1 … right above it as its caption."""
        if "|" not in text:
            return self.caption(text) if text[0] == "表" else False
        below = self.lines[self.at + 1].strip(style.SPACES) if self.at + 1 < len(self.lines) else ""
        if "|" not in below or not _DELIMITER.fullmatch(below):
            return False
        containers.table(self)
        return True

    def caption(self, text: str) -> bool:
        if not style.CAPTION.fullmatch(text):
            return False
        after = self.at + 1
        while after < len(self.lines) and after < self.at + 3 and not self.lines[after].strip():
            after += 1
        here, count = self.at, len(self.blocks)
        self.at = after
        head = self.lines[after].strip(style.SPACES) if after < len(self.lines) else ""
        found = self.html(head) if head.startswith("<table") else "|" in head and self.table(head)
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
        if (first or second) and not (self.depth or self.hashed or self.in_article):
            after = self.lines[self.at + 1].strip(style.SPACES) if self.at + 1 < len(self.lines) else ""
            if style.is_title(text, not after or after[0] in "#第（(<|一二三四五六七八九十"):
                self.heading(text, 2 if first else 3, "")
                return True
        self.plain(line, text, new=True)
        return True

    def chapter(self, text: str) -> bool:
        found = style.CHAPTER.fullmatch(text.removesuffix("**"))
        if not found or not style.is_chapter_name(found[3], found[4]):
            return False
        self.heading(text, 3 if found[2] == "节" else 2, "")
        return True

    def article(self, text: str) -> bool:
        before = self.blocks[-1].text if self.blocks else ""
        begun = style.begun_article(text, not self.open or before.endswith(tuple("。；：")))
        if not begun or self.depth:
            return False
        name, words, rest = begun
        self.open = self.add(Kind.ARTICLE, 1, rest, id=name, label=words)
        self.in_article = True
        return True
