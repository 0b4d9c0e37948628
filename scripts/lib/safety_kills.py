"""Runs killed at any moment, full disks, tools that fail: what readers see is one whole site, old or new.

Two things are killed: whole builds of a small column, and the switch alone, again and again, in each of
its three ways (swapped folders, two renames where folders cannot be swapped, a link to a kept release).
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.release import State, checksums

LABEL = "中断和故障"
PROJECT = Path(__file__).resolve().parents[2]
MINI = PROJECT / "tests/sites/mini"
PAGE = "content/pages/guide.md"
WAYS = ("swapped", "two renames", "kept")
#: shell scripts in Pagefind's place; None: it is not there
TOOLS = {
    "missing": None,
    "says nothing": "exit 0",
    "fails": "exit 3",
    "is killed": "kill -9 $$",
    "says garbage": "echo xx,yy,; cat >/dev/null",
    "never answers": "cat >/dev/null; sleep 1000",
    "never reads": "sleep 1000",
}
#: the largest file the system lets a build write, in bytes
LIMITS = (100, 20_000, 60_000, 300_000)
#: how long any one run may take: beyond it hangs
PATIENCE = 300
SWITCHING = """
import sys
from pathlib import Path
from gongkai import release
from gongkai.release import exchange
base, site, way, number = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
if way == "two renames":
    exchange._exchange = lambda first, second: False
state = release.State.of(base, site)
once = len(sys.argv) > 5
while True:
    number += 1
    with release.building(state, Path("/nowhere"), lambda line: None, kept=way == "kept") as stage:
        for name in (*release.SITE_FILES, *(f"pages/{each}/index.html" for each in range(12))):
            (stage / name).parent.mkdir(parents=True, exist_ok=True)
            (stage / name).write_text(str(number) * 500)
        release.complete(stage, site, lambda line: None)
        if way == "kept":
            release.issue(stage, state, {"date": "2026-11-21"}, 2, None)
        else:
            release.put_in_place(stage, state)
    print(number, flush=True)
    if once:
        break
"""


@dataclass
class Counts:
    """What was done and how it came out."""

    kills: int = 0
    intact: int = 0
    broken: int = 0
    #: killed between two renames: no site until the next run, which put it back whole
    back: int = 0
    hangs: int = 0
    faults: int = 0
    kept: int = 0
    seen: list[str] = field(default_factory=list)

    def judge(self, good: bool, what: str) -> None:
        """One site looked at after a kill."""
        self.kills += 1
        self.intact += good
        self.broken += not good
        if not good:
            self.seen.append(what)


def measure(quick: bool = False) -> dict[str, int]:
    """Kills, and how many left a whole site; disks and tools that failed, and how often the old one stood."""
    counts, rng = Counts(), random.Random(20261121)
    with tempfile.TemporaryDirectory(prefix="gongkai-kills-") as name:
        builds = Builds(Path(name), rng, counts)
        for _ in range(2 if quick else 100):
            builds.kill()
        builds.recover()
        for limit in () if quick else LIMITS:
            builds.fail(f"file size {limit}", limit=limit)
        for tool in () if quick else TOOLS:
            builds.fail(tool, shadow=_shadow(Path(name), tool))
        for way in WAYS:
            Switches(Path(name), way, rng, counts).kill(2 if quick else 110)
    for each in counts.seen:
        print(each, file=sys.stderr)
    return {
        "kills": counts.kills,
        "intact": counts.intact,
        "broken": counts.broken,
        "put back": counts.back,
        "tried": counts.faults,
        "old site kept": counts.kept,
        "hangs": counts.hangs,
    }


def _environment(base: Path, first: str = "") -> dict[str, str]:
    paths = os.pathsep.join(filter(None, (first, str(PROJECT / "hooks"))))
    more = {"PYTHONPATH": paths, "PYTHONUTF8": "1", "GONGKAI_STATE": str(base / "state")}
    return {**os.environ, **more, "NO_MKDOCS_2_WARNING": "1"}


def _shadow(base: Path, tool: str) -> Path:
    """A folder to be looked through first, with another program in Pagefind's place."""
    folder = base / f"shadow-{tool.replace(' ', '-')}"
    package = folder / "pagefind_bin"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    # bounded more narrowly than in earnest, and with the PATH that the scripts need
    (folder / "sitecustomize.py").write_text(
        "from gongkai.search import pagefind\n"
        "pagefind.LEAST, pagefind.ENVIRONMENT = 3.0, {'PATH': '/usr/bin:/bin'}\n"
    )
    if (text := TOOLS[tool]) is not None:
        (package / "pagefind").write_text(f"#!/bin/sh\n{text}\n")
        (package / "pagefind").chmod(0o755)
    return folder


#: a version whose search index another program makes
ENGLISH = """\
    英文:
      门户名称: Mini District Government
      栏目名称: Government Transparency
      栏目简介: Open government information
      关键词: transparency
      主办单位: General Office
"""
ENGLISH_PAGE = """\
---
标题: Guide to government information
更新日期: 2026-09-01
对应页面: guide
---
This guide says where to find what.
"""


