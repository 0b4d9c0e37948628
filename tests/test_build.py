"""scripts/build and mkdocs build on a tiny column: what is published, what is refused, what survives."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai.release import SITE_FILES

PROJECT = Path(__file__).parents[1]
INVALID = PROJECT / "tests/sites/invalid"
FAULTS = sorted(path for path in INVALID.iterdir() if path.is_dir())
TODAY = "2026-11-21"


def mkdocs(root: Path, site: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` as any MkDocs user would run it."""
    environment = {**os.environ, "GONGKAI_ROOT": str(root), "GONGKAI_DATE": TODAY, **more}
    words = [sys.executable, "-m", "mkdocs", "build", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(site)]
    return subprocess.run(words, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def assert_told(fault: Path, said: str) -> None:
    """Every expected fault with its place, 改法 and 依据, and no other."""
    expected = (fault / "expected.txt").read_text("utf-8").splitlines()
    lines = said.splitlines()
    for wanted in expected:
        place = next((place for place, line in enumerate(lines) if line.startswith(wanted)), None)
        assert place is not None, f"{wanted}\n{said}"
        assert lines[place].partition("改法：")[2]
        assert lines[place + 1].startswith("    依据：")
    assert f"共 {len(expected)} 处：错误 {len(expected)}、" in said
    assert "Traceback" not in said


@pytest.fixture
def published(mini_site, tmp_path) -> Path:
    """A live site that must survive what goes wrong."""
    return Path(shutil.copytree(mini_site, tmp_path / "site"))


def test_a_good_column_is_published(command, mini_site, digest, tmp_path):
    done = command("build", "--root", PROJECT / "tests/sites/mini", "--site-dir", tmp_path / "a/b/site")
    assert done.returncode == 0, done.stdout
    assert "检查通过" not in done.stdout and "网站在" in done.stdout
    assert all((mini_site / name).is_file() for name in SITE_FILES)
    assert digest(tmp_path / "a/b/site") == digest(mini_site)
    assert not list((tmp_path / "a/b").glob(".site.staging*"))


def test_mkdocs_build_gives_the_same_site(mini, mini_site, digest, tmp_path):
    done = mkdocs(mini, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert digest(tmp_path / "site") == digest(mini_site)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_a_fault_is_told_and_nothing_changes(fault, command, mini, published, digest):
    before = digest(published)
    shutil.copytree(fault / "files", mini, dirs_exist_ok=True)
    done = command("build", "--root", mini, "--site-dir", published)
    assert done.returncode == 1, done.stdout
    assert_told(fault, done.stdout)
    assert digest(published) == before


def test_five_faults_in_five_files_are_told_in_one_run_of_mkdocs_too(mini, published, digest):
    before = digest(published)
    shutil.copytree(INVALID / "five-files/files", mini, dirs_exist_ok=True)
    done = mkdocs(mini, published)
    assert done.returncode == 1
    assert_told(INVALID / "five-files", done.stderr)
    assert digest(published) == before


def test_check_tells_the_same_and_writes_nothing(command, mini, digest):
    before = digest(mini)
    assert command("check", "--root", mini).returncode == 0
    shutil.copytree(INVALID / "five-files/files", mini, dirs_exist_ok=True)
    with_faults = digest(mini)
    done = command("check", "--root", mini)
    assert done.returncode == 1
    assert "共 5 处：错误 5、警告 0、提示 0" in done.stdout
    assert digest(mini) == with_faults != before


# -- environment -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--date", "2026-13-01"], "日期“2026-13-01”不对"),
        (["--date", "昨天"], "日期“昨天”不对"),
        (["--date", ""], "日期“”不对"),
        (["--root", "/nowhere/at/all"], "没有这个文件夹"),
        (["--root", ""], "名称是空的"),
        (["--site-dir", ""], "名称是空的"),
        (["--site-dir", str(PROJECT)], "网站不能放在"),
        (["--site-dir", str(PROJECT / "content/site")], "网站不能放在"),
        (["--site-dir", "/"], "网站不能放在"),
        (["--frob"], "用法不对"),
    ],
)
def test_wrong_use_is_told_in_one_line(command, words, said):
    done = command("build", *words)
    assert done.returncode == 2
    assert said in done.stdout and "Traceback" not in done.stdout


def test_an_empty_folder_is_no_column(command, tmp_path):
    done = command("build", "--root", tmp_path, "--site-dir", tmp_path / "site")
    assert (done.returncode, "content/ 和 data/" in done.stdout) == (2, True)


