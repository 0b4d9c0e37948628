"""What goes into the search index and what comes out of making it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from gongkai.common.problems import EnvironmentProblem

#: the filters of a search
FACETS = ("type", "unit", "year", "status", "topic", "audience")
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SearchFailed(EnvironmentProblem):
    """The index could not be made, or came out incomplete; says why in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page a citizen can find.

    ``url`` is relative to the site's root; ``number`` the 发文字号 or ``""``; ``text``
    the plain text of the body with a line break between paragraphs; ``extra`` holds
    words that find the page but are never shown (曾用名, 俗称), ``asked`` whole questions by which people ask
    for it; ``topic`` and ``audience``
    the 主题 and 服务对象, of which there may be several; ``places`` (line of the text, counted from 0, and
    the part of the page that begins with it) lead from an excerpt to where it stands.
    """

    url: str
    title: str
    number: str
    text: str
    type: str
    unit: str
    year: str
    status: str
    date: str
    extra: str = ""
    topic: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    places: tuple[tuple[int, str], ...] = ()
    asked: tuple[str, ...] = ()

    def values(self, facet: str) -> tuple[str, ...]:
        """What a filter (one of ``FACETS``) knows of it."""
        return values_of(getattr(self, facet))

    @property
    def shard_year(self) -> str:
        """Empty for a page without a date, which may change at any time."""
        return self.year or self.date[:4]

    @property
    def card(self) -> str:
        """What the browser shows of a document, and the words that only find it, as JSON."""
        shown = ("url", "title", "number", "type", "unit", "status", "date", "text", "extra")
        values: dict[str, object] = {name: getattr(self, name) for name in shown}
        if self.asked:
            values["asked"] = "\n".join(self.asked)
        if self.places:
            values["places"] = self.places
        return _as_json(values)


def values_of(value: str | tuple[str, ...]) -> tuple[str, ...]:
    """What a document says of a filter, as all that the filter knows of it."""
    return value if isinstance(value, tuple) else (value,) if value else ()


@dataclass(frozen=True, slots=True)
class IndexReport:
    """How much was indexed: pages, shards, and the bytes written."""

    documents: int
    shards: int
    bytes: int
