"""The report of scripts/bench compare, of made-up figures: how builds compare, and what it ran on."""

from __future__ import annotations

from xml.etree import ElementTree

import bench_report
from bench_report import CLEAN, Cost

MACHINE = {"processor": "A & B", "processors": 2, "python": "3.11.2", "load_before": 0.5, "load_after": 1.5}


def cost(records: int, what: str, cpu: float) -> Cost:
    return Cost(records, what, cpu, 1.0, 100.0, 10.0, 5)


COSTS = [cost(100, CLEAN, 4.0), cost(100, "Hugo", 0.25), cost(300, CLEAN, 8.0), cost(300, "Hugo", 0.5)]


def test_builds_are_compared_with_a_clean_one_and_by_what_a_record_more_costs() -> None:
    told = bench_report.told("2026-12-01", MACHINE, COSTS)
    assert told["ratios"] == {"100": {"Hugo": 0.062}, "300": {"Hugo": 0.062}}
    assert told["ms_per_record_more"] == {CLEAN: 20.0, "Hugo": 1.2}
    assert (told["day"], told["machine"]) == ("2026-12-01", MACHINE)
    assert told["costs"][1]["cpu"] == 0.25


def test_one_number_of_records_has_no_growth() -> None:
    assert bench_report.growth(COSTS[:2]) == {}


def test_the_picture_has_a_bar_for_each_build_the_day_and_the_machine() -> None:
    drawn = bench_report.svg(bench_report.told("2026-12-01", MACHINE, COSTS), COSTS)
    root = ElementTree.fromstring(drawn)
    space = "{http://www.w3.org/2000/svg}"
    words = " ".join(node.text or "" for node in root.iter(f"{space}text"))
    assert len(root.findall(f"{space}rect")) == 1 + len(COSTS)
    for part in ("100 条记录", "300 条记录", "8.0", "2026-12-01", "A & B", "负载 0.5 到 1.5"):
        assert part in words
