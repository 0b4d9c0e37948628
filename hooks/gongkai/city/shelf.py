"""What is finished: every release of every column, immutable, under the digest of all its files.

    columns/<slug>/releases/<digest>/    site, manifest.json, registers
    columns/<slug>/jobs/<key>            which release a job gave
    columns/<slug>/current               which release readers see
    columns/<slug>/work                  finished parts, for the next build

A release is moved here in one step, and only then named; so whatever is named is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from gongkai.common.problems import EnvironmentProblem
from gongkai.release import State, manifest
from gongkai.release.state import remove

#: how many releases of a column are kept
KEPT = 5
_REGISTERS = "registers"


def site_in(folder: Path) -> Path:
    """Where the site of an attempt is."""
    return folder / "web" / "site"


def state_in(folder: Path) -> Path:
    """Where an attempt keeps what it must not show."""
    return folder / "state"


def current(work: Path, slug: str) -> str:
    """The release that readers see; empty where there is none yet."""
    return _read(_column(work, slug) / "current")


def folder_of(work: Path, slug: str, release: str) -> Path:
    """The folder of a release."""
    return _column(work, slug) / "releases" / release


def made_by(work: Path, slug: str, key: str) -> str:
    """The release that a job gave before, where it is still there."""
    release = _read(_column(work, slug) / "jobs" / key)
    if not release or not folder_of(work, slug, release).is_dir():
        return ""
    _name(_column(work, slug) / "current", release)
    return release


def lend(work: Path, slug: str, folder: Path) -> None:
    """Give an attempt what is finished, and the registers of what readers have: it is held to these."""
    state = State.of(state_in(folder), site_in(folder))
    column = _column(work, slug)
    state.releases.mkdir(parents=True)
    if release := current(work, slug):
        registers = folder_of(work, slug, release) / _REGISTERS
        if registers.is_dir():
            shutil.copytree(registers, state.releases / "0000-before" / _REGISTERS)
    if (column / "work").is_dir():
        shutil.copytree(column / "work", state.work, dirs_exist_ok=True)


def put(work: Path, slug: str, key: str, folder: Path) -> str:
    """Take over what an attempt made; gives the name of the release, the same for the same files."""
    state = State.of(state_in(folder), site_in(folder))
    made = max(state.releases.iterdir())
    files = manifest.read(made).get("files")
    if not isinstance(files, Mapping):
        raise EnvironmentProblem(f"{slug}：发布没有清单")
    release = hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()[:20]
    column, target = _column(work, slug), folder_of(work, slug, release)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.is_dir():
        try:
            made.rename(target)
        except OSError:
            if not target.is_dir():
                raise
    _name(column / "jobs" / key, release)
    _name(column / "current", release)
    _take_work(state.work, column, folder)
    _prune(column, release)
    return release


def _take_work(finished: Path, column: Path, folder: Path) -> None:
    """What is finished replaces what was; of two at once, one stays."""
    try:
        if (column / "work").is_dir():
            (column / "work").rename(folder / "old-work")
        finished.rename(column / "work")
    except OSError:
        return  # the next build makes it again


def _prune(column: Path, release: str) -> None:
    found = sorted((column / "releases").iterdir(), key=lambda path: path.stat().st_mtime_ns)
    for path in found[:-KEPT]:
        if path.name != release:
            remove(path)


def _column(work: Path, slug: str) -> Path:
    return work / "columns" / slug


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except FileNotFoundError:
        return ""


def _name(path: Path, release: str) -> None:
    """Write it whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if _read(path) == release:
        return
    held, making = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    with os.fdopen(held, "w", encoding="ascii") as file:
        file.write(release)
    Path(making).chmod(0o644)  # runners of a platform hand it on to another user
    Path(making).replace(path)
