"""``docs/glossary.md``: the closed lists, and what each Chinese key is called in code and addresses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from enum import Enum

from gongkai.desk.reference import markdown
from gongkai.records.base import Record
from gongkai.records.description import Value, file_name, ordered_types, values
from gongkai.records.fields.own_words import OPEN
from gongkai.records.vocabulary import terms
from gongkai.records.vocabulary.term import Term

INTRODUCTION = """\
只能从中选的词，和它们在网址里的写法；内容的种类和键在程序里的名字。
词照抄，一字不差。增减一个词在 `hooks/gongkai/records/vocabulary/` 里做，网址里的写法定了就不改。
"""
OWN = "本区另有的，写进 `data/terms/district.yml`（[自设用语](fields.md#own-term)），写了就能填。"
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


def page() -> str:
    """docs/glossary.md: every closed list of terms, and the keys of the types."""
    return markdown.page(
        "用词表",
        markdown.prose(INTRODUCTION),
        "## 内容的种类",
        markdown.table(("种类", "程序里的名字", "放在"), (_type_row(each) for each in ordered_types())),
        "## 可填的词",
        *(_list(term) for term in terms()),
        "## 键",
        markdown.table(("键", "程序里的名字", "用在"), _key_rows()),
    )


def _type_row(record_type: type[Record]) -> tuple[str, str, str]:
    return record_type.LABEL, f"`{record_type.TYPE}`", f"`{file_name(record_type)}`"


def _list(term: type[Term]) -> str:
    title = _CHINESE.search(term.__doc__ or "")
    uses = "、".join(dict.fromkeys(_uses(term)))
    return "\n\n".join(
        [
            f'<a id="{term.__name__.lower()}"></a>',
            f"### {title[0] if title else term.__name__}",
            f"用在：{uses}。" if uses else "由程序得出，不用填。",
            *([OWN] if term in OPEN.values() else []),
            markdown.table(("词", "网址里"), ((str(each.value), f"`{each.slug}`") for each in term)),
        ]
    )


def _uses(term: type[Enum]) -> Iterator[str]:
    for record_type in ordered_types():
        for path, value in _walk(values(record_type)):
            if value.term is term:
                yield f"{record_type.LABEL}的“{path}”"


def _key_rows() -> Iterator[tuple[str, str, str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for record_type in ordered_types():
        for _, value in _walk(values(record_type)):
            found[value.key, value.attribute].append(record_type.LABEL)
    for (key, attribute), labels in sorted(found.items()):
        yield f"`{key}`", f"`{attribute}`", "、".join(dict.fromkeys(labels))


def _walk(parts: tuple[Value, ...], above: str = "") -> Iterator[tuple[str, Value]]:
    for part in parts:
        path = f"{above} › {part.key}" if above else part.key
        yield path, part
        yield from _walk(part.parts, path)
