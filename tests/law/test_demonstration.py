"""What texts of the demonstration claim, against what its records say: pages of one site agree."""

from __future__ import annotations

import csv
import datetime as dt
import re

import pytest

from gongkai.column.register import Register
from gongkai.law.figures import in_force
from gongkai.law.figures.context import Context
from gongkai.records.types.contact import Contact
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.item import Item
from gongkai.records.types.policy import Policy
from gongkai.records.types.reading_room import ReadingRoom
from gongkai.records.types.service import Service

from ..conftest import PROJECT

FEES = PROJECT / "data/datasets/shoufei-qingdan/2026.csv"

_IN_FORCE = re.compile(
    r"截至(\d{4})年(\d+)月(\d+)日，.{0,10}现行有效规范性文件共(\d+)件，其中\d{4}年新制定(\d+)件"
)
_ISSUES = re.compile(r"政府公报（期） \| (\d+)")
_AMOUNT = re.compile(r"\d+(?:\.\d+)?(?:时|分钟|%|元|万元|日|个工作日|年|岁)")


@pytest.fixture(scope="module")
def register(demonstration_checked) -> Register:
    return demonstration_checked.register


def test_how_many_documents_are_in_force_is_what_the_column_counts(demonstration_checked, register):
    counted = list(in_force.cases(Context(register, demonstration_checked.standards)))
    said = [claim for item in register.public(Item) if (claim := _IN_FORCE.search(item.summary or ""))]
    assert said
    for claim in said:
        year, month, day, count, made = map(int, claim.groups())
        last = dt.date(year, month, day)
        held = [each.date for each in counted if each.date <= last and (not each.until or each.until > last)]
        assert (len(held), len([each for each in held if each.year == year])) == (count, made)


def test_how_many_issues_were_sent_is_how_many_had_appeared(register):
    said = [(each, int(claim[1])) for each in register.public(Item) if (claim := _ISSUES.search(each.body))]
    assert said
    for item, count in said:
        days = [each.printed_on for each in register.public(GazetteIssue)]
        assert (
            len([day for day in days if day <= item.formed_on and day.year == item.formed_on.year]) == count
        )


def test_what_changed_names_only_numbers_of_the_document(register):
    told = {
        (policy.slug, number)
        for policy in register.public(Policy)
        for line in policy.changed_for_readers
        for number in _AMOUNT.findall(line)
        if number not in policy.body
    }
    assert told == set()


def test_who_takes_applications_can_be_called(register):
    called = {unit.id for each in register.public(Contact) if (unit := register.unit(each.unit))}
    asked = {unit.id: unit.label for each in register.public(Service) for unit in register.units_of(each)}
    assert {label for key, label in asked.items() if key not in called} == set()


def test_the_hours_of_a_hall_are_those_of_the_unit_whose_address_it_has(register):
    seen = 0
    for room in register.public(ReadingRoom):
        unit = register.unit(room.unit)
        if unit and unit.address and room.address.startswith(unit.address):
            seen += 1
            assert [each for each in room.hours if each not in (unit.hours or "")] == []
    assert seen


def test_who_takes_a_fee_is_who_is_charged_with_the_matter(register):
    """Of fees whose matter stands in the duties of a unit."""
    with FEES.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    charged = [
        (unit, register.unit(row["收费单位"]))
        for row in rows
        for unit in register.units
        if row["收费项目"].removesuffix("费") in (unit.duties or "")
    ]
    assert charged
    assert [unit.label for unit, taker in charged if unit is not taker] == []
