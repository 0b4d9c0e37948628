"""What the room gives: a converted text, and what is wrong in one."""

from __future__ import annotations

from dataclasses import dataclass, field

from gongkai.common.problems import Level


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text: level 2 to 6, the id to link to, its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Converted:
    """The HTML of a text, its headings and the ids of its articles in order."""

    html: str
    headings: tuple[Heading, ...]
    articles: tuple[str, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """Every id a link may point to."""
        return frozenset(self.articles) | {heading.id for heading in self.headings}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a text: ``line`` counts from 0, ``column`` from 1."""

    rule: str
    line: int
    column: int
    message: str
    fix: str
    level: Level = Level.ERROR


@dataclass(frozen=True, slots=True)
class LinkUse:
    """One target of a link or an image, its entities decoded; ``line`` from 0, ``column`` from 1.

    ``label`` is what readers click, as written; None where that is the target itself or a picture.
    """

    target: str
    line: int
    image: bool = False
    column: int = 1
    label: str | None = field(default=None, compare=False)


class UnsafeText(Exception):
    """The text cannot be published: what was found, in one Chinese sentence."""
