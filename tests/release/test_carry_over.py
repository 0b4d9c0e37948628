"""What a new site takes over from the old: foreign files, which are named, and times of unchanged files."""

from __future__ import annotations

import os
import subprocess

import pytest

from gongkai import release
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import checksums

OURS = {"index.html": "首页", "404.html": "没有", "sitemap.xml": "<x/>", "policies/2026/a/index.html": "甲"}


@pytest.fixture
def lay(tmp_path):
    def make(name, files):
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text, "utf-8")
        return tmp_path / name

    return make


@pytest.fixture
def old(lay):
    folder = lay("old", OURS)
    release.complete(folder, folder / "nothing", print)
    for path, _ in list(checksums.entries(folder)):
        os.utime(folder / path, (1000, 1000))
    return folder


@pytest.fixture
def complete(lay, old):
    """What a second site, of these files over the usual ones, says of the first."""

    def run(*, untouched=False, **changed):
        said: list[str] = []
        new = lay("new", {**OURS, **changed})
        release.complete(new, old, said.append, untouched=untouched)
        return new, said

    return run


def test_the_list_is_one_that_sha256sum_reads(old):
    done = subprocess.run(["sha256sum", "-c", "--strict", checksums.NAME], cwd=old, capture_output=True)
    assert done.returncode == 0, done.stdout
    assert list(checksums.read(old)) == sorted(OURS)


def test_foreign_files_stay_as_they_were_and_are_named(complete, old):
    foreign = {
        "BaiduVerify.html": "百度",
        ".well-known/security.txt": "联系",
        "policies/2026/a/note.txt": "手放的",
    }
    for path, text in foreign.items():
        (old / path).parent.mkdir(exist_ok=True)
        (old / path).write_text(text, "utf-8")
    (old / "BaiduVerify.html").chmod(0o640)
    (old / "link").symlink_to("/srv/elsewhere")
    (old / ".well-known/acme-challenge").mkdir()
    new, said = complete()
    assert {path: (new / path).read_text("utf-8") for path in foreign} == foreign
    assert (new / "BaiduVerify.html").stat().st_mode & 0o777 == 0o640
    assert str((new / "link").readlink()) == "/srv/elsewhere"
    assert (new / ".well-known/acme-challenge").is_dir()
    [line] = said
    assert line.startswith("网站里有 5 个不是本栏目生成的文件，照原样留在网站里：")
    assert all(path in line for path in foreign)
    # and again: they are not taken for ours by the next site
    assert set(checksums.read(new)) == set(OURS)


@pytest.mark.parametrize(("count", "end"), [(10, "f09.txt"), (11, "f09.txt……")])
def test_ten_files_are_named_and_only_more_are_left_to_be_guessed(complete, lay, count, end):
    lay("old", {f"f{number:02}.txt": "别人的" for number in range(count)})
    assert complete()[1][0].endswith(end)


def test_what_was_ours_and_is_no_more_goes(complete, old, lay):
    lay("old", {"withdrawn/index.html": "撤下"})
    checksums.write(old, checksums.of(old))
    new, said = complete()
    assert not (new / "withdrawn").exists() and said == []


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("notice/index.html", "notice/index.html"),
        ("notice", "notice/index.html"),
        ("notice/index.html", "notice"),
    ],
)
def test_a_foreign_file_where_ours_is_to_be_is_refused(complete, lay, old, foreign, ours):
    lay("old", {foreign: "别人的"})
    with pytest.raises(EnvironmentProblem, match=f"网站里的 {foreign} 不是本栏目生成的"):
        complete(**{ours: "我们的"})
    assert (old / foreign).read_text("utf-8") == "别人的"


def test_a_foreign_file_with_our_own_bytes_is_ours(complete, lay):
    lay("old", {"robots.txt": "同"})
    new, said = complete(**{"robots.txt": "同"})
    assert said == [] and "robots.txt" in checksums.read(new)


def test_a_page_that_was_tampered_with_is_told_and_made_anew(complete, lay):
    lay("old", {"policies/2026/a/index.html": "假"})
    new, said = complete()
    assert (new / "policies/2026/a/index.html").read_text("utf-8") == "甲"
    assert (
        "1 个文件被改动或删去（与生成时不同），新网站里照生成的内容恢复：policies/2026/a/index.html"
        in said[0]
    )


def test_a_site_without_its_list_is_taken_for_ours_as_a_whole(complete, lay, old):
    """A page that was withdrawn must not stay because nobody knows any more whose it was."""
    lay("old", {"withdrawn/index.html": "撤下"})
    (old / checksums.NAME).unlink()
    new, said = complete()
    assert not (new / "withdrawn").exists() and said == []
    assert (new / "index.html").stat().st_mtime == 1000


@pytest.mark.parametrize("untouched", [False, True], ids=["read again", "known by its list"])
def test_unchanged_files_keep_their_times_and_changed_ones_get_a_younger(complete, old, untouched):
    os.utime(old / "404.html", (5_000_000_000, 5_000_000_000))
    new, _ = complete(untouched=untouched, **{"index.html": "改过的首页", "404.html": "改过"})
    times = {path: (new / path).stat().st_mtime for path in (*OURS, checksums.NAME)}
    assert times["policies/2026/a/index.html"] == times["sitemap.xml"] == 1000
    assert times["index.html"] > 1_000_000
    assert times["404.html"] == 5_000_000_001, "also where the clock stands before the old file's time"
    assert times[checksums.NAME] > 1_000_000


def test_a_changed_file_of_the_same_second_is_a_second_younger(lay, old):
    """A browser that holds the old page asks by the second: it must not be told that nothing changed."""
    new = lay("new", {**OURS, "index.html": "改过的首页"})
    for folder in (old, new):
        os.utime(folder / "index.html", ns=(2_000_000_000_500, 2_000_000_000_500))
    release.complete(new, old, print)
    assert (new / "index.html").stat().st_mtime == 2001


def test_a_copy_takes_the_place_of_a_link_where_the_system_refuses_one(complete, lay, monkeypatch):
    lay("old", {"BaiduVerify.html": "百度"})

    def refused(*words, **more):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    new, _ = complete()
    assert (new / "BaiduVerify.html").read_text("utf-8") == "百度"


def test_two_builds_of_the_same_give_the_same_times(command, mini, published):
    """What nginx makes ETag and Last-Modified of: a feed reader is answered 304 after a nightly build."""
    (published / "BaiduVerify.html").write_text("百度")
    before = {path: (published / path).stat().st_mtime_ns for path, _ in checksums.entries(published)}
    done = command("build", "--root", mini, "--site-dir", published)
    assert (
        done.returncode == 0 and "1 个不是本栏目生成的文件，照原样留在网站里：BaiduVerify.html" in done.stdout
    )
    assert {path: (published / path).stat().st_mtime_ns for path, _ in checksums.entries(published)} == before
    page = mini / "content/pages/guide.md"
    text = page.read_text("utf-8").replace("更新日期: 2026-09-01", "更新日期: 2026-11-20")
    page.write_text(text.replace("本指南说明", "这份指南说明"), "utf-8")
    assert command("build", "--root", mini, "--site-dir", published).returncode == 0
    after = {path: (published / path).stat().st_mtime_ns for path, _ in checksums.entries(published)}
    changed = {path for path in after if after[path] != before.get(path)}
    assert "guide/index.html" in changed and checksums.NAME in changed
    assert len(changed) < len(after) / 3, sorted(changed)
