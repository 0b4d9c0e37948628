"""A stand-in notes what is asked of it, gives the same answers, and can be kept in no table."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import pytest

from gongkai.common.asking import Asking, AskingRow, AskingTable, ask, plain, question, real


class Thing:
    def __init__(self):
        self.name = "甲"
        self.table = {"a": 1}
        self.row = [*range(9)]
        self._hidden = 3

    def double(self, number, plus=0):
        return number * 2 + plus

    def each(self):
        yield from (1, 2)

    @plain
    def written(self, word):
        return word


@question
def longest(thing, least):
    return max(each for each in thing.row if each > least)


class Noted:
    """Every question with its answer."""

    def __init__(self):
        self.found = []

    def told(self, way, answer, *, attribute):
        if attribute and isinstance(answer, dict):
            return AskingTable(answer, self, way)
        if attribute and isinstance(answer, list):
            return AskingRow(answer, self, way)
        self.found.append((way, answer))
        return answer

    def all_of(self, way, answer):
        return iter(self.told(way, tuple(answer), attribute=False))


@pytest.fixture
def noted():
    return Noted()


@pytest.fixture
def thing(noted):
    return Asking(Thing(), noted, ("thing",))


QUESTIONS = [
    (lambda thing: thing.name, "甲"),
    (lambda thing: thing.double(2), 4),
    (lambda thing: thing.double(2, plus=1), 5),
    (lambda thing: [*thing.each()], [1, 2]),
    (lambda thing: thing.table["a"], 1),
    (lambda thing: thing.table.get("b"), None),
    (lambda thing: "b" in thing.table, False),
    (lambda thing: [*thing.table], ["a"]),
    (lambda thing: thing.row[2:4], [2, 3]),
    (lambda thing: thing.row[-1], 8),
    (lambda thing: len(thing.row), 9),
    (lambda thing: [*thing.row], [*range(9)]),
    (lambda thing: longest(thing, 3), 8),
]


@pytest.mark.parametrize(("asked", "answer"), QUESTIONS)
def test_what_is_asked_is_answered_as_ever_noted_and_can_be_asked_again(asked, answer, thing, noted):
    assert asked(thing) == asked(real(thing)) == answer
    assert noted.found
    for way, found in noted.found:
        again = real(thing)
        for step in way[1:]:
            again = ask(again, step)
        assert again == found


def test_a_question_is_one_whatever_it_asks_itself(thing, noted):
    longest(thing, 3)
    assert [way[-1][1] for way, _ in noted.found] == [(3,)]


def test_what_goes_by_its_arguments_alone_is_not_noted(thing, noted):
    assert thing.written("字") == "字" and noted.found == []


@pytest.mark.parametrize("of", ["thing", "table", "row"])
def test_nothing_can_be_hidden_from_it_in_what_is_kept_for_another(of, thing):
    one = thing if of == "thing" else getattr(thing, of)
    with pytest.raises(TypeError):
        WeakKeyDictionary[Any, int]()[one] = 1
    with pytest.raises(TypeError):
        hash(one)
    with pytest.raises(AttributeError):
        _ = thing._hidden
