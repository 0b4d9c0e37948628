"""标点和数字的写法。

看什么：还没有登记过的正文、标题和各项文字里的句子；公布过的文字不再看。更正里的原文照抄，也不看。
怎样算错：句子里用了半角的逗号、冒号、括号，英文的句号、引号、省略号，全角的数字；
书名号打成了 < >、‹ ›、<< >>。网址、时间、编号、英文里的不算。
怎样改：照提示的写法改；原件上就是这样的，可以不改。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.announced_texts import TEXT, TITLE
from gongkai.column.register import Register
from gongkai.common.problems import BODY, At, Edit, Problem
from gongkai.law.example import CLEAN, Example, an_item
from gongkai.law.shared.earlier_names import earlier_names
from gongkai.law.shared.field_texts import field_texts
from gongkai.law.shared.nearest import shown
from gongkai.law.shared.nothing_found import each_alone
from gongkai.records.base import ContentRecord
from gongkai.records.types.correction import Correction
from gongkai.records.types.standard import Standard
from gongkai.text import punctuation

#: texts of earlier days are told already
_LATER = "2026-11-22"

EXAMPLE = Example(
    good={
        **CLEAN,
        **an_item("dier", "9:30—11:00办理，见 https://www.example.gov.cn/a 和（一）。", 发布日期=_LATER),
    },
    bad=an_item("dier", "本季度救助120人次,标准不变.", 发布日期=_LATER),
    message="“次,标准不变.”里有半角的标点、英文的句号",
)
#: keys that hold another document's words, or are held to a form of their own
_OTHERS = {"发文字号", "原词", "新词", "新文", "通俗问法", "资料来源"}


def scope(register: Register) -> Iterable[ContentRecord]:
    return (each for each in register.content if not (each.held_back or isinstance(each, Correction)))


def _untold(register: Register) -> Iterable[ContentRecord]:
    """Those whose text readers have not been told yet: it can still be mended without a word."""
    before = earlier_names(register) if register.wordings else {}
    for record in scope(register):
        names = (*before.get(record.url, ()), record.id)
        if not any((name, key) in register.wordings for name in names for key in (TEXT, TITLE)):
            yield record


def _look(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    code = False
    for number, line in enumerate(record.body.split("\n")):
        code ^= line.lstrip().startswith(("```", "~~~"))
        if not code:
            yield from _line(rule, record, (BODY, number), line)
    for at, text in field_texts(record):
        if not _OTHERS & {*at} and "\n" not in text:
            yield from _line(rule, record, at, text)


check = each_alone(_untold, _look)


def _line(rule: Standard, record: ContentRecord, at: At, line: str) -> Iterator[Problem]:
    marks = punctuation.found(line)
    if not marks:
        return
    what = "、".join(dict.fromkeys(each.what for each in marks))
    known = [each for each in marks if each.new]
    start, end = max((known or marks)[0].start - 1, 0), (known or marks)[-1].end
    old, new = line[start:end], punctuation.mended(line, known)[start : end + _grown(known)]
    message = f"“{shown(old)}”里有{what}"
    if known:
        fix = f"改为 {shown(new)}；原件上就是这样的，可以不改"
        yield rule.problem(record, at, message, fix, edit=Edit(new, old=old))
    else:
        yield rule.problem(record, at, message, "书名写《》，里面一层写〈〉；不是书名的，换成“ ”")


def _grown(marks: list[punctuation.Mark]) -> int:
    return sum(len(each.new) - (each.end - each.start) for each in marks)
