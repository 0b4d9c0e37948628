"""听取公开工作汇报: how often a meeting heard how openness is going."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.elements_rate import wanted_in
from gongkai.records.vocabulary.meetings import MeetingKind

ID = "reports-heard"
#: the parameter with the words that a topic on openness has in its title
WORDS = "议题含"
NEEDS = (WORDS,)
ABOUT = About(
    name="听取公开工作汇报",
    order=148,
    kind=Kind.COUNT,
    measure="次",
    among="本栏目登记的、已经开过的政府会议（新闻发布会不计）",
    counted="有一项公开的议题是政务公开工作的",
    dated="会议日期",
    note="按议题的标题认，一次会议算一次。没有在本栏目登记的会议不算。",
    missing="本栏目登记的会议里还没有政务公开工作的议题。",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each meeting with such a topic; what is closed tells nobody its title."""
    words = wanted_in(context.norms[ID].parameters[WORDS])
    for meeting in context.register.meetings:
        if meeting.date > context.today or meeting.kind is MeetingKind.PRESS:
            continue
        titles = [each.title for each in meeting.agenda if each.open]
        if found := [title for title in titles if any(word in title for word in words)]:
            units = context.named(meeting.hosts) or context.units_of(meeting)
            yield Case(meeting, meeting.date, counted=1, units=units, note="；".join(found))
