"""The demonstration's records, and open data written from any column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.exports import opendata
from gongkai.load import load
from gongkai.records.column import Column

PROJECT = Path(__file__).parents[3]
Written = Callable[[Register], Path]


@pytest.fixture(scope="session")
def demonstration(identity: Column) -> Register:
    loaded = load(PROJECT)
    records = validate(loaded.documents).records
    return Register(
        records,
        dt.date(2026, 11, 21),
        identity,
        files=loaded.files,
        tables=loaded.tables,
    )


@pytest.fixture
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Register → the folder its open data was written to."""

    def write(register: Register) -> Path:
        stage = tmp_path_factory.mktemp("stage")
        opendata.write(register, stage)
        return stage / opendata.FOLDER

    return write
