"""What many tests share: a small column read like any other, and whole sites built by the real commands.

The package is imported where a test first needs it: the process that hands out the tests runs none, and
the others wait for it.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import gc
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from .night import NIGHT
from .warm import Warm

if TYPE_CHECKING:
    from gongkai.column.register import Register
    from gongkai.pipeline import Checked
    from gongkai.records.column import Column
    from gongkai.records.types.standard import Standard

# On a shared machine a pause says nothing about the code: speed is measured by scripts/bench.
# The same examples every time, so that a proposal is judged by its own change alone; the
# nightly run looks for new ones, ten times as many (HYPOTHESIS_PROFILE=explore): a test says a number of
# its own only where each example is dear.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("explore" if NIGHT else "steady")

#: folders and fixtures whose tests start whole programs: builds, browsers, servers, installations
WHOLE_FOLDERS = ("browser", "safety", "scripts", "serving", "whole")
WHOLE_FIXTURES = {"bare_site", "built", "command", "demo_site", "mini_site", "mkdocs", "published"}

PROJECT = Path(__file__).parents[1]
MINI = PROJECT / "tests/sites/mini"
TODAY = dt.date(2026, 11, 21)
#: seconds until a program counts as hanging: far beyond a build on a busy machine
PATIENCE = 1200

SmallColumn = Callable[..., "Register"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Marks ``slow`` what starts whole programs; a run at a desk leaves it out (``-m "not slow"``).

    By day tests at length are no part of the run, as if they were in no file: nothing says "skipped" in CI.
    """
    if not NIGHT:
        config.hook.pytest_deselected(items=[each for each in items if each.get_closest_marker("night")])
        items[:] = [each for each in items if not each.get_closest_marker("night")]
    for item in items:
        folder = item.path.relative_to(PROJECT / "tests").parts[0]
        if folder in WHOLE_FOLDERS or WHOLE_FIXTURES & {*getattr(item, "fixturenames", ())}:
            item.add_marker("slow")


#: no garbage is made while tests are collected: looking for it among ever more took a third of that time
gc.disable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop() -> None:
    """What is there by now stays to the end, and is not looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def identity() -> Column:
    """Whose column it is, where that does not matter."""
    from gongkai.records.column import Column

    from .small_column import COLUMN

    return Column.model_validate(COLUMN)


@pytest.fixture(scope="session")
def standards() -> dict[str, Standard]:
    """The shipped rules as data."""
    from gongkai.law.shipped import shipped
    from gongkai.law.standards import taken

    return taken(shipped().standards)


@pytest.fixture(scope="session")
def demonstration_checked() -> Checked:
    """The demonstration read and checked, as its site is built from it: once for all tests of a process."""
    from gongkai import pipeline
    from gongkai.settings import Settings, read_column

    return pipeline.check(Settings(PROJECT, TODAY, read_column(PROJECT)))


@pytest.fixture
def small_column(tmp_path: Path, identity: Column) -> SmallColumn:
    """Files (path → text, over the usual ones) → Register; None takes a file away."""
    from gongkai.column.register import Register

    from . import remembered
    from .small_column import FILES

    def build(files: Mapping[str, str | None] | None = None, today: dt.date = TODAY) -> Register:
        for path, text in {**FILES, **(files or {})}.items():
            if text is None:
                continue
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        loaded = remembered.loaded(tmp_path)
        validated = remembered.validated(loaded.documents)
        assert not (loaded.problems or validated.problems), (loaded.problems, validated.problems)
        return Register(validated.records, today, identity, files=loaded.files, tables=loaded.tables)

    return build


Command = Callable[..., subprocess.CompletedProcess[str]]
Digest = Callable[[Path], dict[str, str]]


@pytest.fixture(scope="session", autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Every site that tests build has its state among them, not in the checkout."""
    folder = _shared(tmp_path_factory) / "state"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GONGKAI_STATE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def script(state_folder: Path) -> Command:
    """script("build", words…, NAME=value…): one of scripts/ as people run it; says what it said."""

    def run(name: str, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [PROJECT / "scripts" / name, *_words(name, words)],
            env={**_surroundings(state_folder), **more},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=PATIENCE,
        )

    return run


