"""三公经费 over all units and years: one page that compares, and one for each unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from gongkai.common.csv_text import table
from gongkai.records.types.budget import ACCOUNTS, BUDGET, Budget, ThreePublic
from gongkai.records.types.unit import Unit
from gongkai.render.charts.bars import Series, bars
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import File, Part
from gongkai.render.records.views import budget
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View
from gongkai.search import SearchDocument

URL = "budgets/three-public/"
TITLE = "“三公”经费总览"
DOCUMENTS = (BUDGET, ACCOUNTS)
_CARS, _CARS_RUN = (ThreePublic.labels().index(line) for line in ("公务用车", "公务用车运行维护"))

#: year → what the unit published for it
Years = dict[int, Budget]


@dataclass(frozen=True)
class Row:
    """A unit in a table: its words, where they lead, its amounts, whether any is made up."""

    label: str
    href: str
    amounts: Sequence[Decimal | None]
    example: bool


@dataclass(frozen=True)
class Sum:
    """A year of all units: how many published each document, and what they come to."""

    year: int
    counts: tuple[int, ...]
    amounts: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class Detail:
    """One document of one year, unit by unit and line by line."""

    id: str
    label: str
    rows: list[Row]

    @property
    def sums(self) -> list[Decimal]:
        """Each line of all units together."""
        columns = zip(*(row.amounts for row in self.rows), strict=True)
        return [sum(filter(None, column), Decimal("0.00")) for column in columns]

    @property
    def cars(self) -> tuple[Decimal, Decimal]:
        """公务用车 of all units, and what of it was spent on running them."""
        return self.sums[_CARS], self.sums[_CARS_RUN]


@dataclass(frozen=True, kw_only=True)
class OverviewView(View):
    """All units and years side by side."""

    TEMPLATE = "lists/three-public.html"

    crumbs: Crumbs
    title: str
    years: list[int]
    rows: list[Row]
    sums: list[Sum]
    drawing: Markup
    details: list[Detail]
    lines: list[str]
    csv: str
    example: bool


@dataclass(frozen=True, kw_only=True)
class UnitView(View):
    """All years of one unit."""

    TEMPLATE = "lists/three-public-unit.html"

    crumbs: Crumbs
    title: str
    unit: Unit
    totals: tuple[tuple[Budget, budget.Line], ...]
    trend: Markup
    #: the heading of each document's column, oldest first
    columns: list[str]
    lines: tuple[budget.Line, ...]
    csv: str
    example: bool


def planned(site: Site) -> Iterator[Planned]:
    """The comparison and a page for each unit, as far as there are budgets."""
    found = by_unit(site.facts)
    if found:
        yield Planned(URL, "columns", lambda: _overview(site, found))
    for unit, years in found:
        yield _planned(site, unit, years)


def by_unit(facts: Facts) -> list[tuple[Unit, Years]]:
    """The units that published a budget or accounts, in their order, with their years newest first."""
    found: dict[str, Years] = {}
    for record in sorted(facts.register.public(Budget), key=lambda each: -each.year):
        # the government's own has the units' in it already
        if not record.whole and (unit := facts.register.unit(record.unit)):
            found.setdefault(unit.id, {}).setdefault(record.year, record)
    return [(unit, found[unit.id]) for unit in facts.register.units if unit.id in found]


def _files(facts: Facts) -> Iterator[File]:
    """The amounts of all units, and those of each, to download."""
    whole = []
    for unit, years in by_unit(facts):
        rows = [row for record in years.values() for row in budget.rows(facts, record)]
        yield f"{URL}{unit.slug}/list.csv", table(budget.HEAD, rows)
        whole += rows
    if whole:
        yield f"{URL}list.csv", table(budget.HEAD, whole)


def _planned(site: Site, unit: Unit, years: Years) -> Planned:
    url = f"{URL}{unit.slug}/"
    return Planned(url, "columns", lambda: _unit(site, url, unit, years))


def _overview(site: Site, found: list[tuple[Unit, Years]]) -> Page:
    records = [record for _, years in found for record in years.values()]
    years = sorted({record.year for record in records}, reverse=True)
    sums = [_sum(site.facts, year, found) for year in years]
    labels = zip(ThreePublic.labels(), budget.DEPTHS, strict=True)
    view = OverviewView(
        crumbs=[*site.links.crumbs(URL, (Budget.COLUMN, "budgets/")), (TITLE, None)],
        title=TITLE,
        years=years,
        rows=[_totals(site, unit, known, years) for unit, known in found],
        sums=sums,
        drawing=_drawn(sums),
        details=list(_details(site, found, years)),
        lines=[f"其中：{label}" if depth > 1 else label for label, depth in labels],
        csv=site.links.href(URL, f"{URL}list.csv"),
        example=any(record.example for record in records),
    )
    described = f"{len(found)}个单位{years[-1]}年至{years[0]}年“三公”经费的预算和决算"
    content = site.templates.filled(view, URL)
    head = list_head(site.facts, URL, TITLE, site.links.feed_links(URL, ["budgets"]), description=described)
    document = _document(URL, TITLE, described, records)
    return Page(URL, "columns", title_of(site.links, TITLE), head, content, "three-public", document=document)


def _document(url: str, title: str, text: str, records: Sequence[Budget], unit: str = "") -> SearchDocument:
    newest = max(record.published for record in records)
    return SearchDocument(
        url=url, title=title, number="", text=f"{text} 三公经费", type=Budget.LABEL, unit=unit,
        year=str(newest.year), status="", date=newest.isoformat(),
    )  # fmt: skip


def _amounts(facts: Facts, record: Budget | None, label: str) -> tuple[Decimal, ...] | None:
    """The lines of a document, None where it is not public."""
    known = dict(record.statements_on(facts.register.today)) if record else {}
    return known[label].three_public.amounts if label in known else None


def _totals(site: Site, unit: Unit, known: Years, years: Sequence[int]) -> Row:
    """A unit's 合计, planned and spent, year by year."""
    amounts = []
    for year in years:
        for label in DOCUMENTS:
            lines = _amounts(site.facts, known.get(year), label)
            amounts.append(lines[0] if lines else None)
    example = any(record.example for record in known.values())
    return Row(unit.label, site.links.href(URL, f"{URL}{unit.slug}/"), amounts, example)


