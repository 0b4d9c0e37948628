"""A list of records as a table to download: UTF-8 with BOM, CRLF, as spreadsheet programs expect."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

from gongkai.plain import one_line
from gongkai.records.base import ContentRecord, Record
from gongkai.records.catalogue import CatalogueEntry
from gongkai.records.interpretation import Interpretation
from gongkai.records.item import Item
from gongkai.records.meeting import Meeting
from gongkai.records.page import Page
from gongkai.records.policy import Policy
from gongkai.register import Register, export

Value = str | dt.date | bool | int | float | None | Iterable[str]
#: heading of a column → what stands in it
Columns = dict[str, Callable[[Any, Register], Value]]

# What spreadsheet programs take for a formula, and the wide forms some of them take too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def list_csv(
    records: Sequence[ContentRecord],
    register: Register,
    record_type: type[ContentRecord] | None = None,
) -> bytes:
    """The table of a list, in its order.

    The columns are those of ``record_type``; without one, those of the records when all are
    of one type, else the few that every record has. A type without columns of its own here
    has those of the open data.
    """
    kinds = {record_type} if record_type else {type(record) for record in records}
    if len(kinds) != 1:
        return _table(_COMMON, records, register)
    kind = kinds.pop()
    if kind in _COLUMNS:
        return _table(_COLUMNS[kind], records, register)
    return table(export.keys(kind), (export_cells(kind, export.row(r, register)) for r in records))


def catalogue_csv(
    entries: Sequence[CatalogueEntry], register: Register, standing: Mapping[str, tuple[str, str]]
) -> bytes:
    """The whole catalogue as a table: how many records fulfil each entry, its 状态 and what that means."""
    columns: Columns = {
        **_CATALOGUE,
        "状态": lambda e, _: standing[e.number][0],
        "期限说明": lambda e, _: standing[e.number][1],
    }
    return _table(columns, entries, register)


def export_cells(kind: type[Record], row: export.Row) -> list[str]:
    """The cells of an open data row: lists joined, parts as JSON text."""
    return [cell(_flat(row[key])) for key in export.keys(kind)]


def _flat(value: export.Json) -> str | int | float | None:
    if isinstance(value, list) and not any(isinstance(each, dict) for each in value):
        return "；".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _table(columns: Columns, records: Sequence[Any], register: Register) -> bytes:
    rows = ([cell(value(record, register)) for value in columns.values()] for record in records)
    return table(columns, rows)


def table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Headings and cells as the bytes of a file."""
    text = io.StringIO(newline="")
    add = start_table(text, head)
    for row in rows:
        add(row)
    return text.getvalue().encode()


def start_table(text: TextIO, head: Iterable[str]) -> Callable[[Sequence[str]], object]:
    """Write the headings to a text without line ends of its own; gives what adds a row."""
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    return writer.writerow


def cell(value: Value) -> str:
    """The text of a cell, on one line; one that a spreadsheet would calculate is marked as text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date | int | float):
        return str(value)
    return guarded(one_line(value if isinstance(value, str) else "；".join(value)))


def guarded(text: str) -> str:
    """A text that a spreadsheet would calculate, marked as text; any other as it is."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _units(record: ContentRecord, register: Register) -> Iterable[str]:
    return [unit.name for unit in register.units_of(record)] or record.unit_names


def _policies(record: Interpretation, register: Register) -> Iterable[str]:
    return [policy.title for policy in register.policies_of(record)]


def _address(record: ContentRecord, register: Register) -> str:
    return register.column.root + record.url


_END: Columns = {
    "关键词": lambda r, _: r.keywords,
    "摘要": lambda r, _: r.summary,
    "示例": lambda r, _: r.example,
    "网址": _address,
}
_COMMON: Columns = {
    "类型": lambda r, _: r.LABEL,
    "标题": lambda r, _: r.name,
    "单位": _units,
    "发布日期": lambda r, _: r.published,
    **_END,
}
_COLUMNS: dict[type[ContentRecord], Columns] = {
    Policy: {
        "标题": lambda r, _: r.title,
        "文号": lambda r, _: r.number,
        "索引号": lambda r, _: r.index_number,
        "单位": _units,
        "主题分类": lambda r, _: r.topic,
        "体裁": lambda r, _: r.genre,
        "成文日期": lambda r, _: r.made_on,
        "发布日期": lambda r, _: r.published_on,
        "施行日期": lambda r, _: r.in_force_from,
        "失效日期": lambda r, _: r.expires_on,
        "状态": lambda r, register: register.standing(r).status,
        "规范性文件": lambda r, _: r.normative,
        "领域": lambda r, _: r.domains,
        "服务对象": lambda r, _: r.audiences,
        **_END,
    },
    Interpretation: {
        "标题": lambda r, _: r.title,
        "解读文件": _policies,
        "解读形式": lambda r, _: r.form,
        "单位": _units,
        "解读人": lambda r, _: r.person,
        "发布日期": lambda r, _: r.published_on,
        **_END,
    },
    Meeting: {
        "会议名称": lambda r, _: r.title,
        "类型": lambda r, _: r.kind,
        "届次": lambda r, _: r.session,
        "单位": _units,
        "日期": lambda r, _: r.date,
        "发布日期": lambda r, _: r.published,
        "是否开放": lambda r, _: r.open,
        "开放方式": lambda r, _: r.openings,
        "公开议题": lambda r, _: sum(topic.open for topic in r.agenda),
        **_END,
    },
    Item: {
        "标题": lambda r, _: r.title,
        "单位": _units,
        "发布日期": lambda r, _: r.published_on,
        "形成日期": lambda r, _: r.formed_on,
        "公开事项": lambda r, _: r.catalogue,
        "领域": lambda r, _: r.domains,
        **_END,
    },
    Page: {
        "标题": lambda r, _: r.title,
        "单位": _units,
        "更新日期": lambda r, _: r.updated_on,
        **_END,
    },
}
_CATALOGUE: Columns = {
    "编号": lambda e, _: e.number,
    "一级事项": lambda e, _: e.first,
    "二级事项": lambda e, _: e.second,
    "公开内容": lambda e, _: e.content,
    "公开依据": lambda e, _: e.basis,
    "公开时限": lambda e, _: e.limit,
    "首次公开期限": lambda e, _: e.due,
    "公开主体": lambda e, _: e.publishers,
    "牵头单位": lambda e, _: e.leads,
    "其他责任单位": lambda e, _: e.others,
    "公开渠道和载体": lambda e, _: e.channels,
    "公开对象": lambda e, _: e.audience,
    "公开方式": lambda e, _: e.manner,
    "公开层级": lambda e, _: e.tier,
    "领域": lambda e, _: e.domains,
    "已公开件数": lambda e, register: len(register.fulfilled_by(e)),
}
