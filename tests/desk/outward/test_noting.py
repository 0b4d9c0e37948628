"""What is asked on a night, and what is noted of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.desk.outward import noting
from gongkai.desk.outward.asking import Answered
from gongkai.law.example import CLEAN, an_item
from gongkai.load import load
from gongkai.records.types.asked_link import AskedLink
from gongkai.records.vocabulary.publishing import LinkAnswer

ONE, TWO = "https://www.gov.cn/1", "https://www.gov.cn/2"
DEAD = (ONE, LinkAnswer.DEAD, "404")
On = Callable[[str], Register]
Night = Callable[..., dict[str, AskedLink]]


@pytest.fixture
def on(tmp_path, identity) -> On:
    """The column on a day, with what was noted before."""
    body = f"见[一]({ONE}#tiao-2)、[二]({TWO})、[内网](http://10.0.0.1/)、[本栏目]({identity.root})。"
    for path, text in {**CLEAN, **an_item(body=body)}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")

    def made(day: str) -> Register:
        validated = validate(load(tmp_path).documents)
        assert [*validated.problems] == []
        return Register(validated.records, dt.date.fromisoformat(day), identity)

    return made


@pytest.fixture
def night(on: On, tmp_path) -> Night:
    """The answers of a night → what is noted after it, by address."""

    def made(day: str, *answers: tuple[str, LinkAnswer, str]) -> dict[str, AskedLink]:
        noting.write(tmp_path, noting.noted(on(day), [Answered(*each) for each in answers]))
        return {each.address: each for each in on(day).everything(AskedLink)}

    return made


def test_only_pages_of_other_sites_are_asked_and_first_those_that_never_were(on, night):
    assert noting.addresses(on("2026-11-21")) == [ONE, TWO]
    night("2026-11-20", (ONE, LinkAnswer.FINE, "200"))
    assert noting.due(on("2026-11-21"), 1) == [TWO]
    assert noting.due(on("2026-11-21"), 9) == [TWO, ONE]


def test_nights_in_a_row_are_counted_and_what_is_fine_again_is_forgotten(night):
    assert night("2026-11-19", DEAD)[ONE].times == 1
    assert night("2026-11-19", DEAD)[ONE].times == 1
    found = night("2026-11-20", DEAD)[ONE]
    assert (found.since, found.times) == (dt.date(2026, 11, 19), 2)
    found = night("2026-11-21", (ONE, LinkAnswer.FINE, "200"))[ONE]
    assert (found.since, found.times) == (None, 0)


def test_what_nobody_links_to_any_more_goes(night, tmp_path):
    night("2026-11-20", DEAD, (TWO, LinkAnswer.FINE, "200"))
    (path,) = an_item()
    (tmp_path / path).write_text(an_item(body=f"见[二]({TWO})。")[path], "utf-8")
    assert set(night("2026-11-21")) == {TWO}
