"""What the page of a year's applications shows: the months as a table, and drawn."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from markupsafe import Markup

from gongkai.records.request_stats import Month, Outcomes, RequestStats
from gongkai.render.bars import Series, bars
from gongkai.render.views import common
from gongkai.render.views.fields import metadata

if TYPE_CHECKING:
    from gongkai.render.site import Site


@dataclass
class RequestStatsView(common.RecordView):
    months: tuple[Month, ...] = ()
    outcomes: tuple[str, ...] = Outcomes.labels()
    totals: tuple[int, ...] = ()
    #: share answered in time, as printed; None before anything was dealt with
    in_time: str | None = None
    drawing: Markup | None = None


def view(site: Site, record: RequestStats) -> RequestStatsView:
    """The months published so far, their sums, the share answered in time."""
    shared = common.base(site, record)
    made = RequestStatsView(**{each.name: getattr(shared, each.name) for each in fields(shared)})
    made.metadata = metadata(site, record)
    made.months = record.months_on(site.register.today)
    by_outcome = zip(*(month.done.counts for month in made.months), strict=True)
    finished = sum(month.finished for month in made.months)
    in_time = sum(month.in_time for month in made.months)
    received = sum(month.received for month in made.months)
    made.totals = (received, *map(sum, by_outcome), finished, in_time)
    made.in_time = f"{in_time / finished:.1%}" if finished else None
    names = [str(int(month.month[5:])) for month in made.months]
    series = [
        Series("新收", [month.received for month in made.months]),
        Series("办结", [month.finished for month in made.months]),
    ]
    made.drawing = bars("yuedu", f"{record.slug}年各月新收和办结的申请", names, series)
    return made
