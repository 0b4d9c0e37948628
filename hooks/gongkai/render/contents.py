"""A long text on its page: each article under a heading of its own, and a contents list that leads to all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.render.bodies import fill_notes
from gongkai.text import plain_text

#: so many places to go to make a contents list worth its room
_LONG = 6
_STEP = re.compile(
    r'(?P<heading><h(?P<level>[2-6])\b)|(?P<begins><section class="article" id="[^"]*">)'
    r'|<p><strong class="article-number">(?P<number>[^<]*)</strong>(?P<alone></p>)?|(?P<ends><!--notes:)'
)
_PLACE = re.compile(
    r'<h(?P<level>[2-6]) id="(?P<heading>[^"]+)">(?P<words>.*?)</h(?P=level)>'
    r'|<section class="article" id="(?P<article>[^"]+)">\s*<div class="article__text">\s*'
    r'<h\d class="article-number">(?P<number>[^<]*)<',
    re.DOTALL,
)
_NUMBER = re.compile(r"第(.{1,9}?)条(之.{1,4})?")
_CHAPTER = re.compile(r"第.{1,5}章")


@dataclass(frozen=True)
class Place:
    """An article in the list: its number in few signs, its whole name, its address on the page."""

    short: str
    label: str
    id: str


@dataclass(frozen=True)
class Chapter:
    """A heading and the articles below it; ``label`` and ``id`` are empty for those before the first."""

    label: str
    id: str
    articles: tuple[Place, ...]


@dataclass(frozen=True)
class Contents:
    """The chapters of a text in their order."""

    chapters: tuple[Chapter, ...]

    @property
    def articles(self) -> int:
        return sum(len(each.articles) for each in self.chapters)

    @property
    def numbered(self) -> int:
        """How many headings are those of 章."""
        return sum(bool(_CHAPTER.match(each.label)) for each in self.chapters)

    @property
    def headings(self) -> int:
        return sum(bool(each.label) for each in self.chapters)


def laid_out(html: str, notes: Mapping[str, str]) -> Markup:
    """A text with its notes; the number of each article is a heading, one level below the last above it."""
    level = 1

    def step(found: re.Match[str]) -> str:
        nonlocal level
        if found["heading"]:
            level = int(found["level"])
        elif found["begins"]:
            return found[0] + '<div class="article__text">'
        elif found["ends"]:
            return "</div>" + found[0]
        else:
            name = f"h{min(level + 1, 6)}"
            words = "" if found["alone"] else "<p>"
            return f'<{name} class="article-number">{found["number"]}</{name}>{words}'
        return found[0]

    return Markup(fill_notes(_STEP.sub(step, html), notes))


def contents(html: str, after: Sequence[tuple[str, str]] = ()) -> Contents | None:
    """The contents of a text as ``laid_out`` gives it, and of the parts ``after`` it, each an id and a name.

    None where all of it is short.
    """
    found = [*_PLACE.finditer(html)]
    headings = [each for each in found if each["heading"]]
    if not any(each["article"] for each in found):
        top = min((each["level"] for each in headings), default="2")
        found = [each for each in headings if each["level"] == top]
    chapters = (*_chapters(found), *(Chapter(label, id_, ()) for id_, label in after))
    return Contents(chapters) if len(found) + len(after) >= _LONG else None


def _chapters(found: list[re.Match[str]]) -> tuple[Chapter, ...]:
    made: list[tuple[str, str, list[Place]]] = []
    for each in found:
        if each["heading"]:
            made.append((plain_text(each["words"]), each["heading"], []))
            continue
        if not made:
            made.append(("", "", []))
        made[-1][2].append(_place(plain_text(each["number"]), each["article"]))
    return tuple(Chapter(label, id_, tuple(articles)) for label, id_, articles in made)


def _place(label: str, id_: str) -> Place:
    number = _NUMBER.fullmatch(label)
    return Place(number[1] + (number[2] or "") if number else label, label, id_)
