"""What is the same for all figures: exact shares, periods, places in the league."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai import pipeline
from gongkai.common.problems import Problem
from gongkai.law.figures import About, Case, Kind, Measured, Period, Tally, figures, league, percent
from gongkai.law.figures.case import tally
from gongkai.records.base import Source
from gongkai.records.types.figure import Norm
from gongkai.records.types.unit import Unit

DAY = dt.date(2026, 11, 21)


def unit(slug):
    made = Unit.model_validate({"名称": slug})
    made.placed(Source(f"data/units/{slug}.yml", f"units/{slug}"))
    return made


UNITS = [unit(slug) for slug in ("jia", "yi", "bing", "ding", "wu")]
ABOUT = About("比率", 1, Kind.SHARE, "件", "全部", "好的", "日期")
NORM = Norm.model_validate({"名称": "比率", "依据": [{"文件": "要点"}], "目标": "60", "最少件数": "4"})


def measured(*parts):
    """(unit, good, all) → a figure."""
    cases = [
        Case(each, DAY, int(number < good), (each,)) for each, good, whole in parts for number in range(whole)
    ]
    return Measured("bi", ABOUT, NORM, tuple(cases), DAY)


@pytest.mark.parametrize(("share", "words"), [
    (None, "—"), (Fraction(0), "0%"), (Fraction(1), "100%"), (Fraction(1, 3), "33.3%"),
    (Fraction(9999, 10000), "99.9%"), (Fraction(1, 10000), "不到0.1%"), (Fraction(3, 5), "60%"),
])  # fmt: skip
def test_shares_are_cut_off_never_rounded_up(share, words):
    assert percent(share) == words


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_only_all_is_100_percent_and_only_nothing_is_0(counted, whole):
    share = Fraction(min(counted, whole), whole)
    assert (percent(share) == "100%") == (share == 1)
    assert (percent(share) == "0%") == (share == 0)


def test_periods_end_on_their_last_day():
    assert [Period(2026, month).last.day for month in (2, 11, 12)] == [28, 30, 31]
    assert (Period(2026).last, Period(2024, 2).last.day) == (dt.date(2026, 12, 31), 29)


def test_waived_cases_are_counted_apart():
    cases = [Case(UNITS[0], DAY, 1), Case(UNITS[0], DAY, 0, waived=True), Case(UNITS[0], DAY, 3, whole=7)]
    assert tally(cases) == Tally(4, 8, 1)


def test_equals_share_a_place_and_few_are_apart():
    parts = ((UNITS[0], 3, 4), (UNITS[1], 8, 8), (UNITS[2], 6, 8), (UNITS[3], 3, 3), (UNITS[4], 0, 5))
    found = league(measured(*parts), Period(2026), UNITS)
    assert [(each.unit.slug, each.place) for each in found.ranked] == [
        ("yi", 1), ("jia", 2), ("bing", 2), ("wu", 4),
    ]  # fmt: skip
    assert [(each.unit.slug, each.place) for each in found.apart] == [("ding", None)]
    assert found.fewest == 4


def test_the_league_compares_exactly_not_what_is_shown():
    close = measured((UNITS[0], 9998, 10000), (UNITS[1], 9999, 10001))
    assert [each.place for each in league(close, None, UNITS).ranked] == [1, 2]


def test_units_without_a_case_in_the_period_are_not_in_the_league():
    found = league(measured((UNITS[0], 3, 4)), Period(2025), UNITS)
    assert (found.ranked, found.apart) == ((), ())


def test_every_figure_says_in_words_what_it_counts(rules):
    norms = rules[1]
    assert set(figures()) == set(norms)
    for each in figures().values():
        about = each.about
        assert about.among and about.counted and about.dated and about.measure
        assert norms[each.id].title == about.name
        assert norms[each.id].bases
    assert len({each.about.order for each in figures().values()}) == len(figures())


def test_figures_are_told_of_what_waivers_let_pass(small_column, monkeypatch):
    stands, waived = Problem("a", "b.md", "还在", "改"), Problem("a", "c.md", "豁免", "改")
    register = small_column()
    checked = pipeline.Checked(register, (stands,), (waived,), {}, {}, frozenset())
    seen = []
    monkeypatch.setattr("gongkai.law.figures.measure", lambda context: seen.extend(context.problems))
    pipeline.measure(register, checked, ())
    assert seen == [stands, waived]


@pytest.mark.parametrize(
    ("today", "told"),
    [("2026-12-31", 2026), ("2027-01-31", 2026), ("2027-02-01", 2027), ("2028-01-01", 2028)],
)
def test_in_january_the_year_that_is_over_is_told(today, told):
    """With all its months; where nothing was counted in it there is nothing to tell."""
    before = measured(("jia", 3, 5))
    found = replace(before, today=dt.date.fromisoformat(today))
    assert found.present == Period(told)
    assert len(found.months) == (12 if told == 2026 else found.today.month)
