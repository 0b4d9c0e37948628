"""Whom to call: the numbers of units for questions, and the column's own where they have none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.common.said_days import clock
from gongkai.common.telephones import dialled, whole
from gongkai.records.types.contact import Line
from gongkai.records.types.unit import Unit
from gongkai.records.vocabulary.units import PhoneUse
from gongkai.render.facts import Facts
from gongkai.render.records.views import contact


@dataclass(frozen=True)
class Phone:
    """A number to ask at; ``dialled`` as a ``tel:`` link has it, empty where it cannot be told."""

    unit: Unit
    number: str
    dialled: str
    hours: str
    note: str


def phones_of(facts: Facts, units: Iterable[Unit]) -> list[Phone]:
    """The numbers for questions of units, else the one each is known by."""
    return [phone for unit in units for phone in _of_unit(facts, unit)]


def organiser(facts: Facts) -> tuple[str, str, str]:
    """(name, contact, the same as dialled) of the unit that runs the column."""
    column = facts.register.column
    return column.organiser, column.contact, _dialled(column.contact)


def _of_unit(facts: Facts, unit: Unit) -> list[Phone]:
    lines = [line for each in contact.of_unit(facts, unit) for line in each.lines]
    asking = [line for line in lines if line.use is PhoneUse.BUSINESS] or lines[:1]
    if asking or not unit.phone:
        return [line_of(unit, line) for line in asking]
    return [Phone(unit, unit.phone, _dialled(unit.phone), clock(unit.hours or ""), "")]


def _dialled(number: str) -> str:
    return dialled(number) if whole(number) else ""


def line_of(unit: Unit, line: Line) -> Phone:
    """A number that a unit published."""
    return Phone(unit, line.number, line.dialled, clock(line.hours), line.note or "")
