"""Cut the text into blocks, line by line, in the manner of official documents.

One reading decides everything: what is converted, which anchors exist, where
links and faults are looked for. So these can never disagree.
"""

from __future__ import annotations

import re

from gongkai.text import containers, parts, signature, style
from gongkai.text.blocks import MAX_DEPTH, Block, Kind
from gongkai.text.markup import begins_block, block_end
from gongkai.text.outline import number_parts

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,10})")
#: where an endless paragraph is broken, so that joining its lines stays quick
_MAX_PARAGRAPH = 20_000
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

    def peek(self, at: int) -> str:
        """The line at a place, without white space; "" past the end."""
        return self.lines[at].strip(style.SPACES) if at < len(self.lines) else ""

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
        if self.open and not new and width < 4 and not dated and len(self.open.text) < _MAX_PARAGRAPH:
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
            return bool(self.add(Kind.RULE, 1))
        if first == "#":
            return parts.hash_heading(self, text)
        if first == "<":
            return self.html(text)
        if first in ">!":
            return containers.quote(self, text) if first == ">" else containers.box(self, text)
        if first in "[:" and parts.definition(self, text):
            return True
        bullet = first in "-*+0123456789"
        return (
            parts.table(self, text)
            or (bullet and containers.bullets(self, line))
            or parts.numbered(self, line, text)
        )

    def html(self, text: str) -> bool:
        """A block of HTML, to the line where all its tags are closed."""
        if not begins_block(text):
            return False
        stop = block_end(self.lines, self.at)
        self.add(Kind.HTML, stop - self.at, "\n".join(self.lines[self.at : stop]))
        return True
