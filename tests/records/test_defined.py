"""One walk over definitions and one over values, for everybody who goes through a record's fields."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import Field

from gongkai.records import record_types
from gongkai.records.base import ContentRecord, Part
from gongkai.records.fields.defined import each_of, fields_of, keys_of, own_first
from gongkai.records.fields.values import Date, Text


class Inner(Part):
    day: Date | None = Field(None, alias="日期")
    words: tuple[Text, ...] = Field((), alias="词")


class Outer(Part):
    title: Text = Field(alias="标题")
    inner: tuple[Inner, ...] = Field((), alias="项")
    lines: dict[str, Text] = Field(default_factory=dict, alias="行")


OUTER = Outer.model_validate(
    {"标题": "甲", "项": [{"词": ["乙"]}, {"日期": "2026-11-02", "词": ["丙", "丁"]}], "行": {"戊": "己"}}
)


def test_every_value_of_a_kind_is_found_at_its_place():
    assert list(each_of(str, OUTER, ("在",))) == [
        (("在", "标题"), "甲"),
        (("在", "项", 0, "词", 0), "乙"),
        (("在", "项", 1, "词", 0), "丙"),
        (("在", "项", 1, "词", 1), "丁"),
        (("在", "行", "戊"), "戊"),
        (("在", "行", "戊"), "己"),
    ]
    assert list(each_of(dt.date, OUTER)) == [(("项", 1, "日期"), dt.date(2026, 11, 2))]
    assert list(each_of(int, OUTER)) == []


def test_a_field_knows_its_key_and_the_groups_it_holds():
    assert keys_of(Outer) == (("title", "标题"), ("inner", "项"), ("lines", "行"))
    assert [field.groups for field in fields_of(Outer)] == [(), (Inner,), ()]


@pytest.mark.parametrize(
    "kind", [each for each in record_types() if issubclass(each, ContentRecord)], ids=lambda each: each.TYPE
)
def test_a_types_own_fields_come_before_those_of_every_record(kind):
    names = [field.attribute for field in own_first(kind)]
    shared = list(ContentRecord.model_fields)
    assert names[-len(shared) :] == shared and sorted(names) == sorted(kind.model_fields)
