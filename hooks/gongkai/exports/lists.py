"""A list of records as a table to download: which columns the readers of each list want."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from gongkai.column.register import Register
from gongkai.common.csv_text import Value, cell, lines, table
from gongkai.exports import record_rows, row_shapes
from gongkai.records.base import ContentRecord
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.item import Item
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy

#: heading of a column → the key of the field that stands in it, or what works it out
Columns = dict[str, str | Callable[[Any, Register], Value]]

#: a record stands in several lists – whole, by unit, by year – with the same line: (kind of list, which
#: record) → its line
_known: WeakKeyDictionary[Register, dict[tuple[str, str], bytes]] = WeakKeyDictionary()


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
        return _once("", _COMMON, records, register, lambda record: _cells(_COMMON, record, register))
    kind = kinds.pop()
    if columns := _COLUMNS.get(kind):
        return _once(kind.TYPE, columns, records, register, lambda record: _cells(columns, record, register))
    heads = row_shapes.flat(kind).heads
    return _once(
        kind.TYPE,
        heads,
        records,
        register,
        lambda r: row_shapes.cells(kind, record_rows.row(r, register)),
    )


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


def _table(columns: Columns, records: Sequence[Any], register: Register) -> bytes:
    return table(columns, (_cells(columns, record, register) for record in records))


def _once(
    kind: str,
    head: Iterable[str],
    records: Sequence[ContentRecord],
    register: Register,
    cells: Callable[[ContentRecord], Sequence[Value]],
) -> bytes:
    """A table whose lines are each worked out for the first list they stand in."""
    known = _known.setdefault(register, {})
    parts = [table(head, ())]
    for record in records:
        place = kind, record.id
        if place not in known:
            known[place] = lines([[cell(value) for value in cells(record)]])
        parts.append(known[place])
    return b"".join(parts)


def _cells(columns: Columns, record: Any, register: Register) -> list[Value]:
    return [_value(each, record, register) for each in columns.values()]


def _value(column: str | Callable[[Any, Register], Value], record: Any, register: Register) -> Value:
    if isinstance(column, str):
        return record_rows.flat(record_rows.value(record, column, register.today))
    return column(record, register)


def _units(record: ContentRecord, register: Register) -> Iterable[str]:
    return [unit.name for unit in register.units_of(record)] or record.unit_names


def _policies(record: Interpretation, register: Register) -> Iterable[str]:
    return [policy.title for policy in register.policies_of(record)]


def _address(record: ContentRecord, register: Register) -> str:
    return register.column.root + record.url


def _fields(*keys: str) -> Columns:
    """Columns headed as the fields that stand in them."""
    return {key: key for key in keys}


_END: Columns = {**_fields("关键词", "摘要", "示例"), "网址": _address}
_COMMON: Columns = {
    "类型": lambda r, _: r.LABEL,
    "标题": lambda r, _: r.name,
    "单位": _units,
    "发布日期": lambda r, _: r.published,
    **_END,
}
_COLUMNS: dict[type[ContentRecord], Columns] = {
    Policy: {
        "标题": "标题",
        "文号": "发文字号",
        "索引号": "索引号",
        "单位": _units,
        **_fields("主题分类", "体裁", "成文日期", "发布日期"),
        **_fields("施行日期", "失效日期"),
        "状态": lambda r, register: register.standing(r).status,
        "规范性文件": "是否规范性文件",
        **_fields("领域", "服务对象"),
        **_END,
    },
    Interpretation: {
        "标题": "标题",
        "解读文件": _policies,
        "解读形式": "解读形式",
        "单位": _units,
        **_fields("解读人", "发布日期"),
        **_END,
    },
    Meeting: {
        **_fields("会议名称", "类型", "届次"),
        "单位": _units,
        "日期": "日期",
        "发布日期": lambda r, _: r.published,
        "状态": lambda r, register: register.state(r),
        **_fields("是否开放", "开放方式"),
        "公开议题": lambda r, _: sum(topic.open for topic in r.agenda),
        **_END,
    },
    Item: {"标题": "标题", "单位": _units, **_fields("发布日期", "形成日期", "公开事项", "领域"), **_END},
    Page: {"标题": "标题", "单位": _units, "更新日期": "更新日期", **_END},
}
_CATALOGUE: Columns = {
    **_fields("编号", "一级事项", "二级事项", "公开内容", "公开依据", "公开时限", "首次公开期限"),
    **_fields("公开主体", "牵头单位", "其他责任单位", "公开渠道和载体", "公开对象", "公开方式", "公开层级"),
    "领域": "领域",
    "已公开件数": lambda e, register: len(register.fulfilled_by(e)),
}
