"""Every row of a dataset on plain pages, year by year and unit by unit; a search leads to those of a unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from gongkai.exports.made import Cells, RowGroup, Table
from gongkai.records.types.dataset import Dataset
from gongkai.render.frame.navigation import section_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.lists.paging import PagedView, numbers
from gongkai.render.parts import Part, nothing
from gongkai.render.records import row_cells, row_words
from gongkai.render.site import Crumbs, Site
from gongkai.search import SearchDocument


@dataclass(frozen=True)
class _Run:
    """The pages of one group."""

    dataset: Dataset
    table: Table
    group: RowGroup

    @property
    def pages(self) -> int:
        return self.group.pages

    def page_url(self, number: int) -> str:
        first = self.group.url(self.dataset.url)
        return first if number == 1 else f"{first}page/{number}/"


@dataclass(frozen=True, kw_only=True)
class TablePageView(PagedView):
    """One page of a dataset's rows; ``head`` and ``rows`` are rows of a table."""

    TEMPLATE = "lists/table-page.html"

    crumbs: Crumbs
    title: str
    dataset: Dataset
    group: RowGroup
    head: Markup
    rows: Markup
    #: how many rows stand on this page
    count: int


def planned(site: Site) -> Iterator[Planned]:
    """The pages of every public dataset that has rows, those of a year together."""
    for dataset in site.facts.register.public(Dataset):
        table = site.facts.made.tables.get(dataset.id)
        for run in [_Run(dataset, table, group) for group in table.groups] if table else ():
            for number in range(1, run.pages + 1):
                yield _planned(site, run, number)


def _planned(site: Site, run: _Run, number: int) -> Planned:
    url = run.page_url(number)
    return Planned(url, section_of(run.dataset), lambda: _page(site, run, number, url))


def _page(site: Site, run: _Run, number: int, url: str) -> Page:
    dataset, group, section = run.dataset, run.group, section_of(run.dataset)
    label = f"{group.label}，第{number}页" if group.pages > 1 else group.label
    title = f"{dataset.title}：{label}"
    rows = run.table.page(group, number)
    crumbs = site.links.crumbs(url, (Dataset.COLUMN, f"{Dataset.section()}/"), (dataset.title, dataset.url))
    view = TablePageView(
        **numbers(site.links, run, number, url),
        crumbs=[*crumbs, (group.label, None)],
        title=title,
        dataset=dataset,
        group=group,
        head=row_cells.head(run.table.columns),
        rows=row_cells.body(run.table.columns, rows, labels=True),
        count=len(rows),
    )
    content = site.templates.filled(view, url)
    head = list_head(
        site.facts, url, title, [], description=f"{dataset.title}，{group.label}，共{group.count}条"
    )
    page = Page(url, section, title_of(site.links, title), head, content, "table-page")
    return replace(page, document=_document(run, rows)) if number == 1 and _found(run) else page


def _found(run: _Run) -> bool:
    """Whether a search leads here itself: to a unit's rows of the newest year, else to the dataset."""
    return bool(run.group.slug) and run.group.year == max(run.table.years)


def _document(run: _Run, rows: Sequence[Cells]) -> SearchDocument:
    """``unit`` names the unit; in the title it would lead whoever looks for the unit itself here."""
    dataset, group = run.dataset, run.group
    return SearchDocument(
        url=run.page_url(1),
        title=f"{dataset.title}：{group.year}年",
        number="",
        text="\n".join(row_words.said_by(dataset, run.table, rows)),
        type=dataset.LABEL,
        unit=group.value,
        year=str(group.year),
        status="",
        date=dataset.published.isoformat(),
    )


# rows of a dataset are led to by the dataset's page
PART = Part(planned, in_map=nothing)
