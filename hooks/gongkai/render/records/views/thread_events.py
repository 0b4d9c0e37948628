"""What is said of each station of a matter, on the page of any of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from gongkai.column import drafts
from gongkai.column.matters import Matter, Topic, others
from gongkai.column.steps import steps
from gongkai.common.said_days import cn_date
from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.participation import StepState
from gongkai.render.records.views import common
from gongkai.render.records.views.thread_gaps import STAGES
from gongkai.render.site import Site

#: types that have a stage: a page need not list them a second time
TYPES = frozenset(name for types in STAGES.values() for name in types if name != "policy")


@dataclass(frozen=True)
class Event:
    """Something that happened, or is still ``ahead``, on a day; ``here``: on the page it is shown on."""

    date: dt.date
    words: Markup
    here: bool = False
    ahead: bool = False


@dataclass(frozen=True)
class Page:
    """The page a thread is shown on; ``topic``: the key of the topic it is shown beside, on a meeting's."""

    site: Site
    url: str
    matter: Matter
    topic: str = ""

    def link(self, url: str, words: str) -> Markup:
        """The way to a station; none to the page itself."""
        if url == self.url:
            return Markup.escape(words)
        return common.link(self.site.links.href(self.url, url), words)

    def also(self, key: str) -> str:
        """What else a station belongs to, so that two matters are not taken for one."""
        titles = [f"“{each.title}”" for each in others(self.site.facts.register, self.matter, key)]
        shown = "、".join(titles[:_NAMED])
        return f"同时属于{shown}{f'等 {len(titles)} 件事' if len(titles) > _NAMED else ''}" if titles else ""


#: so many other matters are named
_NAMED = 3


def event_of(page: Page, record: ContentRecord) -> Event:
    date, *told = _MORE.get(record.TYPE, _plain)(page.site, record)
    also = page.also(record.id) if record.TYPE == "interpretation" else ""
    return _told(page, date, page.link(record.url, record.name), [*told, also], record.url == page.url)


def _told(page: Page, date: dt.date, words: Markup, told: list[str], here: bool) -> Event:
    more = "；".join(filter(None, told))
    return Event(date, words + Markup("（{}）").format(more) if more else words, here)


def _beside_draft(page: Page, record: Consultation) -> Markup:
    """Where the draft of a consultation stands beside what came of it."""
    final = drafts.finals(page.site.facts.register).get(record.id)
    if final is None or final.id not in page.matter.keys:
        return Markup("")
    href = page.site.links.href(page.url, drafts.address(record))
    return Markup("，") + common.link(href, "草案和定稿逐条对照")


def _plain(site: Site, record: ContentRecord) -> tuple[dt.date, str]:
    return record.published, record.facts[0] if record.TYPE == "interpretation" else ""


def _consultation(site: Site, record: ContentRecord) -> tuple[dt.date, str]:
    """From its first day; what came of it as far as that is known."""
    assert isinstance(record, Consultation)
    feedback = record.feedback_on(site.facts.register.today)
    if feedback:
        more = f"收到意见 {feedback.total} 条，采纳 {feedback.taken} 条"
    else:
        more = str(site.facts.register.state(record) or "")
    return record.opens_on, f"{cn_date(record.closes_on)}截止，{more}"


def _decision(site: Site, record: ContentRecord) -> tuple[dt.date, str]:
    """From the day it was listed; how many of the five steps are done."""
    assert isinstance(record, Decision)
    states = [each.state for each in steps(site.facts.register, record)]
    not_needed = states.count(StepState.NOT_NEEDED)
    done = f"法定程序五步，完成 {states.count(StepState.DONE)} 步"
    more = f"{done}，不适用 {not_needed} 步" if not_needed else done
    return (
        record.published,
        f"{record.year}年目录；{more}；{site.facts.register.decision_state(record).value}",
    )


_MORE: dict[str, Callable[[Site, ContentRecord], tuple[dt.date, str]]] = {
    "consultation": _consultation,
    "decision": _decision,
}


def _consultations(page: Page) -> Iterator[Event]:
    for each in page.matter.consultations:
        date, more = _consultation(page.site, each)
        words = page.link(each.url, each.name)
        event = _told(page, date, words, [more, page.also(each.id)], each.url == page.url)
        yield replace(event, words=event.words + _beside_draft(page, each))


def _decisions(page: Page) -> Iterator[Event]:
    """The matter's listing, and the records that its steps have beside consultations and topics."""
    decision = page.matter.decision
    if decision is None:
        return
    date, more = _decision(page.site, decision)
    yield _told(page, date, page.link(decision.url, decision.name), [more], decision.url == page.url)
    for step in steps(page.site.facts.register, decision):
        for record in step.records:
            if record.TYPE not in TYPES:
                words = Markup("{}：{}").format(step.name, page.link(record.url, record.name))
                yield Event(record.published, words, record.url == page.url)
    if decision.decided_on and decision.decided_on <= page.site.facts.register.today:
        yield Event(decision.decided_on, Markup("作出决定"))


def _topics(page: Page) -> Iterator[Event]:
    yield from (_topic(page, each) for each in page.matter.deliberations)


def _explanations(page: Page) -> Iterator[Event]:
    yield from (_topic(page, each) for each in page.matter.topics if each.explains)


def _topic(page: Page, topic: Topic) -> Event:
    here = topic.key == page.topic
    words = Markup.escape(topic.name) if here else page.link(topic.url, topic.name)
    return _told(page, topic.meeting.date, words, [page.also(topic.key)], here)


def _policies(page: Page) -> Iterator[Event]:
    for policy in page.matter.policies:
        yield from _document(page, policy)


def _document(page: Page, policy: Policy) -> Iterator[Event]:
    """The days of a document; on other pages, and where there are several, it is named."""
    here = policy.url == page.url
    name = Markup("") if here and len(page.matter.policies) == 1 else page.link(policy.url, policy.title)
    days = [(policy.made_on, "成文"), (policy.published_on, "公布")]
    if policy.effective_on:  # what nobody wrote is not told
        days.append((policy.effective_on, "施行"))
    for number, (day, word) in enumerate(days):
        # it is named once, on the first of its days, where no other document stands between them
        named = name and (number == 0 or len(page.matter.policies) > 1)
        words = Markup("{}：{}").format(word, name) if named else Markup(word)
        yield Event(day, words, here and number == 0)


OWN: dict[str, Callable[[Page], Iterator[Event]]] = {
    "consultation": _consultations,
    "decision": _decisions,
    "meeting": _topics,
    "policy": _policies,
    "interpretation": _explanations,
}
