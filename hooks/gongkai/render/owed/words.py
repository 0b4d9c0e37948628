"""What the pages of the duty matrix share: addresses, titles, how a state is shown."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.law.duties import DutyState
from gongkai.law.matrix import Cell, Matrix
from gongkai.law.matrix.cell import Mark
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.norms import CellState
from gongkai.render.site import Site

URL, TITLE = "duties/matrix/", "谁欠什么"
ABSENT_URL, ABSENT = "duties/absent/", "缺的"
#: where what records have a day for is listed, record by record
DATED_URL = "duties/"
#: the last part of the title of a unit's sheet
OWES = "应当公开什么"
#: and of a duty's
NORM = "哪些单位应当公开"
#: state → the kind of chip it is shown as
CHIPS = {
    CellState.DONE: "done",
    CellState.DUE_LATER: "due-later",
    CellState.DUE_SOON: "due-soon",
    CellState.OVERDUE: "overdue",
    CellState.BLANK: "blank",
    CellState.UNKNOWN: "unknown",
    CellState.NOT_OWED: "held",
}


@dataclass(frozen=True)
class Chip:
    """A state as readers see it: the kind of chip, its word, and how many there are."""

    kind: str
    word: str
    count: int


def unit_url(unit: Unit) -> str:
    """The address of a unit's sheet."""
    return f"duties/owed/{unit.slug}/"


def counts(matrix: Matrix) -> list[Chip]:
    """How many places of the table have each state; those that none has are left out."""
    return [Chip(CHIPS[each], each.value, matrix.counts[each]) for each in CellState if matrix.counts[each]]


def missing(marks: tuple[Mark, ...]) -> list[Mark]:
    """Those that are owed by now and not there."""
    return [mark for mark in marks if mark.state.missing]


def kept(marks: tuple[Mark, ...]) -> tuple[int, int]:
    """(how many are kept, of how many that are owed): what is not owed, or not known to be, is in neither."""
    owed = [mark for mark in marks if mark.state not in {CellState.NOT_OWED, CellState.UNKNOWN}]
    return sum(mark.state is CellState.DONE for mark in owed), len(owed)


def ended(matrix: Matrix, norm: DutyNorm) -> bool:
    """Whether it is asked no longer."""
    return norm.valid_to is not None and norm.valid_to < matrix.today


def there(site: Site) -> bool:
    """Whether a column has these pages."""
    return bool(site.facts.law.matrix.cells)


@dataclass(frozen=True)
class Beside:
    """The other count of what is late, which no reader may take for this one: how many there, and where."""

    href: str
    late: int
    blank: int


def beside_dated(site: Site, url: str) -> Beside | None:
    """What is late and what is missing by the matrix, for a page that lists what records have a day for."""
    counts = site.facts.law.matrix.counts
    if not there(site):
        return None
    return Beside(site.links.href(url, URL), counts[CellState.OVERDUE], counts[CellState.BLANK])


def beside_matrix(site: Site, url: str) -> Beside:
    """What records have a day for and is late, each record once, for the pages of the matrix."""
    states = [duty.state for duty in site.facts.law.duties]
    return Beside(
        site.links.href(url, DATED_URL), states.count(DutyState.OVERDUE), states.count(DutyState.BLANK)
    )


@dataclass(frozen=True)
class Row:
    """One cell in a list: what, for which time, by when, how it stands, and what shows it."""

    title: str
    href: str
    chip: str
    word: str
    cell: Cell
    #: (words, link) of the newest evidence
    evidence: list[tuple[str, str]]
    more: int

    @property
    def term(self) -> str:
        """By when, in words."""
        return self.cell.norm.limit.told


#: how much evidence a row shows
SHOWN = 3


def rows_of_unit(site: Site, url: str, marks: tuple[Mark, ...]) -> list[Row]:
    """Every cell of a unit, named by its norm."""
    return [_row(site, url, cell, cell.norm.title, cell.norm.place) for mark in marks for cell in mark.cells]


def rows_of_norm(site: Site, url: str, marks: tuple[Mark, ...]) -> list[Row]:
    """Every cell of a norm, named by its unit."""
    return [
        _row(site, url, cell, cell.unit.label, unit_url(cell.unit)) for mark in marks for cell in mark.cells
    ]


def _row(site: Site, url: str, cell: Cell, title: str, address: str) -> Row:
    seen = {each.address: each for each in sorted(cell.evidence, key=lambda each: str(each.day or ""))}
    newest = list(seen.values())[::-1]
    links = [(each.title, site.links.href(url, each.address)) for each in newest[:SHOWN]]
    return Row(
        title, site.links.href(url, address), CHIPS[cell.state], cell.state.value, cell, links,
        len(newest) - len(links),
    )  # fmt: skip
