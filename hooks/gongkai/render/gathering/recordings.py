"""录像和音频: all that one can watch or hear, in one list: of meetings, talks and interpretations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord
from gongkai.records.traits import ColumnGroup
from gongkai.records.types.event import Event
from gongkai.records.types.meeting import Meeting
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import Column, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

URL, TITLE = "recordings/", "录像和音频"
_FILM = (".mp4", ".webm")
_SOUND = (".mp3", ".m4a", ".ogg", ".wav")


@dataclass(frozen=True)
class Recording:
    """One thing to watch or hear: the page it belongs to, what it is, and where it is if not there."""

    record: ContentRecord
    day: dt.date
    kind: str
    units: str
    #: 看录像, 看视频 or 听音频
    words: str
    address: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordingsView(View):
    """The newest first."""

    TEMPLATE = "lists/recordings.html"

    crumbs: Crumbs
    title: str
    rows: list[Recording]


def recordings(register: Register) -> list[Recording]:
    """Everything with a recording that readers may have on the day, the newest first."""
    found = [*_held(register), *_explained(register)]
    return sorted(found, key=lambda each: (each.day, each.record.id), reverse=True)


def _held(register: Register) -> Iterator[Recording]:
    both: list[Meeting | Event] = [*register.meetings, *register.public(Event)]
    for each in both:
        replay = each.seen("replay", register.today)
        if replay:
            hosts = filter(None, map(register.unit, each.hosts))
            units = "、".join(unit.label for unit in hosts)
            yield Recording(each, each.date, each.kind.value, units, "看录像", str(replay))


def _explained(register: Register) -> Iterator[Recording]:
    for each in register.interpretations:
        files = [media.file.lower() for media in each.media]
        film = any(file.endswith(_FILM) for file in files)
        if film or any(file.endswith(_SOUND) for file in files):
            words = "看视频" if film else "听音频"
            yield Recording(each, each.published_on, each.form.value, _units(register, each), words)


def _units(register: Register, record: ContentRecord) -> str:
    return "、".join(unit.label for unit in register.units_of(record))


def planned(site: Site) -> Iterator[Planned]:
    """The page, where there is a recording."""
    if recordings(site.facts.register):
        yield Planned(URL, "meetings", lambda: _page(site))


def _page(site: Site) -> Page:
    rows = recordings(site.facts.register)
    view = RecordingsView(crumbs=[*site.links.crumbs(URL), (TITLE, None)], title=TITLE, rows=rows)
    content = site.templates.filled(view, URL)
    head = list_head(site.facts, URL, TITLE, [], description="会议、发布会、访谈、宣讲和政策解读的录像、音频")
    document = SearchDocument(
        url=URL, title=TITLE, number="", text=f"共 {len(rows)} 件", type=Meeting.LABEL,
        unit="", year="", status="", date="", extra="视频 回放 直播 看录像 公开讲 动漫",
    )  # fmt: skip
    return Page(URL, "meetings", title_of(site.links, TITLE), head, content, "recordings", document=document)


def _columns(facts: Facts) -> Iterator[Column]:
    if rows := recordings(facts.register):
        yield Column(TITLE, URL, f"{len(rows)} 件", place=(ColumnGroup.ANSWERS, 25))


PART = Part(planned, columns=_columns)
