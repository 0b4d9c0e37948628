"""One column at one revision on one day → a job: pure data, so that any engine can carry it anywhere.

A job that is run twice gives the same release, whoever ran it: it builds in a folder of its own, and what is
finished is put on the shelf in one step.
"""

from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gongkai.city import attempts, shelf, trees
from gongkai.common.problems import EnvironmentProblem

#: lines of what a build said that are told of a column that failed
_LINES, _ENDS = 12, 3
#: a build that somebody ended, or whose machine went, is begun again so often
ATTEMPTS = 3


@dataclass(frozen=True)
class Job:
    """What is to be built: everything a worker needs to know, in plain values."""

    slug: str
    name: str
    place: str
    remote: bool
    #: the commit, or a digest of a folder's files
    revision: str
    #: whether ``revision`` is a commit
    committed: bool
    date: str
    #: a digest of the program
    program: str
    #: where the city keeps what is finished
    work: str

    @property
    def key(self) -> str:
        """The same for the same work: no engine need do it twice."""
        told = {name: value for name, value in asdict(self).items() if name not in {"work", "place", "name"}}
        return hashlib.sha256(repr(sorted(told.items())).encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Result:
    """How a job ended: its exit code, the release there is now, what it cost, what was said."""

    slug: str
    code: int
    release: str = ""
    #: nothing was done, since the release was there
    kept: bool = False
    attempts: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    memory: int = 0
    said: str = ""

    @property
    def died(self) -> bool:
        """True where the build did not end by itself."""
        return self.code < 0


def run(told: dict[str, Any]) -> dict[str, Any]:
    """A job as plain values → its result as plain values: what an engine calls, here or elsewhere."""
    job = Job(**told)
    try:
        return asdict(_run(job))
    except EnvironmentProblem as error:
        return asdict(Result(job.slug, 2, said=str(error)))


def _run(job: Job) -> Result:
    work = Path(job.work)
    if release := shelf.made_by(work, job.slug, job.key):
        return Result(job.slug, 0, release, kept=True)
    result = Result(job.slug, -1)
    for attempt in range(1, ATTEMPTS + 1):
        result = _attempt(job, work, attempt)
        if not result.died:
            break
    return result


def _attempt(job: Job, work: Path, number: int) -> Result:
    """Build in a folder of this attempt alone: whoever is still at an earlier one is in nobody's way."""
    start = time.monotonic()
    with attempts.begun(work, job.slug) as folder:
        tree = folder / "tree"
        trees.lay_out(job.place, job.revision if job.committed else "", tree, work, remote=job.remote)
        shelf.lend(work, job.slug, folder)
        code, used, said = _build(tree, folder, job.date)
        release = shelf.put(work, job.slug, job.key, folder) if code == 0 else ""
    wall = time.monotonic() - start
    cpu = used.ru_utime + used.ru_stime
    return Result(job.slug, code, release, False, number, cpu, wall, used.ru_maxrss // 1024, said)


def _build(tree: Path, folder: Path, date: str) -> tuple[int, resource.struct_rusage, str]:
    """Run the release of one column as a process of its own; its code, what it used, its last words."""
    command = [sys.executable, "-m", "gongkai.city.held", str(os.getpid()), "release"]
    command += ["--root", str(tree), "--date", date]
    command += ["--site-dir", str(shelf.site_in(folder)), "--state-dir", str(shelf.state_in(folder))]
    with (folder / "said").open("w+b") as said:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode("utf-8", "replace").splitlines()
    return code, used, "\n".join(_worst(lines) if code else ())


def _worst(lines: Sequence[str]) -> list[str]:
    """What stopped a build, as far as a few lines tell it, and how it ended."""
    errors = [line for line in lines if "] 错误：" in line] or [line for line in lines if "] 警告：" in line]
    return [*errors[: _LINES - _ENDS], *lines[-_ENDS:]]
