"""The list behind a figure: every case it looked at, page by page, and what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.common.said_days import cn_date, said
from gongkai.law.figures import About, Case, Kind, Listing, Measured
from gongkai.render.frame.links import Links
from gongkai.render.frame.page import Page, relative
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.lists.by_age import ByAge
from gongkai.render.lists.leading import leading_pages
from gongkai.render.lists.lined import Line, Lined, Narrowing, Terms, script
from gongkai.render.lists.paging import PagedView
from gongkai.render.quality.figure_words import TITLE, URL, address
from gongkai.render.site import Crumbs, Site

PAGE_SIZE = 50


@dataclass(frozen=True)
class CaseRow:
    """One case as a list shows it; ``chip`` is (kind, word)."""

    title: str
    label: str
    href: str
    units: str
    date: dt.date
    chip: tuple[str, str]
    note: str
    example: bool


@dataclass(frozen=True, kw_only=True)
class FigureListView(PagedView):
    """A page of the list behind a figure."""

    TEMPLATE = "lists/figure-list.html"

    crumbs: Crumbs
    title: str
    about: About
    total: int
    rows: list[CaseRow]
    csv: str
    back: str
    #: what a browser needs to narrow it, on its newest page
    narrowing: Narrowing | None


@dataclass(frozen=True)
class CaseList:
    """The list behind a figure, cut into pages."""

    measured: Measured
    cases: list[Case]

    @property
    def url(self) -> str:
        return f"{address(self.measured)}list/"

    @property
    def cut(self) -> ByAge:
        """Its pages."""
        return ByAge(self.url, len(self.cases), PAGE_SIZE)

    @property
    def lined(self) -> Lined:
        """The same as a browser narrows it."""
        chips = dict(chip_of(self.measured, case) for case in self.cases)
        units = {unit.slug: unit.label for case in self.cases for unit in case.units}
        terms = [Terms("unit", "单位", list(units.items())), Terms("result", "结果", list(chips.items()))]
        return Lined(self.url, terms, [_line(self, case) for case in self.cases], "日期", "条")


def _line(found: CaseList, case: Case) -> Line:
    kind, word = chip_of(found.measured, case)
    units = "、".join(unit.label for unit in case.units)
    return Line(
        relative(found.url, case.record.shown_at),
        _title(case),
        case.date.isoformat(),
        [[kind, word]],
        [*filter(None, (said(case.label), units, cn_date(case.date)))],
        {"unit": [unit.slug for unit in case.units], "result": [kind]},
        said(case.note),
    )


def list_of(measured: Measured) -> CaseList | None:
    """Everything a figure looked at, or what counts where the rest is in order; None: listed elsewhere."""
    if measured.about.listing is Listing.ELSEWHERE:
        return None
    counted = measured.about.listing is Listing.COUNTED
    return CaseList(measured, [case for case in measured.cases if case.counted or not counted])


def planned(site: Site, measured: Measured) -> Iterator[Planned]:
    """The pages of the list, where there is one."""
    found = list_of(measured)
    if found is not None:
        for number in found.cut.numbers:
            yield _planned(site, found, number)
        yield from leading_pages(site, found.cut)


def _planned(site: Site, found: CaseList, number: int) -> Planned:
    return Planned(found.cut.page_url(number), "quality", lambda: _page(site, found, number))


def row_of(links: Links, case: Case, url: str, measured: Measured) -> CaseRow:
    """A case with a link to its record."""
    record = case.record
    return CaseRow(
        title=_title(case),
        label=case.label,
        href=links.href(url, record.shown_at),
        units="、".join(unit.label for unit in case.units),
        date=case.date,
        chip=chip_of(measured, case),
        note=case.note,
        example=bool(getattr(record, "example", False)),
    )


def _title(case: Case) -> str:
    return str(getattr(case.record, "name", case.record.slug))


def chip_of(measured: Measured, case: Case) -> tuple[str, str]:
    """(kind, word): counted, not counted, in part, waived, or over."""
    if case.waived:
        return "not-needed", "豁免"
    if measured.about.kind is Kind.STOCK:
        ended = case.until is not None and case.until <= measured.today
        return ("repealed", "不再有效") if ended else ("met", "现行有效")
    if measured.about.kind is Kind.COUNT:
        return _chip_of_count(measured.about, case)
    if case.counted == case.whole:
        return "met", "计入"
    return (
        ("missed", measured.about.other)
        if not case.counted
        else ("due", f"计入 {case.counted} / {case.whole}")
    )


def _chip_of_count(about: About, case: Case) -> tuple[str, str]:
    """What should not be is told by its own name; hours and sessions that count are no fault."""
    if about.fault:
        return ("missed", about.fault) if case.counted else ("met", about.other)
    return ("met", "计入") if case.counted else ("missed", about.other)


def _page(site: Site, found: CaseList, number: int) -> Page:
    url, measured = found.cut.page_url(number), found.measured
    shown = found.cases[found.cut.span(number)]
    title = f"{measured.name}：名单"
    view = FigureListView(
        **found.cut.told(site.links, number, url),
        crumbs=[*site.links.crumbs(url, (TITLE, URL), (measured.name, address(measured))), ("名单", None)],
        title=title,
        about=measured.about,
        total=len(found.cases),
        rows=[row_of(site.links, case, url, measured) for case in shown],
        csv=site.links.href(url, f"{found.url}list.csv"),
        back=site.links.href(url, address(measured)),
        narrowing=found.lined.narrowing("", "") if url == found.url else None,
    )
    content = site.templates.filled(view, url)
    head = list_head(site.facts, url, title, [], description=f"{measured.name}算进去和没有算进去的全部记录")
    if view.narrowing:
        head += script(site, url)
    title = title_of(site.links, found.cut.titled(title, number))
    return Page(url, "quality", title, head, content, "figure-list")
