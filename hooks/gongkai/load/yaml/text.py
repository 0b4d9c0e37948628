"""YAML, read strictly → text, lists and mappings with their places; nothing is guessed.

The C parser's events are walked here, not composed, so that hostile nesting is
refused before it can exhaust the stack, and aliases are never expanded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from yaml import CBaseLoader, MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from gongkai.common.problems import At, Problem
from gongkai.load.decoding import characters
from gongkai.load.document import Raw
from gongkai.load.rules import problem
from gongkai.load.yaml.errors import explain

MAX_DEPTH = 12
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

#: An event of the C parser; its attributes depend on its kind.
Event = Any


@dataclass(slots=True)
class Reading:
    """What a YAML text holds (None when it cannot be read), where each part stands, what is wrong."""

    data: Raw | None = None
    places: dict[At, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(text: str, path: str, first_line: int = 1) -> Reading:
    """Read one YAML text whose first line is line ``first_line`` of the file ``path``."""
    reader = _Reader(text, path, first_line)
    problems = reader.reading.problems
    try:
        reader.reading.data = reader.document()
    except MarkedYAMLError as error:
        problems.append(explain(error, text, path, first_line))
    except YAMLError as error:
        problems.append(problem("yaml-syntax", path, f"读不懂（{error}）", "照样例重写这个文件", first_line))
    except _StopError:
        reader.reading.data = None
    return reader.reading


class _StopError(Exception):
    """Reading cannot go on; the problem is already noted."""


class _Reader:
    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.reading = Reading()
        self.path = path
        self.first_line = first_line
        self.get: Any = CBaseLoader(text).get_event
        self.escapes = "\\" in text

    def document(self) -> Raw:
        self.get()
        event = self.get()
        if isinstance(event, StreamEndEvent):
            return ""
        if event.version or event.tags:
            self.note("yaml-feature", event, "不用 % 开头的 YAML 指令", "删去这一行")
        data = self.node(self.get(), ())
        self.get()
        event = self.get()
        if not isinstance(event, StreamEndEvent):
            message = "又开始一份内容（以 --- 隔开），一个文件只能有一份"
            self.note("yaml-feature", event, message, "删去中间的 ---，或分成两个文件")
        return data

    def node(self, event: Event, at: At) -> Raw:
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is AliasEvent:
            fix = "写出所引用的内容；本是文字就给整个值加引号"
            self.note("yaml-feature", event, f"“*{event.anchor}”是 YAML 的引用（别名），这里不用", fix)
            return ""
        if event.anchor is not None or event.tag is not None:
            self.tagged(event)
        if len(at) >= MAX_DEPTH:
            self.note("nesting", event, f"一层套一层超过 {MAX_DEPTH} 层", "减少层次，照样例的层次写")
            raise _StopError
        return self.sequence(at) if kind is SequenceStartEvent else self.mapping(at)

    def scalar(self, event: Event) -> str:
        if event.anchor is not None or event.tag is not None:
            self.tagged(event)
        value: str = event.value
        if not event.style:
            return "" if value in _NOTHING else value
        if self.escapes and event.style == '"' and (bad := next(characters.spots(value), None)):
            self.reading.problems.append(characters.fault(self.path, bad, *self.place(event)))
            return characters.cleaned(value)
        return value

    def sequence(self, at: At) -> list[Raw]:
        items: list[Raw] = []
        while type(event := self.get()) is not SequenceEndEvent:
            here = (*at, len(items))
            self.reading.places[here] = self.place(event)
            items.append(self.node(event, here))
        return items

    def mapping(self, at: At) -> dict[str, Raw]:
        places = self.reading.places
        result: dict[str, Raw] = {}
        while type(event := self.get()) is not MappingEndEvent:
            place = self.place(event)
            if not result:
                places[at] = place
            key = self.key(event, at)
            here = (*at, key)
            content = self.get()
            if key in result:
                self.duplicate(event, key, places[here][0])
                self.node(content, (*here, ""))
                continue
            places[here] = (
                place if type(content) is not ScalarEvent or not content.value else self.place(content)
            )
            result[key] = self.node(content, here)
        return result

    def key(self, event: Event, at: At) -> str:
        if type(event) is not ScalarEvent:
            message = "键须是一个词，现在是列表、一组键值或引用"
            self.note("yaml-feature", event, message, "写成“键: 值”；以 [ 或 { 开头的文字要加引号")
            if type(event) is not AliasEvent:
                self.node(event, (*at, ""))
            return ""
        if event.value == "<<" and not event.style:
            self.note("yaml-feature", event, "“<<”是 YAML 的合并写法，这里不用", "写出要合并的各项")
        return self.scalar(event)

    def duplicate(self, event: Event, key: str, first: int) -> None:
        line = event.start_mark.line + self.first_line
        message = f"“{key}”写了两次（第 {first} 行、第 {line} 行），不知以哪一个为准"
        self.note("duplicate-key", event, message, "留下对的一行，删去另一行；有几个值就写成一个列表")

    def tagged(self, event: Event) -> None:
        if event.anchor is not None:
            what, sign = f"“&{event.anchor}”是 YAML 的锚点", "&"
        else:
            what, sign = f"“{event.tag}”是 YAML 的类型标记", "!"
        fix = f"删去它；本是文字就给整个值加引号（值不能以 {sign} 开头）"
        self.note("yaml-feature", event, f"{what}，这里不用", fix)

    def place(self, event: Event) -> tuple[int, int]:
        mark = event.start_mark
        return mark.line + self.first_line, mark.column + 1

    def note(self, rule: str, event: Event, message: str, fix: str) -> None:
        line, column = self.place(event)
        self.reading.problems.append(problem(rule, self.path, f"第 {line} 行：{message}", fix, line, column))
