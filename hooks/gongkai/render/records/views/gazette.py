"""An issue of the gazette: its contents, each policy linked, by page."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.records.types.gazette import GazetteIssue, Printed
from gongkai.records.types.policy import Policy
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.vocabulary.units import RoomOffer
from gongkai.render.facts import Facts
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.named_policies import policies
from gongkai.render.site import Site

SHOWS = GazetteIssue

#: fields that the title says, or that have a part of the page of their own
_APART = {"编号", "期号", "全文"}


@dataclass(frozen=True)
class Line:
    """One line of the contents."""

    page: str
    title: str
    policy: Policy | None
    #: what stands nowhere else
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class GazetteView(common.RecordView):
    """The contents of an issue, and where it is read."""

    record: GazetteIssue
    lines: list[Line]
    pdf: common.FileView | None
    rooms: list[ReadingRoom]


def view(site: Site, record: GazetteIssue) -> GazetteView:
    shared = common.base(site, record, [row for row in metadata(site, record) if row[0] not in _APART])
    shared["plain"] = "\n".join(filter(None, (shared["plain"], *_words(site.facts, record))))
    rooms = [each for each in site.facts.register.public(ReadingRoom) if RoomOffer.GAZETTE in each.offers]
    return GazetteView(
        **shared,
        record=record,
        lines=sorted((_line(site.facts, each) for each in record.contents), key=lambda line: int(line.page)),
        pdf=common.file_view(site, record, record.name, record.pdf) if record.pdf else None,
        rooms=sorted(rooms, key=lambda room: room.id),
    )


def _words(facts: Facts, record: GazetteIssue) -> list[str]:
    """What search finds an issue by: titles and 主题 of documents it prints, the text of all else."""
    printed = facts.register.printed_in(record)
    documents = [" ".join(filter(None, (each.title, each.topic))) for each in printed]
    others = ["\n".join((each.title or "", *each.paragraphs)) for each in record.contents if each.text]
    return [*documents, *others]


def _line(facts: Facts, printed: Printed) -> Line:
    found = policies(facts, (printed.document,)) if printed.document else []
    policy = found[0] if found else None
    title = policy.title if policy else printed.title or printed.document or ""
    return Line(printed.page, title, policy, printed.paragraphs)
