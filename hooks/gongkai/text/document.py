"""A text read as a document: head, addressee, body, attachments, signature, and what is printed inside it.

One reading for everything that uses a text. The blocks are cut by :mod:`gongkai.text.scan`,
their order is kept: every line of a text stands at one place of its document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongkai.common.document_numbers import corrected
from gongkai.text import style
from gongkai.text.blocks import Block, Kind
from gongkai.text.nesting import nested
from gongkai.text.scan import scan
from gongkai.text.tree import Node, Part

#: the texts last read are kept, some 10 KB each: a dozen rules, figures and exports go through all policies,
#: one after the other, so that with more policies than are kept every one is read again each time
_KEPT = 8192
_MAX_HEAD = 80
#: paragraphs that may be of a head, and lines over which a title may be broken
_HEAD_BLOCKS, _TITLE_LINES = 8, 5
_HISTORY = re.compile(r"[（(]\d{4}年.*[）)]", re.DOTALL)
_ADDRESSEE = re.compile(r"[^。；！？：:]{2,300}[：:]")
_LEAD = re.compile(r"如下|现将|现就|以下|下列|通知|公告|规定|要求")
_LISTED = re.compile(
    r"(?:附件?\s?[\d一二三四五六七八九十]{0,3}\s?[：:]?)?\s*(?:\d{1,3}\s?[.．、]?)?\s*(.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on a line of their own; ``line`` counts from 0."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document and its places; ``title`` and ``number`` only where the text itself states them.

    ``head``: the issuer's line and the note of history below a title. ``id``: of a printed one, wen-1.
    ``listing``: the lines of 附件：…, as written. ``printed``: the documents it prints, in their order.
    """

    body: tuple[Node, ...] = ()
    title: Line | None = None
    number: Line | None = None
    head: tuple[Line, ...] = ()
    addressee: Line | None = None
    listing: tuple[Line, ...] = ()
    issuers: tuple[Line, ...] = ()
    day: Line | None = None
    notes: tuple[Line, ...] = ()
    imprint: tuple[Line, ...] = ()
    printed: tuple[Document, ...] = ()
    id: str = ""

    def walk(self) -> Iterator[Node]:
        """Every part of its own body, not of what it prints."""
        for node in self.body:
            yield from node.walk()

    @property
    def attachments(self) -> tuple[Line, ...]:
        """The names listed after 附件：, without numbers and the line's end."""
        named = (Line(line.line, _name(line.text)) for line in self.listing)
        return tuple(line for line in named if line.text)

    @property
    def articles(self) -> tuple[Node, ...]:
        """Its own articles, in the order of the text."""
        return tuple(node for node in self.walk() if node.kind is Part.ARTICLE)

    @property
    def article_ids(self) -> frozenset[str]:
        """The addresses of all articles on its page, those of what it prints too."""
        return frozenset(each.id for document in self.all for each in document.articles)

    @property
    def all(self) -> tuple[Document, ...]:
        """It and what it prints."""
        return (self, *(each for printed in self.printed for each in printed.all))

    @property
    def governing(self) -> Document:
        """The one that holds the rules: what a notice prints when it has no articles itself."""
        return self if self.articles else next((each for each in self.printed if each.articles), self)


@lru_cache(maxsize=_KEPT)
def document(body: str, title: str = "") -> Document:
    """A text as a document; ``title`` is the record's, by which the line that repeats it is known."""
    segments: list[list[Block]] = [[]]
    for block in scan(body):
        if block.kind is Kind.TITLE:
            segments.append([])
        segments[-1].append(block)
    first, *printed = segments
    return _structured(first, title, tuple(_structured(each, "", ()) for each in printed))


def _structured(blocks: list[Block], title: str, printed: tuple[Document, ...]) -> Document:
    id_, named = "", None
    if blocks and blocks[0].kind is Kind.TITLE:
        id_, named = blocks[0].id, Line(blocks[0].line, blocks[0].text)
        blocks = blocks[1:]
    head, blocks = _head(blocks, title, named is not None)
    addressee, blocks = _addressee(blocks)
    tail = [block for block in blocks if block.kind in _TAIL or _lists(block)]
    signed = [block for block in tail if block.kind is Kind.SIGNATURE]
    return Document(
        body=nested([block for block in blocks if block.kind not in _TAIL and not _lists(block)]),
        title=named or head.get("title"),
        number=head.get("number"),
        head=tuple(line for key, line in head.items() if key not in ("title", "number")),
        addressee=addressee,
        listing=tuple(_listing(tail)),
        issuers=tuple(Line(block.line, block.text) for block in signed if not style.is_date(block.text)),
        day=next((Line(each.line, each.text) for each in reversed(signed) if style.is_date(each.text)), None),
        notes=_lines(tail, Kind.NOTE),
        imprint=_lines(tail, Kind.IMPRINT),
        printed=printed,
        id=id_,
    )


