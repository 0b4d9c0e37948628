"""去年 and 上个月 are read by the reader's day, as long as the column is about as new."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gongkai.search.words import tables

Call = Callable[..., list[Any]]


def test_words_that_hang_on_the_day(call: Call) -> None:
    asked = [
        ["去年", "2026-01-09"],
        ["今年", "2026-01-09"],
        ["上个月", "2026-01-09"],
        ["下个月", "2026-12-01"],
    ]
    assert call("when.js", "meantBy", asked) == ["2025", "2026", "12月", "1月"]
    # of a column that ended only the year is known
    assert call("when.js", "meantBy", [["前年", "2024"], ["上个月", "2024"], ["去年", ""]]) == [
        "2022",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("years", "day"),
    [(["2026", "2025"], "2027-01-02"), (["2027"], "2027-01-02"), (["2024"], "2024"), ([], "2027-01-02")],
)
def test_a_column_that_ended_is_read_as_of_its_last_year(call: Call, years: list[str], day: str) -> None:
    assert call("when.js", "dayFor", [["2027-01-02", years]]) == [day]


def test_a_question_asks_for_the_year_itself(call: Call) -> None:
    words = {**tables([], []), "day": "2026-11-30"}
    [found] = call("matter.js", "matter", [["去年决算", words]])
    assert ["去年", "2025"] in [each["words"] for each in found["concepts"]]
