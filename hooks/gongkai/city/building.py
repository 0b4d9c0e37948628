"""A city's plan → every column that changed built as a job, what is finished shown, one portal over all."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gongkai.city import attempts, portal, shelf, trees
from gongkai.city.engines import Engine
from gongkai.city.job import Job, Result
from gongkai.city.plan import City, Source
from gongkai.city.portal import Shown
from gongkai.common import program
from gongkai.common.problems import EnvironmentProblem
from gongkai.release import manifest

Say = Callable[[str], None]


@dataclass(frozen=True)
class Places:
    """Where what is finished is kept, and where readers look; neither is in the other."""

    work: Path
    site: Path


def build(
    city: City, date: str, places: Places, engine: Engine, say: Say, chosen: frozenset[str]
) -> list[Result]:
    """Run the jobs of the chosen columns, then show what there is of all.

    A column that failed keeps what readers have of it.
    """
    _refuse(places)
    places.work.mkdir(parents=True, exist_ok=True)
    attempts.sweep(places.work)
    jobs, results = _jobs(city, date, places.work, chosen)
    for each in results:
        say(told(city, each, places.work))
    for result in engine.results(jobs):
        results.append(result)
        say(told(city, result, places.work))
    with _alone(places.work):
        show(city, date, places, results)
    return results


def code_of(results: Sequence[Result]) -> int:
    """0 fine, 1 problems in content, 2 wrong use or environment, 3 a fault of ours: the worst of all."""
    return max((each.code if 0 <= each.code <= 3 else 3 for each in results), default=0)


def told(city: City, result: Result, work: Path) -> str:
    """How a job ended, for who waits."""
    name = next(each.name for each in city.columns if each.slug == result.slug)
    if result.kept:
        return f"{name}：没有改动，发布 {result.release} 还在"
    cost = (
        f"CPU {result.cpu:.1f} 秒，{result.wall:.0f} 秒，内存最多 {result.memory} MB，第 {result.attempts} 次"
    )
    if result.code == 0:
        return f"{name}：发布 {result.release}（{cost}）"
    why = {1: "内容有错误", 2: "不能运行"}.get(result.code, "程序没有做完")
    left = "公开的仍是上一次的" if shelf.current(work, result.slug) else "还没有公开过，这次也没有"
    said = "\n".join(f"    {line}" for line in result.said.splitlines())
    return f"{name}：{why}，{left}（{cost}）。\n{said}"


def _jobs(city: City, date: str, work: Path, chosen: frozenset[str]) -> tuple[list[Job], list[Result]]:
    """A job for each column, and how those ended that cannot even begin."""
    code, jobs, failed = program.code().hex()[:24], [], []
    for each in (each for each in city.columns if each.slug in chosen):
        try:
            revision, committed = trees.revision_of(each, work)
        except EnvironmentProblem as error:
            failed.append(Result(each.slug, 2, said=str(error)))
            continue
        jobs.append(
            Job(
                each.slug,
                each.name,
                each.place,
                each.remote,
                revision,
                committed,
                date,
                code,
                str(work.resolve()),
            )
        )
    return jobs, failed


def show(city: City, date: str, places: Places, results: Sequence[Result]) -> None:
    """Let readers see the newest release of each column, and the portal over them."""
    failed = {each.slug: each.said for each in results if each.code != 0}
    found = []
    for source in city.columns:
        if release := shelf.current(places.work, source.slug):
            folder = shelf.folder_of(places.work, source.slug, release)
            point(folder / "site", places.site / source.slug)
            found.append(_shown(city, source, release, folder, failed.get(source.slug, "")))
    stage = places.work / f"portal-{os.getpid()}"
    shutil.rmtree(stage, ignore_errors=True)
    (stage / "made").mkdir(parents=True)
    try:
        portal.write(city, found, date, stage / "made")
        portal.replace(stage / "made", places.site)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def point(site: Path, link: Path) -> None:
    """Let a link lead to a site, in one step; a folder that somebody put there is not touched."""
    link.parent.mkdir(parents=True, exist_ok=True)
    if link.exists() and not link.is_symlink():
        raise EnvironmentProblem(f"{link} 不是链接：这里有别的东西，先移开")
    making = link.with_name(f".{link.name}-{os.getpid()}")
    making.unlink(missing_ok=True)
    making.symlink_to(site.resolve())
    making.replace(link)


def _shown(city: City, source: Source, release: str, folder: Path, held: str) -> Shown:
    about = manifest.read(folder)
    base = source.address or f"{city.address}{source.slug}/"
    link = source.address or f"../{source.slug}/"
    own, date = str(about.get("site", "")), str(about.get("date", ""))
    return Shown(source.slug, source.name, base, link, folder / "site", own, release, date, held)


def _refuse(places: Places) -> None:
    site, work = places.site.resolve(), places.work.resolve()
    if work.is_relative_to(site) or site.is_relative_to(work):
        raise EnvironmentProblem(f"--state-dir（{work}）和 --site-dir（{site}）不能一个在另一个里面")


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """One at a time shows what there is; jobs of two runs are in nobody's way."""
    with (work / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
