"""scripts/build and mkdocs build on a tiny column: what is published, and what is refused untouched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from gongkai.release import SITE_FILES

PROJECT = Path(__file__).parents[2]
INVALID = PROJECT / "tests/sites/invalid"
FAULTS = sorted(path for path in INVALID.iterdir() if path.is_dir())
TODAY = "2026-11-21"


def assert_told(fault: Path, said: str) -> None:
    """Every expected fault with its place and 改法, its rule's 依据, and no other."""
    expected = (fault / "expected.txt").read_text("utf-8").splitlines()
    lines = said.splitlines()
    based: set[str] = set()
    for wanted in expected:
        place = next((place for place, line in enumerate(lines) if line.startswith(wanted)), None)
        assert place is not None, f"{wanted}\n{said}"
        assert lines[place].partition("改法：")[2]
        rule = lines[place].partition("[")[2].partition("]")[0]
        # said once, with the first problem of the rule
        assert rule in based or lines[place + 1].startswith("    依据：")
        based.add(rule)
    assert f"共 {len(expected)} 处：错误 {len(expected)}、" in said
    assert "Traceback" not in said


def test_a_good_column_is_published(command, mini_site, digest, tmp_path):
    done = command("build", "--root", PROJECT / "tests/sites/mini", "--site-dir", tmp_path / "a/b/site")
    assert done.returncode == 0, done.stdout
    assert "检查通过" not in done.stdout and "网站在" in done.stdout
    assert all((mini_site / name).is_file() for name in SITE_FILES)
    assert digest(tmp_path / "a/b/site") == digest(mini_site)
    assert [path.name for path in (tmp_path / "a/b").iterdir()] == ["site"]


def test_mkdocs_build_gives_the_same_site(mkdocs, mini, mini_site, digest, tmp_path):
    done = mkdocs(mini, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert digest(tmp_path / "site") == digest(mini_site)


def test_after_a_build_mkdocs_knows_where_the_site_is(mini, mini_site, digest, tmp_path, monkeypatch):
    """`mkdocs gh-deploy` and programs that call MkDocs go on with the folder they named."""
    monkeypatch.setenv("GONGKAI_ROOT", str(mini))
    monkeypatch.setenv("GONGKAI_DATE", TODAY)
    monkeypatch.setattr(os, "umask", lambda mask: mask)
    config = load_config(str(PROJECT / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    build(config)
    assert config.site_dir == str(tmp_path / "site")
    assert digest(tmp_path / "site") == digest(mini_site)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda path: path.name)
def test_a_fault_is_told_and_nothing_changes(fault, command, mini, published, digest):
    before = digest(published)
    shutil.copytree(fault / "files", mini, dirs_exist_ok=True)
    done = command("build", "--root", mini, "--site-dir", published)
    assert done.returncode == 1, done.stdout
    assert_told(fault, done.stdout)
    assert digest(published) == before


def test_five_faults_in_five_files_are_told_in_one_run_of_mkdocs_too(mkdocs, mini, published, digest):
    before = digest(published)
    shutil.copytree(INVALID / "five-files/files", mini, dirs_exist_ok=True)
    done = mkdocs(mini, published)
    assert done.returncode == 1
    assert_told(INVALID / "five-files", done.stderr)
    assert digest(published) == before


def test_a_warning_stops_a_release_only(command, mkdocs, mini, published, digest):
    (mini / "data/waivers/duoyu.yml").write_text(
        "规则: interpretation-missing\n对象: content/policies/2026/dianti.md\n理由: 已有解读\n"
        "批准人: 区政务公开办\n有效期至: 2029-12-31\n",
        "utf-8",
    )
    before = digest(published)
    assert command("check", "--root", mini).returncode == 0
    assert command("check", "--release", "--root", mini).returncode == 1
    refused = command("build", "--release", "--root", mini, "--site-dir", published)
    assert refused.returncode == 1
    assert "豁免已无必要" in refused.stdout
    assert "有警告，没有发布；原来的网站没有改动。" in refused.stdout
    assert digest(published) == before
    strict = mkdocs(mini, published, words=("--strict",))
    assert (strict.returncode, "有警告，没有发布" in strict.stderr) == (1, True)
    assert digest(published) == before
    assert command("build", "--root", mini, "--site-dir", published).returncode == 0
    assert digest(published) != before


def test_a_second_build_of_the_same_says_the_same_and_touches_nothing(script, mini, tmp_path):
    (mini / "data/waivers/duoyu.yml").write_text(
        "规则: interpretation-missing\n对象: content/policies/2026/dianti.md\n理由: 已有解读\n"
        "批准人: 区政务公开办\n有效期至: 2029-12-31\n",
        "utf-8",
    )
    words = ("build", "--root", mini, "--site-dir", tmp_path / "site")
    first = script(*words, GONGKAI_NO_SEARCH="1")
    before = {path: path.lstat() for path in (tmp_path / "site").rglob("*")}
    second = script(*words, GONGKAI_NO_SEARCH="1")
    assert (first.returncode, second.returncode) == (0, 0), first.stdout + second.stdout
    assert "没有重新生成" in second.stdout and "没有重新生成" not in first.stdout
    assert "豁免已无必要" in first.stdout and "豁免已无必要" in second.stdout
    assert {path: path.lstat() for path in (tmp_path / "site").rglob("*")} == before


def test_check_tells_the_same_and_writes_nothing(command, mini, digest):
    before = digest(mini)
    assert command("check", "--root", mini).returncode == 0
    shutil.copytree(INVALID / "five-files/files", mini, dirs_exist_ok=True)
    with_faults = digest(mini)
    done = command("check", "--root", mini)
    assert done.returncode == 1
    assert "共 5 处：错误 5、警告 0、提示 0" in done.stdout
    assert digest(mini) == with_faults != before
