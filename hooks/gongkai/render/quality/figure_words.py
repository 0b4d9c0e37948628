"""Figures in words: values, targets and periods as readers meet them, the same on every page."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gongkai.law.figures import Kind, Measured, Period, Tally, percent
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.quality import Comparison, Verdict
from gongkai.render.charts.lines import Point

URL = "quality/"
TITLE = "公开质量"


def address(measured: Measured) -> str:
    """The page of a figure, below the column's root."""
    return f"{URL}{measured.id}/"


def unit_address(unit: Unit) -> str:
    """The page with all figures of a unit."""
    return f"{URL}unit/{unit.slug}/"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of one period, in words: the value, the counts behind it, the target and the verdict."""

    period: str
    value: str
    counts: str
    tally: Tally
    target: str
    verdict: Verdict

    @property
    def judged(self) -> bool:
        """Whether a target was reached or not can be said."""
        return self.verdict in {Verdict.MET, Verdict.MISSED}


def tell(measured: Measured, period: Period | None, unit: Unit | None = None) -> Told:
    """The figure of a period (None: up to today), of a unit or of all."""
    counts = measured.tally(period, unit)
    year = period.year if period else measured.today.year
    return Told(
        period=period_of(measured, period),
        value=measured.value(counts),
        counts=counts_of(measured, counts),
        tally=counts,
        target=target_of(measured, year, unit),
        verdict=measured.verdict(period, unit),
    )


def period_of(measured: Measured, period: Period | None) -> str:
    """2025年, 2026年至今, 2026年11月至今, or 目前.

    Up to which day is said once, in the overview: else all pages of figures and all badges change each night.
    """
    today = measured.today
    if period is None or (measured.about.kind is Kind.STOCK and period.last >= today):
        return "目前"
    return f"{period}至今" if period.last > today else str(period)


def counts_of(measured: Measured, counts: Tally) -> str:
    """``5 / 6 件，另有豁免 1 件``: what the value is made of."""
    measure = measured.about.measure
    if not measured.known:
        return measured.about.missing or "没有可算的"
    if measured.about.kind is Kind.SHARE and not (counts.whole or counts.waived):
        return "没有可算的"
    if measured.about.kind is Kind.SHARE:
        told = f"{counts.counted} / {counts.whole} {measure}"
    elif counts.counted == counts.whole:
        told = f"共 {counts.whole} {measure}"
    else:
        told = f"{counts.whole} {measure}里有 {counts.counted} {measure}"
    return f"{told}，另有豁免 {counts.waived} {measure}" if counts.waived else told


def target_of(measured: Measured, year: int, unit: Unit | None = None) -> str:
    """What is asked for in a year; empty where the source names no number."""
    norm = measured.norm
    if norm.target is None or not norm.holds_in(year):
        return ""
    if measured.about.kind is not Kind.SHARE:
        return f"{'' if norm.target == 0 else norm.comparison.value + ' '}{norm.target}"
    if norm.comparison is not Comparison.RAISED:
        return f"{norm.target}%"
    asked = measured.target(year, unit)
    raised = f"比上年提升 {norm.target}%"
    return f"{raised}，即 {percent(asked)}" if asked is not None else raised


def points(measured: Measured) -> list[Point]:
    """The years of a figure's trend."""
    return [_point(measured, year) for year in measured.years]


def _point(measured: Measured, year: Period) -> Point:
    counts = measured.tally(year)
    share = measured.about.kind is Kind.SHARE
    return Point(
        label=str(year.year),
        value=counts.share if share else Fraction(counts.counted),
        text=measured.value(counts),
        target=measured.target(year.year),
        missed=measured.verdict(year) is Verdict.MISSED,
    )


def top_of(measured: Measured) -> Fraction | None:
    """The upper edge of a drawing: 100% for shares."""
    return Fraction(1) if measured.about.kind is Kind.SHARE else None
