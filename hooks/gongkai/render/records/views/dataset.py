"""What the page of a dataset shows: its newest rows, its files, its pages, what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from gongkai.exports.made import Table
from gongkai.records.types.dataset import Dataset, Reduction
from gongkai.records.vocabulary.datasets import FieldRole, FieldType
from gongkai.render.frame.links import Links
from gongkai.render.records import row_cells, row_words
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = Dataset


@dataclass(frozen=True)
class YearFiles:
    """A year, or the whole dataset: how many rows, and (format, link, size in bytes) of its files."""

    label: str
    count: int
    files: list[tuple[str, str, int]]


@dataclass(frozen=True, kw_only=True)
class DatasetView(common.RecordView):
    """A dataset's newest rows and the ways to all of them; without a table there are none."""

    record: Dataset
    table: Table | None = None
    head: Markup | None = None
    rows: Markup | None = None
    downloads: list[YearFiles] = field(default_factory=list)
    years: list[int] = field(default_factory=list)
    #: by what rows can be found, for the box that asks
    asked: str = ""
    #: unit → (link, count) of its first page in each year, None where it has no rows
    pages: dict[str, list[tuple[str, int] | None]] = field(default_factory=dict)
    #: 数据减少 announced up to the day
    reductions: tuple[Reduction, ...] = ()


def view(site: Site, record: Dataset) -> DatasetView:
    """The shared parts of a page, and those of a dataset."""
    shared = common.base(site, record, metadata(site, record))
    table = site.facts.made.tables.get(record.id)
    if not table or not table.count:
        return DatasetView(**shared, record=record)
    shared["plain"] = "\n".join([shared["plain"], *row_words.said(record, table)]).strip()
    return DatasetView(
        **shared,
        record=record,
        table=table,
        head=row_cells.head(table.columns),
        rows=row_cells.body(table.columns, table.newest, labels=True),
        downloads=_downloads(site.links, record, table),
        years=list(table.years),
        asked=_asked(record),
        pages=_pages(site.links, record, table),
        reductions=record.seen("reductions", site.facts.register.today),
    )


def _downloads(links: Links, record: Dataset, table: Table) -> list[YearFiles]:
    parts = [("全部", 0, table.count), *((f"{year}年", year, count) for year, count in table.years.items())]
    return [
        YearFiles(
            label,
            count,
            [(f.label, links.href(record.url, f.path), f.size) for f in table.files if f.year == year],
        )
        for label, year, count in parts
    ]


def _pages(links: Links, record: Dataset, table: Table) -> dict[str, list[tuple[str, int] | None]]:
    places = {year: place for place, year in enumerate(table.years)}
    found: dict[str, list[tuple[str, int] | None]] = {}
    for group in sorted(table.groups, key=lambda each: each.value):
        row = found.setdefault(group.value, [None] * len(places))
        row[places[group.year]] = (links.href(record.url, group.url(record.url)), group.count)
    return found


def _asked(record: Dataset) -> str:
    """“名称里的字、许可文书号的末几位数字或完整的统一社会信用代码”, as far as there are such columns."""
    name, number = record.place_of(FieldRole.NAME), record.place_of(FieldRole.NUMBER)
    code = next((each.name for each in record.columns if each.type is FieldType.CODE), None)
    found = [
        f"{record.columns[name].name}里的字" if name is not None else None,
        f"{record.columns[number].name}（末一串数字要写全）" if number is not None else None,
        f"完整的{code}" if code else None,
    ]
    return f"写上{'、'.join(filter(None, found)) or '要找的词'}"
