"""A Word file that was imported before → the draft it became, and what an editor filled in there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongkai.load.reading import read_content


@dataclass(frozen=True, slots=True)
class Before:
    """The draft of an earlier import: its path below the root, and its keys that are plain text."""

    path: str
    keys: dict[str, str]

    @property
    def slug(self) -> str:
        return Path(self.path).stem

    @property
    def year(self) -> str:
        return Path(self.path).parent.name


def before(root: Path, slug: str, title: str) -> Before | None:
    """The draft of a policy with this file name and title, of any year; nothing that is no draft any more."""
    for file in sorted((root / "content/policies").glob(f"*/{slug}.md")):
        path = file.relative_to(root).as_posix()
        data = read_content(str(file), path).reading.data
        if isinstance(data, dict) and data.get("草稿") == "是" and data.get("标题") == title:
            return Before(path, {key: value for key, value in data.items() if isinstance(value, str)})
    return None
