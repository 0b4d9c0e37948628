"""A state of its own for each test, and small sites in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai import release

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def state(tmp_path):
    return release.State.of(tmp_path / "state", tmp_path / "www/site")


@pytest.fixture
def said():
    return []


@pytest.fixture
def building(said):
    def begin(state):
        return release.building(state, PROJECT, said.append)

    return begin


def a_site(folder, words):
    folder.mkdir(parents=True)
    for name in release.SITE_FILES:
        (folder / name).write_text(words, "utf-8")
    return folder


def words_of(folder):
    return (folder / "index.html").read_text("utf-8")


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())
