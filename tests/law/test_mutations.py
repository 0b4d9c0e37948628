"""A good column damaged in one place for every rule: the rule answers, and only those that should."""

from __future__ import annotations

import pytest

from gongkai.law.checking import rules
from gongkai.records import record_types
from gongkai.records.types.standard import Standard

from .damaged_column import COLUMN, damaged
from .damages import DAMAGES

RULES = sorted(rules())


def test_every_rule_is_put_to_the_test():
    lacking, left_over = sorted({*RULES} - {*DAMAGES}), sorted({*DAMAGES} - {*RULES})
    assert (lacking, left_over) == ([], []), "one entry of DAMAGES in damages.py for each rule"


def test_the_good_column_has_a_record_of_every_type_and_no_rule_has_anything_to_say(run, build):
    register = build(COLUMN)
    assert [t.TYPE for t in record_types() if t is not Standard and not register.everything(t)] == []
    outcome = run(COLUMN)
    assert [problem.as_text() for problem in outcome.problems] == []
    assert {problem.rule for problem in outcome.waived} == {"interpretation-missing"}


def test_every_rule_looks_at_something_in_the_good_column(build):
    register = build(COLUMN)
    idle = [name for name in RULES if not list(rules()[name].scope(register))]
    assert idle == [], "a record that they look at goes into tests/sites/good"


@pytest.mark.parametrize("name", RULES)
def test_the_rule_answers_to_its_damage_and_only_those_that_should(name, run):
    edits, companions = DAMAGES[name]
    problems = run(damaged(edits)).problems
    said = "\n".join(problem.as_text() for problem in problems)
    assert {problem.rule for problem in problems} == {name} | companions, said
