"""Of what is told anew each month the newest stands first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def card(title: str, date: str, unit: str = "区民政局", kind: str = "信息") -> dict[str, str]:
    return {"title": title, "date": date, "unit": unit, "type": kind}


def test_the_newest_of_a_series_stands_where_the_first_of_it_stood(call: Callable[..., list[Any]]) -> None:
    september, october = (
        card("2026年9月低保情况", "2026-10-13"),
        card("2026年10月低保情况", "2026-11-09"),
    )
    policy, elsewhere = card("救助办法", "2020-01-01"), card("2026年8月低保情况", "2026-12-01", "区教委")
    (found,) = call("series.js", "newestOfSeries", [[[september, policy, elsewhere, october]]])
    assert found == [october, policy, elsewhere, september]
    assert call("series.js", "newestOfSeries", [[[]]]) == [[]]
