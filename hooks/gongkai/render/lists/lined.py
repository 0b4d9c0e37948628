"""A list of anything as a browser narrows it: its lines, a file a year, and what it may be asked for."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from weakref import WeakKeyDictionary

from markupsafe import Markup

from gongkai.column.register import Register
from gongkai.render.facts import Facts
from gongkai.render.site import Site

#: a list of fewer is read faster than narrowed
FEW = 10
#: the file of lines that have no day
_NO_YEAR = "0000"


@dataclass(frozen=True)
class Line:
    """A row: ``place`` is its address from the list's, ``day`` ISO or empty, ``said`` stands below its title.

    ``chips`` are kind and words, then those of days ahead; ``choices``: facet → slugs.
    """

    place: str
    title: str
    day: str
    chips: Sequence[Sequence[object]]
    facts: Sequence[str]
    choices: Mapping[str, Sequence[str]]
    said: str = ""

    def written(self, names: Sequence[str]) -> list[object]:
        """As ``lists/lines.js`` reads it."""
        choices = [list(self.choices.get(name, ())) for name in names]
        found: list[object] = [self.place, self.title, self.day, self.chips, self.facts, choices]
        return [*found, self.said] if self.said else found


@dataclass(frozen=True)
class Terms:
    """What a list is narrowed by: its name in addresses, its words, its choices (slug, words) in order."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Select:
    """A field of the form: the choices (slug, words, how many) that are left beside what is chosen."""

    name: str
    label: str
    choices: list[tuple[str, str, int]]
    chosen: str


@dataclass(frozen=True)
class Narrowing:
    """What a browser needs to narrow a list further: its address, its years, what is chosen.

    ``kinds`` are the chips of its lines, on the page where they are written; ``names`` its facets in the
    order of its lines; ``selects`` those of them that stand in the form; ``dated``: what its days are.
    """

    url: str
    years: Sequence[str]
    chosen: tuple[str, str] | None
    kinds: Sequence[str]
    names: Sequence[str]
    selects: Sequence[Select] = ()
    dated: str = ""
    measure: str = "件"


@dataclass(frozen=True)
class Lined:
    """A list that is no list of records: all its lines, and what each can be asked for."""

    url: str
    terms: Sequence[Terms]
    lines: Sequence[Line]
    dated: str = ""
    measure: str = "件"

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(address, content) of its lines."""
        if len(self.lines) >= FEW:
            yield from files(self.url, [each.name for each in self.terms], self.lines)

    def narrowing(self, facet: str, slug: str) -> Narrowing | None:
        """The form on the page of a choice, or on that of the whole list; None for a short list."""
        if len(self.lines) < FEW:
            return None
        return Narrowing(
            self.url,
            sorted({_year(each) for each in self.lines}, reverse=True),
            (facet, slug) if facet else None,
            () if facet else sorted(set(self._kinds())),
            [each.name for each in self.terms],
            [self._select(each, facet, slug) for each in self.terms],
            self.dated,
            self.measure,
        )

    def _select(self, terms: Terms, facet: str, slug: str) -> Select:
        within = terms.name == facet or not facet
        shown = [each for each in self.lines if within or slug in each.choices.get(facet, ())]
        counts = Counter(each for line in shown for each in line.choices.get(terms.name, ()))
        choices = [(name, words, counts[name]) for name, words in terms.choices if counts[name]]
        return Select(terms.name, terms.label, choices, slug if terms.name == facet else "")

    def _kinds(self) -> Iterator[str]:
        """Every kind of chip that a line may need on any day."""
        for line in self.lines:
            for kind, _, *ahead in line.chips:
                yield str(kind)
                yield from (later[1] for days in ahead if isinstance(days, list) for later in days)


def kept(make: Callable[[Facts], Lined]) -> Callable[[Facts], Lined]:
    """A list that pages and files of a build ask for: made once of a column."""
    known: WeakKeyDictionary[Register, Lined] = WeakKeyDictionary()

    @wraps(make)
    def lined(facts: Facts) -> Lined:
        if facts.register not in known:
            known[facts.register] = make(facts)
        return known[facts.register]

    return lined


def files(url: str, names: Sequence[str], lines: Iterable[Line]) -> Iterator[tuple[str, bytes]]:
    """(address, content) of the lines of a list, a file a year: so a new one changes one file."""
    by_year: dict[str, list[Line]] = {}
    for line in lines:
        by_year.setdefault(_year(line), []).append(line)
    for year, found in by_year.items():
        written = {"facets": names, "lines": [each.written(names) for each in found]}
        text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
        yield f"{url}lines/{year}.json", text.encode()


def _year(line: Line) -> str:
    return line.day[:4] or _NO_YEAR


def script(site: Site, url: str) -> str:
    """What narrows a list, for the head of its page."""
    source = site.links.href(url, site.templates.assets.path("js/lists/narrow.js"))
    return str(Markup('\n<script type="module" src="{}"></script>').format(source))
