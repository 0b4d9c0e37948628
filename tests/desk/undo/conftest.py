"""A small column that acts are done in."""

from __future__ import annotations

import pytest

from gongkai import pipeline
from gongkai.common.problems import Level
from gongkai.desk import mending, undo
from gongkai.settings import read_settings

from .small import FILES


@pytest.fixture
def column(tmp_path, monkeypatch):
    """The settings of a small column whose pages are registered."""
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.setenv("GONGKAI_ROOT", str(tmp_path))
    monkeypatch.setenv("GONGKAI_DATE", "2026-11-21")
    return read_settings()


@pytest.fixture
def done(column):
    """Does an act in the column; gives the column as it is then, and what would be wrong by it."""

    def go(act, *words):
        before = pipeline.check(column)
        changes = act(column.root, before.register, *words)
        said = undo.tried(column, before.problems, changes)
        mending.write(column.root, changes)
        return pipeline.check(column).register, [e for e in said.problems if e.level is Level.ERROR]

    return go
