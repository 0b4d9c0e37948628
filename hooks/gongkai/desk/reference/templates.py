"""``docs/templates/``: files to copy, and ``docs/templates.md``, which shows each of them.

The example's keys are filled in, all others wait as comments; a key taken into use and left empty is
refused by the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.desk.reference import markdown, part_keys
from gongkai.records.base import Record
from gongkai.records.description import MAPPING, Value, file_name, ordered_types, values

INTRODUCTION = """\
每一种内容一份样本。找到要写的那一种，整份复制（右上角有按钮），粘贴到新文件里，放到样本开头写的位置，再改成自己的内容。
行首有“# ”的是可以不写的项：不写就不用管；要写就去掉“# ”，填上内容。
每一项是什么意思，看[字段说明](fields.md)。
"""
_KEY = re.compile(r"^(?:- |  )?([^\s#:-][^:]*):", re.MULTILINE)


def files() -> dict[str, str]:
    """``docs/templates/<type>.md`` or ``.yml`` → its text."""
    found = {}
    for record_type in ordered_types():
        ending = record_type.PATH.rsplit(".", 1)[-1]
        make = _markdown if ending == "md" else _table
        found[f"docs/templates/{record_type.TYPE}.{ending}"] = make(record_type)
    return found


def page() -> str:
    """The page that shows every template under its type's name."""
    shown = (_shown(path.rsplit("/", 1)[-1], text) for path, text in files().items())
    labels = [each.LABEL for each in ordered_types()]
    return markdown.page(
        "样本",
        markdown.prose(INTRODUCTION),
        *(part for label, text in zip(labels, shown, strict=True) for part in (f"## {label}", text)),
    )


def _shown(name: str, text: str) -> str:
    language = "markdown" if name.endswith(".md") else "yaml"
    return f"样本文件：`docs/templates/{name}`\n\n{markdown.fence(text, language)}"


def _markdown(record_type: type[Record]) -> str:
    _, front, body = record_type.EXAMPLE.split("---\n", 2)
    keys = part_keys.completed(front, values(record_type), 0, waiting)
    return f"---\n{_about(record_type)}{keys}{_rest(record_type, front)}---\n{body}"


def _table(record_type: type[Record]) -> str:
    # from the folder that the sample is copied into
    up = "../" * record_type.PATH.count("/")
    schema = f"# yaml-language-server: $schema={up}docs/schema/{record_type.TYPE}.json\n"
    written, indent = record_type.EXAMPLE, 2 if record_type.ROWS else 0
    keys = part_keys.completed(written, values(record_type), indent, waiting)
    return f"{schema}{_about(record_type)}{keys}{_rest(record_type, written)}"


def _about(record_type: type[Record]) -> str:
    return f"# {record_type.LABEL}样本：复制到 {file_name(record_type)}，改成自己的内容。\n"


def _rest(record_type: type[Record], written: str) -> str:
    """The keys that the example leaves out, as comments."""
    used = set(_KEY.findall(written))
    unused = [value for value in values(record_type) if value.key not in used]
    if not unused:
        return ""
    indent = "  " if record_type.ROWS else ""
    head = "# 以下各项可以不写；要写就去掉行首的“# ”，在冒号后空一格填上内容。\n"
    return head + "".join(f"# {indent}{line}\n" for value in unused for line in waiting(value))


def waiting(value: Value) -> Iterator[str]:
    """A key and all below it, with what may stand there; nothing is filled in."""
    if value.kind == MAPPING:
        yield f"{value.key}:"
        yield "  名称:"
        return
    if not value.parts or value.short:
        hint = _hint(value)
        yield f"{value.key}:{f'  # {hint}' if hint else ''}"
        return
    yield f"{value.key}:"
    below = [line for part in value.parts for line in waiting(part)]
    for number, line in enumerate(below):
        yield f"  {'- ' if value.many and number == 0 else '  ' if value.many else ''}{line}"


def _hint(value: Value) -> str:
    said: list[str] = []
    if value.short:
        said += filter(None, [value.parts[0].description])
    elif value.choices:
        said.append("见 docs/glossary.md" if len(value.choices) > 12 else "、".join(value.choices))
    elif value.kind != "文字":
        said.append(value.kind)
    if value.many:
        said.append("可写几项：[甲, 乙]")
    if value.description and not value.says_choices:
        said.append(value.description)
    return "；".join(said)
