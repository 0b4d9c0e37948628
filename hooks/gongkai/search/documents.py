"""What goes into the search index and what comes out of making it."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.common.problems import EnvironmentProblem


class SearchFailed(EnvironmentProblem):
    """The index could not be made, or came out incomplete; says why in one Chinese sentence."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page a citizen can find.

    ``url`` is relative to the site's root; ``number`` the 发文字号 or ``""``; ``text``
    the plain text of the body with a line break between paragraphs; ``extra`` holds
    words that find the page but are never shown (曾用名, 俗称).
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

    @property
    def shard_year(self) -> str:
        return self.year or self.date[:4] or "0000"


@dataclass(frozen=True, slots=True)
class IndexReport:
    """How much was indexed: pages, shards, and the bytes written."""

    documents: int
    shards: int
    bytes: int
