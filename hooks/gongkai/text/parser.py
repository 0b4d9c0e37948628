"""Python-Markdown for official documents: our own blocks, its inline syntax, tables and footnotes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree.ElementTree import Comment, Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import EmptyBlockProcessor, ParagraphProcessor
from markdown.inlinepatterns import HTML_RE, HtmlInlineProcessor, build_inlinepatterns
from markdown.postprocessors import build_postprocessors
from markdown.treeprocessors import Treeprocessor, build_treeprocessors
from markdown.util import AMP_SUBSTITUTE, AtomicString, Registry, code_escape

from gongkai.text import markup, tables, targets
from gongkai.text.blocks import Block, Kind, definition
from gongkai.text.results import UnsafeText
from gongkai.text.scan import scan

_HAN = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d…—"
_JOIN = re.compile(rf"(?<=[{_HAN}])([*_)]{{0,3}})\n(?=[*_\[（(]{{0,3}}[{_HAN}0-9])|(?<=[0-9])\n(?=[{_HAN}])")
_BLANK = re.compile(r"_{3,}")
_TABLE_WORD = re.compile(r"^表\s?[：:]\s*")
_MARKS = re.compile(r"[\\`*_\[\]!<>&~^=+@$:{}\n'\"-]")
_MAIL = r"<(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
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

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802
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
        if found := definition(block.text):
            self.md.references.setdefault(found.name.strip().lower(), (found.target, found.title))

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


class OfficialMarkdown(Markdown):
    """A Markdown whose blocks come from :func:`scan`; ``link`` gives each target its final form."""

    def build_parser(self) -> OfficialMarkdown:
        self.preprocessors = Registry()
        self.parser = OfficialParser(self)
        self.inlinePatterns = build_inlinepatterns(self)
        self.inlinePatterns.register(_AllowedTag(HTML_RE, self), "html", 90)
        self.inlinePatterns.register(_Mail(_MAIL, self), "automail", 110)
        self.treeprocessors = build_treeprocessors(self)
        self.treeprocessors.register(_Finish(self), "official", -5)
        self.postprocessors = build_postprocessors(self)
        self.link: Callable[[str], str] = str
        return self


class _Inline(HtmlInlineProcessor):
    """A pattern inside a sentence, whose whole match becomes what ``made`` gives."""

    md: OfficialMarkdown

    def made(self, m: re.Match[str]) -> Element | str:
        """What the match becomes; each pattern says its own."""
        raise NotImplementedError

    def handleMatch(self, m: re.Match[str], data: str = "") -> Any:  # noqa: N802
        # Any, because the two bases of Python-Markdown do not agree on what this gives
        return self.made(m), m.start(0), m.end(0)


class _AllowedTag(_Inline):
    """A tag: allowed ones pass, their link rewritten."""

    def made(self, m: re.Match[str]) -> str:
        tag = self.backslash_unescape(self.unescape(m.group(1)))
        name, closing = markup.tag_name(tag)
        written = [] if closing else markup.attributes(tag)
        markup.refuse_tag(name, written)
        shown = "".join(f' {key}="{self.value(key, value)}"' for key, value in written)
        return self.md.htmlStash.store(f"<{'/' if closing else ''}{name}{shown}>")

    def value(self, name: str, written: str) -> str:
        """The value of an attribute, that of a target rewritten."""
        value = html.unescape(written)
        if name in ("href", "src"):
            targets.refuse(value, image=name == "src")
            value = self.md.link(value)
        return html.escape(value)


class _Mail(_Inline):
    """``<name@example.cn>`` as a plain mailto link."""

    def made(self, m: re.Match[str]) -> Element:
        link = Element("a", {"href": f"mailto:{m.group(1)}"})
        link.text = AtomicString(m.group(1))
        return link


class _Finish(Treeprocessor):
    """After the inline syntax: links, tables, the holes for interpretations."""

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
                element.set(name, self.md.link(value).replace("&", f"{AMP_SUBSTITUTE}amp;"))