@pytest.fixture(scope="session")
def command(state_folder: Path, script: Command) -> Iterator[Command]:
    """The same in a fork of a loaded process; what asks for surroundings of its own is really started."""
    warm = Warm(PATIENCE)

    def run(name: str, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
        if not all(key.startswith("GONGKAI_") for key in more):
            return script(name, *words, **more)
        return warm.run([name, *_words(name, words)], {**_surroundings(state_folder), **more})

    yield run
    warm.close()


def _words(name: str, words: tuple[object, ...]) -> list[str]:
    """With the day of the tests where none is named."""
    day = () if "--date" in words or name == "addresses" else ("--date", TODAY.isoformat())
    return [*map(str, [*words, *day])]


def _surroundings(state: Path) -> dict[str, str]:
    ours = {key: value for key, value in os.environ.items() if not key.startswith("GONGKAI_")}
    return {**ours, "GONGKAI_STATE": str(state)}


@pytest.fixture(scope="session")
def mkdocs() -> Command:
    """mkdocs(root, site): `mkdocs build` as any MkDocs user would run it."""

    def run(
        root: Path, site: Path, words: tuple[str, ...] = (), **more: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "GONGKAI_ROOT": str(root), "GONGKAI_DATE": TODAY.isoformat(), **more}
        command = [sys.executable, "-m", "mkdocs", "build", "-f", PROJECT / "mkdocs.yml", "-d", site, *words]
        return subprocess.run(
            list(map(str, command)), env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE
        )

    return run


@pytest.fixture(scope="session")
def digest() -> Digest:
    """A folder → every path in it with its mode and content."""

    def take(folder: Path) -> dict[str, str]:
        found = {"": f"{folder.stat().st_mode:o}"}
        for path in sorted(folder.rglob("*")):
            content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
            found[path.relative_to(folder).as_posix()] = f"{path.lstat().st_mode:o} {content}"
        return found

    return take


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    """A copy of the tiny column, to be changed."""
    return Path(shutil.copytree(MINI, tmp_path / "mini"))


@pytest.fixture
def mini_english(mini: Path) -> Path:
    """The same with an English version, whose search index another program makes."""
    from safety_kills import ENGLISH, ENGLISH_PAGE

    with (mini / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(ENGLISH)
    page = mini / "content/en/pages/guide.md"
    page.parent.mkdir(parents=True)
    page.write_text(ENGLISH_PAGE, "utf-8")
    return mini


@pytest.fixture(scope="session")
def mini_site(script: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny column, built once."""
    return _built_once(script, tmp_path_factory, "mini", MINI)


@pytest.fixture
def published(mini_site: Path, tmp_path: Path) -> Path:
    """A live site that must survive what goes wrong."""
    return Path(shutil.copytree(mini_site, tmp_path / "site"))


@pytest.fixture(scope="session")
def bare_site(command: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A column of one unit and one policy: every other part of the site is empty."""
    return _built_once(command, tmp_path_factory, "bare", PROJECT / "tests/sites/bare")


@pytest.fixture(scope="session")
def demo_site(command: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration column of this checkout, built once."""
    return _built_once(command, tmp_path_factory, "demo", PROJECT)


def _built_once(run: Command, factory: pytest.TempPathFactory, name: str, root: Path) -> Path:
    """Test processes share what one of them built."""
    shared = _shared(factory) / "sites"
    shared.mkdir(exist_ok=True)
    site = shared / name
    with (shared / f"{name}.once").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            done = run("build", "--root", root, "--site-dir", site)
            assert done.returncode == 0, done.stdout
    return site


def _shared(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder of all test processes of a run."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="module")
def markup_let_through():
    """Switches off the refusal of markup in fields: escaping must hold without it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gongkai.records.fields.values._TAG", re.compile("(?!)"))
        yield
