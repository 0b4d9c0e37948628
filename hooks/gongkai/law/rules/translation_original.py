"""译文须对得上原文。

看什么：英文译文和英文页面写的原文（对应页面）、译文日期、标题和正文的文字。
怎样算错：原文写成了另一篇英文；同一篇原文有两篇译文，或两个英文页面对应同一个中文页面；
译文日期早于原文的公布日期；标题或正文的汉字比英文字母多。原文找不到的，由“相关记录须对得上”指出。
怎样改：写中文原文的全路径，如 policies/2026/banfa；一篇原文只留一篇译文；标题、正文写英文，中文放进原文。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.column.register.english import EnglishRecord
from gongkai.common.problems import BODY, At, Problem
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.rules.translation_stale import PATH, TRANSLATION
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.standard import Standard
from gongkai.records.types.translation import Translation

_HAN, _LATIN = re.compile("[\u3400-\u9fff]"), re.compile("[A-Za-z]")


def _titled(title: str) -> dict[str, str]:
    text = TRANSLATION.format(day="2026-11-05")
    return {PATH: text.replace("Measures on Services for Older People", title)}


def _saying(body: str) -> dict[str, str]:
    text = TRANSLATION.format(day="2026-11-05")
    return {PATH: text.replace("Article 1. Older people may apply for a subsidy.", body)}


EXAMPLE = Example(
    good={**CLEAN, PATH: TRANSLATION.format(day="2026-11-05")},
    bad={PATH: TRANSLATION.format(day="2026-11-04")},
    message="译文日期 2026-11-04 早于原文的公布日期 2026-11-05",
    edges=(
        Edge(
            "早于原文的公布日期",
            {PATH: TRANSLATION.format(day="2026-11-05")},
            {PATH: TRANSLATION.format(day="2026-11-04")},
        ),
        # as many Chinese characters as letters are still a name in a text
        Edge("英文内容的标题是中文", _titled("Act 养老法"), _titled("Act 养老办法")),
        Edge("英文内容的正文是中文", _saying("Act 养老法"), _saying("Act 养老办法")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return [*register.everything(Translation), *register.everything(EnglishPage)]


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    english: list[EnglishRecord] = [*register.everything(Translation), *register.everything(EnglishPage)]
    for record in english:
        yield from _language(rule, record)
        original = register.record(record.original) if record.original else None
        if original is None:
            continue
        yield from _original(rule, record, original)
        key = "原文" if isinstance(record, Translation) else "对应页面"
        if original.id in seen:
            message = f"“{original.name}”已经有英文（{seen[original.id]}）"
            yield rule.problem(record, key, message, "一篇原文只留一篇英文，另一篇删去或改正原文")
        seen.setdefault(original.id, record.source.path)


def _language(rule: Standard, record: EnglishRecord) -> Iterator[Problem]:
    """English pages are in English: a Chinese name or word in them is well, a Chinese text is not."""
    texts: tuple[tuple[str, At, str], ...] = (
        ("标题", ("标题",), record.name),
        ("正文", (BODY, 0), record.source.body),
    )
    for what, at, text in texts:
        if len(_HAN.findall(text)) > len(_LATIN.findall(text)):
            message = f"英文内容的{what}是中文"
            yield rule.problem(record, at, message, f"{what}写英文；中文的内容放进 content/ 里中文的文件夹")


def _original(rule: Standard, record: EnglishRecord, original: ContentRecord) -> Iterator[Problem]:
    if original.LANGUAGE != ContentRecord.LANGUAGE:
        key = "原文" if isinstance(record, Translation) else "对应页面"
        message = f"{original.source.path} 本身是英文，不能作原文"
        yield rule.problem(record, key, message, "写中文原文的全路径，如 policies/2026/banfa")
    elif isinstance(record, Translation) and record.translated_on < original.published:
        message = f"译文日期 {record.translated_on} 早于原文的公布日期 {original.published}"
        yield rule.problem(record, "译文日期", message, "核对这两个日期；译文不能先于原文公布")
