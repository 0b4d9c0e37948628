"""Jobs → results, on whatever runs them: processes of this machine, or a cluster that is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict
from typing import Any, Protocol

from gongkai.city import job as jobs
from gongkai.city.job import Job, Result
from gongkai.common.problems import EnvironmentProblem


class Engine(Protocol):
    """What runs jobs, as many at once as it has room for, and tells of each when it ends."""

    def results(self, wanted: Sequence[Job]) -> Iterator[Result]:
        """Every result, the first finished first."""
        ...


class Local:
    """Processes of this machine, so many at once."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once

    def results(self, wanted: Sequence[Job]) -> Iterator[Result]:
        """A thread waits for each process: a process ends with the thread that began it."""
        with ThreadPoolExecutor(self._at_once) as pool:
            waiting: list[Future[dict[str, Any]]] = [pool.submit(jobs.run, asdict(each)) for each in wanted]
            for done in as_completed(waiting):
                yield Result(**done.result())


class Dask:
    """Workers of a scheduler of dask.distributed: one that is lost has its jobs done by another."""

    def __init__(self, scheduler: str) -> None:
        try:
            from distributed import Client  # noqa: PLC0415  (only with a cluster)
        except ImportError:
            raise EnvironmentProblem(
                "没有装 dask.distributed：用 scripts/city 运行，它会装上 requirements-city.txt"
            ) from None
        try:
            self._client = Client(scheduler, timeout=10)
        except OSError as error:
            raise EnvironmentProblem(f"连不上调度器 {scheduler}：{error}") from None

    def results(self, wanted: Sequence[Job]) -> Iterator[Result]:
        """The key is the job's, so that one job is not done twice at once."""
        from distributed import as_completed as completed  # noqa: PLC0415

        waiting = [self._client.submit(jobs.run, asdict(each), key=each.key, pure=True) for each in wanted]
        named = {each.key: each for each in wanted}
        for done in completed(waiting):
            if done.status == "finished":
                yield Result(**done.result())
            else:
                why = f"集群没有做成：{done.exception()}"
                yield Result(named[done.key].slug, 3, said=why)
