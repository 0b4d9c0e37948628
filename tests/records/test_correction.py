"""A correction: what the rule says of it, and the banner it puts on what it corrects."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.law.example import CLEAN
from gongkai.law.rules import correction_target
from gongkai.load import load
from gongkai.records import record_types
from gongkai.records.base import ContentRecord
from gongkai.records.column import Column
from gongkai.records.types.standard import Standard
from gongkai.settings import PROJECT, read_column

GOOD = correction_target.EXAMPLE.good[correction_target.PATH]
RULE = Standard.model_validate({"名称": "更正须说得通", "依据": [{"文件": "条例"}]})
TEMPLATES = PROJECT / "overrides/records"


def faults(root: Path, text: str) -> list[str]:
    for path, content in {**CLEAN, correction_target.PATH: text}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    column: Column = read_column(PROJECT)
    register = Register(validate(load(root).documents).records, dt.date(2026, 11, 21), column)
    return [problem.message for problem in correction_target.check(register, RULE)]


def test_a_correction_of_itself(tmp_path):
    assert faults(tmp_path, GOOD.replace("items/minzheng-ju/2026/jiuzhu", "jiuzhu-renci")) == [
        "更正指向了它自己"
    ]


def test_a_correction_that_changes_nothing(tmp_path):
    assert faults(tmp_path, GOOD.replace("102 人次", "120 人次")) == ["更正后和原文一样"]


def test_on_the_day_of_publication_it_may_be_corrected(tmp_path):
    assert faults(tmp_path, GOOD.replace("2026-11-06", "2026-11-04")) == []


def test_a_target_that_is_not_there_is_left_to_the_rule_of_references(tmp_path):
    assert faults(tmp_path, GOOD.replace("minzheng-ju/2026/jiuzhu", "meiyou")) == []


@pytest.mark.parametrize(
    "kind", [kind for kind in record_types() if issubclass(kind, ContentRecord)], ids=lambda kind: kind.TYPE
)
def test_every_type_s_page_has_the_banner_of_corrections(kind):
    """The banner comes with the partial that every record's template has below its title."""
    own = TEMPLATES / f"{kind.TYPE}.html"
    text = own.read_text("utf-8") if own.is_file() else (TEMPLATES / "record.html").read_text("utf-8")
    banner = ("partials/column/told-first.html", "partials/column/example.html", 'extends "records/')
    assert any(each in text for each in banner)
