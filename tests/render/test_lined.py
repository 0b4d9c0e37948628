"""Lists of anything as a browser narrows them: counts within a choice, lines by year, chips of all days."""

from __future__ import annotations

import json

import pytest

from gongkai.render.lists.lined import FEW, Line, Lined, Terms

TERMS = [
    Terms("unit", "单位", [("one", "一局"), ("two", "二局"), ("none", "三局")]),
    Terms("kind", "类", [("a", "甲")]),
]


def line(n):
    choices = {"unit": ["one" if n % 2 else "two"], "kind": ["a"] if n % 3 == 0 else []}
    later = [["valid", "有效", [["2027-01-01", "expired", "失效"]]]]
    return Line(
        f"{n}/", f"第{n}条", f"202{n % 2}-01-0{n % 9 + 1}" if n else "", later, ["事"], choices, "答" * n
    )


def of(count):
    return Lined("answers/", TERMS, [line(n) for n in range(count)], "答复日期", "条")


@pytest.mark.parametrize(("count", "there"), [(FEW, True), (FEW - 1, False)])
def test_a_short_list_is_not_narrowed(count, there):
    assert bool(of(count).narrowing("", "")) == there == bool(list(of(count).files()))


def test_choices_are_counted_within_what_is_chosen_and_empty_ones_left_out():
    whole, chosen = of(12).narrowing("", ""), of(12).narrowing("kind", "a")
    assert [(each.name, each.choices) for each in whole.selects] == [
        ("unit", [("one", "一局", 6), ("two", "二局", 6)]),
        ("kind", [("a", "甲", 4)]),
    ]
    assert [each.choices for each in chosen.selects] == [
        [("one", "一局", 2), ("two", "二局", 2)],
        [("a", "甲", 4)],
    ]
    assert [each.chosen for each in chosen.selects] == ["", "a"]
    assert (whole.chosen, chosen.chosen) == (None, ("kind", "a"))


def test_only_the_whole_list_needs_the_chips_of_every_day():
    assert of(12).narrowing("", "").kinds == ["expired", "valid"]
    assert of(12).narrowing("unit", "one").kinds == ()


def test_lines_stand_by_year_and_those_without_a_day_apart():
    found = {name: json.loads(content) for name, content in of(12).files()}
    assert sorted(found) == [f"answers/lines/{year}.json" for year in ("0000", "2020", "2021")]
    [undated] = found["answers/lines/0000.json"]["lines"]
    assert undated[:3] == ["0/", "第0条", ""] and len(undated) == 6
    assert found["answers/lines/2021.json"]["lines"][0][5:] == [[["one"], []], "答"]
