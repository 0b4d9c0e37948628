"""Python-Markdown for official documents: our own blocks, its inline syntax."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    HTML_RE,
    AutomailInlineProcessor,
    HtmlInlineProcessor,
    build_inlinepatterns,
)
from markdown.postprocessors import build_postprocessors
from markdown.treeprocessors import Treeprocessor, build_treeprocessors
from markdown.util import AtomicString, Registry

from gongkai.text import finish, markup, tables
from gongkai.text.parser import OfficialParser

_MAIL = r"<(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"


class OfficialMarkdown(Markdown):
    """A Markdown whose blocks come from :func:`scan`."""

    def build_parser(self) -> OfficialMarkdown:
        self.preprocessors = Registry()
        self.parser = OfficialParser(self)
        self.inlinePatterns = build_inlinepatterns(self)
        self.inlinePatterns.register(AllowedTag(HTML_RE, self), "html", 90)
        self.inlinePatterns.register(Mail(_MAIL, self), "automail", 110)
        self.treeprocessors = build_treeprocessors(self)
        self.treeprocessors.register(Finish(self), "official", -5)
        self.postprocessors = build_postprocessors(self)
        self.link: Callable[[str], str] = str
        return self


class AllowedTag(HtmlInlineProcessor):
    """A tag inside a sentence: allowed ones pass, their link rewritten."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802
        tag = self.backslash_unescape(self.unescape(m.group(1)))
        name, closing = markup.tag_name(tag)
        written = [] if closing else markup.attributes(tag)
        markup.refuse_tag(name, written)
        md = self.md
        shown = "".join(f' {key}="{finish.target(md, key, value)}"' for key, value in written)
        return md.htmlStash.store(f"<{'/' if closing else ''}{name}{shown}>"), m.start(0), m.end(0)


class Mail(AutomailInlineProcessor):
    """``<name@example.cn>`` as a plain mailto link."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
        link = Element("a", {"href": f"mailto:{m.group(1)}"})
        link.text = AtomicString(m.group(1))
        return link, m.start(0), m.end(0)


class Finish(Treeprocessor):
    """After the inline syntax: links, tables, the holes for interpretations."""

    def run(self, root: Element) -> None:
        finish.links(root, self.md)
        tables.finish(root)
        finish.holes(root)
