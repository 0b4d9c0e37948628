"""What the page of a year's applications shows: the months as a table, and drawn; the grounds of refusals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.common.csv_text import Value, table
from gongkai.records.types.request_stats import Disputes, Month, Outcomes, RequestStats
from gongkai.render.charts.bars import Series, bars
from gongkai.render.charts.ranks import ranks
from gongkai.render.facts import Facts
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.request_years import GROUND_WORDS, Years, years
from gongkai.render.site import Site

SHOWS = RequestStats


@dataclass(frozen=True)
class GroundRow:
    """One legal ground: its official words and how often it was given in each month and altogether."""

    label: str
    counts: tuple[int | None, ...]

    @property
    def total(self) -> int:
        return sum(count or 0 for count in self.counts)


@dataclass(frozen=True, kw_only=True)
class RequestStatsView(common.RecordView):
    """The months of a year with their sums, and the grounds of refusals where they are given."""

    record: RequestStats
    months: tuple[Month, ...]
    outcomes: tuple[str, ...]
    totals: tuple[int, ...]
    #: share answered in time, as printed; None before anything was dealt with
    in_time: str | None
    drawing: Markup
    #: (outcome, its grounds), and the refusals drawn
    grounds: list[tuple[str, tuple[GroundRow, ...]]]
    refusals: Markup | None
    #: what each column of the reviews and lawsuits counts, the months of which they are told, and their sums
    dispute_names: tuple[str, ...]
    disputes: tuple[Month, ...]
    dispute_sums: Disputes | None
    #: beside the years before
    over_years: Years | None


def view(site: Site, record: RequestStats) -> RequestStatsView:
    """The months published so far, their sums, the share answered in time."""
    shared = common.base(site, record, metadata(site, record))
    months = record.months_on(site.facts.register.today)
    grounds = list(_grounds(months))
    if grounds:
        shared["attachments"] = [_file(site, record), *shared["attachments"]]
        shared["plain"] = "\n".join([shared["plain"], *_told(grounds)]).strip()
    totals = _totals(months)
    *_, finished, in_time = totals
    disputes = tuple(month for month in months if month.disputes)
    return RequestStatsView(
        **shared,
        record=record,
        months=months,
        outcomes=Outcomes.labels(),
        totals=totals,
        in_time=f"{in_time / finished:.1%}" if finished else None,
        drawing=_drawing(record, months),
        grounds=grounds,
        refusals=_refusals(record, grounds[0][1]) if grounds else None,
        dispute_names=Disputes.labels(),
        disputes=disputes,
        dispute_sums=_dispute_sums(disputes),
        over_years=years(site.facts.register, record),
    )


def _dispute_sums(months: tuple[Month, ...]) -> Disputes | None:
    """The reviews and lawsuits of all months together; None where no month tells of any."""
    told = [month.disputes.counts for month in months if month.disputes]
    sums = map(sum, zip(*told, strict=True))
    return Disputes.model_validate(dict(zip(Disputes.labels(), sums, strict=True))) if told else None


def _told(grounds: list[tuple[str, tuple[GroundRow, ...]]]) -> Iterator[str]:
    """What search knows of them: an outcome a line, with the grounds that were given."""
    for outcome, rows in grounds:
        given = "、".join(f"{row.label}{row.total}件" for row in rows if row.total)
        if given:
            yield f"{outcome}的理由：{given}"


def _totals(months: tuple[Month, ...]) -> tuple[int, ...]:
    """Received, each outcome, finished, in time: the sums of the months."""
    by_outcome = zip(*(month.done.counts for month in months), strict=True)
    finished = sum(month.finished for month in months)
    in_time = sum(month.in_time for month in months)
    return (sum(month.received for month in months), *map(sum, by_outcome), finished, in_time)


def _drawing(record: RequestStats, months: tuple[Month, ...]) -> Markup:
    names = [f"{int(month.month[5:])}月" for month in months]
    series = [
        Series("新收", [month.received for month in months]),
        Series("办结", [month.finished for month in months]),
    ]
    return bars("yuedu", f"{record.slug}年各月新收和办结的申请", names, series)


def _refusals(record: RequestStats, rows: tuple[GroundRow, ...]) -> Markup:
    return ranks("liyou", f"{record.slug}年不予公开的理由", [(row.label, row.total) for row in rows])


def files(facts: Facts, record: RequestStats) -> dict[str, bytes]:
    """The grounds of every month as CSV, by its address; nothing where none are given."""
    months = record.months_on(facts.register.today)
    if not any(grounds for month in months for *_, grounds in month.by_ground):
        return {}
    return {_address(record): _csv(record, months)}


def _address(record: RequestStats) -> str:
    return f"{record.url}grounds-{record.slug}.csv"


def _file(site: Site, record: RequestStats) -> common.FileView:
    address = _address(record)
    size = len(files(site.facts, record)[address])
    return common.FileView("各月不予公开等结果的理由", site.links.href(record.url, address), "CSV", size)


def _grounds(months: tuple[Month, ...]) -> Iterator[tuple[str, tuple[GroundRow, ...]]]:
    """Each outcome that has grounds in some month, with a row for every ground of the closed list."""
    for place, outcome in enumerate(Outcomes.labels()[2:5]):
        given = [month.by_ground[place] for month in months]
        known = next((grounds for *_, grounds in given if grounds), None)
        if known:
            rows = [
                GroundRow(GROUND_WORDS[key], tuple(g.counts[number][1] if g else None for *_, g in given))
                for number, (key, _) in enumerate(known.counts)
            ]
            yield outcome, tuple(rows)


def _csv(record: RequestStats, months: tuple[Month, ...]) -> bytes:
    """One line a month and ground."""
    rows: list[list[Value]] = [
        [month.month, record.unit, outcome, GROUND_WORDS[key], count, record.example]
        for month in months
        for outcome, _, grounds in month.by_ground
        for key, count in (grounds.counts if grounds else ())
    ]
    return table(("月份", "单位", "结果", "理由", "件数", "示例"), rows)
