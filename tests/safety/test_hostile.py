"""Every hostile input of the corpus meets its own rule, and what may be published stands as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import safety_hostile as hostile

CASES = list(hostile.cases())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield hostile.copy(tmp_path_factory.mktemp("hostile"))


def test_the_corpus_is_large_and_no_case_stands_twice() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)) >= 110
    assert all(bool(case.refused) + bool(case.told) + bool(case.shown) == 1 for case in CASES)


@pytest.mark.parametrize("case", [case for case in CASES if not case.shown], ids=lambda case: case.name)
def test_a_hostile_input_is_refused_by_its_own_rule(case: hostile.Case, root: Path) -> None:
    said = hostile.answered(case, root)
    assert hostile.verdict(case, said) == ("refused" if case.refused else "told"), said
    assert isinstance(said, list)
    for problem in said:
        assert problem.line >= 1 and problem.fix and problem.basis, problem.as_text()


def test_what_only_looks_hostile_is_published_as_written(tmp_path: Path) -> None:
    chosen = [case for case in CASES if case.shown]
    assert chosen
    assert hostile.build(chosen, tmp_path) == {case.name: "" for case in chosen}


def test_a_case_that_is_let_through_is_counted(root: Path) -> None:
    """The measure itself: what no rule refuses shows in its count."""
    path = f"{hostile.PLACE}pingchang.md"
    case = hostile.Case("pingchang", path, hostile._item().encode(), refused="body-safe")
    assert hostile.verdict(case, hostile.answered(case, root)) == "passed"
    assert hostile.verdict(case, "Traceback …") == "traceback"
