"""Both sides of every limit of every rule: the last day or value that passes, the first that fails."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.checking import rules

#: rules that know no day, no count and no amount beyond which they fail, and what they look at instead
_EQUAL = "two figures are the same or not; the bad example is one off"
_THERE = "something is there or not"
_FORM = "how something is written"
NO_LIMIT = {
    "answer-agrees": "two answers say the same or not",
    "answer-number": "two questions have the same number or not",
    "annual-report-applicants": _EQUAL,
    "annual-report-balance": _EQUAL,
    "annual-report-carried": _EQUAL,
    "annual-report-documents": _EQUAL,
    "annual-report-items": _EQUAL,
    "annual-report-litigation": _EQUAL,
    "annual-report-months": _EQUAL,
    "annual-report-results": _EQUAL,
    "annual-report-rows": _EQUAL,
    "attachment-readable": "a file has text or not; how much is read of one is the reader's own limit",
    "attachment-tagged": _THERE,
    "attachments-present": _THERE,
    "catalogue-reference": _THERE,
    "document-number-unique": "two documents have the same number or not",
    "interpretation-source": _FORM,
    "interpreter-named": _THERE,
    "link-address": _FORM,
    "page-address": "an address is taken or not",
    "personal-other": _FORM,
    "request-grounds": _EQUAL,
    "row-number": "two rows have the same number or not",
    "text-marks": _FORM,
    "text-present": _FORM,
}
#: every limit that a rule names an edge of: the rule and the number of the edge
EDGES = [
    (name, number) for name, rule in sorted(rules().items()) for number in range(len(rule.example.edges))
]


def test_every_rule_shows_where_its_limit_is():
    without = {name for name, rule in rules().items() if not rule.example.edges}
    for name in sorted(without - NO_LIMIT.keys()):
        pytest.fail(
            f"rule {name}: give its EXAMPLE edges=(Edge(message, passes, fails, last, first),), the last day "
            "or value that passes and the first that fails, one for each term, count, amount and order of "
            f"days; a rule that has none of these is named in NO_LIMIT of {__name__} with the reason"
        )
    assert without == NO_LIMIT.keys(), "a rule in NO_LIMIT has edges, or is no rule any more: take it out"


@pytest.mark.parametrize(("name", "number"), EDGES)
def test_a_rule_passes_up_to_its_limit(name, number, ask):
    example = rules()[name].example
    edge = example.edges[number]
    found = ask(rules()[name], example.with_files(edge.passes), edge.last or example.today)
    assert [p.as_text() for p in found if edge.resembles(p)] == []


@pytest.mark.parametrize(("name", "number"), EDGES)
def test_a_rule_fails_right_behind_its_limit(name, number, ask):
    example = rules()[name].example
    edge = example.edges[number]
    found = ask(rules()[name], example.with_files(edge.fails), edge.first or example.today)
    assert [p for p in found if edge.told(p)], [p.as_text() for p in found]


def test_the_two_days_of_an_edge_stand_next_to_each_other():
    for name, number in EDGES:
        example = rules()[name].example
        edge = example.edges[number]
        last, first = (dt.date.fromisoformat(day or example.today) for day in (edge.last, edge.first))
        assert first - last in {dt.timedelta(0), dt.timedelta(1)}, (name, number)
