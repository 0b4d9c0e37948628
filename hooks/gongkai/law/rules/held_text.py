"""公布过的文字改了，须说明。

看什么：公开的正文和标题，和 data/texts/ 里登记的、公布过的是不是一样（空白和排版的记号不算）。
怎样算错：不一样，登记以后又没有新的更新说明、更正、日期变更；只有更正的，更正没有说到的行也改了。写错行的报第几行、第几条。
怎样改：不该改的照公布的文字改回来；要改的写更新说明；公布的内容有错的，另写一条更正；只改页面的写新的更新日期。
别的文件修改它的，正文不动，改了什么写在那件文件里，页面会自己写上。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from gongkai.column import announced_texts
from gongkai.column.announced_texts import TEXT, TITLE
from gongkai.column.register import Register, Wording
from gongkai.common.problems import BODY, At, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.law.shared.earlier_names import earlier_names
from gongkai.law.shared.nothing_found import found_in
from gongkai.law.shared.page_words import quoted
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.page import Page
from gongkai.records.types.standard import Floor, Standard
from gongkai.text import held

FLOOR = Floor.LEVEL
ITEM, PAGE = "items/minzheng-ju/2026/jiuzhu", "zhinan"
#: so many lines are named
_NAMED = 5


def _registered(changed: str = "2026-09-01") -> Files:
    """An item and a page as they were published; the page last changed on a day."""
    text, page = held.held("本季度救助 120 人次。"), held.digest(held.words("政府信息公开指引"))
    return {
        "data/texts/items.txt": f"{ITEM} 正文 2026-11-04 1 {text.whole} {text.lines}\n",
        "data/texts/pages.txt": f"pages/{PAGE} 标题 {changed} 1 {page}\n",
    }


def _noted(day: str) -> Files:
    return an_item(body="本季度救助 102 人次。", 更新说明=f"[{{日期: {day}, 程度: 一般, 说明: 核实人次}}]")


EXAMPLE = Example(
    good={**CLEAN, **_registered("2026-08-31")},
    bad=an_item(body="本季度救助 102 人次。"),
    message="公布过的正文改了：第 13 行",
    edges=(
        Edge("公布过的正文改了", _noted("2026-11-21"), _noted("2026-11-22")),
        Edge("公布过的标题改了", _registered("2026-08-31"), _registered("2026-09-01")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return announced_texts.shown(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    before = earlier_names(register) if register.wordings else {}
    for record in announced_texts.shown(register) if register.wordings else ():
        names = [*before.get(record.url, ()), record.id]
        for key in (TITLE, TEXT):
            rows = [each for name in names for each in register.wordings.get((name, key), ())]
            if rows and _differs(record, key, rows[-1].digest):
                yield from _changed(register, rule, record, key, rows[-1])


def _differs(record: ContentRecord, key: str, told: str) -> bool:
    return bool(found_in(f"{__name__} {key}", partial(_other, record, key, told), record, told))


def _other(record: ContentRecord, key: str, told: str) -> list[str]:
    """The digest of what stands there now, where it is not what was told."""
    now = held.digest(held.words(record.name if key == TITLE else record.body))
    return [now] if now != told else []


def _changed(
    register: Register, rule: Standard, record: ContentRecord, key: str, told: Wording
) -> Iterator[Problem]:
    if announced_texts.explained(register, record, told):
        yield from _beyond(register, rule, record, key, told)
        return
    at, where = _place(record, _changed_lines(record, told)) if key == TEXT else ((TITLE,), "")
    message = f"公布过的{key}改了{where}；{told.day} 以后没有写更新说明或更正"
    yield rule.problem(record, at, message, _how(record, key))


def _beyond(
    register: Register, rule: Standard, record: ContentRecord, key: str, told: Wording
) -> Iterator[Problem]:
    """Lines that changed and of which the corrections, if there is nothing else, say nothing."""
    noted = any(day > told.day for day in record.change_days) or any(
        each.date == told.day for each in record.updates
    )
    if key != TEXT or noted:
        return
    since = [each for each in announced_texts.corrections(register, record) if each.corrected_on >= told.day]
    said = [piece for each in since for piece in quoted(each.new)]
    lines = record.body.split("\n")
    left = [line for line in _changed_lines(record, told) if not _said(held.plain(lines[line]), said)]
    if since and left:
        at, where = _place(record, left)
        message = f"公布过的正文改了{where}；更正没有说到"
        how = "不该改的改回公布的正文；也写错了的，再写一条更正；别的改动写进“更新说明”"
        yield rule.problem(record, at, message, how)


def _said(words: str, pieces: list[str]) -> bool:
    return any(piece in words or words in piece for piece in pieces)


def _changed_lines(record: ContentRecord, told: Wording) -> list[int]:
    return held.changed_lines(told.lines, record.body)


def _how(record: ContentRecord, key: str) -> str:
    if isinstance(record, Page):
        return f"不该改的改回公布的{key}；要改的，把“更新日期”改成今天"
    way = "在“更新说明”下加一项；公布的有错，在 content/corrections/ 写一条更正"
    return f"不该改的改回公布的{key}；要改的，{way}"


def _place(record: ContentRecord, lines: list[int]) -> tuple[At, str]:
    """Where the first change stands, and all of them in words."""
    if not lines:
        return (BODY, 0), ""
    articles = [label for line in lines if (label := _article(record, line))]
    named = [f"第 {record.source.body_line + line} 行" for line in lines[:_NAMED]]
    more = " 等" if len(lines) > _NAMED else ""
    inside = f"（{'、'.join(dict.fromkeys(articles[:_NAMED]))}）" if articles else ""
    return (BODY, lines[0]), f"：{'、'.join(named)}{more}{inside}"


def _article(record: ContentRecord, line: int) -> str:
    """The number of the article a line stands in, "" outside of any."""
    inside = {
        node.line: article.label
        for document in record.document.all
        for article in document.articles
        for node in article.walk()
    }
    every = (node.line for document in record.document.all for node in document.walk())
    return inside.get(max((each for each in every if each <= line), default=-1), "")
