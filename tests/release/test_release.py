"""The live folder is the old site or the new; one build at a time; nothing left behind, nothing beside it."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys

import pytest

from gongkai import release
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import exchange

from .conftest import PROJECT, a_site, names_in, words_of


def one_step(first, second):
    return False


def test_nothing_but_the_site_ever_stands_beside_it(state, building):
    with building(state) as stage:
        assert names_in(state.site.parent) == []
        assert stage.parent == state.aside
        release.put_in_place(a_site(stage / "made", "新"), state)
        assert names_in(state.site.parent) == ["site"]
    assert names_in(state.site.parent) == ["site"]
    assert words_of(state.site) == "新"


def test_the_state_is_for_nobody_else_to_look_at(state, building):
    with building(state):
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in state.folder.iterdir()}
        assert (modes["aside"], modes["work"]) == (0o700, 0o700)
        assert stat.S_IMODE(state.folder.stat().st_mode) == 0o711


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_new_site_replaces_the_old_and_leaves_nothing(state, building, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(exchange, "_exchange", one_step)
    old = a_site(state.site, "旧")
    (old / "withdrawn.html").write_text("撤下的页面")
    with building(state) as stage:
        release.put_in_place(a_site(stage / "made", "新"), state)
        assert names_in(stage) == []
    assert words_of(state.site) == "新"
    assert names_in(state.aside) == []
    assert names_in(state.site) == sorted(release.SITE_FILES)


def test_the_exchange_is_one_system_call_here(tmp_path):
    first, second = a_site(tmp_path / "a", "甲"), a_site(tmp_path / "b", "乙")
    assert exchange._exchange(first, second)
    assert (words_of(first), words_of(second)) == ("乙", "甲")


def test_another_error_of_the_exchange_is_not_taken_for_no_support(tmp_path):
    with pytest.raises(FileNotFoundError):
        exchange._exchange(a_site(tmp_path / "a", "甲"), tmp_path / "nowhere")
    assert words_of(tmp_path / "a") == "甲"


def test_the_second_of_two_renames_failing_puts_the_old_site_back(state, building, monkeypatch):
    monkeypatch.setattr(exchange, "_exchange", one_step)
    a_site(state.site, "旧")
    with building(state) as stage, pytest.raises(FileNotFoundError):
        release.put_in_place(stage / "nowhere", state)
    assert words_of(state.site) == "旧"


@pytest.mark.parametrize("kind", ["file", "link to a folder", "dead link", "folder of other files"])
def test_what_is_no_site_is_not_replaced(tmp_path, state, building, kind):
    site = state.site
    site.parent.mkdir()
    if kind == "file":
        site.write_text("甲")
    elif kind == "link to a folder":
        site.symlink_to(a_site(tmp_path / "elsewhere", "别处"))
    elif kind == "dead link":
        site.symlink_to(tmp_path / "gone")
    else:
        site.mkdir()
        (site / "index.html").write_text("别人的")
    stage = a_site(tmp_path / "stage", "新")
    with pytest.raises(EnvironmentProblem):
        release.put_in_place(stage, state)
    with pytest.raises(EnvironmentProblem), building(state):
        raise AssertionError("must not begin")
    assert site.is_symlink() or not site.is_dir() or words_of(site) == "别人的"


def test_a_failure_takes_the_staging_folder_away_too(state, building):
    with pytest.raises(ZeroDivisionError), building(state) as stage:
        (stage / "half.html").write_text("一半")
        raise ZeroDivisionError
    assert names_in(state.folder) == ["aside", "lock", "work"]
    assert names_in(state.aside) == []


def test_what_killed_builds_left_is_swept_and_nothing_else(state, building):
    a_site(state.site, "旧")
    for folder in (state.aside / "staging-1", state.aside / "old-2", state.work):
        (folder / "deep").mkdir(parents=True)
    for name in (".site.staging-1", ".site.old-2", ".site.search", ".other.staging-3", "site.staging-4"):
        (state.site.parent / name / "deep").mkdir(parents=True)
    with building(state):
        pass
    assert names_in(state.aside) == [] and names_in(state.work) == ["deep"]
    assert names_in(state.site.parent) == [".other.staging-3", "site", "site.staging-4"]
    assert words_of(state.site) == "旧"


@pytest.mark.parametrize("where", ["the state", "beside the site, as earlier versions did"])
def test_the_only_good_copy_is_put_back_before_anything_is_swept(state, building, said, where):
    folder = state.aside / "old-7" if where == "the state" else state.site.parent / ".site.old-7"
    a_site(folder, "旧")
    with pytest.raises(ZeroDivisionError), building(state):
        raise ZeroDivisionError  # as a run does that then stops at an error in content
    assert words_of(state.site) == "旧"
    assert "已把原来的网站放回" in "".join(said)
    assert names_in(state.site.parent) == ["site"]


def test_names_that_look_like_patterns_are_names(tmp_path, building):
    (tmp_path / "www").mkdir()
    (tmp_path / "www/.[ab]*.staging-1").mkdir()
    (tmp_path / "www/.a.staging-1").mkdir()
    with building(release.State.of(tmp_path / "state", tmp_path / "www/[ab]*")):
        pass
    assert names_in(tmp_path / "www") == [".a.staging-1"]


def test_a_second_build_is_refused_with_the_first_ones_number(tmp_path, state, building):
    other = release.State.of(tmp_path / "state", tmp_path / "www/other")
    with (
        building(state),
        pytest.raises(EnvironmentProblem, match=f"进程 {os.getpid()}"),
        building(state),
    ):
        raise AssertionError("must not begin")
    with building(state), building(other):
        pass


def test_a_lock_left_by_a_dead_process_holds_nobody_up(state, building):
    state.make()
    (state.folder / "lock").write_text("99999999")
    with building(state):
        assert (state.folder / "lock").read_text() == str(os.getpid())


def test_the_web_server_can_read_a_site_built_under_the_usual_umask(state, building):
    before = os.umask(0o022)
    try:
        with building(state) as stage:
            assert stat.S_IMODE(stage.stat().st_mode) == 0o755
    finally:
        os.umask(before)


@pytest.mark.parametrize("deadly", ["before", "exchange", "first rename", "second rename", "remove"])
@pytest.mark.parametrize("first", [True, False])
def test_killed_in_the_middle_of_the_switch_the_next_run_finds_a_whole_site(
    state, building, said, deadly, first
):
    """A process of its own dies at each step; the next run finds one whole site or puts it back."""
    if not first:
        a_site(state.site, "旧")
    state.make()
    script = KILLED.format(
        hooks=str(PROJECT / "hooks"), deadly=deadly, base=str(state.folder.parent), site=str(state.site)
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    gone = not first and deadly == "first rename"
    assert state.site.exists() or first or gone
    with building(state):
        pass
    assert bool(said) == gone
    texts = {page.read_text("utf-8") for page in state.site.rglob("*.*")}
    assert texts in ([set(), {"新"}] if first else [{"旧"}, {"新"}])
    assert names_in(state.aside) == []


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from gongkai import release
from gongkai.release import exchange

def die(*words, **more):
    os.kill(os.getpid(), signal.SIGKILL)

state = release.State.of(Path({base!r}), Path({site!r}))
stage = state.staging
stage.mkdir()
for name in release.SITE_FILES:
    (stage / name).write_text("新", "utf-8")

rename, swap, renamed = Path.rename, exchange._exchange, []
deadly = {deadly!r}
if deadly == "before":
    release.switch = die
elif deadly == "exchange":
    exchange._exchange = lambda first, second: swap(first, second) and die()
elif deadly == "remove":
    release.remove = die
else:
    exchange._exchange = lambda first, second: False
    def rename_and_die(self, target):
        rename(self, target)
        renamed.append(target)
        if len(renamed) == (1 if deadly == "first rename" else 2):
            die()
    Path.rename = rename_and_die
release.put_in_place(stage, state)
"""