def test_a_file_where_the_site_should_be(command, mini, tmp_path):
    (tmp_path / "site").write_text("甲")
    done = command("build", "--root", mini, "--site-dir", tmp_path / "site")
    assert (done.returncode, "不是文件夹" in done.stdout) == (2, True)
    assert (tmp_path / "site").read_text() == "甲"


def test_a_folder_of_other_files_is_not_overwritten(command, mini, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/照片.jpg").write_text("甲")
    done = command("build", "--root", mini, "--site-dir", tmp_path / "site")
    assert (done.returncode, "里有别的文件" in done.stdout) == (2, True)
    assert (tmp_path / "site/照片.jpg").read_text() == "甲"


def test_an_empty_folder_is_taken(command, mini, mini_site, digest, tmp_path):
    (tmp_path / "site").mkdir(mode=0o700)
    assert command("build", "--root", mini, "--site-dir", tmp_path / "site").returncode == 0
    assert digest(tmp_path / "site") == digest(mini_site)


def test_a_place_that_cannot_be_written(command, mini):
    done = command("build", "--root", mini, "--site-dir", "/proc/nothing/site")
    assert (done.returncode, "不能写入" in done.stdout) == (2, True)


def test_a_full_disk_leaves_the_old_site(mini, published, digest):
    """The limit of file size stands for a full disk: writing fails in the middle of the pages."""
    before = digest(published)
    words = ["prlimit", "--fsize=20000", PROJECT / "scripts/build", "--root", mini, "--date", TODAY]
    done = subprocess.run(
        [*words, "--site-dir", published], capture_output=True, encoding="utf-8", timeout=120
    )
    assert done.returncode == 2, done.stderr
    assert "网站没有写成" in done.stderr and "Traceback" not in done.stderr
    assert digest(published) == before


# -- search ------------------------------------------------------------------------------------

PROGRAMS = {
    "missing": None,
    "crashing": "#!/bin/sh\nexit 3\n",
    "silent": "#!/bin/sh\nexit 0\n",
    "not a program": "甲",
}


@pytest.mark.parametrize("kind", PROGRAMS)
def test_a_site_without_its_search_index_is_refused(kind, mini, published, digest, tmp_path):
    before = digest(published)
    package = tmp_path / "shadow/pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    if PROGRAMS[kind] is not None:
        (package / "pagefind").write_text(PROGRAMS[kind])
        (package / "pagefind").chmod(0o755)
    done = mkdocs(mini, published, PYTHONPATH=str(package.parent))
    assert done.returncode == 2, done.stderr
    assert "搜索索引没有建成，网站没有更新" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(published) == before


# -- two at once, and killed -------------------------------------------------------------------


def test_a_second_build_is_told_who_is_building(command, mini, tmp_path):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD.format(hooks=str(PROJECT / "hooks"), site=str(tmp_path / "site"))],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert holder.stdout.readline().strip() == "held"
        done = command("build", "--root", mini, "--site-dir", tmp_path / "site")
        assert done.returncode == 2
        assert f"另一个构建（进程 {holder.pid}）" in done.stdout
    finally:
        holder.communicate("\n", timeout=20)
    assert command("build", "--root", mini, "--site-dir", tmp_path / "site").returncode == 0


HOLD = """
import sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from gongkai.release import building
with building(Path({site!r})):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_killed_build_leaves_one_whole_site_and_the_next_sweeps_up(command, mini, published, digest):
    """Killed at eight moments; the source changes every time, so that old and new differ."""
    rng = random.Random(20261121)
    page = mini / "content/pages/guide.md"
    whole = [digest(published)]
    for number in range(8):
        page.write_text(page.read_text("utf-8") + f"\n第{number}次修改。\n", "utf-8")
        started = time.monotonic()
        build = subprocess.Popen(
            [PROJECT / "scripts/build", "--root", mini, "--date", TODAY, "--site-dir", published],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if number == 0:
            build.wait(60)
            length = time.monotonic() - started
            whole.append(digest(published))
            assert whole[1] != whole[0]
            continue
        time.sleep(length * rng.uniform(0.3, 1.05))
        os.killpg(build.pid, signal.SIGKILL)
        build.wait(60)
        found = digest(published)
        assert found in whole or f"第{number}次修改" in (published / "guide/index.html").read_text("utf-8")
        if found not in whole:
            again = published.parent / f"again-{number}"
            assert command("build", "--root", mini, "--site-dir", again).returncode == 0
            assert found == digest(again)
            whole.append(found)
    stale = published.parent / f".{published.name}.staging-1"
    (stale / "policies").mkdir(parents=True)
    assert command("build", "--root", mini, "--site-dir", published).returncode == 0
    assert [
        path.name for path in published.parent.iterdir() if "staging" in path.name or ".old" in path.name
    ] == []