_TAIL = frozenset((Kind.SIGNATURE, Kind.ATTACHMENTS, Kind.NOTE, Kind.IMPRINT))


def _lists(block: Block) -> bool:
    return block.kind is Kind.LIST and block.label == "附件"


def _lines(blocks: list[Block], kind: Kind) -> tuple[Line, ...]:
    return tuple(Line(block.line, block.text) for block in blocks if block.kind is kind)


def _head(blocks: list[Block], title: str, printed: bool) -> tuple[dict[str, Line], list[Block]]:
    """The lines of the head, and the blocks below it; a block that holds anything else stays whole below."""
    lines = list(_head_lines(blocks))
    found: dict[str, Line] = {}
    sure: dict[str, Line] = {}
    at = end = 0
    while at < len(lines):
        run = _title_run([line.text for _, line in lines[at:]], title)
        line = Line(lines[at][1].line, "".join(each.text for _, each in lines[at : at + max(run, 1)]))
        key = "title" if run else _head_key(line.text, printed or bool(title))
        if not key:
            break
        found[key if key not in found else f"{key} {line.line}"] = line
        at += max(run, 1)
        if at == len(lines) or lines[at][0] != lines[at - 1][0]:
            sure, end = dict(found), lines[at - 1][0] + 1
    return sure, blocks[end:]


def _head_lines(blocks: list[Block]) -> Iterator[tuple[int, Line]]:
    """The first lines that may be of the head, each with the number of its block."""
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(block.text) > _MAX_HEAD * 3:
            return
        for at, text in enumerate(block.text.split("\n")):
            yield index, Line(block.line + at, text.strip())


def _title_run(lines: list[str], title: str) -> int:
    """How many lines from the first on are the title, which a paper breaks where its words end; 0: none.

    The issuer may stand before it: a record's title often begins with 关于.
    """
    wanted, words = re.sub(r"\s", "", title), ""
    for count, line in enumerate(lines[:_TITLE_LINES] if wanted else (), 1):
        words += re.sub(r"\s", "", line).strip("*#")
        before = words.removesuffix(wanted)
        if before != words and (not before or style.is_issuer(before)):
            return count
    return 0


def _head_key(text: str, titled: bool) -> str:
    """What a line of the head is beside the title: number, issuer, history; "" when it is none."""
    plain = re.sub(r"\s", "", text).strip("*#")
    if corrected(text.strip("*#")):
        return "number"
    if plain.endswith("文件") and style.is_issuer(plain.removesuffix("文件")):
        return "issuer"
    return "history" if titled and _HISTORY.fullmatch(plain) else ""


def _addressee(blocks: list[Block]) -> tuple[Line | None, list[Block]]:
    """The line 各镇街、各部门：, and the blocks below it."""
    if not blocks or blocks[0].kind is not Kind.PARAGRAPH:
        return None, blocks
    first = blocks[0]
    line, _, rest = first.text.partition("\n")
    if not _ADDRESSEE.fullmatch(line) or _LEAD.search(line) or style.FIRST.match(line):
        return None, blocks
    below = [Block(Kind.PARAGRAPH, first.line + 1, rest, indent=first.indent)] if rest else []
    return Line(first.line, line), below + blocks[1:]


def _listing(tail: list[Block]) -> Iterator[Line]:
    """The lines of the list of attachments."""
    for block in tail:
        if block.kind is Kind.ATTACHMENTS:
            yield from (Line(block.line + at, text.strip()) for at, text in enumerate(block.text.split("\n")))
        elif block.kind is Kind.LIST:
            for number, item in enumerate(block.blocks, block.level):
                yield Line(item.line, f"{number}. " + "\n".join(each.text for each in item.blocks))


def _name(text: str) -> str:
    """2．汇总表。 → 汇总表."""
    found = _LISTED.fullmatch(text)
    return found[1].strip(" \u3000。；;") if found else ""
