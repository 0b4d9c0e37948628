"""Hostile texts, and which of their signs a page does not show although no mark accounts for it."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import strategies as st

from gongkai.text import Converter, plain_text
from gongkai.text.blocks import Block, Kind, walk
from gongkai.text.cells import TABS
from gongkai.text.links import pieces
from gongkai.text.names import DEFINED, names
from gongkai.text.scan import scan
from gongkai.text.spans import Bold, Escaped, Link, NoteRef, Tag, read
from gongkai.text.spans import walk as walk_spans

SIGNS = "*_~`|^=$&<>[](){}\\#!:-+@/."
_PIECES = [
    "甲", "乙丙", "丁的戊", "1", "20", "3.5", "。", "，", "：", "\n", "\n", "\n\n", " ", "  ", "\t", "　",
    "　　", "**", "**", "* ", "- ", "+ ", "> ", "# ", "## ", "1. ", "2. ", ": ", "---", "***", "```\n",
    "!!! note\n", "a.md", "https://a.cn/", "../b.pdf", "](a.md)", "](元/吨)", "[甲](b.md#h-1)",
    "![图](c.png)", "[甲][乙]", "[乙]: d.md\n", "<b>", "</b>", "<br>", "<sup>2</sup>", "<姓名>",
    "<https://a.cn/>", "<a@b.cn>", "&lt;", "&#106;", "[^注]", "\n[^注]: ", "| 甲 | 乙 |\n", "|---|---|\n",
    "| 1 | 2 |\n", "| ^ | < |\n", "甲\t乙\n", "1\t2\n", "第一条　", "一、", "（一）", "\\*", "\\|", "\\\\",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*_PIECES, *SIGNS]), max_size=30).map("".join)
_NOTE = re.compile(r'<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>|<div class="footnote">\n<hr>')
_HEADED = {Kind.HEADING, Kind.ARTICLE, Kind.STRONG}
_SPACE = re.compile(r"[\s\u3000\xa0]")
_CONVERTER = Converter()


def lost(body: str) -> str:
    """The signs that are not shown and that no mark accounts for, each as often as it is missing.

    Raises UnsafeText where the converter refuses the text.
    """
    html = _NOTE.sub("", _CONVERTER.convert(body).html)
    missing = _counted(body) - _counted(plain_text(html))
    return "".join(sorted((missing - _marks(body)).elements())) if missing else ""


def _counted(text: str) -> Counter[str]:
    return Counter(_SPACE.sub("", text))


def _marks(body: str) -> Counter[str]:
    """The signs of a text that are marks: of its blocks, and of the spans of their words."""
    blocks, lines = scan(body), body.split("\n")
    marks: Counter[str] = Counter()
    for block in walk(blocks):
        marks += _counted(_of_block(block, lines))
    known = names(blocks)
    for piece in pieces(blocks):
        if piece.block.kind is Kind.HTML:
            marks += _counted("".join(re.findall(r"<[^<>]*>", piece.text)))
        elif piece.block.kind is not Kind.REFERENCE:
            for span in walk_spans(read(piece.text, known)):
                marks += _of_span(span)
    return marks


def _of_span(span: object) -> Counter[str]:
    if isinstance(span, Bold):
        return Counter("****")
    if isinstance(span, Escaped):
        return Counter("\\")
    if isinstance(span, Link):
        return _counted(span.raw) - _counted("".join(part.raw for part in span.inner))
    return _counted(span.raw) if isinstance(span, NoteRef | Tag) else Counter()


def _of_block(block: Block, lines: list[str]) -> str:
    """The signs of a block that are none of its words, at most."""
    line = lines[block.line].lstrip("\u3000\xa0 \t>") if block.line < len(lines) else ""
    note = DEFINED.match(block.text)
    bullets = len(block.blocks) if block.level < 0 else 0
    return {
        Kind.RULE: line,
        Kind.REFERENCE: line,
        Kind.BOX: line,
        Kind.CODE: "`~" * 40,
        Kind.TABLE: _of_table(block) if block.kind is Kind.TABLE else "",
        Kind.FOOTNOTE: note[0] if note else "",
        Kind.LIST: _bullet(line) * bullets,
        Kind.QUOTE: ">" * sum(each.count(">") for each in lines),
        Kind.TERMS: ":" * block.text.count("\n: "),
    }.get(
        block.kind, "#" * line.count("#") + ("****" if "**" in line else "") if block.kind in _HEADED else ""
    )


def _bullet(line: str) -> str:
    found = re.search(r"[-*](?=[ \t])", line)
    return found[0] if found else ""


def _of_table(block: Block) -> str:
    if block.id == TABS:
        return "^<#" * block.text.count("\t")
    rows = block.text.split("\n")
    bars = "|" * block.text.count("|")
    return (
        bars + (rows[1] if block.level else "") + "".join(re.findall(r"(?<=\|)\s*[\^<#](?=\s)", block.text))
    )
