"""Shards that are not there yet → made, each by a process of its own, a bounded number at a time."""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess

from gongkai.search.documents import SearchFailed

#: below so many documents a second process costs more than it gives; of so many are shards made at a time
#: (some 14 KB of memory each, so that all processes together stay within 500 MB), unless one alone has more
WORTH, AT_ONCE = 1000, 18_000
_ENDED = "生成检索索引的一个进程被系统结束了，多半是内存不够：请关掉别的程序再运行一次。"


@dataclass(frozen=True)
class Job:
    """A shard of so many documents, and what makes it."""

    documents: int
    make: Callable[[], None]


def make_all(jobs: Sequence[Job]) -> None:
    """Makes every shard, the largest first; what comes out does not depend on how many at a time.

    Raises what the making of one raised, and ``SearchFailed`` where the system ended it; then nothing is left
    running.
    """
    workers = min(os.cpu_count() or 1, 8)
    few = len(jobs) < 2 or sum(job.documents for job in jobs) < WORTH
    # Forking a process that runs threads (the preview server) could inherit a held lock.
    if few or workers == 1 or threading.active_count() > 1:
        for job in jobs:
            job.make()
        return
    gc.collect()
    gc.freeze()
    try:
        _in_processes(sorted(jobs, key=lambda job: -job.documents), workers)
    finally:
        gc.unfreeze()


def _in_processes(waiting: list[Job], workers: int) -> None:
    running: list[_Running] = []
    try:
        while waiting or running:
            while job := _next(waiting, running, workers):
                waiting.remove(job)
                running.append(_Running(job))
            wait([each.process.sentinel for each in running])
            for ended in [each for each in running if not each.process.is_alive()]:
                running.remove(ended)
                ended.finish()
    finally:
        for each in running:
            each.process.kill()
            each.process.join()


def _next(waiting: list[Job], running: list[_Running], workers: int) -> Job | None:
    """The largest that may be begun now."""
    if len(running) == workers:
        return None
    room = AT_ONCE - sum(each.documents for each in running)
    return next((job for job in waiting if not running or job.documents <= room), None)


class _Running:
    """A job in a process that inherits its documents, and ends with it: so its memory is given back."""

    def __init__(self, job: Job) -> None:
        self.documents = job.documents
        forked = multiprocessing.get_context("fork")
        self._told, tell = forked.Pipe(duplex=False)
        self.process: ForkProcess = forked.Process(target=_made, args=(job, tell))
        self.process.start()
        tell.close()

    def finish(self) -> None:
        """Raises what it raised."""
        self.process.join()
        with self._told:
            if self._told.poll():
                try:
                    raise self._told.recv()
                except EOFError:
                    pass
        if self.process.exitcode:
            raise SearchFailed(_ENDED)


def _made(job: Job, tell: Connection) -> None:
    gc.disable()  # it ends before there is much to collect
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        job.make()
    except (OSError, SearchFailed) as error:
        tell.send(error)


def _follow_parent() -> None:
    """End with the parent: an orphan would go on writing where the next run writes."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
