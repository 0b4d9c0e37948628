"""A change compared with the Git revision it starts from: what it caused, and that all is still checked."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from gongkai import changes, cli, settings
from gongkai.problems import EnvironmentProblem

OLD = "content/policies/2025/yanglao.md"
NEW = "content/items/minzheng-ju/2026/xin.md"
ITEM = "---\n标题: 新的信息\n单位: 区无此局\n发布日期: 2026-11-20\n---\n内容。\n"


@pytest.fixture
def column(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny column as a repository of one commit, in which one problem stands already."""
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    waiver = mini / "data/waivers/yanglao.yml"
    waiver.unlink()
    for words in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "起点")):
        author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *author, *words], cwd=mini, check=True, capture_output=True)
    return mini


def _check(root: Path, *words: str) -> int:
    return cli.main(["check", "--root", str(root), "--date", "2026-11-21", *words])


def test_what_the_change_caused_comes_first_and_the_rest_is_still_checked(column, capsys):
    (column / NEW).write_text(ITEM, "utf-8")
    assert _check(column, "--changed", "HEAD") == 1
    said = capsys.readouterr().out
    caused, _, rest = said.partition("改动以前就有的问题")
    assert NEW in caused and OLD not in caused
    assert OLD in rest and NEW not in rest


def test_a_change_without_problems_still_fails_for_those_there_were(column, capsys):
    (column / NEW).write_text(ITEM.replace("区无此局", "区民政局"), "utf-8")
    assert _check(column, "--changed", "HEAD", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert [each["new"] for each in told["problems"] if each["level"] == "error"] == [False]
    assert told["mended"] == []


def test_what_was_mended_is_told(column, capsys):
    (column / OLD).unlink()
    assert _check(column, "--changed", "HEAD", "--format", "json") == 0
    assert {each["path"] for each in json.loads(capsys.readouterr().out)["mended"]} == {OLD}


def test_a_root_below_the_repository_is_found(column, tmp_path):
    folder = tmp_path / "whole"
    shutil.copytree(column, folder / "district", ignore=shutil.ignore_patterns(".git"))
    shutil.copytree(column / ".git", folder / ".git")
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    for words in (("add", "-A"), ("commit", "-q", "-m", "搬家")):
        subprocess.run(["git", *author, *words], cwd=folder, check=True, capture_output=True)
    laid = tmp_path / "laid"
    laid.mkdir()
    changes.lay_out(folder / "district", "HEAD", laid)
    assert (laid / OLD).read_bytes() == (column / OLD).read_bytes()
    assert sorted(path.name for path in laid.iterdir()) == ["content", "data", "mkdocs.yml"]


@pytest.mark.parametrize("revision", ["meiyou", "--help", "", "HEAD:content", "HEAD..HEAD"])
def test_a_revision_that_is_none_is_told_in_a_sentence(column, tmp_path, revision):
    with pytest.raises(EnvironmentProblem, match="没有"):
        changes.lay_out(column, revision, tmp_path / "laid")


def test_a_folder_without_a_repository_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(EnvironmentProblem, match="Git"):
        changes.lay_out(tmp_path, "HEAD", tmp_path)


def test_git_that_is_missing_is_told(column, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentProblem, match="先安装 git"):
        changes.lay_out(column, "HEAD", tmp_path)


def test_attributes_of_the_tree_leave_nothing_out(column, tmp_path):
    (column / ".gitattributes").write_text("content export-ignore\ndata/** export-subst eol=crlf\n", "utf-8")
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    for words in (("add", "-A"), ("commit", "-q", "-m", "属性")):
        subprocess.run(["git", *author, *words], cwd=column, check=True, capture_output=True)
    changes.lay_out(column, "HEAD", tmp_path / "laid")
    for file in ("mkdocs.yml", OLD, "data/units/minzheng-ju.yml"):
        assert (tmp_path / "laid" / file).read_bytes() == (column / file).read_bytes()


def test_a_revision_that_cannot_be_checked_is_named(column, capsys):
    register = column / "data/addresses/policies.txt"
    good = register.read_bytes()
    register.write_bytes(b"<<<<<<< HEAD\n")
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, "commit", "-qam", "坏"], cwd=column, check=True, capture_output=True)
    register.write_bytes(good)
    assert _check(column, "--changed", "HEAD") == 2
    assert "“HEAD”那个版本不能检查，没法比较：data/addresses/policies.txt 第 1 行" in capsys.readouterr().err
