"""A column of one policy and what amends it."""

from __future__ import annotations

import datetime as dt

import pytest

from .amended import BASE, OLD, Pages, policy


@pytest.fixture
def column(small_column):
    def make(files: dict[str, str], body: str = BASE, today: str = "2026-11-21", more: str = "") -> Pages:
        old = {OLD: policy("旧办法", "2020-03-01", body, more)}
        return Pages(small_column({**old, **files}, dt.date.fromisoformat(today)))

    return make
