"""Attachments → the files of one release: taken as checked, cleaned once, copied as they were taken."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from gongkai.common import kept_whole
from gongkai.common.problems import EnvironmentProblem
from gongkai.gate.cleaning.clean import clean
from gongkai.load import File
from gongkai.load.attached.kinds import MEDIA, MIB, extension_of

_CHANGED = "{} 在生成网站时被换过，请再运行一次"
_GONE = "{} 在生成网站时不见了，请放回去，再运行一次"


@dataclass(frozen=True)
class Taken:
    """What readers may have of the files: their size and digest, and where their bytes stand."""

    files: Mapping[str, File]
    _sources: Mapping[str, Path]

    def copy(self, name: str, target: Path) -> None:
        """The bytes that were taken, to a place in the site; EnvironmentProblem when they are others."""
        whole = hashlib.sha256()
        target.parent.mkdir(parents=True, exist_ok=True)
        with _opened(self._sources[name], name) as source, target.open("wb") as copy:
            while chunk := source.read(MIB):
                whole.update(chunk)
                copy.write(chunk)
        if whole.hexdigest() != self.files[name].digest:
            raise EnvironmentProblem(_CHANGED.format(f"content/{name}"))


def take(root: Path, files: Mapping[str, File], work: Path, say: Callable[[str], None]) -> Taken:
    """The files below ``content/`` as they may leave; ``work`` keeps the cleaned ones between runs.

    Raises EnvironmentProblem when one is not what was checked. Sound and film are not changed: only when they
    are copied is it seen whether they are still the same.
    """
    folder = work / _program()
    folder.mkdir(parents=True, exist_ok=True)
    published: dict[str, File] = {}
    sources: dict[str, Path] = {}
    for name, file in files.items():
        if extension_of(name) in MEDIA:
            published[name], sources[name] = file, root / "content" / name
            continue
        kept_as = f"{file.digest}.{extension_of(name)}"
        found = kept_whole.found(folder, kept_as) or _keep(
            root / "content" / name, file, folder, kept_as, say
        )
        if found is None:
            published[name], sources[name] = file, root / "content" / name
            continue
        sources[name], data = found
        published[name] = replace(file, size=len(data), digest=hashlib.sha256(data).hexdigest())
    _forget(work, set(sources.values()))
    return Taken(published, sources)


def _keep(
    source: Path, file: File, folder: Path, kept_as: str, say: Callable[[str], None]
) -> tuple[Path, bytes] | None:
    """Clean a file and keep it; None where it has to leave as it is."""
    with _opened(source, file.path) as stream:
        data = stream.read()
    if hashlib.sha256(data).hexdigest() != file.digest:
        raise EnvironmentProblem(_CHANGED.format(f"content/{file.path}"))
    cleaned, why = clean(file.path, data)
    if why:
        say(f"提示：content/{file.path} 原样公布，里面的作者等属性没有清除：{why}")
        return None
    return kept_whole.put(folder, kept_as, cleaned), cleaned


def _opened(path: Path, name: str) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise EnvironmentProblem(_GONE.format(f"content/{name}")) from None


def _forget(work: Path, used: set[Path]) -> None:
    """What no file of this run needed, and what another version of the program kept."""
    for path in sorted(work.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in used:
            path.unlink()


@cache
def _program() -> str:
    """Of what cleans: another version may clean otherwise."""
    whole = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(path.read_bytes())
    for package in ("pikepdf", "pillow", "lxml"):
        whole.update(version(package).encode())
    return whole.hexdigest()[:16]
