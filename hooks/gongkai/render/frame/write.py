"""Pages → files, on all processors, with what the later stages need of each."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from gongkai.common.kept import Kept
from gongkai.common.problems import EnvironmentProblem, Problem
from gongkai.render.frame.page import Page, file_of
from gongkai.render.frame.page_links import links_of
from gongkai.render.frame.shell import Shells
from gongkai.search import SearchDocument

#: below this many pages a second process costs more than it gives
_WORTH_FORKING = 300
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


def write_pages(
    planned: Sequence[Planned], shells: Shells, stage: Path, path: str = "/", kept: Kept | None = None
) -> Written:
    """Make and write every page; the result does not depend on how many processes do it.

    ``path`` is the column's path on its host: links are followed as a browser would. ``kept`` is told when
    a piece is done.
    """
    shells.prime((page.url, page.section) for page in planned)
    share = _Share(planned, shells, stage, path, kept or Kept())
    workers = min(os.cpu_count() or 1, 8)
    # Forking a process that runs threads (the preview server) could inherit a held lock.
    alone = workers == 1 or len(planned) < _WORTH_FORKING or threading.active_count() > 1
    pieces = 1 if alone else workers * 8
    parts = [share.write(0, 1)] if alone else _in_processes(share, workers, pieces)
    share.kept.only(map(str, range(pieces)))
    return _merge(parts)


def _in_processes(share: _Share, workers: int, pieces: int) -> list[Written]:
    """All pieces, by processes that inherit the share; none outlives this, whatever ends it."""
    gc.collect()
    gc.freeze()
    forked = multiprocessing.get_context("fork")
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
    kept: Kept

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
        self.kept.save(str(piece))
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
