"""How long a record is kept, among the details of its page."""

from __future__ import annotations

from markupsafe import Markup, escape

from gongkai.column.register.retention import Terms, rule_of
from gongkai.records.base import ContentRecord
from gongkai.records.types.retention import RetentionRule
from gongkai.render.facts import Facts
from gongkai.render.site import Site

#: the page that tells of all periods
URL = "retention/"


def detail(site: Site, record: ContentRecord) -> list[tuple[str, Markup]]:
    """(label, value) for the details of a record's page; nothing where its period is not settled."""
    rule = rule_of(site.facts.register, record) if terms_of(site.facts) else None
    if rule is None:
        return []
    link = Markup('<a href="{}">{}</a>（{}）')
    return [("保管期限", link.format(site.links.href(record.url, URL), rule.keeping, escape(rule.title)))]


def terms_of(facts: Facts) -> Terms | None:
    """When records are filed, where the column has a table of periods."""
    return facts.law.retention if facts.register.everything(RetentionRule) else None
