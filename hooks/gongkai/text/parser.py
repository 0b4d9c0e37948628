"""Blocks → the tree of a page, and the Python-Markdown around it.

Python-Markdown still makes the footnotes (their numbers, the list at the end, the ways back) and lays out
and writes the tree; blocks, words and tables are read here, where a sign is text unless it is surely a mark.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Comment, Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions.footnotes import NBSP_PLACEHOLDER, FootnoteExtension, FootnoteInlineProcessor
from markdown.postprocessors import AndSubstitutePostprocessor
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor
from markdown.util import Registry, code_escape

from gongkai.text import markup, tables, targets
from gongkai.text.blocks import ENDS_ARTICLE, Block, Kind
from gongkai.text.cells import ABOVE, HEADS, LEFT, Cell, table
from gongkai.text.merging import NONE, merged
from gongkai.text.names import NOTE, names
from gongkai.text.results import UnsafeText
from gongkai.text.row_labels import label_column
from gongkai.text.scan import scan
from gongkai.text.writer import Writer, add, escaped

_TABLE_WORD = re.compile(r"^表\s?[：:]\s*")
_BOX_TITLES = {"tip": "提示", "warning": "注意", "danger": "警告", "info": "说明", "important": "重要"}


class OfficialParser(BlockParser):
    """Builds the tree from scanned blocks."""

    md: OfficialMarkdown

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
        self.root = Element(self.md.doc_tag)
        blocks = scan("\n".join(lines))
        found = names(blocks)
        self.writer = Writer(found, self.md.note)
        self.noted: list[Element] = []
        if self.md.notes:
            for name, text in found.notes.items():
                self.md.notes.setFootnote(name, text)
        self.build(self.root, blocks)
        return ElementTree(self.root)

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """The words of a footnote, as they are: Python-Markdown adds the way back, then they are read."""
        for part in re.split(r"\n{2,}", text):
            paragraph = SubElement(parent, "p")
            paragraph.text = part
            self.noted.append(paragraph)

    def build(self, parent: Element, blocks: list[Block]) -> None:
        """Append the elements of the blocks; an article takes in what follows it."""
        here = parent
        for block in blocks:
            if block.kind in ENDS_ARTICLE or (block.kind is Kind.LIST and block.label):
                here = parent
            if block.kind is Kind.ARTICLE:
                here = SubElement(parent, "section", {"class": "article", "id": block.id})
            _BUILD[block.kind](self, here, block)
            if self.md.tells_lines and parent is self.root and len(here):
                here[-1].attrib.setdefault("data-line", str(block.line))

    def words(self, holder: Element, text: str) -> None:
        """Put the words of a text into an element."""
        self.writer.write(holder, text)

    def paragraph(self, parent: Element, block: Block) -> None:
        self.words(SubElement(parent, "p"), block.text)

    def strong(self, parent: Element, block: Block) -> None:
        self.words(SubElement(SubElement(parent, "p"), "strong"), block.text)

    def heading(self, parent: Element, block: Block) -> None:
        self.words(SubElement(parent, f"h{block.level}", {"id": block.id}), block.text)

    def article(self, parent: Element, block: Block) -> None:
        holder = SubElement(parent, "p")
        SubElement(holder, "strong", {"class": "article-number"}).text = block.label
        if block.text:
            self.words(holder, f"\u3000{block.text}")

    def signature(self, parent: Element, block: Block) -> None:
        self.words(SubElement(parent, "p", {"class": "signature"}), block.text)

    def rule(self, parent: Element, block: Block) -> None:
        SubElement(parent, "hr")

    def code(self, parent: Element, block: Block) -> None:
        SubElement(SubElement(parent, "pre"), "code").text = code_escape(block.text)

    def html(self, parent: Element, block: Block) -> None:
        markup.Fragment(parent).read(block.text)
        self.caption(parent, block)

    def table(self, parent: Element, block: Block) -> None:
        read = table(block)
        holder = SubElement(parent, "table")
        if read.head:
            self.rows(SubElement(holder, "thead"), read.head, "th", read.align, None)
        width = max(map(len, read.head), default=0)
        padded = [row + [Cell("", 0)] * (width - len(row)) for row in read.body]
        self.rows(SubElement(holder, "tbody"), padded, "td", read.align, label_column(read))
        self.caption(parent, block)

    def rows(
        self, part: Element, rows: list[list[Cell]], tag: str, align: list[str | None], headed: int | None
    ) -> None:
        """The rows of the head or the body of a table; ``headed``: each by its cell in this column."""
        joined = merged(rows) if any(cell.text in (ABOVE, LEFT) for row in rows for cell in row) else NONE
        for down, row in enumerate(rows):
            line = SubElement(part, "tr")
            for right, cell in enumerate(row):
                if (down, right) in joined.taken:
                    continue
                heads = None if right else HEADS.match(cell.text)
                element = SubElement(line, "th" if heads or right == headed else tag)
                if right < len(align) and (side := align[right]):
                    element.set("align", side)
                for name, many in zip(
                    ("colspan", "rowspan"), joined.reach.get((down, right), ()), strict=False
                ):
                    if many > 1:
                        element.set(name, str(many))
                self.words(element, cell.text[heads.end() :] if heads else cell.text)

    def caption(self, parent: Element, block: Block) -> None:
        last = parent[-1] if len(parent) else None
        if block.label and last is not None and last.tag == "table" and last.find("caption") is None:
            caption = Element("caption")
            self.words(caption, _TABLE_WORD.sub("", block.label))
            last.insert(0, caption)

    def bullets(self, parent: Element, block: Block) -> None:
        numbered = block.level >= 0
        start = {"start": str(block.level)} if numbered and block.level != 1 else {}
        holder = SubElement(parent, "ol" if numbered else "ul", start)
        for item in block.blocks:
            entry, inner = SubElement(holder, "li"), item.blocks
            texts = sum(part.kind is Kind.PARAGRAPH for part in inner)
            if texts == 1 and inner[0].kind is Kind.PARAGRAPH:
                self.words(entry, inner[0].text)
                inner = inner[1:]
            self.build(entry, inner)

    def quote(self, parent: Element, block: Block) -> None:
        self.build(SubElement(parent, "blockquote"), block.blocks)

    def box(self, parent: Element, block: Block) -> None:
        holder = SubElement(parent, "div", {"class": f"admonition {block.id}"})
        title = SubElement(holder, "p", {"class": "admonition-title"})
        self.words(title, block.label or _BOX_TITLES.get(block.id, "注"))
        self.build(holder, block.blocks)

    def terms(self, parent: Element, block: Block) -> None:
        holder = SubElement(parent, "dl")
        for line in block.text.split("\n"):
            name, text = ("dd", line[2:]) if line.startswith(": ") else ("dt", line)
            self.words(SubElement(holder, name), text)

    def elsewhere(self, parent: Element, block: Block) -> None:
        """A definition: its links show it; a note: Python-Markdown puts it at the end."""

    def too_deep(self, parent: Element, block: Block) -> None:
        raise UnsafeText("列表或引用套得太深")


_BUILD: dict[Kind, Callable[[OfficialParser, Element, Block], None]] = {
    Kind.PARAGRAPH: OfficialParser.paragraph,
    Kind.STRONG: OfficialParser.strong,
    Kind.HEADING: OfficialParser.heading,
    Kind.ARTICLE: OfficialParser.article,
    Kind.TITLE: OfficialParser.heading,
    Kind.SIGNATURE: OfficialParser.signature,
    Kind.ATTACHMENTS: OfficialParser.paragraph,
    Kind.NOTE: OfficialParser.paragraph,
    Kind.IMPRINT: OfficialParser.paragraph,
    Kind.RULE: OfficialParser.rule,
    Kind.CODE: OfficialParser.code,
    Kind.HTML: OfficialParser.html,
    Kind.TABLE: OfficialParser.table,
    Kind.LIST: OfficialParser.bullets,
    Kind.QUOTE: OfficialParser.quote,
    Kind.BOX: OfficialParser.box,
    Kind.REFERENCE: OfficialParser.elsewhere,
    Kind.TERMS: OfficialParser.terms,
    Kind.FOOTNOTE: OfficialParser.elsewhere,
    Kind.TOO_DEEP: OfficialParser.too_deep,
}


class OfficialMarkdown(Markdown):
    """A Markdown whose tree comes from :func:`scan`; ``link`` gives each target its final form."""

    parser: OfficialParser

    def build_parser(self) -> OfficialMarkdown:
        self.preprocessors, self.inlinePatterns = Registry(), Registry()
        self.treeprocessors, self.postprocessors = Registry(), Registry()
        self.parser = OfficialParser(self)
        self.treeprocessors.register(_Notes(self), "notes", 40)
        self.treeprocessors.register(PrettifyTreeprocessor(self), "prettify", 10)
        self.treeprocessors.register(_Finish(self), "official", -5)
        self.postprocessors.register(AndSubstitutePostprocessor(), "amp_substitute", 20)
        self.link: Callable[[str], str] = str
        #: whether each block says on which line of the text it begins
        self.tells_lines = False
        return self

    @property
    def notes(self) -> FootnoteExtension | None:
        """What makes the footnotes; only for texts that have any."""
        return next((each for each in self.registeredExtensions if isinstance(each, FootnoteExtension)), None)

    def note(self, name: str) -> Element:
        """The mark of a footnote in the text."""
        maker = self.inlinePatterns["footnote"]
        assert isinstance(maker, FootnoteInlineProcessor)
        found = NOTE.match(f"[^{name}]")
        element = maker.handleMatch(found, "")[0] if found else None
        assert isinstance(element, Element), "only notes that are defined have marks"
        return element


class _Notes(Treeprocessor):
    """Reads the words of the footnotes; the way back stays behind them."""

    md: OfficialMarkdown

    def run(self, root: Element) -> None:
        for paragraph in self.md.parser.noted:
            text, back = paragraph.text or "", list(paragraph)
            paragraph.text = None
            for each in back:
                paragraph.remove(each)
            self.md.parser.words(paragraph, text.removesuffix(NBSP_PLACEHOLDER))
            if back:
                add(paragraph, NBSP_PLACEHOLDER)
                paragraph.extend(back)


class _Finish(Treeprocessor):
    """When the tree is built: links, tables, the holes for interpretations."""

    md: OfficialMarkdown

    def run(self, root: Element) -> None:
        self.links(root)
        tables.finish(root)
        for section in root.iter("section"):
            section.append(Comment(f"notes:{section.get('id')}"))

    def links(self, root: Element) -> None:
        """Give every target in the tree to ``md.link``; footnotes link to themselves."""
        for tag, name in (("a", "href"), ("img", "src")):
            for element in root.iter(tag):
                written = element.get(name)
                if written is None or element.get("class", "").startswith("footnote-"):
                    continue
                value = html.unescape(written)
                targets.refuse(value, image=tag == "img")
                element.set(name, escaped(self.md.link(value)))
