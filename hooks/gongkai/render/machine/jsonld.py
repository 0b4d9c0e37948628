"""What a page is about, for machines: schema.org as JSON-LD."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from gongkai.column.asked import Asked, asked
from gongkai.column.register import Register
from gongkai.column.said_first import stand
from gongkai.common.printable import one_line, xml_text
from gongkai.exports.made import VersionFiles
from gongkai.records.base import ContentRecord
from gongkai.records.fields.ways import Way
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.event import Event
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.types.request_stats import Outcomes, RequestStats
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.meetings import EventKind, Opening
from gongkai.render.machine.legislation import legislation, objects
from gongkai.render.machine.nodes import Node, as_script, named, organisations, work


def json_ld(record: ContentRecord, register: Register, texts: Iterable[VersionFiles] = ()) -> str:
    """The record's page as one line of JSON, safe inside ``<script type="application/ld+json">``.

    ``texts``: the files of a policy's versions.
    """
    made = {**_common(record, register), **_TYPES.get(type(record), _article)(record, register)}
    known = list(texts)
    return as_script({**made, "encoding": objects(known, register, known[0].begins)} if known else made)


def _common(record: ContentRecord, register: Register) -> Node:
    address = register.column.root + record.url
    return {
        "@context": "https://schema.org",
        "@id": address,
        "url": address,
        "name": one_line(record.name),
        "description": one_line(stand(register, record).said + (record.summary or "")),
    }


def _article(record: ContentRecord, register: Register) -> Node:
    return work("WebPage" if isinstance(record, Page) else "Article", record, register)


def _interpretation(record: Interpretation, register: Register) -> Node:
    """Questions and answers where there are any, else an article; about the policies either way."""
    given = asked(record, register.today)
    questions = [_question(each, register) for each in given]
    return {
        **work("FAQPage" if questions else "Article", record, register),
        "mainEntity": questions,
        "author": {"@type": "Person", "name": one_line(record.person)} if record.person else None,
        "about": [named(policy, register) for policy in register.policies_of(record)],
    }


def _question(each: Asked, register: Register) -> Node:
    """A question with the address of its own page."""
    answer = {"@type": "Answer", "text": xml_text(each.answer)}
    address = register.column.root + each.url
    return {"@type": "Question", "name": one_line(each.question), "url": address, "acceptedAnswer": answer}


def _meeting(meeting: Meeting, register: Register) -> Node:
    return {**_gathering(meeting, register), "eventAttendanceMode": _attendance(meeting)}


def _gathering(record: Meeting | Event, register: Register) -> Node:
    """When, where and by whom: what meetings and events have alike."""
    time = f"T{record.time}:00+08:00" if record.time else ""
    moved = [move for move in record.seen("moves", register.today) if move.key == "日期"]
    return {
        "@type": "Event",
        "startDate": record.date.isoformat() + time,
        "eventStatus": f"https://schema.org/Event{'Rescheduled' if moved else 'Scheduled'}",
        "previousStartDate": [move.old.isoformat() for move in moved],
        "location": {"@type": "Place", "name": one_line(record.place)} if record.place else None,
        "organizer": organisations(record, register),
        "inLanguage": "zh-CN",
        "disambiguatingDescription": register.state(record),
    }


def _event(event: Event, register: Register) -> Node:
    """An event that everybody may come to, with its places and the policies it is about."""
    free = {"isAccessibleForFree": True} if event.how_to_attend else {}
    mode = None if event.kind is EventKind.INTERVIEW else "https://schema.org/OfflineEventAttendanceMode"
    policies = filter(None, map(register.policy, event.documents))
    return {
        **_gathering(event, register),
        **free,
        "eventAttendanceMode": mode,
        "maximumAttendeeCapacity": event.places,
        "about": [named(each, register) for each in policies if each.is_public(register.today)],
    }


def _service(service: Service, register: Register) -> Node:
    """What people come for: who provides it, for whom, what it costs and rests on."""
    providers = organisations(service, register)
    policies = filter(None, map(register.policy, service.documents))
    audience = [{"@type": "Audience", "audienceType": each.value} for each in service.audiences]
    return {
        "@type": "GovernmentService",
        "serviceType": one_line(service.title),
        "identifier": one_line(service.code or ""),
        "provider": providers[:1],
        "serviceOperator": providers[:1],
        "areaServed": one_line(register.column.portal),
        "audience": audience,
        "termsOfService": one_line("；".join(service.basis)),
        "availableChannel": _channel(service),
        "isRelatedTo": [named(each, register) for each in policies if each.is_public(register.today)],
    }


def _channel(service: Service) -> list[Node]:
    """The places one can go to, or the contact where none are named."""
    kind = {"@type": "ServiceChannel", "availableLanguage": "zh-CN"}
    places = [{**kind, "serviceLocation": {"@type": "Place", "name": one_line(p)}} for p in service.places]
    return places or [_asked(each, kind) for each in service.contact]


def _asked(way: Way, kind: Node) -> Node:
    """A way to ask by its telephone or web address, else by its words."""
    phone = {"@type": "ContactPoint", "telephone": way.number} if way.number else None
    said = one_line(way.note or way.address or (way.channel or ""))
    return {**kind, "name": said, "servicePhone": phone, "serviceUrl": way.link}


def _statistics(record: RequestStats, register: Register) -> Node:
    """A year of figures, with what is counted and the months they cover."""
    months = [month.month for month in record.months_on(register.today)]
    made = work("Dataset", record, register)
    return {
        **made,
        "creator": made["publisher"],
        "isAccessibleForFree": True,
        "temporalCoverage": f"{months[0]}/{months[-1]}" if months else None,
        "variableMeasured": ["新收", *Outcomes.labels(), "按时答复"],
    }


def _attendance(meeting: Meeting) -> str | None:
    """How the public may take part; nothing for a meeting that is not open."""
    if not meeting.open or not meeting.openings:
        return None
    here = Opening.ATTEND in meeting.openings
    away = any(opening is not Opening.ATTEND for opening in meeting.openings)
    mode = "Mixed" if here and away else "Offline" if here else "Online"
    return f"https://schema.org/{mode}EventAttendanceMode"


def _dataset(record: Dataset, register: Register) -> Node:
    """The files of each year; the whole is described by them."""
    address = register.column.root + record.url
    files = register.tables_of(record)
    years = [str(file.year) for file in files if file.count and file.year <= register.today.year]
    kinds = (("csv", "text/csv"), ("parquet", "application/vnd.apache.parquet"))
    return {
        **work("Dataset", record, register),
        "creator": organisations(record, register),
        "isAccessibleForFree": True,
        "temporalCoverage": f"{years[0]}/{years[-1]}" if years else None,
        "variableMeasured": [
            {"@type": "PropertyValue", "name": one_line(each.name), "description": one_line(each.description)}
            for each in record.columns
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{address}{record.slug}-{year}.{end}",
                "encodingFormat": kind,
            }
            for year in years
            for end, kind in kinds
        ],
    }


_TYPES: dict[type[ContentRecord], Callable[[Any, Register], Node]] = {
    Policy: legislation,
    Interpretation: _interpretation,
    Meeting: _meeting,
    Event: _event,
    Service: _service,
    RequestStats: _statistics,
    Dataset: _dataset,
}
