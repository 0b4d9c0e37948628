"""Markdown text → HTML of a page, with its links made relative and notes beside the articles."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from gongkai.column.citations import meant
from gongkai.column.register import Register
from gongkai.common.kept import Kept
from gongkai.common.problems import BODY, ContentError, Problem
from gongkai.records.base import ContentRecord
from gongkai.render.asked_texts import Answers, AskedTexts
from gongkai.render.citing import Shown, cited
from gongkai.render.frame.links import Links
from gongkai.render.view import View
from gongkai.text import Converted, Converter, UnsafeText
from gongkai.text.document import document
from gongkai.text.facts import Named

_HOLE = re.compile(r"<!--notes:([a-z0-9-]+)-->")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True)
class FullText(View):
    """A record for those who read it elsewhere; links in ``body`` are absolute.

    ``amended``: from when its text reads otherwise than it was published, as the page shows it.
    """

    TEMPLATE = "full-text.html"

    record: ContentRecord
    body: Markup
    amended: dt.date | None


class Bodies:
    """Converts the text of records; one Markdown instance is reused."""

    def __init__(
        self,
        converter: Converter,
        register: Register,
        records: Iterable[ContentRecord],
        links: Links,
        kept: Kept | None = None,
    ) -> None:
        """``kept``: what an earlier build kept of its texts."""
        self._register = register
        self._converter = converter
        self._links = links
        self.by_path = {record.source.path: record for record in records}
        self.asked = AskedTexts(kept or Kept())

    def asking(self, register: Register, links: Links, stand_in: Callable[[Any], Any]) -> Bodies:
        """The same texts, which ask a stand-in of the column."""
        other = copy(self)
        other._register, other._links, other.by_path = register, links, stand_in(self.by_path)
        return other

    def html(self, record: ContentRecord, url: str, body: str | None = None) -> str:
        """The text of a record for the page at ``url``, with a hole for notes after each article.

        ``body``: another version of its text.
        """
        text = record.body if body is None else body
        link = partial(self._link, url)
        answers = self._answers(record, link)
        words = (text, record.name, record.LANGUAGE, url, self._links.column_path)

        def make() -> str:
            whole = record.document if body is None else document(body, record.name)
            made = self._converted(record, text, answers)
            return cited(made.html, Shown(record, whole, url), answers.mean, link)

        return self.asked.html(words, answers, make)

    def _link(self, url: str, address: str) -> str:
        """From the page at ``url``; to a part of the page itself by its name alone."""
        page, mark, part = address.partition("#")
        return mark + part if mark and page == url else self._links.href(url, address)

    def convert(self, record: ContentRecord, link: Callable[[str], str]) -> Converted:
        """The record's text as HTML; ``link`` turns an address below the root into a link."""
        answers = self._answers(record, link)
        made = self._converted(record, record.body, answers)
        shown = Shown(record, record.document, record.url)
        return replace(made, html=cited(made.html, shown, answers.mean, link))

    def _answers(self, record: ContentRecord, link: Callable[[str], str]) -> Answers:
        def mean(name: Named) -> str:
            found = meant(self._register, record, name)
            return found.url if found else ""

        return Answers(lambda target: self._resolve(record, target, link), mean)

    def _converted(self, record: ContentRecord, text: str, answers: Answers) -> Converted:
        try:
            return self._converter.convert(text, link=answers.lead)
        except UnsafeText as unsafe:
            raise ContentError([_refused(record, str(unsafe))]) from None

    def _resolve(self, record: ContentRecord, target: str, link: Callable[[str], str]) -> str:
        """A link as written, relative to the record's file, to the link readers follow."""
        if not target or target.startswith("#") or _OUTSIDE.match(target):
            return target
        path, mark, fragment = target.partition("#")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(record.source.path), path))
        other = self.by_path.get(file)
        if other is None and file.endswith(".md"):
            # withdrawn, or the check would have told: its address says since when and why, whatever the part
            return link(file.removeprefix("content/").removeprefix("pages/").removesuffix(".md") + "/")
        address = other.url if other else file.removeprefix("content/") + ("/" if path.endswith("/") else "")
        return link(address + mark + fragment)


def fill_notes(html: str, notes: Mapping[str, str]) -> str:
    """Put the notes of each article into its hole; holes without notes close."""
    return _HOLE.sub(lambda hole: notes.get(hole.group(1), ""), html)


def _refused(record: ContentRecord, why: str) -> Problem:
    """A text that passed the rules and is unsafe all the same: refused, not published."""
    return Problem(
        rule="unsafe-text",
        name="正文须安全",
        path=record.source.path,
        at=(BODY, 0),
        message=why,
        fix="删去正文里的网页代码，只用 Markdown",
        basis="正文转换后再与安全清单核对，两者不同就不发布",
    )
