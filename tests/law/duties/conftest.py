"""Tiny columns as records: what they owe by the shipped standards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.law.duties import Duty, duties
from gongkai.load import load
from gongkai.records.column import Column
from gongkai.records.types.standard import Standard

PROJECT = Path(__file__).parents[3]
Owed = Callable[..., tuple[Duty, ...]]


@pytest.fixture
def owed(tmp_path: Path, identity: Column, standards: dict[str, Standard]) -> Owed:
    """Files → what they owe on a day, with standards of their own over the shipped ones."""

    def go(
        files: Mapping[str, str], today: str, own: Mapping[str, Standard] | None = None
    ) -> tuple[Duty, ...]:
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        validated = validate(load(tmp_path).documents)
        register = Register(validated.records, dt.date.fromisoformat(today), identity)
        return duties(register, {**standards, **(own or {})})

    return go
