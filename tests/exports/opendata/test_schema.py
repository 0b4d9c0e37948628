"""Each line of JSON Lines against the schema beside it."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from gongkai.exports import opendata, record_rows
from gongkai.exports.opendata import answer_table, benefit_tables, document_tables

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}
KNOWN = {
    *("$schema", "$id", "title", "description", "format", "type", "enum", "anyOf", "pattern", "minLength"),
    *("maxLength", "minimum", "items", "properties", "required", "additionalProperties"),
}


def faults(schema: dict[str, Any], value: Any, at: str = "") -> Iterator[str]:
    """What a JSON Schema finds wrong, as far as ours use it; an unknown word is a fault of this test."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    kinds = schema.get("type", [])
    names = [kinds] if isinstance(kinds, str) else kinds
    allowed = tuple(kind for name in names for kind in TYPES[name])
    if allowed and not isinstance(value, allowed):
        yield f"{at}: {value!r} is not {kinds}"
        return
    if value not in schema.get("enum", [value]):
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "anyOf" in schema and all(list(faults(each, value, at)) for each in schema["anyOf"]):
        yield f"{at}: {value!r} fits nothing"
    if isinstance(value, dict):
        yield from _of_keys(schema, value, at)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from faults(schema.get("items", {}), each, f"{at}/{number}")
    else:
        yield from _of_value(schema, value, at)


def _of_value(schema: dict[str, Any], value: Any, at: str) -> Iterator[str]:
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{at}: {value!r} is not {schema['pattern']}"
    if isinstance(value, str) and not schema.get("minLength", 0) <= len(value) <= schema.get(
        "maxLength", 9**9
    ):
        yield f"{at}: {len(value)} characters"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{at}: {value} is too small"


def _of_keys(schema: dict[str, Any], value: dict[str, Any], at: str) -> Iterator[str]:
    properties, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    yield from (f"{at}/{key}: missing" for key in schema.get("required", ()) if key not in value)
    for key, each in value.items():
        if key not in properties and more is False:
            yield f"{at}/{key}: unknown"
        else:
            yield from faults(properties.get(key, more), each, f"{at}/{key}")


def test_every_line_of_the_demonstration_fits_its_schema(demonstration, written):
    folder = written(demonstration)
    checked = 0
    for file in sorted(folder.glob("*.jsonl")):
        schema = json.loads(file.with_suffix(".schema.json").read_text("utf-8"))
        for line in file.read_text("utf-8").splitlines():
            assert list(faults(schema, json.loads(line))) == [], file.name
            checked += 1
    worked_out = [len(each.rows) for each in document_tables.tables(demonstration)]
    worked_out.append(len(answer_table.table(demonstration).rows))
    worked_out += [len(each.rows) for each in benefit_tables.tables(demonstration)]
    assert checked == sum([*worked_out, *(len(table.records) for table in opendata.tables(demonstration))])


def test_the_keys_of_a_line_are_those_of_its_schema_in_order(demonstration):
    for table in opendata.tables(demonstration):
        for record in table.records[:1]:
            row = record_rows.row(record, demonstration)
            assert list(row) == list(opendata.schema.of_type(table.record_type)["properties"])


WRONG = [
    ("发布日期", "2026/11/05"),
    ("发布日期", None),
    ("发文机关", "区民政局"),
    ("主题分类", "没有的主题"),
    ("是否规范性文件", True),
    ("更新说明", [{"日期": "2026-11-08"}]),
    ("网址", "policies/"),
    ("没有的键", "甲"),
]


@pytest.mark.parametrize(("key", "value"), WRONG)
def test_a_wrong_line_is_refused(small_column, key, value):
    register = small_column()
    row = record_rows.row(register.policies[0], register)
    schema = opendata.schema.of_type(type(register.policies[0]))
    assert list(faults(schema, row)) == []
    assert list(faults(schema, copy.deepcopy(row) | {key: value})) != []


def test_a_missing_key_is_refused(small_column):
    register = small_column()
    row = record_rows.row(register.items[0], register)
    del row["摘要"]
    assert list(faults(opendata.schema.of_type(type(register.items[0])), row)) == ["/摘要: missing"]
