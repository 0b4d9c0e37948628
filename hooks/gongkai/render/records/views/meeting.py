"""A meeting's page: when, where, how to attend; topics with opinions, outcomes, documents."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup, escape

from gongkai.column.matters import matters_of_topic
from gongkai.column.meeting_series import skipped_near
from gongkai.column.register import Register
from gongkai.common.said_days import clock
from gongkai.law.duties import Duty, DutyState
from gongkai.records.types.meeting import Agenda, Meeting, PressAnswer, Skipped
from gongkai.records.types.policy import Policy
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.meetings import MeetingState
from gongkai.render.records.views import common
from gongkai.render.records.views.phases import Phase
from gongkai.render.records.views.thread import Thread, threads
from gongkai.render.site import Site

SHOWS = Meeting


@dataclass(frozen=True)
class TopicView:
    """A topic by its number on the page, with the documents and units it names."""

    number: int
    topic: Agenda
    documents: list[Policy]
    units: list[Unit]
    #: the last day for an outcome that is owed and not yet there, and whether it is over
    due: dt.date | None
    late: bool
    #: the matters it is a station of
    threads: list[Thread]


@dataclass(frozen=True, kw_only=True)
class MeetingView(common.RecordView):
    """The topics of a meeting, who attended, and what the press asked."""

    record: Meeting
    #: the last day for the first outcome that is still to come
    due: dt.date | None
    topics: list[TopicView]
    past: bool
    #: how many topics have their outcome, and how many documents came of them
    published: int
    made: int
    #: whether anything is known of who came, and the units that were there
    attended: bool
    present: list[Unit]
    #: the numbers of the series beside its own that have no page, and why
    skipped: list[str]
    total_delegates: int
    answers: tuple[PressAnswer, ...]
    answering: tuple[Unit, ...]
    #: the own page of each answer
    pages: list[str]

    @property
    def states(self) -> list[tuple[Phase, MeetingState]]:
        """Each phase with the state it is in."""
        return [(each, each.state) for each in self.phases if isinstance(each.state, MeetingState)]


def view(site: Site, record: Meeting) -> MeetingView:
    answers: tuple[PressAnswer, ...] = record.seen("answers", site.facts.register.today)
    named = (site.facts.register.unit(each.unit) for each in answers if each.unit)
    owed = {duty.key: duty for duty in site.facts.duties_of(record) if duty.open and duty.due}
    topics = [
        _topic(site, record, owed.get(f"meeting-outcome/{record.id}/{number}"), number)
        for number in range(1, len(record.agenda) + 1)
    ]
    register = site.facts.register
    present = _present(register, record)
    return MeetingView(
        **common.base(site, record, _metadata(site, record)),
        record=record,
        due=register.awaited.get(record.id),
        topics=topics,
        past=record.date < register.today,
        published=sum(each.told_on(register.today) for each in record.agenda),
        made=sum(len(each.documents) for each in topics),
        attended=bool(record.chair or record.leaders or record.delegates or record.attending),
        present=present,
        skipped=_skipped(register, record),
        total_delegates=sum(each.number for each in record.delegates),
        answers=answers,
        pages=common.answer_pages(site, record, record.url),
        answering=tuple({unit.id: unit for unit in named if unit}.values()),
    )


def _present(register: Register, record: Meeting) -> list[Unit]:
    """The units that brought topics, and those that came beside them."""
    names = (*(name for topic in record.agenda for name in topic.units), *record.attending)
    return list({unit.id: unit for unit in filter(None, map(register.unit, names))}.values())


def _skipped(register: Register, record: Meeting) -> list[str]:
    """Why numbers before and after its own have no page, as it or the next one of its series says."""
    near = skipped_near(register, record)
    return [f"第{_range(each)}次没有网页：{each.reason.rstrip('。')}。" for each in near]


def _range(each: Skipped) -> str:
    return f"{each.first}" if each.last in (None, each.first) else f"{each.first}至{each.last}"


def _topic(site: Site, record: Meeting, owed: Duty | None, number: int) -> TopicView:
    register, topic = site.facts.register, record.agenda[number - 1]
    documents = [p for p in map(register.policy, topic.documents) if p and p.is_public(register.today)]
    units = [unit for unit in map(register.unit, topic.units) if unit]
    late = owed is not None and owed.state is DutyState.OVERDUE
    found = matters_of_topic(register, record, number)
    return TopicView(
        number,
        topic,
        documents,
        units,
        owed.due if owed else None,
        late,
        threads(site, found, record.url, f"{record.id}#{number}"),
    )


def _metadata(site: Site, record: Meeting) -> list[tuple[str, Markup]]:
    when = common.day_of_week(record.date) + Markup(escape(clock(record.time or "")))
    rows: list[tuple[str, Markup | str | None]] = [
        ("会议类型", record.kind.value),
        ("届次", record.session),
        ("时间", when),
        ("地点", record.place),
        ("主办单位", common.unit_links(site, record.url, record.hosts)),
        ("是否开放", "开放" if record.open else "不开放"),
        ("开放方式", "、".join(record.openings)),
        ("预告日期", common.day(record.announced_on) if record.announced_on else None),
    ]
    return [(label, Markup(escape(value))) for label, value in rows if value]
