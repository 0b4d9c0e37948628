"""Same tree, same day: the same bytes, wherever and however they are made, readable by a web server."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
MINI = PROJECT / "tests/sites/mini"
#: two strange machines, each strange in everything: a fault in one shows in its bytes
SURROUNDINGS = {
    "a reader of Turkish in California": {
        "TZ": "America/Los_Angeles",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONUTF8": "0",
        "PYTHONHASHSEED": "12345",
    },
    "a job without a home": {
        "LANG": "C",
        "LC_ALL": "C",
        "LANGUAGE": "en",
        "HOME": "/nonexistent",
        "USER": "nobody",
        "LOGNAME": "nobody",
        "SOURCE_DATE_EPOCH": "1",
        "TERM": "dumb",
        "COLUMNS": "40",
    },
}


@pytest.mark.night
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_surroundings_change_nothing(name, command, mini, mini_site, digest, tmp_path):
    done = command("build", "--root", mini, "--site-dir", tmp_path / "site", **SURROUNDINGS[name])
    assert done.returncode == 0, done.stdout
    assert digest(tmp_path / "site") == digest(mini_site)


def test_another_machine_changes_nothing(mini, mini_site, digest, tmp_path):
    """One processor, nothing readable by others unless asked for, another order of files on the disk."""
    shuffled = tmp_path / "乙 (2)" / "shuffled"
    for file in sorted(mini.rglob("*"), key=lambda path: path.name[::-1]):
        if file.is_file():
            target = shuffled / file.relative_to(mini)
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copyfile(file, target)
            target.chmod(0o600)
    words = f"umask 077; exec taskset -c 0 '{PROJECT}/scripts/build' --root '{shuffled}' --date 2026-11-21"
    site = tmp_path / "deep/site"
    done = subprocess.run(
        ["bash", "-c", f"{words} --site-dir '{site}'"],
        env={**os.environ, **SURROUNDINGS["a reader of Turkish in California"]},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert digest(site) == digest(mini_site)


def test_a_second_build_over_the_first_changes_nothing(command, mini, mini_site, digest, tmp_path):
    """The second finds the search index of the first, and a page withdrawn is gone."""
    site = tmp_path / "site"
    extra = mini / "content/pages/linshi.md"
    extra.write_text("---\n标题: 临时页面\n更新日期: 2026-09-03\n---\n临时的内容。\n", "utf-8")
    assert command("build", "--root", mini, "--site-dir", site).returncode == 0
    assert (site / "linshi/index.html").is_file()
    extra.unlink()
    assert command("build", "--root", mini, "--site-dir", site).returncode == 0
    assert digest(site) == digest(mini_site)


@pytest.mark.night
def test_the_demonstration_is_the_same_elsewhere_by_one_process_or_two(command, demo_site, digest, tmp_path):
    root = tmp_path / "别处"
    for name in ("content", "data"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    done = command("build", "--root", root, "--site-dir", tmp_path / "site", TZ="Pacific/Apia", LC_ALL="C")
    assert done.returncode == 0, done.stdout
    assert digest(tmp_path / "site") == digest(demo_site)


@pytest.mark.parametrize("site", ["mini_site", "demo_site"])
def test_a_web_server_can_read_everything_and_nothing_is_odd(site, request):
    folder = request.getfixturevalue(site)
    modes = {f"{path.lstat().st_mode:o}" for path in [folder, *folder.rglob("*")]}
    assert modes == {"40755", "100644"}


@pytest.mark.parametrize("site", ["mini_site", "demo_site"])
def test_nothing_of_this_machine_or_run_is_in_the_output(site, request):
    folder = request.getfixturevalue(site)
    marks = [
        str(PROJECT).encode(),
        str(folder).encode(),
        b"/tmp/",
        b"127.0.0.1",
        b"localhost",
        b"gongkai.desk.cli",
    ]
    text_files = [
        p for p in sorted(folder.rglob("*")) if p.suffix in {".html", ".xml", ".csv", ".json", ".css"}
    ]
    assert len(text_files) > 50
    assert [(path.name, mark) for path in text_files for mark in marks if mark in path.read_bytes()] == []


def test_another_day_changes_what_depends_on_it_only(command, mini, mini_site, digest, tmp_path):
    done = command("build", "--root", mini, "--date", "2026-11-22", "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stdout
    assert _without_the_day(digest(tmp_path / "site")) == _without_the_day(digest(mini_site))


def _without_the_day(found):
    """Without the pages that tell the day they are of, the index of their words, and the list of sums."""
    telling = ("quality/", "rulebook/", "search/index/", "answers/")
    pages = {"index.html", "data/index.html", "in-force/index.html", "llms.txt", "SHA256SUMS"}
    pages |= {"calendar/index.html", "duties/index.html", "duties/matrix/index.html"}
    return {path: each for path, each in found.items() if not path.startswith(telling) and path not in pages}
