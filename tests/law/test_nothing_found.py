"""Where nothing was found is not searched again; with what it remembers, a check says the same as without."""

from __future__ import annotations

import shutil
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.common.kept import Kept
from gongkai.law.shared import nothing_found
from gongkai.law.shared.nothing_found import Memory, found_in, remembering

from .damaged_column import COLUMN, damaged
from .damages import DAMAGES

#: rules that remember, or read what others remember
REMEMBERING = (
    "article-numbers", "body-intact", "body-safe", "held-text", "inner-details", "link-address",
    "personal-data", "personal-other", "stated-effect", "text-marks", "text-present",
)  # fmt: skip


@pytest.fixture
def kept(tmp_path):
    return lambda program=b"1": Kept(tmp_path / "kept-rules", program)


@pytest.fixture
def column(tmp_path, run):
    """Files → what a check finds, of a tree that has these files and no others."""

    def check(files):
        for folder in ("content", "data"):
            shutil.rmtree(tmp_path / folder, ignore_errors=True)
        return run(files)

    return check


@given(names=st.lists(st.sampled_from(REMEMBERING), min_size=1, max_size=3, unique=True))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_edits_the_same_is_found(column, kept, names):
    damages = [{}, *({**COLUMN, **damaged(DAMAGES[name][0])} for name in names), COLUMN]
    for files in damages[1:]:
        with remembering(Memory(kept())):
            found = column(files)
        assert found == column(files)


@pytest.fixture
def searched(small_column, kept):
    """Looks for something in each record, in a check of its own; the records that were looked at."""

    def search(found=(), program=b"1", *given):
        looked = []
        records = small_column().content

        def find(record):
            looked.append(record.id)
            return [record] if record.id in found else []

        with remembering(Memory(kept(program))):
            for record in records:
                got = found_in("a search", partial(find, record), record, *given)
                assert [each.id for each in got] == [each for each in found if each == record.id]
        return looked

    return search


def test_only_what_something_was_found_in_is_searched_again(searched):
    first = searched()
    assert first and searched() == []


def test_what_was_found_is_found_again(searched):
    everything = searched()
    assert searched(everything[:1], b"2") == everything
    assert searched(everything[:1], b"2") == everything[:1]


def test_something_else_is_given_or_the_program_is_another(searched):
    everything = searched()
    assert searched((), b"1", "other") == everything
    assert searched((), b"2") == everything


def test_what_was_cut_short_is_not_believed(searched, tmp_path):
    everything = searched()
    file = tmp_path / "kept-rules" / nothing_found._FILE
    file.write_bytes(file.read_bytes()[:-1])
    assert searched() == everything


def test_many_searches_are_told_apart(small_column, kept):
    """More than a byte has bits; only what was asked in the last check is remembered."""
    record = small_column().content[0]

    def looked(numbers):
        found: list[int] = []

        def find(number):
            found.append(number)
            return ()

        with remembering(Memory(kept())):
            for number in numbers:
                found_in(f"search {number}", partial(find, number), record)
        return found

    assert looked(range(0, 20, 2)) == [*range(0, 20, 2)]
    assert looked(range(20)) == [*range(1, 20, 2)]
    assert looked(range(10)) == []
    assert looked(range(20)) == [*range(10, 20)]


def test_one_memory_serves_checks_of_one_column_and_what_came_after_without_a_folder(small_column):
    """Also where a check was given up: what it has found out is not lost."""
    records, memory, looked = small_column().content, Memory(), list[str]()

    def find(record):
        looked.append(record.id)
        return ()

    def search(record):
        found_in("a search", partial(find, record), record)

    with pytest.raises(ZeroDivisionError), remembering(memory):
        search(records[0])
        raise ZeroDivisionError
    with remembering(memory):
        for _ in range(2):
            for record in records:
                search(record)
    assert looked == [each.id for each in records]
    with remembering(memory):
        search(records[0])
    with remembering(memory):
        for record in records:
            search(record)
    assert looked == [each.id for each in (*records, *records[1:])], "what was not asked is forgotten"
