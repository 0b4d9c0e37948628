"""A text → every link and image it uses: its target, its place, and what readers see of it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from gongkai.text import markup, spans, targets, writer
from gongkai.text.blocks import Block, Kind, definition, walk
from gongkai.text.cells import table
from gongkai.text.limits import costly
from gongkai.text.names import DEFINED, names
from gongkai.text.results import LinkUse
from gongkai.text.scan import scan
from gongkai.text.spans import reference_name

_WITHOUT_WORDS = {Kind.CODE, Kind.TOO_DEEP, Kind.LIST, Kind.ITEM, Kind.QUOTE, Kind.BOX}
_SOURCES = (("href", False), ("src", True))
_END = re.compile(r"</a\b", re.IGNORECASE)
#: a name of a site in running words: www.…, https://…, or one with an ending sites have
_SITE = re.compile(
    r"(?:https?:[/\\]+|www\.)[^\s/?#\\<>“”《》，。、；：（）()\u3400-\u9fff]+"
    r"|(?:[a-z0-9-]+\.)+(?:cn|com|net|org|gov|edu|info|top|xyz|vip|cc|hk|tw|mo|io|政务|公益|中国|网址|公司)\b",
    re.IGNORECASE,
)


def links(body: str) -> Iterator[LinkUse]:
    """Every target of a link or an image, in Markdown or in HTML; lines count from 0.

    None of a text that is refused because its marks would take too long to be told apart.
    """
    if "](" in body or "<" in body or "]:" in body:
        blocks = scan(body)
        if not any(costly(body, lambda: blocks)):
            yield from uses(body, blocks)


def labelled(body: str) -> Iterator[LinkUse]:
    """Every link that has words of its own to click, by definitions too; lines count from 0; as above."""
    if "[" not in body and "<" not in body:
        return
    blocks = scan(body)
    if any(costly(body, lambda: blocks)):
        return
    yield from (use for use in uses(body, blocks) if use.label is not None)
    yield from by_definition(body, blocks)


def visible(label: str) -> str:
    """The words left of a label without marks, tags and invisible characters; of a picture, its alt."""
    return targets.IGNORED.sub("", readable(label))


def readable(text: str) -> str:
    """The words of a text as readers see them, without its marks; of a picture, its alt."""
    if not spans.ANY.search(text):
        return text
    return "".join(_seen(span) for span in spans.walk(spans.read(text)))


def _seen(span: spans.Span) -> str:
    if isinstance(span, spans.Tag):
        return "" if span.closing else _alternative(span.raw)
    if isinstance(span, spans.Link):
        return span.label if span.image else ""
    return writer.shown(span) if isinstance(span, spans.Text | spans.Escaped | spans.Break) else ""


def visible_html(label: str) -> str:
    """The same of a piece of HTML."""
    at, shown = 0, []
    for tag in markup.tags(label):
        shown += [label[at : tag.start()], _alternative(tag[0])]
        at = tag.end()
    return targets.IGNORED.sub("", html.unescape("".join([*shown, label[at:]])))


def _alternative(tag: str) -> str:
    return "".join(value for key, value in markup.attributes(tag) if key == "alt")


def other_site(label: str | None, target: str) -> str:
    """The site a label names although its link leads to another; "" where it names none or the same."""
    there = targets.host(target)
    if there is None or not label:
        return ""
    for found in _SITE.finditer(unicodedata.normalize("NFKC", visible(label).replace("\\.", "."))):
        word = found[0] if "/" in found[0] or "\\" in found[0] else f"https://{found[0]}"
        named = targets.host(word)
        if named and not targets.same(named.name, there.name):
            return named.name
    return ""


class Piece(NamedTuple):
    """Words that are read together: their block, themselves, the line of the text they begin on."""

    block: Block
    text: str
    line: int


def pieces(blocks: list[Block]) -> Iterator[Piece]:
    """Each piece of text in which marks are looked for, no code; cells one by one where they have any."""
    for block in walk(blocks):
        if block.label and block.kind in (Kind.TABLE, Kind.HTML, Kind.BOX):
            yield Piece(Block(Kind.PARAGRAPH, block.line, block.label), block.label, block.line)
        if block.kind is Kind.FOOTNOTE:
            yield Piece(block, DEFINED.sub("", block.text, count=1), block.line)
        elif block.kind in (Kind.TABLE, Kind.TERMS):
            yield from _parted(block)
        elif block.kind not in _WITHOUT_WORDS:
            yield Piece(block, block.text, block.line)


def _parted(block: Block) -> Iterator[Piece]:
    if block.kind is Kind.TERMS:
        for at, line in enumerate(block.text.split("\n")):
            yield Piece(block, line.removeprefix(": "), block.line + at)
    elif spans.INLINE.search(block.text):
        read = table(block)
        for row in (*read.head, *read.body):
            yield from (Piece(block, cell.text, block.line + cell.line) for cell in row)
    else:
        yield Piece(block, block.text, block.line)


def found(blocks: list[Block], known: spans.Names) -> Iterator[tuple[Piece, spans.Span]]:
    """Every span of the running text that is no plain text, with the piece it stands in."""
    for piece in pieces(blocks):
        if piece.block.kind not in (Kind.HTML, Kind.REFERENCE) and spans.ANY.search(piece.text):
            for span in spans.walk(spans.read(piece.text, known)):
                yield piece, span


def uses(body: str, blocks: list[Block]) -> Iterator[LinkUse]:
    """Every target as :func:`links` gives it, of a text that is scanned already."""
    lines = body.split("\n")
    known = names(blocks)
    images = _images(blocks, known) if known.targets else set()
    for use in _targets(blocks, known, images):
        column = max(0, lines[use.line].find(use.target.partition("\n")[0])) + 1
        yield replace(use, column=column)


def _images(blocks: list[Block], known: spans.Names) -> set[str]:
    """Names of definitions that pictures are shown by."""
    return {
        span.name
        for _, span in found(blocks, known)
        if isinstance(span, spans.Link) and span.image and span.name
    }


def _targets(blocks: list[Block], known: spans.Names, images: set[str]) -> Iterator[LinkUse]:
    for piece in pieces(blocks):
        if piece.block.kind is Kind.REFERENCE:
            if one := definition(piece.text):
                yield LinkUse(targets.decoded(one.target), piece.line, reference_name(one.name) in images)
        elif piece.block.kind is Kind.HTML:
            yield from _in_html(piece)
        elif spans.ANY.search(piece.text):
            yield from _in_words(piece, known)


def _in_words(piece: Piece, known: spans.Names) -> Iterator[LinkUse]:
    read = list(spans.walk(spans.read(piece.text, known)))
    for span in read:
        line = piece.line + piece.text.count("\n", 0, span.at)
        if isinstance(span, spans.Link) and not span.name:
            label = None if span.image or span.raw.startswith("<") else span.label
            yield LinkUse(span.target, line, span.image, label=label)
        elif isinstance(span, spans.Broken):
            yield LinkUse(span.target, line, span.raw[0] == "!", label=span.label)
        elif isinstance(span, spans.Tag):
            yield from _of_tag(span.raw, line, piece.text[span.at + len(span.raw) :], visible)


def _in_html(piece: Piece) -> Iterator[LinkUse]:
    for tag in markup.tags(piece.text):
        line = piece.line + piece.text.count("\n", 0, tag.start())
        yield from _of_tag(tag[0], line, piece.text[tag.end() :], visible_html)


def _of_tag(tag: str, line: int, rest: str, read: Callable[[str], str]) -> Iterator[LinkUse]:
    """Targets of href and src."""
    written = markup.attributes(tag)
    for name, image in _SOURCES:
        for key, value in written:
            if key == name:
                label = None if image else read(_END.split(rest, 1)[0])
                yield LinkUse(html.unescape(value), line, image, label=label)


def by_definition(body: str, blocks: list[Block]) -> Iterator[LinkUse]:
    """The links written [文字][编号] or [编号], with the targets their definitions give."""
    lines = body.split("\n")
    known = names(blocks)
    for piece, span in found(blocks, known) if known.targets else ():
        if isinstance(span, spans.Link) and span.name and not span.image:
            line = piece.line + piece.text.count("\n", 0, span.at)
            column = max(0, lines[line].find(f"[{span.label}]")) + 1
            yield LinkUse(span.target, line, False, column, span.label)
