"""A county of another city, with towns, that has taken no rule: no other district's law is its own."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import gate, pipeline
from gongkai.column.by_domain import known_domains
from gongkai.common.problems import Level
from gongkai.exports import feeds, opendata
from gongkai.law.matrix import matrix_of
from gongkai.law.shipped import shipped
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.settings import PROJECT, Settings, read_column

ROOT = PROJECT / "tests/sites/towns"
#: whose plans and city the demonstration follows
OTHERS = ("西城", "大兴", "北京", "示例区")


@pytest.fixture(scope="module")
def checked():
    return pipeline.check(Settings(ROOT, dt.date(2026, 11, 21), read_column(ROOT)))


@pytest.fixture(scope="module")
def book(checked):
    return checked.rulebook(gate.released(checked.register))


def test_it_is_green_with_what_the_country_asks(checked):
    assert [p.as_text() for p in checked.problems if p.level is Level.ERROR] == []
    assert {unit.kind for unit in checked.register.units} >= {"镇", "乡"}


def test_what_is_asked_of_a_kind_is_asked_of_the_countys_own_that_counts_as_it(checked):
    """民族乡 is no word of the program; 防沙治沙 has its place among the 领域."""
    units = {unit.slug: unit for unit in checked.register.units}
    matrix = matrix_of(checked.register, checked.standards)
    asked = {
        name: {mark.norm.number for mark in matrix.of_unit(units[name])} for name in units if "xiang" in name
    }
    assert asked["hongshan-xiang"] == asked["baisha-xiang"] >= {"GJ-15", "GJ-48"}
    assert [each.slug for each in known_domains(checked.register)][-1] == "sand-control"
    planned = {feed.name: feed.title for feed in feeds.plan(gate.released(checked.register), checked.rules)}
    assert "防沙治沙" in planned["domain-sand-control"]


def test_what_a_city_asks_is_asked_in_that_city_alone(checked):
    """By the first figures of 网站标识码: those of this county are another province's."""
    levels = {norm.level for norm in checked.register.everything(DutyNorm)}
    assert levels == {"国家"}
    assert {norm.level for norm in shipped().norms_for("1100000001")} == {"国家", "北京市"}


def test_no_word_of_another_district_is_in_its_law(checked, book):
    told = [
        (
            each.standard.slug,
            f"{each.standard!r}{each.looks_at}{each.wrong}{each.remedy}{[f.message for f in each.broken]}",
        )
        for each in book.rules
    ]
    told += [(name, repr(norm)) for name, norm in checked.norms.items()]
    assert [(name, word) for name, text in told for word in OTHERS if word in text] == []


def test_what_is_only_offered_is_on_no_page_and_in_no_feed(checked, book):
    named = {each.standard.slug for each in book.rules}
    offered = {name for name, each in checked.standards.items() if each.offered}
    assert len(offered) == 18 and offered.isdisjoint(named)
    assert offered.isdisjoint(each.slug for each in checked.rules)
    planned = {feed.name: feed for feed in feeds.plan(gate.released(checked.register), checked.rules)}
    entries = planned["rulebook"].entries
    assert entries and not [e for e in entries if any(f"rulebook/{name}/" in repr(e) for name in offered)]


def test_what_a_county_hands_over_names_its_own_words_and_no_districts(checked):
    """Its kinds of unit and of meetings stand in the schemas; a figure that is its own is called so."""
    made = {table.section: table for table in opendata.tables(gate.released(checked.register), checked.rules)}
    assert {table.own.level for table in made.values()} == {"县"}
    whole = {name: opendata.schema.of_type(each.record_type, "", each.own) for name, each in made.items()}
    assert "民族乡" in whole["units"]["properties"]["类别"]["enum"]
    assert "县政府常务会" in whole["meetings"]["properties"]["类型"]["enum"]
    told = repr([opendata.fields_of(each.record_type, each.own) for each in made.values()]) + repr(whole)
    assert [word for word in (*OTHERS, "区政府", "本区") if word in told] == []
    assert {name for each in checked.rules for name in each.origins.values() if "区" in name} == set()
