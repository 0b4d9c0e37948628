"""What is handed to the functions that make pages."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from gongkai.column.amendments import amended
from gongkai.column.look import OURS, Look
from gongkai.column.versions import version_today
from gongkai.common.kept import Kept
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.render.bodies import Bodies, FullText, fill_notes
from gongkai.render.facts import Facts
from gongkai.render.frame.links import Crumbs, Links
from gongkai.render.frame.templates import Templates
from gongkai.text import Converter

__all__ = ["Crumbs", "Site", "full_text"]


@dataclass(frozen=True)
class Site:
    """What there is to tell, how pages lead to each other, what they are written with, and records' texts."""

    facts: Facts
    links: Links
    templates: Templates
    bodies: Bodies

    @classmethod
    def of(
        cls,
        facts: Facts,
        overrides: Path,
        look: Look = OURS,
        kept: Kept | None = None,
        *,
        lines: bool = False,
    ) -> Site:
        """The column of these facts, with what is below ``overrides`` and the look of its own.

        ``kept``: what an earlier build kept of its pages; ``lines``: blocks of texts say their lines
        (for who writes; nothing of it is kept).
        """
        register = facts.register
        links = Links(register, facts.made.feeds)
        bodies = Bodies(Converter(lines=lines), register, (*register.all, *register.english), links, kept)
        return cls(facts, links, Templates(overrides, facts, links, look, kept), bodies)


def full_text(site: Site, record: ContentRecord) -> str:
    """The text of a record with absolute links, for feeds."""
    root = site.facts.register.column.root
    converted = site.bodies.convert(record, lambda address: root + address)
    body = Markup(fill_notes(converted.html, {}))
    return site.templates.text(FullText(record, body, _amended_from(site, record)), record.url)


def _amended_from(site: Site, record: ContentRecord) -> dt.date | None:
    register = site.facts.register
    if not isinstance(record, Policy) or not amended(register, record):
        return None
    now = version_today(register, record)
    return now.begins if now.by else None
