"""Pages → files: the same by one process or several, and links that lead nowhere are found."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.common.problems import EnvironmentProblem
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_links import links_of
from gongkai.render.frame.shell import Shells
from gongkai.render.frame.write import Planned, Written, dead_links, write_pages
from gongkai.search import SearchDocument
from gongkai.settings import PROJECT


def page(url, content="", head=""):
    words = SearchDocument(url, url, "", content, "政策文件", "", "2026", "", "2026-01-01")
    return Page(url, "policies", "题", head, content, "policy", document=words)


def shells():
    return Shells(lambda url, context: "<main>{content}</main>".format(**context["shell"]), lambda *a: {})


def test_several_processes_write_what_one_writes(tmp_path, monkeypatch):
    pages = [page(f"policies/2026/p{n}/", f'<a href="../p{(n * 7) % 400}/">甲{n}</a>') for n in range(400)]
    planned = [Planned(each.url, each.section, partial(lambda given: given, each)) for each in pages]
    results = []
    for processors in (1, 3):
        monkeypatch.setattr(os, "cpu_count", lambda processors=processors: processors)
        stage = tmp_path / str(processors)
        written = write_pages(planned, shells(), stage)
        texts = {p.relative_to(stage).as_posix(): p.read_bytes() for p in stage.rglob("*.html")}
        results.append((written, texts))
    assert results[0] == results[1]
    assert results[0][0].pages == len(results[0][1]) == 400
    assert [document.url for document in results[0][0].documents] == [each.url for each in pages]


def test_a_fault_in_a_process_is_not_lost(tmp_path, monkeypatch):
    def broken():
        raise ZeroDivisionError

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    planned = [Planned(f"p{n}/", "", partial(page, f"p{n}/")) for n in range(350)]
    with pytest.raises(ZeroDivisionError):
        write_pages([*planned, Planned("x/", "", broken)], shells(), tmp_path)


def test_a_process_that_the_system_ends_is_told_and_not_waited_for(tmp_path, monkeypatch):
    own = os.getpid()

    def killed():
        assert os.getpid() != own, (
            "pages are not made by processes of their own: a thread of another test is left"
        )
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    planned = [Planned(f"p{n}/", "", partial(page, f"p{n}/")) for n in range(350)]
    with pytest.raises(EnvironmentProblem, match="被系统结束了"):
        write_pages([*planned, Planned("x/", "", killed)], shells(), tmp_path)
    assert multiprocessing.active_children() == []


def is_free(lock: Path) -> bool:
    """Whether nobody holds a lock any more, soon."""
    with lock.open("r+") as handle:
        for _ in range(100):
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(0.1)
            else:
                return True
    return False


@pytest.mark.slow
def test_no_process_outlives_a_parent_that_was_killed(tmp_path):
    """A parent is killed while its processes write: they end too, and with them the lock they inherited."""
    lock = tmp_path / "lock"
    script = f"""
import fcntl, os, signal, sys, time
sys.path.insert(0, {str(Path(__file__).parent)!r})
os.cpu_count = lambda: 2
from test_write import Planned, page, shells, write_pages
from pathlib import Path
handle = os.open({str(lock)!r}, os.O_CREAT | os.O_RDWR)
fcntl.flock(handle, fcntl.LOCK_EX)
parent = os.getpid()
def slow():
    os.kill(parent, signal.SIGKILL)
    time.sleep(60)
planned = [Planned(f"p{{n}}/", "", lambda n=n: page(f"p{{n}}/")) for n in range(350)]
write_pages([*planned, Planned("x/", "", slow)], shells(), Path({str(tmp_path)!r}))
"""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "hooks")}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=False, timeout=30)
    assert done.returncode == -signal.SIGKILL
    assert is_free(lock)


def test_links_are_read_as_a_browser_reads_them():
    content = (
        '<a href="../a/?x=1&amp;y=2#tiao-1">1</a><img src="b.png"><a href="https://x.cn/">2</a>'
        '<a href="/zwgk/c/">3</a><a href="/other/">4</a><a href="mailto:a@b.cn">5</a><a data-href="no">6</a>'
    )
    found = links_of(page("policies/", content, '<link href="../d.css">'), "/zwgk/")
    inside = {"a/?x=1&y=2#tiao-1", "policies/b.png", "c/", "d.css"}
    assert found == {*inside, "https://host.invalid/other/"}, "the host's other pages are not ours to know"


STEP = st.sampled_from(["a", "b-1", "文", "x.html", "..", ".", "", "a:b", "q?p=1"])
LINK = st.lists(STEP, max_size=5).map("/".join)


@given(
    st.sampled_from(["", "a/", "a/b/", "a/b/c/", "a/404.html"]), LINK, st.sampled_from(["", "/", "#f", "?a"])
)
def test_plain_links_are_read_like_all_others(url, link, end):
    root = "https://host.invalid/zwgk/"
    there = urljoin(root + url, link + end)
    found = {there.removeprefix(root)} if there.startswith("https://host.invalid") else set()
    assert links_of(page(url, f'<a href="{link}{end}">甲</a>'), "/zwgk/") == found


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("b/", "没有这个页面或文件"),
        ("a/#tiao-2", "页面里没有这个位置"),
        ("a/#tiao-1", None),
        ("a/", None),
        ("a/?q=1", None),
        ("feeds/all.rss.xml", None),
        ("%61/", None),
    ],
)
def test_links_that_lead_nowhere_are_problems(tmp_path, link, why):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<p id="tiao-1">', "utf-8")
    problems = dead_links(Written(links={link: "policies/"}), tmp_path, {"feeds/all.rss.xml"})
    assert [why in problem.message for problem in problems] == ([True] if why else [])


def test_a_preview_that_runs_threads_is_written_by_one_process(tmp_path, monkeypatch):
    monkeypatch.setattr("threading.active_count", lambda: 2)
    monkeypatch.setattr("multiprocessing.get_context", None)
    planned = [Planned(f"p{n}/", "", partial(page, f"p{n}/")) for n in range(350)]
    assert write_pages(planned, shells(), tmp_path).pages == 350
