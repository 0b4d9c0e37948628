"""Titles and metadata of pages, with the column's own identity put in."""

from __future__ import annotations

from markupsafe import escape

from gongkai.column.answers import Answer
from gongkai.records.base import ContentRecord
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Links
from gongkai.render.machine.answers import answer_json_ld
from gongkai.render.machine.metadata import FeedLinks, Listing, head, meta, twin


def title_of(links: Links, title: str, *, alone: bool = False, url: str = "") -> str:
    """The text of <title>, most particular first, as HTML; in the language of the page at ``url``."""
    column = links.column_for(url)
    return str(escape(title if alone else f"{title} - {column.name} - {column.portal}"))


def list_head(facts: Facts, url: str, title: str, feeds: list[FeedLinks], *, description: str) -> str:
    """Metadata of a list page."""
    keywords = (facts.register.column.name, title)
    listing = Listing(title, description, keywords, title)
    return head(facts.register, url, listing=listing, feeds=feeds)


def record_head(facts: Facts, record: ContentRecord, feeds: list[FeedLinks]) -> str:
    """Metadata of a record's page."""
    texts = facts.made.texts.get(record.id, ())
    return head(facts.register, record.url, record=record, feeds=feeds, texts=texts)


def version_head(facts: Facts, record: ContentRecord, url: str, description: str) -> str:
    """Metadata of a page with a version of a record's text: the record's page stands for it."""
    return part_head(facts, url, description, record.url)


def part_head(facts: Facts, url: str, description: str, canonical: str | None = None) -> str:
    """Metadata of a page below that of a record; ``canonical``: the one that stands for it, if another."""
    described = "\n".join(meta("description", description))
    return f"{described}\n{head(facts.register, url, canonical=canonical)}"


def answer_head(facts: Facts, answer: Answer, feeds: list[FeedLinks]) -> str:
    """Metadata of an answer's page; of two in the same words the one in the lists stands for both."""
    register, asked = facts.register, answer.asked
    lines = [
        *meta("ArticleTitle", asked.question),
        *meta("PubDate", f"{asked.day.isoformat()} 00:00"),
        *meta("ContentSource", "、".join(unit.name for unit in answer.units) or register.column.organiser),
        *meta("Keywords", ",".join(asked.record.keywords)),
        *meta("Description", asked.answer),
        *meta("Url", register.column.root + answer.url),
        head(register, answer.url, feeds=feeds, canonical=answer.canonical),
        *twin(register),
        f'<script type="application/ld+json">{answer_json_ld(answer, register)}</script>',
    ]
    return "\n".join(lines)
