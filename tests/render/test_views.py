"""Views are frozen dataclasses with types: nothing that pages are handed escapes mypy."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

import gongkai.render
from gongkai.common.discovery import modules
from gongkai.records import content_types
from gongkai.render.records import views as records
from gongkai.render.view import View

HOOKS = Path(__file__).parents[2] / "hooks"


def views() -> list[type[View]]:
    """Every class of views there is."""
    for module in pkgutil.walk_packages(gongkai.render.__path__, "gongkai.render."):
        importlib.import_module(module.name)
    found, queue = [], [View]
    while queue:
        queue.extend(kinds := queue.pop().__subclasses__())
        found.extend(kinds)
    return sorted(found, key=lambda kind: (kind.__module__, kind.__name__))


@pytest.mark.parametrize("kind", views(), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_a_view_is_a_frozen_dataclass(kind: Any) -> None:
    assert kind.__dataclass_params__.frozen
    assert not {each.name for each in dataclasses.fields(kind) if "Any" in re.findall(r"\w+", str(each.type))}


def test_no_view_is_made_of_loose_names():
    loose = [file for file in HOOKS.rglob("*.py") if "SimpleNamespace" in file.read_text("utf-8")]
    assert loose == []


def test_no_two_modules_show_the_same_type():
    """Or the pages of one would be gone without a word."""
    shown = [module.SHOWS for _, module in modules(records.__name__, ("SHOWS", "view"))]
    assert len(set(shown)) == len(shown) > 1
    assert set(shown) <= {*content_types()}
