"""A translated record: its text in English, and what the Chinese record says of it today."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from gongkai.column.register import Standing
from gongkai.column.register.english import changed_since, original_of, translations
from gongkai.records.base import ContentRecord
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.translation import Translation
from gongkai.render.bodies import fill_notes
from gongkai.render.frame.interface import english_date, unit_name
from gongkai.render.frame.language import ENGLISH
from gongkai.render.records.views import common
from gongkai.render.records.views.contact import for_disclosure
from gongkai.render.records.views.page import GUIDE, PageView, forms_of, procedures_of
from gongkai.text import plain_text

if TYPE_CHECKING:
    import datetime as dt

    from gongkai.render.site import Site

Row = tuple[str, Markup]
#: what the conversion of a text says by itself: names of tables, titles of boxes, ways back from notes
_ADDED = re.compile(
    r'(?<=aria-label=")表格：?|(?<=title=")回到正文的注释|(?<=class="admonition-title">)[一-龥]+(?=<)'
)


@dataclass
class TranslationView(common.RecordView):
    """What a translation shows beside the parts that every record has."""

    #: the Chinese record; None only while its file is being mended
    original: ContentRecord | None = None
    standing: Standing | None = None
    #: the last day on which the original changed after the translation
    changed_on: dt.date | None = None


def shared(site: Site, record: ContentRecord) -> common.RecordView:
    """The parts of any English page; it has no neighbours in a Chinese list."""
    say = site.words[ENGLISH]
    html = _ADDED.sub(lambda found: say(found[0]), site.body(record, record.url))
    return common.RecordView(
        crumbs=[*site.crumbs(record.url), (record.name, None)],
        body=Markup(fill_notes(html, {})),
        modified=record.last_change(site.register.today),
        updates=[note for note in record.updates if note.date <= site.register.today],
        units=[],
        attachments=common.attachments(site, record),
        feeds=site.feed_links(record.url, ["en"]),
        previous=None,
        next=None,
        plain=plain_text(html),
    )


def written(site: Site, record: EnglishPage) -> PageView:
    """A hand-written page with the procedures and forms of the Chinese page it stands for, in English."""
    base = shared(site, record)
    made = PageView(**{each.name: getattr(base, each.name) for each in fields(base)})
    original = original_of(site.register, record)
    if original:
        made.forms = tuple(forms_of(site, original.slug, record.url))
        made.procedures = tuple(procedures_of(site, original.slug, "en"))
        made.phones = tuple(for_disclosure(site)) if original.slug == GUIDE else ()
    return made


def view(site: Site, record: Translation) -> TranslationView:
    """The whole page; 状态, units and dates are the original's."""
    base = shared(site, record)
    made = TranslationView(**{each.name: getattr(base, each.name) for each in fields(base)})
    listed = (site.words[ENGLISH]("英文译文"), site.link(record.url, "en/records/"))
    made.crumbs = [*site.crumbs(record.url), listed, (record.name, None)]
    made.original = original_of(site.register, record)
    changes = changed_since(site.register, record)
    made.changed_on = changes[-1][0] if changes else None
    made.mentions = site.register.mentions(record)
    if made.original:
        made.units = site.register.units_of(made.original)
        made.metadata = _metadata(site, record, made.original)
    if isinstance(made.original, Policy):
        made.standing = site.register.standing(made.original)
    return made


def _metadata(site: Site, record: Translation, original: ContentRecord) -> list[Row]:
    """Facts of the original in English, its own page first."""
    rows = [("Chinese text", common.link(site.link(record.url, original), original.name))]
    rows.append(("Type", Markup(escape(site.words[ENGLISH](original.LABEL)))))
    if isinstance(original, Policy):
        rows.extend(_policy(site, original))
    units = [unit_name(unit, ENGLISH) for unit in site.register.units_of(original)]
    if units:
        rows.append(("Issued by", Markup(escape("; ".join(units)))))
    if isinstance(original, Policy):
        rows.append(("Adopted", _day(original.made_on)))
    rows.append(("Published in Chinese", _day(original.published)))
    if isinstance(original, Interpretation):
        explained = [_best(site, record.url, policy) for policy in site.register.policies_of(original)]
        rows.append(("Explains", common.joined(explained, "; ")))
    else:
        rows.extend(_explained(site, record, original))
    by = f", by {record.translator}" if record.translator else ""
    rows.append(("Translated", Markup("{}{}").format(_day(record.translated_on), by)))
    return rows


def _policy(site: Site, policy: Policy) -> list[Row]:
    status = site.register.standing(policy).status
    rows = [("Status", Markup(escape(site.words[ENGLISH](status.value))))]
    if policy.number:
        rows.append(("Document number", Markup(escape(policy.number))))
    if policy.effective_on:
        rows.append(("In force from", _day(policy.effective_on)))
    if policy.expires_on:
        rows.append(("Valid until", _day(policy.expires_on)))
    return rows


def _explained(site: Site, record: Translation, original: ContentRecord) -> list[Row]:
    """The interpretations of a policy, the translated ones in English."""
    if not isinstance(original, Policy):
        return []
    found = [_best(site, record.url, each) for each in site.register.interpretations_of(original)]
    return [("Explained in", common.joined(found, "; "))] if found else []


def _best(site: Site, url: str, record: ContentRecord) -> Markup:
    """A link to a record's translation where there is one, else to the record."""
    other = translations(site.register).get(record.id)
    shown: ContentRecord = other or record
    return common.link(site.link(url, shown), shown.name)


def _day(value: dt.date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), english_date(value))
