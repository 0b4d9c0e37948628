"""The live folder is the old site or the new; one build at a time; nothing left behind."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from gongkai import release
from gongkai.problems import EnvironmentProblem

HOOKS = Path(__file__).parents[1] / "hooks"


def a_site(folder, words):
    folder.mkdir(parents=True)
    for name in release.SITE_FILES:
        (folder / name).write_text(words, "utf-8")
    return folder


def words_of(folder):
    return (folder / "index.html").read_text("utf-8")


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_first_site_is_put_in_place(tmp_path):
    release.put_in_place(a_site(tmp_path / "stage", "新"), tmp_path / "site")
    assert words_of(tmp_path / "site") == "新"
    assert names_in(tmp_path) == ["site"]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_a_new_site_replaces_the_old_and_leaves_nothing(tmp_path, monkeypatch, in_one_step):
    if not in_one_step:
        monkeypatch.setattr(release, "_exchange", lambda first, second: False)
    old = a_site(tmp_path / "site", "旧")
    (old / "withdrawn.html").write_text("撤下的页面")
    release.put_in_place(a_site(tmp_path / "stage", "新"), tmp_path / "site")
    assert words_of(tmp_path / "site") == "新"
    assert names_in(tmp_path) == ["site"]
    assert names_in(tmp_path / "site") == sorted(release.SITE_FILES)


def test_the_exchange_is_one_system_call_here(tmp_path):
    first, second = a_site(tmp_path / "a", "甲"), a_site(tmp_path / "b", "乙")
    assert release._exchange(first, second)
    assert (words_of(first), words_of(second)) == ("乙", "甲")


def test_another_error_of_the_exchange_is_not_taken_for_no_support(tmp_path):
    with pytest.raises(FileNotFoundError):
        release._exchange(a_site(tmp_path / "a", "甲"), tmp_path / "nowhere")
    assert words_of(tmp_path / "a") == "甲"


@pytest.mark.parametrize("kind", ["file", "link to a folder", "dead link", "folder of other files"])
def test_what_is_no_site_is_not_replaced(tmp_path, kind):
    site = tmp_path / "site"
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
        release.put_in_place(stage, site)
    with pytest.raises(EnvironmentProblem), release.building(site):
        raise AssertionError("must not begin")
    assert site.is_symlink() or not site.is_dir() or words_of(site) == "别人的"


def test_building_gives_an_empty_folder_beside_and_takes_it_away(tmp_path):
    with release.building(tmp_path / "deep/site") as stage:
        assert stage.parent == tmp_path / "deep" and names_in(stage) == []
        (stage / "half.html").write_text("一半")
    assert names_in(tmp_path / "deep") == [".site.lock"]


def test_a_failure_takes_the_staging_folder_away_too(tmp_path):
    with pytest.raises(ZeroDivisionError), release.building(tmp_path / "site"):
        raise ZeroDivisionError
    assert names_in(tmp_path) == [".site.lock"]


def test_what_killed_builds_left_is_swept_and_nothing_else(tmp_path):
    for name in (".site.staging-1", ".site.old-2", ".site.search", ".other.staging-3", "site.staging-4"):
        (tmp_path / name / "deep").mkdir(parents=True)
    with release.building(tmp_path / "site"):
        pass
    assert names_in(tmp_path) == [".other.staging-3", ".site.lock", ".site.search", "site.staging-4"]


def test_names_that_look_like_patterns_are_names(tmp_path):
    (tmp_path / ".[ab]*.staging-1").mkdir()
    (tmp_path / ".a.staging-1").mkdir()
    with release.building(tmp_path / "[ab]*"):
        pass
    assert names_in(tmp_path) == [".[ab]*.lock", ".a.staging-1"]


def test_a_second_build_is_refused_with_the_first_ones_number(tmp_path):
    with (
        release.building(tmp_path / "site"),
        pytest.raises(EnvironmentProblem, match=f"进程 {os.getpid()}"),
        release.building(tmp_path / "site"),
    ):
        raise AssertionError("must not begin")
    with release.building(tmp_path / "site"), release.building(tmp_path / "other"):
        pass


def test_a_lock_left_by_a_dead_process_holds_nobody_up(tmp_path):
    (tmp_path / ".site.lock").write_text("99999999")
    with release.building(tmp_path / "site"):
        assert (tmp_path / ".site.lock").read_text() == str(os.getpid())


def test_a_parent_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("甲")
    with pytest.raises(EnvironmentProblem, match="不能写入"), release.building(tmp_path / "file/site"):
        raise AssertionError("must not begin")


def test_the_web_server_can_read_a_site_built_under_the_usual_umask(tmp_path):
    before = os.umask(0o022)
    try:
        with release.building(tmp_path / "site") as stage:
            assert stat.S_IMODE(stage.stat().st_mode) == 0o755
    finally:
        os.umask(before)


@pytest.mark.parametrize("deadly", ["stage.rename", "_exchange", "shutil.rmtree"])
@pytest.mark.parametrize("first", [True, False])
def test_killed_in_the_middle_of_the_switch_the_live_site_is_whole(tmp_path, deadly, first):
    """A process of its own dies at each step; the next build finds one whole site and sweeps up."""
    site, stage = tmp_path / "site", a_site(tmp_path / ".site.staging-7", "新")
    if not first:
        a_site(site, "旧")
    script = KILLED.format(hooks=str(HOOKS), deadly=deadly, stage=str(stage), site=str(site))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    texts = {page.read_text("utf-8") for page in site.rglob("*.*")}
    assert texts in ([set(), {"新"}] if first else [{"旧"}, {"新"}])
    with release.building(site):
        pass
    assert names_in(tmp_path) == ([".site.lock", "site"] if texts else [".site.lock"])


KILLED = """
import os, shutil, signal, sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from gongkai import release

def die(*words, **more):
    os.kill(os.getpid(), signal.SIGKILL)

exchange = release._exchange
def exchange_and_die(first, second):
    exchange(first, second)
    die()

if {deadly!r} == "_exchange":
    release._exchange = exchange_and_die
elif {deadly!r} == "stage.rename":
    Path.rename = die
else:
    release.shutil.rmtree = die
release.put_in_place(Path({stage!r}), Path({site!r}))
"""
