"""Every value stands at its place: each template is filled with values that are all different.

What stands where is kept in ``contracts/``, one text a template, to be read by people:
``采纳：view.feedback.taken 条``. ``scripts/contracts`` writes the texts anew.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from gongkai.render.view import View
from template_contract import golden, outline
from template_contract.contracts import Contract
from template_contract.coverage import noting
from template_contract.pages import others, page
from template_contract.standins import Length, Made

OVERRIDES = Path(__file__).parents[2] / "overrides"
FOLDER = Path(__file__).parent / "contracts"
NAMES = sorted(file.stem for file in FOLDER.glob("*.txt") if file.stem != golden.UNSEEN)


@pytest.fixture(scope="module")
def environment():
    return golden.loaded(OVERRIDES)


@pytest.fixture(scope="module")
def kept(environment):
    return golden.kept(environment, OVERRIDES)


@pytest.fixture(scope="module")
def passed():
    """The places of templates that the pages made so far have passed, by template."""
    return {}


@pytest.mark.parametrize("name", NAMES)
def test_every_value_stands_where_it_stood(name, environment, kept, passed):
    assert name in kept, f"the template is gone: scripts/contracts removes {name}.txt"
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    contract, usual = kept[name]
    made, places = golden.again(environment, contract, usual, text)
    passed[name] = places
    assert made.splitlines() == text.splitlines(), "if meant: scripts/contracts, and read the difference"


def test_every_template_has_its_text(kept):
    lacking, left_over = sorted({*kept} - {*NAMES}), sorted({*NAMES} - {*kept})
    assert (lacking, left_over) == ([], []), "run scripts/contracts and commit what it wrote and removed"


def test_no_value_and_no_branch_goes_unseen(environment, kept, passed):
    """A place that no page shows is known by its count; a new one wants scripts/contracts."""
    for name in kept.keys() - passed.keys():  # those another process has made
        contract, usual = kept[name]
        text = (FOLDER / f"{name}.txt").read_text("utf-8")
        passed[name] = golden.again(environment, contract, usual, text)[1]
    assert golden.unseen(environment, set().union(*passed.values())) == (
        FOLDER / f"{golden.UNSEEN}.txt"
    ).read_text("utf-8")


@dataclass(frozen=True)
class Inner:
    title: str
    day: dt.date


@dataclass(frozen=True)
class Whole(View):
    inner: Inner
    many: list[tuple[str, int | None]]
    yes: bool
    size: int


def test_values_say_where_they_stand_and_are_all_different():
    made = Made()
    view = made.make(Whole, "view")
    assert view.inner.title == "view.inner.title"
    assert [words for words, _ in view.many] == ["view.many.0.0", "view.many.1.0"]
    numbers = [view.size, *(number for _, number in view.many)]
    assert len({*numbers}) == 3
    assert [made.paths[str(number)] for number in numbers] == ["view.size", "view.many.0.1", "view.many.1.1"]
    assert made.paths[view.inner.day.isoformat()] == "view.inner.day"
    assert view.size is view.size and not hasattr(view, "other")


def test_other_values_may_be_chosen():
    made = Made({"view.many": Length(1), "view.yes": False, "view.many.0.1": None})
    view = made.make(Whole, "view")
    assert [number for _, number in view.many] == [None] and not view.yes
    assert made.asked["view.many.0.1"] == [None, 0]
    assert made.asked["view.yes"] == [False]


def test_what_stands_behind_two_choices_is_found_too(tmp_path):
    """Neither shows anything alone; a block is decided by what stands around it in the template it fills."""
    around = "{% for words, _ in view.many %}{% block one scoped %}{% endblock %}{% endfor %}"
    inner = "{% if not words and not view.size %}{{ view.inner.title }}{% endif %}"
    filled = "{% extends 'around.html' %}{% block one %}" + inner + "{% endblock %}"
    (tmp_path / "around.html").write_text(around, "utf-8")
    (tmp_path / "page.html").write_text(filled, "utf-8")
    environment, contract = noting(tmp_path), Contract("page.html", Whole)
    usual = page(environment, contract, {})
    wanted = environment.places - usual.passed
    assert wanted
    found = [choices for choices, _ in others(environment, contract, [({}, usual)], wanted)]
    assert (found, wanted) == ([{"view.many.0.0": "", "view.size": 0}], set())


def test_an_outline_tells_labels_values_and_links_in_order():
    html = (
        '<h2 id="a">甲</h2><dl><div><dt>采纳</dt><dd>2053 条</dd></div></dl>'
        '<table><tr><td data-label="电话"><a href="tel:1">01</a></td><td>x</td></tr></table>'
        '<p><span class="chip chip--due">△临期</span> <time datetime="2031-01-02">2031年1月2日</time></p>'
    )
    paths = {"2053": "view.taken", "2031-01-02": "view.day", "2031年1月2日": "view.day:日"}
    assert outline.outline(html, paths) == [
        "## {id=a}甲",
        "采纳：view.taken 条",
        "电话：[01]{href=tel:1} | x |",
        "‹due›△临期 view.day:日{datetime=view.day}",
    ]
