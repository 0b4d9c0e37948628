"""A sheet laid out as the national 标准目录 → its entries; what is unclear is told with its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from gongkai.desk.intake import catalogue_cells as cells
from gongkai.desk.intake import excel
from gongkai.desk.intake.catalogue_head import Head, head_of, unread
from gongkai.desk.intake.rows import place
from gongkai.desk.word.blocks import Told
from gongkai.records.vocabulary.publishing import Channel

_SAME = ("同上", "〃", "″", "同前")
_NEEDED = ("一级事项", "公开内容", "公开时限")
_LONGEST = {"一级事项": 120, "二级事项": 120, "公开时限": 200}
_GROUPS = ("公开方式", "公开层级")
_SPLIT = re.compile(r"[、，,；;]+")


@dataclass
class Entry:
    """One row: its keys, and the words of 公开主体 that are still to be found among the units."""

    row: int
    keys: dict[str, str | list[str]]
    publishers: list[str]
    #: the cell of 公开主体
    place: str


@dataclass
class Sheet:
    """All of one sheet."""

    name: str
    title: str
    entries: list[Entry] = field(default_factory=list)
    unread: list[Told] = field(default_factory=list)
    doubts: list[Told] = field(default_factory=list)
    refused: list[Told] = field(default_factory=list)


def sheets(book: Any) -> list[Sheet]:
    """The sheets of a workbook that are catalogues."""
    shown = (each for each in book.worksheets if each.sheet_state == "visible")
    return [found for found in map(_sheet, shown) if found]


def _sheet(sheet: Any) -> Sheet | None:
    told: list[Told] = []
    lines = _filled(sheet, [[excel.shown(cell, told) for cell in row] for row in sheet.iter_rows()])
    head = head_of(lines)
    if head is None:
        return None
    title = next((each for each in head.titles if "目录" in each), "")
    found = Sheet(sheet.title, cells.one_line(title) or sheet.title, refused=told)
    found.refused += excel.hidden(sheet, head.first + 1)
    body = list(_body(found, head, lines))
    found.unread += unread(head, body)
    reader = _Reader(found, head)
    found.entries = [entry for row, line in body if (entry := reader.entry(row, line))]
    return found


def _filled(sheet: Any, lines: list[list[str]]) -> list[list[str]]:
    """Every cell of a merged range says what its first one does."""
    for each in sheet.merged_cells.ranges:
        first = lines[each.min_row - 1][each.min_col - 1] if each.min_row <= len(lines) else ""
        for row in lines[each.min_row - 1 : each.max_row]:
            row[each.min_col - 1 : each.max_col] = [first] * (min(each.max_col, len(row)) - each.min_col + 1)
    return lines


def _body(found: Sheet, head: Head, lines: list[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows of entries, as a spreadsheet counts them; headings, notes and heads again are told."""
    at = head.at("公开内容") or 0
    heads = [lines[row][at] for row in range(max(0, head.first - 2), head.first)]
    for row, line in enumerate(lines[head.first :], head.first + 1):
        said = list(dict.fromkeys(filter(None, line)))
        if not said:
            continue
        if len(said) == 1:
            found.unread.append(Told(f"第{row}行", "不是一个事项的一行", said[0]))
        elif line[at] in heads:
            found.unread.append(Told(f"第{row}行", "又一次的表头", line[at]))
        else:
            yield row, line


