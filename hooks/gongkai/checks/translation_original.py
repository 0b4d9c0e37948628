"""译文须对得上原文。

看什么：英文译文和英文页面写的原文（对应页面）、译文日期。
怎样算错：原文写成了另一篇英文；同一篇原文有两篇译文，或两个英文页面对应同一个中文页面；
译文日期早于原文的公布日期。原文找不到的，由“相关记录须对得上”指出。
怎样改：写中文原文的全路径，如 policies/2026/banfa；一篇原文只留一篇译文。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.checks.example import CLEAN, Example
from gongkai.checks.translation_stale import PATH, TRANSLATION
from gongkai.problems import Problem
from gongkai.records.base import ContentRecord, Record
from gongkai.records.english_page import EnglishPage
from gongkai.records.standard import Standard
from gongkai.records.translation import Translation
from gongkai.register import Register
from gongkai.register.english import EnglishRecord

EXAMPLE = Example(
    good={**CLEAN, PATH: TRANSLATION.format(day="2026-11-05")},
    bad={PATH: TRANSLATION.format(day="2026-11-04")},
    message="译文日期 2026-11-04 早于原文的公布日期 2026-11-05",
)


def scope(register: Register) -> Iterable[Record]:
    return [*register.everything(Translation), *register.everything(EnglishPage)]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    english: list[EnglishRecord] = [*register.everything(Translation), *register.everything(EnglishPage)]
    for record in english:
        original = register.record(record.original) if record.original else None
        if original is None:
            continue
        yield from _original(rule, record, original)
        key = "原文" if isinstance(record, Translation) else "对应页面"
        if original.id in seen:
            message = f"“{original.name}”已经有英文（{seen[original.id]}）"
            yield rule.problem(record, key, message, "一篇原文只留一篇英文，另一篇删去或改正原文")
        seen.setdefault(original.id, record.source.path)


def _original(rule: Standard, record: EnglishRecord, original: ContentRecord) -> Iterator[Problem]:
    if original.LANGUAGE != ContentRecord.LANGUAGE:
        key = "原文" if isinstance(record, Translation) else "对应页面"
        message = f"{original.source.path} 本身是英文，不能作原文"
        yield rule.problem(record, key, message, "写中文原文的全路径，如 policies/2026/banfa")
    elif isinstance(record, Translation) and record.translated_on < original.published:
        message = f"译文日期 {record.translated_on} 早于原文的公布日期 {original.published}"
        yield rule.problem(record, "译文日期", message, "核对这两个日期；译文不能先于原文公布")
