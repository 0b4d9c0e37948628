"""Pages → files, on all processors, with what the later stages need of each."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

from gongkai.common.problems import EnvironmentProblem, Problem
from gongkai.render.frame.page import Page, file_of
from gongkai.render.frame.shell import Shells
from gongkai.search import SearchDocument

#: below this many pages a second process costs more than it gives
_WORTH_FORKING = 300
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
#: a link that only climbs and descends, as nearly all do: what it means is seen without a parser
_PLAIN = re.compile(r"((?:\.\./)*)([\w-]+(?:/[\w-]+)*(?:/|\.\w[\w.-]*)?)", re.ASCII)
_HOST = "https://host.invalid"
#: what leads out of the column, whatever the page
_ELSEWHERE = re.compile(rf"(?!{_HOST})(?:https?://|mailto:|tel:|data:|webcal:)[^&]*$")
_ENDED = "生成网页的一个进程被系统结束了，多半是内存不够：请关掉别的程序再运行一次"


@dataclass(frozen=True)
class Planned:
    """A page that will be made: known by its address before it exists."""

    url: str
    section: str
    make: Callable[[], Page]
    #: whether it leads to another and has nothing of its own, so that no map names it
    leads: bool = False


@dataclass
class Written:
    """What was written: how many pages, what search needs of them, and links that lead nowhere."""

    pages: int = 0
    documents: list[SearchDocument] = field(default_factory=list)
    #: every address below the root that pages link to, with the page that does
    links: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def write_pages(planned: Sequence[Planned], shells: Shells, stage: Path, path: str = "/") -> Written:
    """Make and write every page; the result does not depend on how many processes do it.

    ``path`` is the column's path on its host: links are followed as a browser would.
    """
    shells.prime((page.url, page.section) for page in planned)
    share = _Share(planned, shells, stage, path)
    workers = min(os.cpu_count() or 1, 8)
    # Forking a process that runs threads (the preview server) could inherit a held lock.
    if workers == 1 or len(planned) < _WORTH_FORKING or threading.active_count() > 1:
        return _merge([share.write(0, 1)])
    gc.collect()
    gc.freeze()
    return _merge(_in_processes(share, workers))


def _in_processes(share: _Share, workers: int) -> list[Written]:
    """All pieces, by processes that inherit the share; none outlives this, whatever ends it."""
    forked = multiprocessing.get_context("fork")
    pieces = workers * 8
    with ProcessPoolExecutor(workers, forked, initializer=_inherit, initargs=(share,)) as pool:
        done = False
        try:
            parts = list(pool.map(_write_piece, range(pieces), [pieces] * pieces))
            done = True
        except BrokenProcessPool:
            # a plain pool would wait for the answer of the dead for ever
            raise EnvironmentProblem(_ENDED) from None
        finally:
            if not done:
                for worker in multiprocessing.active_children():
                    worker.kill()
        return parts


@dataclass
class _Share:
    planned: Sequence[Planned]
    shells: Shells
    stage: Path
    path: str

    def write(self, piece: int, pieces: int) -> Written:
        """One contiguous piece of the plan."""
        size = -(-len(self.planned) // pieces)
        done = Written()
        for planned in self.planned[piece * size : (piece + 1) * size]:
            page = planned.make()
            target = self.stage / page.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(self.shells.join(page), "utf-8", newline="\n")
            done.pages += 1
            if page.document:
                done.documents.append(page.document)
            for link in sorted(links_of(page, self.path)):
                done.links.setdefault(link, page.url)
        return done


_inherited: _Share


def _inherit(share: _Share) -> None:
    global _inherited
    _inherited = share
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    """End with the parent: an orphan would wait for work for ever, with the lock of the site in its hands."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _write_piece(piece: int, pieces: int) -> Written:
    return _inherited.write(piece, pieces)


def _merge(parts: Sequence[Written]) -> Written:
    whole = Written()
    for part in parts:
        whole.pages += part.pages
        whole.documents.extend(part.documents)
        for link, page in part.links.items():
            whole.links.setdefault(link, page)
    return whole


def links_of(page: Page, path: str = "/") -> set[str]:
    """Addresses below the column's root that a page's own content and head lead to, fragments kept."""
    root = _HOST + path
    folder = page.url.split("/")[:-1]
    links: set[str] = set()
    for written in dict.fromkeys(_LINK.findall(page.head + page.content)):
        plain = _PLAIN.fullmatch(written)
        if plain and (up := len(plain[1]) // 3) <= len(folder):
            links.add("/".join([*folder[: len(folder) - up], plain[2]]))
            continue
        if _ELSEWHERE.match(written):
            continue
        found = urljoin(root + page.url, unescape(written))
        if found.startswith(_HOST):
            links.add(found.removeprefix(root))
    return links


def dead_links(written: Written, stage: Path, promised: set[str]) -> list[Problem]:
    """Links to files or anchors that do not exist; ``promised`` are files a later stage writes."""
    problems = []
    texts: dict[str, str] = {}
    for link, page in sorted(written.links.items()):
        address, _, fragment = link.partition("#")
        file = file_of(unquote(address.partition("?")[0]))
        if file in promised:
            continue
        if not (stage / file).is_file():
            problems.append(_dead(page, link, "没有这个页面或文件"))
        elif fragment:
            if file not in texts:
                texts = {file: (stage / file).read_text("utf-8")}
            if f'id="{unquote(fragment)}"' not in texts[file]:
                problems.append(_dead(page, link, "页面里没有这个位置"))
    return problems


def _dead(page: str, link: str, why: str) -> Problem:
    return Problem(
        rule="dead-link",
        name="站内链接",
        path=f"网页 {page or '首页'}",
        message=f"链接“{link}”打不开（{why}）",
        fix="改正产生这个链接的内容；内容没有错，就是程序的缺陷，请告诉维护人员",
        basis="政府网站发展指引：链接地址有效",
    )
