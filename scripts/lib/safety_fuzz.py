"""Made-up inputs by the thousand: each ends in errors with a place, or in correct pages, and in good time."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzz_inputs import GOOD, KINDS, Files
from gongkai import pipeline
from gongkai.common.problems import ContentError, Level, Problem
from gongkai.settings import Settings, read_column

LABEL = "随机造出来的输入"
TODAY = dt.date(2026, 11, 21)
#: examples of all kinds together: for every proposal, by night
QUICK, FULL = 150, 10_200
#: seconds of processor time that one example may take
LIMIT = 10
#: every so many examples that pass the check, the whole site is made
SAMPLE = 20


class Hang(Exception):
    """An example took longer than it may."""


class Column:
    """A copy of the good column into which examples are laid, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.root = Path(shutil.copytree(GOOD, folder / "column"))
        self._stage = folder / "stage"
        self._work = folder / "work"
        self._identity = read_column(self.root)
        self.passed = 0
        self._closely = False

    def judge(self, files: Files) -> None:
        """Raise AssertionError, Hang or whatever comes where an example does not end as it should."""
        kept = self._lay(files)
        try:
            with _bounded(LIMIT):
                self._check()
        finally:
            for path, content in kept.items():
                self._restore(path, content)

    def forgive(self) -> None:
        """Begin another kind of input as if nothing had gone wrong."""
        self._closely = False

    def _check(self) -> None:
        asked = Settings(self.root, TODAY, self._identity)
        checked = pipeline.check(asked)
        for problem in checked.problems:
            _is_whole(problem)
        if checked.stops:
            return
        self.passed += 1
        if self._closely or self.passed % SAMPLE == 1:
            # Should it go wrong, it must do so again when a smaller example is looked for.
            self._closely = True
            self._publish(asked, checked)
            self._closely = False

    def _publish(self, asked: Settings, checked: pipeline.Checked) -> None:
        shutil.rmtree(self._stage, ignore_errors=True)
        self._stage.mkdir()
        try:
            pipeline.publish(asked, checked, self._stage, lambda said: None, work=self._work, index=False)
        except ContentError as error:
            said = "\n".join(each.as_text() for each in error.problems if each.level is Level.ERROR)
            raise AssertionError(f"the check passed what the build refuses:\n{said}") from None
        for page in self._stage.rglob("*.html"):
            _Safe(page.read_text("utf-8"))

    def _lay(self, files: Files) -> dict[Path, bytes | None]:
        kept: dict[Path, bytes | None] = {}
        for name, content in files.items():
            path = self.root / name
            kept[path] = path.read_bytes() if path.is_file() else None
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return kept

    def _restore(self, path: Path, content: bytes | None) -> None:
        if content is not None:
            path.write_bytes(content)
            return
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == self.root or any(folder.iterdir()):
                break
            folder.rmdir()


def _is_whole(problem: Problem) -> None:
    assert problem.path and problem.rule and problem.name, problem
    assert problem.message and problem.fix and problem.basis, problem
    assert problem.line >= 1 and problem.column >= 1, problem
    text = problem.as_text()
    text.encode("utf-8")
    assert "\n" not in text.partition("\n    依据")[0] and "\x1b" not in text, text


_PICTURE = "data:image/png;base64,"


class _Safe(HTMLParser):
    """Reads a page; raises AssertionError where something in it would act that is not ours."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert tag not in {"iframe", "object", "embed", "base"}, self.get_starttag_text()
        if tag == "script":
            assert (known.get("src") or "").startswith((".", "/")) or "json" in (known.get("type") or ""), (
                known
            )
        for name, value in attrs:
            assert not name.startswith("on"), self.get_starttag_text()
            scheme = (value or "").strip().lower().partition(":")[0]
            if name in {"href", "src", "action"}:
                # the page's own code is a picture in the page
                drawn = tag == "img" and known.get("class") == "qr" and str(value).startswith(_PICTURE)
                assert drawn or scheme not in {"javascript", "vbscript", "data"}, self.get_starttag_text()


@contextmanager
def _bounded(seconds: float) -> Iterator[None]:
    """Raises Hang when the block takes more processor time."""

    def ring(number: int, frame: FrameType | None) -> None:
        raise Hang(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(kind: str, examples: int, column: Column, *, new: bool = False) -> tuple[int, BaseException | None]:
    """How many examples of a kind were tried, and what the first bad one raised (its files are printed).

    The same ones every time, unless ``new`` ones are asked for.
    """
    tried = 0
    phases = (Phase.generate, Phase.shrink)
    told = settings(
        max_examples=examples, deadline=None, database=None, derandomize=not new, phases=phases,
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip

    @told
    @given(KINDS[kind]())
    def example(files: Files) -> None:
        nonlocal tried
        tried += 1
        column.judge(files)

    try:
        (seed(int.from_bytes(os.urandom(4), "big"))(example) if new else example)()
    except Exception as error:  # whatever escapes is what is looked for
        return tried, error
    return tried, None


def _told(kind: str, fault: BaseException) -> str:
    """What went wrong, where, and with which files."""
    notes = "\n".join(getattr(fault, "__notes__", ()))[:3000]
    where = "".join(traceback.format_tb(fault.__traceback__)[-2:])
    return f"{kind}: {type(fault).__name__}: {fault}\n{where}{notes}"


def measure(quick: bool = False, kinds: Sequence[str] = tuple(KINDS)) -> dict[str, int]:
    """How many were tried, and how many kinds broke something: with a traceback, or without an end."""
    counts = {"tried": 0, "tracebacks": 0, "hangs": 0}
    with tempfile.TemporaryDirectory(prefix="gongkai-fuzz-") as folder:
        column = Column(Path(folder))
        for kind in kinds:
            tried, fault = run(kind, (QUICK if quick else FULL) // len(KINDS) + 1, column, new=not quick)
            counts["tried"] += tried
            if fault is not None:
                print(_told(kind, fault), file=sys.stderr)
                column.forgive()
                counts["hangs" if isinstance(fault, Hang) else "tracebacks"] += 1
    return counts