class Builds:
    """Whole builds of a small column that says A or B; both were built once without disturbance."""

    def __init__(self, base: Path, rng: random.Random, counts: Counts) -> None:
        self.base, self.rng, self.counts = base, rng, counts
        self.root, self.site = Path(shutil.copytree(MINI, base / "mini")), base / "www/site"
        with (self.root / "mkdocs.yml").open("a", encoding="utf-8") as file:
            file.write(ENGLISH)
        page = self.root / "content/en/pages/guide.md"
        page.parent.mkdir(parents=True)
        page.write_text(ENGLISH_PAGE, "utf-8")
        self.page = (self.root / PAGE).read_text("utf-8")
        self.whole: list[dict[str, str]] = []
        for letter in "AB":
            self._write(letter)
            assert self._run().wait(PATIENCE) == 0
            self.whole.append(checksums.of(self.site))
        assert self.whole[0] != self.whole[1]

    def kill(self) -> None:
        """One build, killed at a random moment after a random one of its lines; group or main process."""
        for _ in range(20):
            self._write(self.rng.choice("AB"))
            run = self._run()
            assert run.stdout is not None
            for _ in range(self.rng.randrange(7)):
                run.stdout.readline()
            time.sleep(self.rng.uniform(0, 0.3))
            if run.poll() is None:
                break
        if self.rng.random() < 0.5:
            os.killpg(run.pid, signal.SIGKILL)
        else:
            run.kill()
        run.communicate(timeout=PATIENCE)
        found = checksums.of(self.site) if self.site.is_dir() else {}
        self.counts.judge(found in self.whole, f"killed build: {len(found)} files")

    def recover(self) -> None:
        """The next run finds its way: it ends well, and nothing is left."""
        self._write("A")
        code = self._run().wait(PATIENCE)
        left = list(State.of(self.base / "state", self.site).aside.iterdir())
        good = code == 0 and not left and checksums.of(self.site) == self.whole[0]
        self.counts.broken += not good
        if not good:
            self.counts.seen.append(f"the next build: code {code}, left {left}")

    def fail(self, what: str, *, limit: int = 0, shadow: Path | None = None) -> None:
        """A build under a fault: it ends with 2 and the old site stands."""
        self._write("B")
        shutil.rmtree(State.of(self.base / "state", self.site).work)
        self.counts.faults += 1
        run = self._run(limit=limit, shadow=shadow)
        try:
            code = run.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.counts.hangs += 1
            os.killpg(run.pid, signal.SIGKILL)
            return
        good = code == 2 and checksums.of(self.site) == self.whole[0]
        self.counts.kept += good
        self.counts.broken += not good
        if not good:
            self.counts.seen.append(f"{what}: code {code}")

    def _write(self, letter: str) -> None:
        # a page whose words change tells a new day
        page = self.page.replace("更新日期: 2026-09-01", "更新日期: 2026-11-20")
        (self.root / PAGE).write_text(f"{page}\n这一版是{letter}。\n", "utf-8")

    def _run(self, *, limit: int = 0, shadow: Path | None = None) -> subprocess.Popen[bytes]:
        words = ("build", "--root", self.root, "--date", "2026-11-21", "--site-dir", self.site)
        narrow: Callable[[], None] | None = None
        if limit:

            def narrow() -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        watched = not (limit or shadow)
        return subprocess.Popen(
            [sys.executable, "-m", "gongkai", *map(str, words)],
            env=_environment(self.base, str(shadow or "")),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if watched else subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=narrow,
        )


class Switches:
    """The switch alone, over and over by one process until it is killed."""

    def __init__(self, base: Path, way: str, rng: random.Random, counts: Counts) -> None:
        self.base, self.way, self.rng, self.counts = base, way, rng, counts
        self.site = base / f"www-{way.replace(' ', '-')}/site"
        self._run("0", "once").wait(PATIENCE)

    def kill(self, times: int) -> None:
        """That many kills, each at a random moment; then the next run goes on from what it finds."""
        for number in range(1, times + 1):
            run = self._run(str(number * 1000))
            time.sleep(self.rng.uniform(0.15, 0.6))
            run.kill()
            run.wait(PATIENCE)
            if not os.path.lexists(self.site) and self.way == "two renames":
                self._run("1", "once").wait(PATIENCE)
                self.counts.back += 1
            self.counts.judge(self._is_whole(), f"killed switch ({self.way})")
        code = self._run("7", "once").wait(PATIENCE)
        left = list(State.of(self.base / "state", self.site).aside.iterdir())
        self.counts.broken += bool(code or left)

    def _is_whole(self) -> bool:
        texts = {path.read_text() for path in self.site.rglob("*.*ml")}
        return len(texts) == 1 and checksums.of(self.site) == checksums.read(self.site)

    def _run(self, *words: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", SWITCHING, str(self.base / "state"), str(self.site), self.way]
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            [*command, *words], env=_environment(self.base), stdin=quiet, stdout=quiet, stderr=quiet
        )
