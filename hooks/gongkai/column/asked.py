"""A record → the questions answered in it, each with the address its answer keeps.

The address must outlive what editors do to a list: a question put in front of others, another order,
a comma. So it is made of the record's file name, which never changes, and a digest of the question's
letters and digits alone, never of its place or its answer. Whoever words a published question anew writes
the old address as its 编号; that it is gone otherwise, the register of published addresses tells.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from gongkai.records.base import ContentRecord
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.event import Event
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.service import Service

#: where the pages of answers stand
FOLDER = "answers/"
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and its answer as a record has them.

    ``number``: its place on the record's page, from 1. ``day``: from which readers have it. ``articles``
    and ``document`` are what it says it rests on, ``unit`` and ``asker`` as named in it; ``sayings`` how else
    people ask it.
    """

    record: ContentRecord
    number: int
    slug: str
    question: str
    answer: str
    day: dt.date
    articles: tuple[str, ...] = ()
    document: str | None = None
    unit: str | None = None
    asker: str | None = None
    sayings: tuple[str, ...] = ()

    @property
    def url(self) -> str:
        """The address of its page, which it keeps."""
        return f"{FOLDER}{self.slug}/"

    @property
    def at(self) -> tuple[str, int]:
        """Where it stands in the record's file."""
        return _KEYS[type(self.record)], self.number - 1

    @property
    def place(self) -> str:
        """Where it stands on the page of its record."""
        return f"{self.record.url}#wen-{self.number}"


def plain(words: str) -> str:
    """Its letters and digits alone: what remains of a question however it is set."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", words).casefold() if sign.isalnum())


def asked(record: ContentRecord, today: dt.date, known_as: str = "") -> list[Asked]:
    """The questions of a record that readers have on a day; ``known_as``: the id it had before it moved."""
    made = _FIELDS.get(type(record))
    if made is None:
        return []
    parts, day = made(record, today)
    slugs = _slugs(known_as or record.id, parts)
    return [_one(record, number, slug, part, day) for number, (slug, part) in enumerate(slugs, 1)]


def asks(kind: type) -> bool:
    """Whether records of a type may hold questions."""
    return kind in _FIELDS


def _one(record: ContentRecord, number: int, slug: str, part: Any, day: dt.date) -> Asked:
    return Asked(
        record, number, slug, part.question, part.answer, day,
        articles=getattr(part, "articles", ()),
        document=getattr(part, "document", None),
        unit=getattr(part, "unit", None),
        asker=getattr(part, "asker", None),
        sayings=part.asked,
    )  # fmt: skip


def _slugs(record_id: str, parts: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """Each question with the last step of its address; of two alike the later ones are numbered."""
    met: Counter[str] = Counter()
    for part in parts:
        words = f"{record_id}\n{plain(part.question)}"
        slug = f"{record_id.rsplit('/', 1)[-1]}-{hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]}"
        met[slug] += 1
        numbered = slug if met[slug] == 1 else f"{slug}-{met[slug]}"
        yield part.answer_id or numbered, part


#: the questions of a type's records as readers have them, and since when
_Parts = Callable[[Any, dt.date], tuple[tuple[Any, ...], dt.date]]
_FIELDS: dict[type, _Parts] = {
    Interpretation: lambda record, today: (record.seen("questions", today), record.published_on),
    Meeting: lambda record, today: (record.seen("answers", today), record.date),
    Event: lambda record, today: (record.seen("answers", today), record.reported_on),
    Service: lambda record, _: (record.answers, record.published_on),
    Consultation: lambda record, _: (record.answers, record.published_on),
}
#: the key under which it has them
_KEYS: dict[type, str] = {
    Interpretation: "问答", Meeting: "答问", Event: "答疑", Service: "问答", Consultation: "问答"
}  # fmt: skip
