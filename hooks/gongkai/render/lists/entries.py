"""One row of a list: what readers see of a record before they open it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.passing import Stage, stages
from gongkai.common.said_days import clock, cn_date, weekday
from gongkai.records.base import ContentRecord
from gongkai.records.fields.benefit import Benefit
from gongkai.records.types.contact import Contact
from gongkai.records.types.event import Event
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.render.facts import Facts
from gongkai.render.frame.templates import filesize
from gongkai.render.frame.ways import Door, doors
from gongkai.render.site import Site

Links = list[tuple[str, str]]
#: what happened on the day a record is known by, where it is not 发布
_TOLD: dict[type[ContentRecord], str] = {Contact: "核验", Event: "预告"}


@dataclass(frozen=True)
class Entry:
    """``chips``: (kind, words) beside that of its state; ``facts``: short texts; ``links``: (words, link)."""

    record: ContentRecord
    href: str
    title: str
    chips: list[tuple[str, str]]
    facts: list[str]
    links: Links
    #: its state today and on days ahead
    stages: tuple[Stage, ...] = ()
    #: whom to ask about what a policy gives to business
    asking: tuple[Door, ...] = ()
    #: how it is applied for
    applying: tuple[Door, ...] = ()

    @property
    def benefit(self) -> Benefit | None:
        """What a policy gives to business."""
        return self.record.benefit if isinstance(self.record, Policy) else None


def entry(site: Site, record: ContentRecord, url: str) -> Entry:
    """A record as a row of a list on the page at ``url``."""
    return Entry(
        record,
        site.links.href(url, record),
        record.name,
        list(notes(site.facts, record)),
        facts_of(site.facts, record),
        list(_links(site, record, url)),
        stages(site.facts.register, record),
        *_benefit_doors(site.facts, record),
    )


def _benefit_doors(facts: Facts, record: ContentRecord) -> Iterator[tuple[Door, ...]]:
    """Whom to ask, then how to apply."""
    benefit = record.benefit if isinstance(record, Policy) else None
    for ways in (benefit.contact, benefit.how) if benefit else ():
        yield tuple(doors(facts, record, ways))


def chips(facts: Facts, record: ContentRecord) -> Iterator[tuple[str, str]]:
    """(kind, words) of what a record's row says first: where it stands today, what is still to come."""
    if state := facts.register.state(record):
        yield state.slug, state.value
    yield from notes(facts, record)


def notes(facts: Facts, record: ContentRecord) -> Iterator[tuple[str, str]]:
    """(kind, words) of what it says beside its state."""
    due = record.interpretation_due if isinstance(record, Policy) else None
    if due and isinstance(record, Policy) and not facts.register.interpretations_of(record):
        yield "due", f"解读将于{due.month}月{due.day}日前公布"
    # in a demonstration every page says it once
    if record.example and not facts.register.column.demo:
        yield "example", "示例"


def facts_of(facts: Facts, record: ContentRecord) -> list[str]:
    """What a record's row says beside its title and state."""
    return [fact for fact in _facts(facts, record) if fact]


def _facts(facts: Facts, record: ContentRecord) -> Iterator[str | None]:
    if isinstance(record, Meeting):
        yield from _meeting(facts, record)
        return
    if isinstance(record, Policy):
        yield record.disclosure.value if record.closed else None
        yield record.number
        yield "、".join(record.issuers)
    else:
        yield from record.facts
        yield "、".join(unit.label for unit in facts.register.units_of(record))
    yield f"{cn_date(record.published)}{_TOLD.get(type(record), '发布')}"


def _meeting(facts: Facts, record: Meeting) -> Iterator[str]:
    yield record.kind.value
    yield f"{weekday(record.date)}{clock(record.time or '')}"
    yield f"公开议题{sum(topic.open for topic in record.agenda)}项"
    if record.registering(facts.register.today):
        last = record.register_by or record.date - dt.timedelta(days=1)
        yield f"报名到{weekday(last)}止"


def _links(site: Site, record: ContentRecord, url: str) -> Iterator[tuple[str, str]]:
    if isinstance(record, Interpretation):
        for policy in site.facts.register.policies_of(record):
            yield policy.title, site.links.href(url, policy)
    if not isinstance(record, Policy):
        return
    found = site.facts.register.interpretations_of(record)
    if found:
        yield "政策解读", site.links.href(url, found[0])
    questions = sum(len(each.questions) for each in found)
    if questions:
        yield f"问答（{questions}条）", site.links.href(url, record.url + "#wen-1")
    for each in record.attachments[:1]:
        known = site.facts.register.files.get(each.file)
        kind = each.file.rsplit(".", 1)[-1].upper()
        size = f"（{filesize(known.size)}）" if known else ""
        yield f"下载 {kind}{size}", site.links.href(url, each.file)
