"""Wrong use and a wrong environment: exit code 2, one Chinese sentence, and the old site as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
TODAY = "2026-11-21"


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
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    done = command("build", "--root", tmp_path, "--site-dir", tmp_path / "site")
    assert (done.returncode, "里没有 content/ 和 data/ 文件夹" in done.stdout) == (2, True)


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


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("", "名称是空的"),
        ("here/state", "网站服务器可能把没有公布的内容公开出去"),
        ("here/site", "不能一个在另一个里面"),
        ("/proc/nothing", "不能写入"),
    ],
)
def test_an_unfit_state_folder_is_told_before_anything_is_built(command, mini, tmp_path, state, said):
    named = tmp_path / state if state else ""
    done = command("build", "--root", mini, "--site-dir", tmp_path / "here/site", "--state-dir", named)
    assert (done.returncode, said in done.stdout) == (2, True), done.stdout
    assert "检查" not in done.stdout and "Traceback" not in done.stdout


def test_the_state_folder_of_the_command_line_is_taken(command, mini, tmp_path):
    words = ("--root", mini, "--site-dir", tmp_path / "here/site", "--state-dir", tmp_path / "there")
    assert command("build", *words).returncode == 0
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["site"]
    assert (tmp_path / "there").is_dir()


def test_a_full_disk_leaves_the_old_site(mini, published, digest):
    """The limit of file size stands for a full disk: writing fails in the middle of the pages."""
    before = digest(published)
    words = ["prlimit", "--fsize=20000", PROJECT / "scripts/build", "--root", mini, "--date", TODAY]
    done = subprocess.run([*words, "--site-dir", published], capture_output=True, encoding="utf-8")
    assert done.returncode == 2, done.stderr
    # SQLite, which may be the first to meet the limit, does not say what it met
    assert re.search("网站没有写成：(文件超过了允许的大小|磁盘读写出错)", done.stderr), done.stderr
    assert "原来的网站没有改动" in done.stderr and "Traceback" not in done.stderr
    assert digest(published) == before


PROGRAMS = {
    "missing": None,
    "crashing": "#!/bin/sh\nexit 3\n",
    "silent": "#!/bin/sh\nexit 0\n",
    "not a program": "甲",
}


@pytest.mark.parametrize(
    "kind",
    ["crashing", *(pytest.param(each, marks=pytest.mark.night) for each in PROGRAMS if each != "crashing")],
)
def test_a_site_without_its_search_index_is_refused(mkdocs, kind, mini_english, published, digest, tmp_path):
    before = digest(published)
    package = tmp_path / "shadow/pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    if PROGRAMS[kind] is not None:
        (package / "pagefind").write_text(PROGRAMS[kind])
        (package / "pagefind").chmod(0o755)
    done = mkdocs(mini_english, published, PYTHONPATH=str(package.parent))
    assert done.returncode == 2, done.stderr
    assert "搜索索引没有建成，网站没有更新" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(published) == before
