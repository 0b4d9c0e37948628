"""A change compared with the Git revision it starts from: what it caused, and that all is still checked."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from gongkai import pipeline, settings
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import cli
from gongkai.exports.log import events
from gongkai.gate import addresses
from gongkai.release import git_tree

#: Git, again and again
pytestmark = pytest.mark.slow
OLD = "content/policies/2025/yanglao.md"
NEW = "content/items/minzheng-ju/2026/xin.md"
MOVED = "data/addresses/moved.yml"
REGISTERS = ("addresses", "dates", "texts")
ITEM = "---\n标题: 新的信息\n单位: 区无此局\n发布日期: 2026-11-20\n---\n内容。\n"


@pytest.fixture
def column(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny column as a repository of one commit, in which one problem stands already."""
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    waiver = mini / "data/waivers/yanglao.yml"
    waiver.unlink()
    git(mini, "init", "-q")
    commit(mini, "起点")
    return mini


def git(root: Path, *words: str) -> None:
    author = ("-c", "user.name=x", "-c", "user.email=x@example.cn", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *author, *words], cwd=root, check=True, capture_output=True)


def commit(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


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
    with (column / MOVED).open("a", encoding="utf-8") as rows:
        rows.write("- {地址: policies/2025/yanglao/, 撤下日期: 2026-11-20, 理由: 内容有误}\n")
    assert _check(column, "--changed", "HEAD", "--format", "json") == 0
    assert {each["path"] for each in json.loads(capsys.readouterr().out)["mended"]} == {OLD}


def test_a_root_below_the_repository_is_found(column, tmp_path):
    folder = tmp_path / "whole"
    shutil.copytree(column, folder / "district", ignore=shutil.ignore_patterns(".git"))
    shutil.copytree(column / ".git", folder / ".git")
    commit(folder, "搬家")
    laid = tmp_path / "laid"
    laid.mkdir()
    git_tree.lay_out(folder / "district", "HEAD", laid)
    assert (laid / OLD).read_bytes() == (column / OLD).read_bytes()
    assert sorted(path.name for path in laid.iterdir()) == ["content", "data", "mkdocs.yml"]


@pytest.mark.parametrize("revision", ["meiyou", "--help", "", "HEAD:content", "HEAD..HEAD"])
def test_a_revision_that_is_none_is_told_in_a_sentence(column, tmp_path, revision):
    with pytest.raises(EnvironmentProblem, match="没有"):
        git_tree.lay_out(column, revision, tmp_path / "laid")


def test_a_folder_without_a_repository_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(EnvironmentProblem, match="Git"):
        git_tree.lay_out(tmp_path, "HEAD", tmp_path)


def test_git_that_is_missing_is_told(column, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EnvironmentProblem, match="先安装 git"):
        git_tree.lay_out(column, "HEAD", tmp_path)


def test_attributes_of_the_tree_leave_nothing_out(column, tmp_path):
    (column / ".gitattributes").write_text("content export-ignore\ndata/** export-subst eol=crlf\n", "utf-8")
    commit(column, "属性")
    git_tree.lay_out(column, "HEAD", tmp_path / "laid")
    for file in ("mkdocs.yml", OLD, "data/units/minzheng-ju.yml"):
        assert (tmp_path / "laid" / file).read_bytes() == (column / file).read_bytes()


def test_a_broken_register_of_the_revision_is_something_mended(column, capsys):
    register = column / "data/addresses/policies.txt"
    good = register.read_bytes()
    register.write_bytes(b"<<<<<<< HEAD\n")
    commit(column, "坏")
    register.write_bytes(good)
    assert _check(column, "--changed", "HEAD") == 1
    assert "这次改动解决了 1 处问题：data/addresses/policies.txt" in capsys.readouterr().out


@pytest.fixture
def yesterday(column: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The column without problems, and the publication of yesterday: a page and its line in the register."""
    shutil.copy(Path(__file__).parents[1] / "sites/mini/data/waivers/yanglao.yml", column / "data/waivers")
    assert cli.main(["addresses", "--root", str(column), "--date", "2026-11-21"]) == 0
    commit(column, "昨天以前")
    (column / NEW).write_text(ITEM.replace("区无此局", "区民政局"), "utf-8")
    assert cli.main(["addresses", "--root", str(column), "--date", "2026-11-21"]) == 0
    commit(column, "昨天公布")
    capsys.readouterr()
    return column


GONE = "items/minzheng-ju/2026/xin/"


def test_a_revert_that_takes_page_and_line_together_is_told(yesterday, capsys):
    git(yesterday, "revert", "--no-edit", "HEAD")
    assert _check(yesterday) == 0, "the tree alone knows of nothing"
    capsys.readouterr()
    assert _check(yesterday, "--changed", "HEAD~1") == 1
    said = capsys.readouterr().out
    place = "data/addresses/items.txt:1:1 [登记的每一行 register-line]"
    wrong = f"{place} 错误：网址“{GONE}”《新的信息》这一行被删掉了"
    assert said.count("register-line") == 4, "its address, its days, its words, its publication"
    assert wrong in said.partition("改动以前就有的问题")[0]
    assert (
        "改法：从上一个版本恢复 data/addresses/ 里的这一行；不再公布的，再在 data/addresses/moved.yml" in said
    )


def test_the_line_restored_and_the_withdrawal_recorded_is_well_and_logged_by_title(yesterday, capsys):
    git(yesterday, "revert", "--no-edit", "HEAD")
    git(yesterday, "checkout", "HEAD~1", "--", "data/log", *(f"data/{name}/items.txt" for name in REGISTERS))
    assert _check(yesterday, "--changed", "HEAD~1") == 1
    assert f"公布过的网址“{GONE}”没有页面" in capsys.readouterr().out
    with (yesterday / MOVED).open("a", encoding="utf-8") as rows:
        rows.write(f"- {{地址: {GONE}, 撤下日期: 2026-11-21, 理由: 内容有误}}\n")
    assert _check(yesterday, "--changed", "HEAD~1") == 0
    told = settings.Settings(yesterday, dt.date(2026, 11, 21), settings.read_column(yesterday))
    found = [each for each in events(pipeline.check(told).register) if each.address == GONE]
    assert [(each.kind.value, each.title, each.note) for each in found] == [
        ("撤下", "新的信息", "理由：内容有误"),
        ("发布", "新的信息", ""),
    ]


REASONS = [("内容有误", f"“{GONE}”《新的信息》上一个版本"), ("涉及个人隐私", f"“{GONE}”上一个版本")]


@pytest.mark.parametrize(("reason", "said"), REASONS)
def test_a_revert_of_a_withdrawal_is_told_before_the_page_is_back(yesterday, capsys, reason, said):
    (yesterday / NEW).unlink()
    with (yesterday / MOVED).open("a", encoding="utf-8") as rows:
        rows.write(f"- {{地址: {GONE}, 撤下日期: 2026-11-20, 理由: {reason}}}\n")
    commit(yesterday, "撤下")
    assert _check(yesterday, "--changed", "HEAD~1") == 0
    assert "又公布了" not in capsys.readouterr().out
    git(yesterday, "revert", "--no-edit", "HEAD")
    assert _check(yesterday, "--changed", "HEAD~1") == 0, (
        "a warning: who withdrew by mistake may take it back"
    )
    told = capsys.readouterr().out.partition("改动以前就有的问题")[0]
    assert f"警告：{said}已在 2026-11-20 撤下（理由：{reason}），现在又公布了。改法：" in told


def test_a_title_that_begins_with_another_keeps_its_brackets(yesterday, capsys):
    (yesterday / NEW).write_text(
        (yesterday / NEW).read_text("utf-8").replace("标题: 新的信息", "标题: 《办法》问答"), "utf-8"
    )
    register = yesterday / "data/addresses/items.txt"
    register.write_text(register.read_text("utf-8").replace("新的信息", "《办法》问答"), "utf-8")
    commit(yesterday, "改题")
    git(yesterday, "checkout", "HEAD~2", "--", "data/addresses/items.txt")
    _check(yesterday, "--changed", "HEAD")
    assert f"网址“{GONE}”《〈办法〉问答》这一行被删掉了" in capsys.readouterr().out


def test_a_page_that_was_never_registered_is_missed_too(yesterday, capsys):
    other = yesterday / NEW.replace("xin", "lai")
    other.write_text(ITEM.replace("区无此局", "区民政局").replace("新的信息", "没登记的信息"), "utf-8")
    commit(yesterday, "没有登记")
    other.unlink()
    assert _check(yesterday, "--changed", "HEAD") == 1
    said = capsys.readouterr().out
    assert "上一个版本公布着“items/minzheng-ju/2026/lai/”《没登记的信息》，现在没有了，也没有写去向" in said


def test_a_line_of_the_register_of_dates_is_missed(yesterday, capsys):
    register = yesterday / "data/dates/policies.txt"
    lines = register.read_text("utf-8").splitlines()
    register.write_text("".join(f"{line}\n" for line in lines[1:]), "utf-8")
    assert _check(yesterday, "--changed", "HEAD") == 1
    assert f"“{lines[0]}”这一行被删掉了：登记过的只增不减" in capsys.readouterr().out


def test_two_publications_are_merged_without_a_conflict(yesterday):
    shutil.copy(settings.PROJECT / ".gitattributes", yesterday)
    commit(yesterday, "合并的办法")
    git(yesterday, "checkout", "-q", "-b", "jia")
    register = yesterday / "data/addresses/items.txt"
    whole = register.read_text("utf-8")
    for branch, name in (("jia", "bbb"), ("yi", "aaa")):
        git(yesterday, "checkout", "-q", "-B", branch, "jia" if branch == "jia" else "jia~1")
        register.write_text(f"{whole}items/minzheng-ju/2026/{name}/ 信息\n", "utf-8")
        commit(yesterday, branch)
    git(yesterday, "merge", "-q", "jia")
    found, problems = addresses.read(yesterday)
    assert problems == []
    assert {"items/minzheng-ju/2026/aaa/", "items/minzheng-ju/2026/bbb/"} <= found.keys()
