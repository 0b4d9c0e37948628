"""Build the tree of a text from its scanned blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import EmptyBlockProcessor, ParagraphProcessor
from markdown.util import AtomicString, code_escape

from gongkai.text import markup
from gongkai.text.blocks import Block, Kind
from gongkai.text.model import UnsafeText
from gongkai.text.parts import REFERENCE
from gongkai.text.scan import scan

_HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d…—"
_JOIN = re.compile(rf"(?<=[{_HAN}])([*_)]{{0,3}})\n(?=[*_\[（(]{{0,3}}[{_HAN}0-9])|(?<=[0-9])\n(?=[{_HAN}])")
_BLANK = re.compile(r"_{3,}")
_TABLE_WORD = re.compile(r"^表\s?[：:]\s*")
_MARKS = re.compile(r"[\\`*_\[\]!<>&~^=+@$:{}\n'\"-]")
_BOX_TITLES = {"tip": "提示", "warning": "注意", "danger": "警告", "info": "说明", "important": "重要"}


def inline(text: str) -> str:
    """Text for the inline parser: lines joined, ____ to fill in kept; plain text marked as done."""
    if not _MARKS.search(text):
        return AtomicString(text)
    text = _JOIN.sub(r"\1", text)
    text = _BLANK.sub(lambda found: r"\_" * len(found[0]), text)
    return text if _MARKS.search(text) else AtomicString(text)


class OfficialParser(BlockParser):
    """Builds the tree from scanned blocks; leaves tables and footnotes to Markdown."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.blockprocessors.register(EmptyBlockProcessor(self), "empty", 100)
        self.blockprocessors.register(ParagraphProcessor(self), "paragraph", 10)

    def parseDocument(self, lines: list[str]) -> ElementTree:  # type: ignore[override]  # noqa: N802
        self.root = Element(self.md.doc_tag)
        self.build(self.root, scan("\n".join(lines)))
        return ElementTree(self.root)

    def build(self, parent: Element, blocks: list[Block]) -> None:
        """Append the elements of the blocks; an article takes in what follows it."""
        here = parent
        for block in blocks:
            if block.kind in (Kind.ARTICLE, Kind.HEADING, Kind.SIGNATURE):
                here = parent
            if block.kind is Kind.ARTICLE:
                here = SubElement(parent, "section", {"class": "article", "id": block.id})
            _BUILD[block.kind](self, here, block)

    def paragraph(self, parent: Element, block: Block) -> None:
        SubElement(parent, "p").text = inline(block.text)

    def heading(self, parent: Element, block: Block) -> None:
        SubElement(parent, f"h{block.level}", {"id": block.id}).text = inline(block.text)

    def article(self, parent: Element, block: Block) -> None:
        number = SubElement(SubElement(parent, "p"), "strong", {"class": "article-number"})
        number.text = AtomicString(block.label)
        number.tail = inline(f"\u3000{block.text}") if block.text else None

    def signature(self, parent: Element, block: Block) -> None:
        SubElement(parent, "p", {"class": "signature"}).text = inline(block.text)

    def rule(self, parent: Element, block: Block) -> None:
        SubElement(parent, "hr")

    def code(self, parent: Element, block: Block) -> None:
        SubElement(SubElement(parent, "pre"), "code").text = AtomicString(code_escape(block.text))

    def html(self, parent: Element, block: Block) -> None:
        markup.Fragment(parent).read(block.text)
        self.caption(parent, block)

    def table(self, parent: Element, block: Block) -> None:
        self.parseBlocks(parent, [block.text])
        self.caption(parent, block)

    def caption(self, parent: Element, block: Block) -> None:
        table = parent[-1] if len(parent) else None
        if block.label and table is not None and table.tag == "table" and table.find("caption") is None:
            caption = Element("caption")
            caption.text = inline(_TABLE_WORD.sub("", block.label))
            table.insert(0, caption)

    def bullets(self, parent: Element, block: Block) -> None:
        numbered = block.level >= 0
        start = {"start": str(block.level)} if numbered and block.level != 1 else {}
        holder = SubElement(parent, "ol" if numbered else "ul", start)
        for item in block.blocks:
            entry, inner = SubElement(holder, "li"), item.blocks
            texts = sum(part.kind is Kind.PARAGRAPH for part in inner)
            if texts == 1 and inner[0].kind is Kind.PARAGRAPH:
                entry.text = inline(inner[0].text)
                inner = inner[1:]
            self.build(entry, inner)

    def quote(self, parent: Element, block: Block) -> None:
        self.build(SubElement(parent, "blockquote"), block.blocks)

    def box(self, parent: Element, block: Block) -> None:
        holder = SubElement(parent, "div", {"class": f"admonition {block.id}"})
        title = SubElement(holder, "p", {"class": "admonition-title"})
        title.text = inline(block.label or _BOX_TITLES.get(block.id, "注"))
        self.build(holder, block.blocks)

    def reference(self, parent: Element, block: Block) -> None:
        if found := REFERENCE.fullmatch(block.text):
            title = found[3] or found[4] or found[5]
            self.md.references.setdefault(found[1].strip().lower(), (found[2], title))

    def terms(self, parent: Element, block: Block) -> None:
        holder = SubElement(parent, "dl")
        for line in block.text.split("\n"):
            name, text = ("dd", line[2:]) if line.startswith(": ") else ("dt", line)
            SubElement(holder, name).text = inline(text)

    def footnote(self, parent: Element, block: Block) -> None:
        self.parseBlocks(parent, [block.text])

    def too_deep(self, parent: Element, block: Block) -> None:
        raise UnsafeText("列表或引用套得太深")


_BUILD: dict[Kind, Callable[[OfficialParser, Element, Block], None]] = {
    Kind.PARAGRAPH: OfficialParser.paragraph,
    Kind.HEADING: OfficialParser.heading,
    Kind.ARTICLE: OfficialParser.article,
    Kind.SIGNATURE: OfficialParser.signature,
    Kind.RULE: OfficialParser.rule,
    Kind.CODE: OfficialParser.code,
    Kind.HTML: OfficialParser.html,
    Kind.TABLE: OfficialParser.table,
    Kind.LIST: OfficialParser.bullets,
    Kind.QUOTE: OfficialParser.quote,
    Kind.BOX: OfficialParser.box,
    Kind.REFERENCE: OfficialParser.reference,
    Kind.TERMS: OfficialParser.terms,
    Kind.FOOTNOTE: OfficialParser.footnote,
    Kind.TOO_DEEP: OfficialParser.too_deep,
}
