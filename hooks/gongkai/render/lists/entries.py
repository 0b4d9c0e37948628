"""One row of a list: what readers see of a record before they open it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gongkai.records.base import ContentRecord
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.render.frame.templates import filesize

if TYPE_CHECKING:
    from gongkai.render.site import Site


@dataclass
class Entry:
    """``chips`` are (kind, words), ``facts`` short texts, ``links`` (words, link)."""

    record: ContentRecord
    href: str
    title: str
    chips: list[tuple[str, str]] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def entry(site: Site, record: ContentRecord, url: str) -> Entry:
    """A record as a row of a list on the page at ``url``."""
    row = Entry(record, site.link(url, record), record.name)
    state = site.register.state(record)
    if state:
        row.chips.append((state.slug, state.value))
    units = "、".join(unit.label for unit in site.register.units_of(record))
    if isinstance(record, Policy):
        _policy(site, record, row, url)
    elif isinstance(record, Meeting):
        _meeting(site, record, row)
    else:
        if isinstance(record, Interpretation):
            row.links = [
                (policy.title, site.link(url, policy)) for policy in site.register.policies_of(record)
            ]
        row.facts = [fact for fact in (*record.facts, units, record.published.isoformat()) if fact]
    if record.example:
        row.chips.append(("example", "示例"))
    return row


def _policy(site: Site, record: Policy, row: Entry, url: str) -> None:
    found = site.register.interpretations_of(record)
    if record.interpretation_due and not found:
        due = record.interpretation_due
        row.chips.append(("due", f"解读将于{due.month}月{due.day}日前公布"))
    issuers = "、".join(record.issuers)
    how = record.disclosure.value if record.closed else None
    row.facts = [fact for fact in (how, record.number, issuers, record.published.isoformat()) if fact]
    if found:
        row.links.append(("政策解读", site.link(url, found[0])))
    questions = sum(len(each.questions) for each in found)
    if questions:
        row.links.append((f"问答（{questions}条）", site.link(url, record.url + "#wen-1")))
    for each in record.attachments[:1]:
        known = site.register.files.get(each.file)
        kind = each.file.rsplit(".", 1)[-1].upper()
        size = f"（{filesize(known.size)}）" if known else ""
        row.links.append((f"下载 {kind}{size}", site.link(url, each.file)))


def _meeting(site: Site, record: Meeting, row: Entry) -> None:
    when = " ".join(filter(None, (record.date.isoformat(), record.time)))
    topics = sum(topic.open for topic in record.agenda)
    row.facts = [record.kind.value, when, f"公开议题{topics}项"]
    if record.date >= site.register.today:
        row.facts.append("可报名列席" if record.how_to_attend else "尚未召开")
