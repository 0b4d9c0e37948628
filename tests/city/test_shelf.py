"""What is finished: named only when it is whole, the same under the same name, the old kept."""

from __future__ import annotations

import json

import pytest

from gongkai.city import building, shelf
from gongkai.city.job import Job, Result
from gongkai.release import State


@pytest.fixture
def attempt(tmp_path):
    """A finished attempt with these files."""
    counted = iter(range(99))

    def make(**files):
        folder = tmp_path / f"attempt-{next(counted)}"
        state = State.of(shelf.state_in(folder), shelf.site_in(folder))
        release = state.releases / "0001-2026-11-21"
        (release / "registers/data/addresses").mkdir(parents=True)
        (release / "registers/data/addresses/pages.txt").write_text("eins\n")
        (release / "site").mkdir()
        (release / "manifest.json").write_text(json.dumps({"files": files}))
        state.work.mkdir()
        return folder

    return make


def test_the_same_files_are_one_release_and_another_job_finds_it(attempt, tmp_path):
    work = tmp_path / "work"
    first = shelf.put(work, "jia", "k1", attempt(a="1"))
    assert shelf.put(work, "jia", "k2", attempt(a="1")) == first
    other = shelf.put(work, "jia", "k3", attempt(a="2"))
    assert other != first and shelf.current(work, "jia") == other
    assert shelf.made_by(work, "jia", "k1") == first == shelf.current(work, "jia")
    assert shelf.made_by(work, "jia", "k9") == ""


def test_an_attempt_is_held_to_the_registers_of_what_readers_have(attempt, tmp_path):
    work, folder = tmp_path / "work", tmp_path / "next"
    shelf.put(work, "jia", "k1", attempt(a="1"))
    shelf.lend(work, "jia", folder)
    state = State.of(shelf.state_in(folder), shelf.site_in(folder))
    (kept,) = state.releases.glob("*/registers/data/addresses/pages.txt")
    assert kept.read_text() == "eins\n"


def test_old_releases_go_but_never_the_one_that_is_shown(attempt, tmp_path):
    work = tmp_path / "work"
    made = [shelf.put(work, "jia", f"k{n}", attempt(a=str(n))) for n in range(8)]
    left = {path.name for path in (work / "columns/jia/releases").iterdir()}
    assert len(left) == shelf.KEPT and made[-1] in left and made[0] not in left


def test_a_job_is_known_by_what_is_built_not_by_where(tmp_path):
    job = Job("jia", "甲", "/a", False, "c0ffee", True, "2026-11-21", "p", "/work")
    elsewhere = Job("jia", "甲区", "/b", False, "c0ffee", True, "2026-11-21", "p", "/elsewhere")
    tomorrow = Job("jia", "甲", "/a", False, "c0ffee", True, "2026-11-22", "p", "/work")
    assert job.key == elsewhere.key != tomorrow.key


@pytest.mark.parametrize(("codes", "code"), [((0, 0), 0), ((0, 1), 1), ((1, 2), 2), ((-9, 1), 3), ((), 0)])
def test_the_exit_code_is_the_worst(codes, code):
    assert building.code_of([Result("jia", each) for each in codes]) == code
