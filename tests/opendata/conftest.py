"""The demonstration's records, and open data written from any column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai import opendata
from gongkai.load import load
from gongkai.records.column import Column
from gongkai.register import Register
from gongkai.validate import validate

PROJECT = Path(__file__).parents[2]
COLUMN = {
    "门户名称": "北京市示例区人民政府",
    "栏目网址": "https://www.example.gov.cn/zwgk/",
    "网站域名": "www.example.gov.cn",
    "网站标识码": "1100000000",
    "主办单位": "示例区人民政府办公室",
    "联系方式": "010-00000000",
}
Written = Callable[[Register], Path]


@pytest.fixture(scope="session")
def demonstration() -> Register:
    loaded = load(PROJECT)
    records = validate(loaded.documents).records
    return Register(
        records,
        dt.date(2026, 11, 21),
        Column.model_validate(COLUMN),
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
