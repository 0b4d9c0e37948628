"""A translated record: its text in English, and what the Chinese record says of it today."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from gongkai.column.register.english import changed_since, original_of, translations
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.translation import Translation
from gongkai.render.contents import laid_out
from gongkai.render.frame.english_ways import english_act
from gongkai.render.frame.interface_words import english_date, unit_name
from gongkai.render.frame.language import ENGLISH
from gongkai.render.records.views import common
from gongkai.render.records.views.contact import for_disclosure
from gongkai.render.records.views.page import ASKING, CALL, PageView, forms_of, procedures_of
from gongkai.render.records.views.phases import Phase, phases
from gongkai.render.site import Site
from gongkai.text import plain_text

Row = tuple[str, Markup]
#: what the conversion of a text says by itself: names of tables, titles of boxes, ways back from notes
_ADDED = re.compile(
    r'(?<=aria-label=")表格：?|(?<=title=")回到正文的注释|(?<=class="admonition-title">)[一-龥]+(?=<)'
)


@dataclass(frozen=True, kw_only=True)
class TranslationView(common.RecordView):
    """What a translation shows beside the parts that every record has."""

    record: Translation
    #: the Chinese record; None only while its file is being mended
    original: ContentRecord | None
    #: the last day on which the original changed after the translation
    changed_on: dt.date | None
    #: the original, where people are asked by it
    consultation: Consultation | None
    #: the last day for the answer that is still to come
    due: dt.date | None

    @property
    def written(self) -> bool:
        """Whether amendments are written into the text: a translation is of the text as it was."""
        return False


def shared(site: Site, record: ContentRecord) -> common.Shared:
    """The parts of any English page; it has no neighbours in a Chinese list."""
    say = site.templates.words[ENGLISH]
    html = _ADDED.sub(lambda found: say(found[0]), site.bodies.html(record, record.url))
    return common.Shared(
        crumbs=[*site.links.crumbs(record.url), (record.name, None)],
        body=laid_out(html, {}),
        modified=site.facts.register.last_change(record),
        updates=[note for note in record.updates if note.date <= site.facts.register.today],
        units=[],
        attachments=common.attachments(site, record),
        feeds=site.links.feed_links(record.url, ["en"]),
        previous=None,
        next=None,
        mentions=[],
        gathered=[],
        moves=[],
        moves_ahead=[],
        pushes=record.pushed_on(site.facts.register.today),
        plain=plain_text(html),
        places=[],
        metadata=[],
        phases=[Phase(None, None)],
    )


def written(site: Site, record: EnglishPage) -> PageView:
    """A hand-written page with the procedures and forms of the Chinese page it stands for, in English."""
    original = original_of(site.facts.register, record)
    base = shared(site, record)
    found = english_act(site.facts, original, site.templates.words[ENGLISH]) if original else None
    base["phases"] = [Phase(None, None, found)]
    return PageView(
        **base,
        record=record,
        forms=forms_of(site, original.slug, record.url) if original else [],
        procedures=procedures_of(site.facts, original.slug, "en") if original else [],
        phones=for_disclosure(site.facts) if original and original.slug in ASKING else [],
        call=site.templates.words[ENGLISH](CALL),
        language="en",
    )


def translated(site: Site, record: Translation) -> TranslationView:
    """The whole page; 状态, units and dates are the original's."""
    base = shared(site, record)
    listed = (site.templates.words[ENGLISH]("英文译文"), site.links.href(record.url, "en/records/"))
    base["crumbs"] = [*site.links.crumbs(record.url), listed, (record.name, None)]
    base["mentions"] = site.facts.register.mentions(record)
    original = original_of(site.facts.register, record)
    if original:
        base["units"] = site.facts.register.units_of(original)
        base["metadata"] = _metadata(site, record, original)
        say = site.templates.words[ENGLISH]
        base["phases"] = phases(
            site.facts, original, lambda stage: english_act(site.facts, original, say, still=stage.open)
        )
    changes = changed_since(site.facts.register, record)
    return TranslationView(
        **base,
        record=record,
        original=original,
        changed_on=changes[-1][0] if changes else None,
        consultation=original if isinstance(original, Consultation) else None,
        due=site.facts.register.awaited.get(original.id) if original else None,
    )


def _metadata(site: Site, record: Translation, original: ContentRecord) -> list[Row]:
    """Facts of the original in English, its own page first."""
    rows = [("Chinese text", common.link(site.links.href(record.url, original), original.name))]
    rows.append(("Type", Markup(escape(site.templates.words[ENGLISH](original.LABEL)))))
    if isinstance(original, Policy):
        rows.extend(_policy(site, original))
    units = [unit_name(unit, ENGLISH) for unit in site.facts.register.units_of(original)]
    if units:
        rows.append(("Issued by", Markup(escape("; ".join(units)))))
    if isinstance(original, Policy):
        rows.append(("Adopted", _day(original.made_on)))
    rows.append(("Published in Chinese", _day(original.published)))
    if isinstance(original, Interpretation):
        explained = [_best(site, record.url, policy) for policy in site.facts.register.policies_of(original)]
        rows.append(("Explains", common.joined(explained, "; ")))
    else:
        rows.extend(_explained(site, record, original))
    by = f", by {record.translator}" if record.translator else ""
    rows.append(("Translated", Markup("{}{}").format(_day(record.translated_on), by)))
    return rows


def _policy(site: Site, policy: Policy) -> list[Row]:
    status = site.facts.register.standing(policy).status
    rows = [("Status", Markup(escape(site.templates.words[ENGLISH](status.value))))]
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
    found = [_best(site, record.url, each) for each in site.facts.register.interpretations_of(original)]
    return [("Explained in", common.joined(found, "; "))] if found else []


def _best(site: Site, url: str, record: ContentRecord) -> Markup:
    """A link to a record's translation where there is one, else to the record."""
    other = translations(site.facts.register).get(record.id)
    shown: ContentRecord = other or record
    return common.link(site.links.href(url, shown), shown.name)


def _day(value: dt.date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), english_date(value))
