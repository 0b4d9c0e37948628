"""A folder → ``SHA256SUMS``: what belongs to a site, as ``sha256sum -c SHA256SUMS`` reads it.

It is published with the site: readers and archives can see that a file is as it was issued, the
next build knows which files are ours, and nothing is in it that the site does not show anyway.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

NAME = "SHA256SUMS"


def entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file, link and empty folder below, by its path from there; links are not followed."""
    waiting = [("", folder)]
    while waiting:
        prefix, here = waiting.pop()
        found = sorted(os.scandir(here), key=lambda each: each.name)
        for entry in found:
            if not entry.is_dir(follow_symlinks=False):
                yield prefix + entry.name, entry
            elif any(os.scandir(entry.path)):
                waiting.append((f"{prefix}{entry.name}/", Path(entry.path)))
            else:
                yield f"{prefix}{entry.name}/", entry


def digest(file: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def of(folder: Path) -> dict[str, str]:
    """The digest of every regular file below, the list itself left out; sorted by path."""
    files = (path for path, entry in entries(folder) if entry.is_file(follow_symlinks=False))
    return {path: digest(folder / path) for path in sorted(files) if path != NAME}


def write(folder: Path, sums: Mapping[str, str]) -> None:
    """Put the list into the site."""
    lines = "".join(f"{each}  {path}\n" for path, each in sorted(sums.items()))
    (folder / NAME).write_text(lines, "utf-8", newline="\n")


def read(folder: Path) -> dict[str, str] | None:
    """The list of a site; None where it has none that can be read."""
    try:
        lines = (folder / NAME).read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    pairs = (line.split("  ", 1) for line in lines if "  " in line)
    return {path: each for each, path in pairs}
