"""``docs/fields.md``: every file an editor writes, key by key."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.common.problems import Problem
from gongkai.desk.reference import example_trial, markdown
from gongkai.records.base import Record
from gongkai.records.description import Value, file_name, ordered_types, values

INTRODUCTION = """\
每一种内容写在哪里，有哪些键，每个键填什么。键照抄，冒号用半角，冒号后空一格。
没有列出的键不能写；“必填”一栏写“是”的不能少。清单可以写成 `[甲, 乙]`，也可以一项一行、前面加 `- `。
可以照着抄的[样本](templates.md)、[检查规则](rules.md)、可填的词（[用词表](glossary.md)）各有一页。
"""
#: more choices than this are listed in the glossary only
_SHOWN_CHOICES = 14


def page() -> str:
    """docs/fields.md: every type with its keys, in the order of the types."""
    types = ordered_types()
    links = "\n".join(f"- [{each.LABEL}](#{each.TYPE})：`{file_name(each)}`" for each in types)
    return markdown.page("字段说明", markdown.prose(INTRODUCTION), links, *(_section(each) for each in types))


def fault(record_type: type[Record]) -> Problem:
    """What the build says about the type's wrong example."""
    found = example_trial.record_problems(record_type, record_type.EXAMPLE_BAD)
    return next(problem for problem in found if record_type.EXAMPLE_MESSAGE in problem.as_text())


def _section(record_type: type[Record]) -> str:
    many = "一个文件可写多项，每项以 `- ` 开头。" if record_type.ROWS else "一个文件写一项。"
    rows = [_row(names, value, same) for names, value, same in _walk(values(record_type))]
    wrong = fault(record_type)
    language = "markdown" if record_type.PATH.endswith(".md") else "yaml"
    parts = [
        f'<a id="{record_type.TYPE}"></a>',
        f"## {record_type.LABEL}",
        f"放在 `{file_name(record_type)}`。{many}",
        markdown.table(("键", "必填", "填什么", "说明"), rows),
        "写对的例子：",
        markdown.fence(record_type.EXAMPLE, language),
        "写错时的提示，例如：",
        markdown.fence(wrong.as_text()),
    ]
    return "\n\n".join(parts)


def _walk(
    parts: tuple[Value, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Value, str]]:
    """Every key with those above it, groups before their own; a group like an earlier one names that."""
    seen: dict[object, str] = {}
    for part in parts:
        names = (*above, part.key)
        same = seen.get(part.group, "") if part.group else ""
        yield names, part, same
        if part.group and not same:
            seen[part.group] = part.key
            yield from _walk(part.parts, names)


def _row(names: tuple[str, ...], value: Value, same: str) -> tuple[str, str, str, str]:
    required = ("组内必填" if len(names) > 1 else "是") if value.required else ""
    shared = "；".join(filter(None, (value.description, f"组里的键同“{same}”")))
    explained = shared if same else _explained(value)
    return " › ".join(f"`{name}`" for name in names), required, _what(value), explained


def _what(value: Value) -> str:
    if value.parts:
        kind = "若干组，每组以 `- ` 开头" if value.many else "一组下级的键"
        return f"{kind}；也可只写文字" if value.short else kind
    if value.choices:
        shown = "、".join(value.choices) if len(value.choices) <= _SHOWN_CHOICES else _elsewhere(value)
        return f"{'可选几个' if value.many else '选一个'}：{shown}"
    return f"{value.kind}{'，可写几项' if value.many else ''}"


def _elsewhere(value: Value) -> str:
    return (
        f"见[用词表](glossary.md#{value.term.__name__.lower()})" if value.term else "、".join(value.choices)
    )


def _explained(value: Value) -> str:
    said = [value.description] if value.description and not value.says_choices else []
    if value.longest and f"{value.longest} 字" not in value.description:
        said.append(f"不超过 {value.longest} 字")
    if value.default:
        said.append(f"不写则为“{value.default}”")
    return "；".join(said)
