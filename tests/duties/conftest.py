"""Tiny columns as records: what they owe by the shipped standards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from gongkai.duties import Duty, duties
from gongkai.load import load
from gongkai.records.column import Column
from gongkai.records.standard import Standard
from gongkai.register import Register
from gongkai.validate import validate

PROJECT = Path(__file__).parents[2]
COLUMN = Column.model_validate(
    {
        "门户名称": "北京市示例区人民政府",
        "栏目网址": "https://www.example.cn/zwgk/",
        "网站域名": "www.example.cn",
        "网站标识码": "1101020001",
        "主办单位": "示例区人民政府办公室",
        "联系方式": "010-00000000",
    }
)
Owed = Callable[..., tuple[Duty, ...]]


@pytest.fixture(scope="session")
def standards() -> dict[str, Standard]:
    """The shipped rules as data."""
    records = validate(load(PROJECT, ("data/standards",)).documents).records
    return {record.slug: record for record in records if isinstance(record, Standard)}


@pytest.fixture
def owed(tmp_path: Path, standards: dict[str, Standard]) -> Owed:
    """Files → what they owe on a day, with standards of their own over the shipped ones."""

    def go(
        files: Mapping[str, str], today: str, own: Mapping[str, Standard] | None = None
    ) -> tuple[Duty, ...]:
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        validated = validate(load(tmp_path).documents)
        register = Register(validated.records, dt.date.fromisoformat(today), COLUMN)
        return duties(register, {**standards, **(own or {})})

    return go
