"""Tiny trees for the tests of reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gongkai.load import Loaded, load

Write = Callable[[Mapping[str, str | bytes]], Path]
Read = Callable[[Mapping[str, str | bytes]], Loaded]

PATH = "content/pages/zhinan.md"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a tree: path → text or bytes; gives its root."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        (tmp_path / "content").mkdir(exist_ok=True)
        for path, content in files.items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return tmp_path

    return write


@pytest.fixture
def read(write: Write) -> Read:
    """Writes a tree and loads it."""
    return lambda files: load(write(files))