def _sum(facts: Facts, year: int, found: list[tuple[Unit, Years]]) -> Sum:
    columns = [[_amounts(facts, known.get(year), label) for _, known in found] for label in DOCUMENTS]
    public = [[lines[0] for lines in column if lines] for column in columns]
    amounts = tuple(sum(each, Decimal("0.00")) if each else None for each in public)
    return Sum(year, tuple(len(each) for each in public), amounts)


def _drawn(sums: Sequence[Sum]) -> Markup:
    ordered = sorted(sums, key=lambda each: each.year)
    series = [
        Series(label, [each.amounts[place] for each in ordered]) for place, label in enumerate(DOCUMENTS)
    ]
    return bars("heji", "各单位“三公”经费合计", [f"{each.year}年" for each in ordered], series)


def _details(site: Site, found: list[tuple[Unit, Years]], years: Sequence[int]) -> Iterator[Detail]:
    """Every line of each document, the newest year first, accounts before the budget."""
    for year in years:
        for label, slug in ((ACCOUNTS, "juesuan"), (BUDGET, "yusuan")):
            rows = []
            for unit, known in found:
                if (record := known.get(year)) and (lines := _amounts(site.facts, record, label)):
                    rows.append(Row(unit.label, site.links.href(URL, record), lines, record.example))
            if rows:
                yield Detail(f"{slug}-{year}", f"{year}年{label}", rows)


def _unit(site: Site, url: str, unit: Unit, known: Years) -> Page:
    title = f"{unit.label}历年“三公”经费"
    records = sorted(known.values(), key=lambda each: each.year)
    totals = budget.totals(site.facts, records)
    today = site.facts.register.today
    documents = [
        (f"{record.year}年{label}", each) for record in records for label, each in record.statements_on(today)
    ]
    view = UnitView(
        crumbs=[*site.links.crumbs(url, (Budget.COLUMN, "budgets/"), (TITLE, URL)), (unit.label, None)],
        title=title,
        unit=unit,
        totals=totals,
        trend=budget.trend(totals, unit.label),
        columns=[label for label, _ in documents],
        lines=budget.lines([each for _, each in documents]),
        csv=site.links.href(url, f"{url}list.csv"),
        example=any(record.example for record in records),
    )
    described = f"{unit.name}{records[0].year}年至{records[-1].year}年“三公”经费的预算和决算"
    content = site.templates.filled(view, url)
    head = list_head(site.facts, url, title, [], description=described)
    document = _document(url, title, described, records, unit.label)
    return Page(
        url, "columns", title_of(site.links, title), head, content, "three-public-unit", document=document
    )


PART = Part(planned, _files)