class _Reader:
    """Reads row after row; 同上 takes what stood above."""

    def __init__(self, sheet: Sheet, head: Head) -> None:
        self._sheet, self._head = sheet, head
        self._above: list[str] = []

    def entry(self, row: int, line: list[str]) -> Entry | None:
        """The entry of a row; None where something in it stops it."""
        if self._above:
            line = [above if text in _SAME else text for text, above in zip(line, self._above, strict=True)]
        self._above = line
        before = len(self._sheet.refused)
        keys = {**self._texts(row, line), **self._listed(row, line), **self._marked(row, line)}
        at = self._head.at("公开主体") or 0
        who = [each.strip() for each in _SPLIT.split(line[at]) if each.strip()]
        if len(self._sheet.refused) > before:
            return None
        number = self._text(line, "序号")
        keys["资料来源"] = f"{self._sheet.title}第{number or row}{'项' if number else '行'}"
        return Entry(row, keys, who, place(row, at))

    def _text(self, line: list[str], name: str) -> str:
        at = self._head.at(name)
        return cells.one_line(line[at]) if at is not None else ""

    def _texts(self, row: int, line: list[str]) -> dict[str, str | list[str]]:
        keys = {name: self._text(line, name) for name in ("一级事项", "二级事项", "公开内容", "公开时限")}
        third = self._text(line, "三级事项")
        if keys["二级事项"] == keys["一级事项"]:
            keys["二级事项"] = ""
        keys["二级事项"] = "：".join(filter(None, dict.fromkeys((keys["二级事项"], third))))
        for name in _NEEDED:
            if not keys[name] and not (name == "一级事项" and self._head.at(name) is None):
                self._refuse(row, name, "空着：照目录写上，与上一行相同的写“同上”")
        for name, most in _LONGEST.items():
            if len(keys[name]) > most:
                self._refuse(row, name, f"有 {len(keys[name])} 字，最多 {most} 字：写短些", keys[name])
        return {name: text for name, text in keys.items() if text}

    def _listed(self, row: int, line: list[str]) -> dict[str, str | list[str]]:
        laws = self._head.at("公开依据")
        keys: dict[str, str | list[str]] = {"公开依据": cells.laws(line[laws])} if laws is not None else {}
        at = self._head.at("公开渠道和载体")
        if at is not None:
            found, others = cells.channels(line[at])
            if others:
                found = list(dict.fromkeys([*found, Channel.OTHER]))
                keys["公开位置"] = "、".join(others)
            keys["公开渠道和载体"] = [each.value for each in found]
            if not found:
                self._sheet.doubts.append(Told(place(row, at), "公开渠道和载体一个也没有选"))
        return {name: value for name, value in keys.items() if value}

    def _marked(self, row: int, line: list[str]) -> dict[str, str | list[str]]:
        keys: dict[str, str | list[str]] = {}
        for name in _GROUPS:
            if chosen := self._chosen(row, line, name):
                keys[name] = "、".join(chosen)
        if keys.get("公开方式") == "主动公开、依申请公开":
            self._refuse(row, "公开方式", "主动、依申请都打了勾：只留一个，或者分成两行")
        if audience := self._audience(row, line):
            keys["公开对象"] = audience
        return keys

    def _chosen(self, row: int, line: list[str], name: str) -> list[str]:
        """What is ticked below a name, or what one column says of it."""
        groups = self._head.groups(name)
        if not groups:
            said = self._text(line, name)
            return [_MANNERS.get(said, said)] if said else []
        ticks = {at: cells.ticked(line[at]) for at in groups}
        for at in (at for at, tick in ticks.items() if tick is None):
            self._sheet.refused.append(Told(place(row, at), "认不出的记号：打√，或者空着", line[at]))
        if not any(tick is None or tick for tick in ticks.values()):
            at = next(iter(groups))
            self._sheet.refused.append(Told(place(row, at), f"{name}一个也没有打√：照目录打上"))
        return [groups[at] for at, tick in ticks.items() if tick]

    def _audience(self, row: int, line: list[str]) -> str:
        """全社会, 特定群体, or these with the words that stand in place of a tick."""
        groups = self._head.groups("公开对象")
        said = []
        for at, name in groups.items():
            tick = cells.ticked(line[at])
            words = cells.one_line(line[at]).lstrip("√✓✔■ ")
            if tick is None:
                said.append(words if name in words else f"{name}：{words}")
            elif tick:
                said.append(name)
        if groups and not said:
            where = place(row, next(iter(groups)))
            self._sheet.refused.append(Told(where, "公开对象一个也没有打√：照目录打上"))
        return "、".join(said) if groups else self._text(line, "公开对象")

    def _refuse(self, row: int, name: str, why: str, text: str = "") -> None:
        at = self._head.at(name) or next(iter(self._head.groups(name)), 0)
        self._sheet.refused.append(Told(place(row, at), f"{name}{why}", text))


_MANNERS = {"主动": "主动公开", "依申请": "依申请公开"}
