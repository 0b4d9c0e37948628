"""A duty and the rule of its term are one reckoning: on the rule's own examples they say the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from gongkai.column.register import Register
from gongkai.law import checking
from gongkai.law.checking import rules
from gongkai.law.duties import Duty, kinds
from gongkai.law.duties.terms import Terms
from gongkai.law.example import Files
from gongkai.law.standards import in_force, with_calendar
from gongkai.records.types.standard import Standard

Judged = Callable[[Duty], bool]


def _late(duty: Duty) -> bool:
    return duty.late


def _missing(duty: Duty) -> bool:
    """What came late can be mended no more: the rule tells what is still missing, the figure counts both."""
    return duty.late and duty.open


def _kept_late(duty: Duty) -> bool:
    """That there is no interpretation at all is an error of another rule, interpretation-missing."""
    return duty.late and not duty.open


@dataclass(frozen=True)
class Kind:
    """How a rule speaks of its term, and which of its duties it speaks of."""

    words: tuple[str, ...]
    judged: Judged


KINDS = {
    "annual-report-due": Kind(("前公布，",), _late),
    "catalogue-due": Kind(("前公开，现在还没有",), _missing),
    "consultation-feedback": Kind(("天才反馈", "还没有反馈"), _late),
    "dataset-update": Kind(("前更新，现在还没有",), _late),
    "event-report": Kind(("还没有公布情况",), _missing),
    "gazette-due": Kind(("前出版，现在还没有",), _missing),
    "interpretation-timing": Kind(("才公布解读",), _kept_late),
    "meeting-outcome": Kind(("才公布，超过", "还没有公布议定结果"), _late),
    "page-review": Kind(("前复核",), _late),
    "project-progress": Kind(("前公布，现在还没有",), _missing),
    "request-stats-due": Kind(("前公布，现在还没有",), _missing),
    "response-time": Kind(("才回应，超过",), _late),
    "waiver-valid": Kind(("豁免已于",), _late),
    "work-task": Kind(("已过，还没有完成",), _missing),
}
#: duties whose rule tells of nothing that is late, with the reason
NEVER_LATE = {"policy-status": "it tells of the end 90 days before; a document that has ended owes nothing"}


def columns(name: str) -> Iterator[tuple[Files, str]]:
    """Every column that a rule's example shows, with its day."""
    example = rules()[name].example
    yield example.good, example.today
    yield example.bad_tree, example.today
    for edge in example.edges:
        yield example.with_files(edge.passes), edge.last or example.today
        yield example.with_files(edge.fails), edge.first or example.today


COLUMNS = [
    pytest.param(name, files, today, id=f"{name}-{number}-{today}")
    for name in sorted({*KINDS} & {*rules()})  # what is left over of a rule that went, the last test says
    for number, (files, today) in enumerate(columns(name))
]


def judged(register: Register, held: dict[str, Standard], name: str) -> list[set[str]]:
    """The files of every duty that the rule should tell of."""
    standard = with_calendar(held[name], held).on(register.today)
    assert standard is not None
    kind = next(each for each in kinds() if each.rule == name)
    owed = [each for each in kind.owed(Terms.of_rule(register, standard)) if KINDS[name].judged(each)]
    return [{each.record.source.path, *(found.source.path for found in each.evidence)} for each in owed]


@pytest.mark.parametrize(("name", "files", "today"), COLUMNS)
def test_a_rule_says_broken_exactly_when_its_duty_is_late(build, standards, name, files, today):
    register = build(files, today)
    held = in_force(standards.values(), register)
    late = judged(register, held, name)
    found = checking.run(register, held).problems
    told = {p.path for p in found if p.rule == name and any(w in p.message for w in KINDS[name].words)}
    assert all(told & places for places in late), (told, late)
    assert all(any(path in places for places in late) for path in told), (told, late)


@pytest.mark.parametrize("name", sorted({*KINDS} & {*rules()}))
def test_an_edge_of_the_rule_is_the_edge_of_its_duty(build, standards, tmp_path, name):
    """In time up to the last day that the rule names, late from the first: else nothing would agree."""
    example = rules()[name].example
    turns = []
    for edge in example.edges:
        sides = []
        for files, day in ((edge.passes, edge.last), (edge.fails, edge.first)):
            for folder in ("content", "data"):
                shutil.rmtree(tmp_path / folder, ignore_errors=True)
            register = build(example.with_files(files), day or example.today)
            sides.append(bool(judged(register, in_force(standards.values(), register), name)))
        turns.append(sides)
    assert [False, True] in turns, turns


def test_every_kind_of_duty_agrees_with_its_rule_or_has_a_reason():
    owed, named = {kind.rule for kind in kinds()}, {*KINDS, *NEVER_LATE}
    lacking, left_over = sorted(owed - named), sorted(named - owed)
    assert (lacking, left_over) == ([], []), "KINDS or NEVER_LATE here names each rule with a duty"
