"""更正须说得通。

看什么：更正的日期、对象、原文和更正后的文字；被更正的页面上的文字、附件名称和各项内容（空白不算）。
怎样算错：更正日期早于被更正内容的公布日期；更正指向它自己；原文和更正后一样；页面上还有原文，或者没有更正后的文字；
“更正附件”不是被更正内容的附件；政策更正了，它的解读里还是原文（警告；表格里的数，看解读里同一句有没有它旁边的字）。后来又更正、又写了更新说明的，不再要求更正后的文字还在；错在附件里的，不看页面。
怎样改：先把页面改对；原文照抄更正以前页面上的文字，更正后照抄现在的文字，写够长，中间隔开的用……连接。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem, excerpt
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.shared.page_words import page_lines, page_words, place_of, quoted
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.correction import Correction
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard

PATH = "content/corrections/2026/jiuzhu-renci.md"
CORRECTION = """\
---
标题: 更正第三季度临时救助情况中的人次
更正对象: items/minzheng-ju/2026/jiuzhu
更正日期: {day}
原文: 本季度救助 102 人次。
更正后: 本季度救助 120 人次。
原因: 录入时数字颠倒。
审核:
  初审: 甲
  复审: 乙
  终审: 丙
  保密审查日期: 2026-10-20
---
"""
#: so many signs mean the same in an interpretation
_LONG = 5
EXAMPLE = Example(
    good={**CLEAN, PATH: CORRECTION.format(day="2026-11-06")},
    bad={PATH: CORRECTION.format(day="2026-11-03")},
    message="更正日期 2026-11-03 早于“第三季度临时救助开展情况”的公布日期 2026-11-04",
    edges=(
        Edge(
            "早于“第三季度临时救助开展情况”的公布日期",
            {PATH: CORRECTION.format(day="2026-11-04")},
            {PATH: CORRECTION.format(day="2026-11-03")},
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Correction)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.everything(Correction):
        target = register.record(record.target)
        if target is record:
            yield rule.problem(record, "更正对象", "更正指向了它自己", "写被更正的那一条的文件名或标题")
        elif target and record.corrected_on < target.published:
            message = f"更正日期 {record.corrected_on} 早于“{target.name}”的公布日期 {target.published}"
            yield rule.problem(record, "更正日期", message, "核对这两个日期；公布以前的改动不必写更正")
        if record.old == record.new:
            yield rule.problem(
                record, "更正后", "更正后和原文一样", "原文写更正以前的文字，更正后写现在的文字"
            )
        elif target and target is not record and record.is_public(register.today):
            yield from _made(register, rule, record, target)


def _made(register: Register, rule: Standard, record: Correction, target: ContentRecord) -> Iterator[Problem]:
    """The page says what the correction says it does."""
    if record.file:
        if record.file not in {each.file for each in target.attachments}:
            what = f"“{record.file}”不是“{target.name}”的附件"
            yield rule.problem(record, "更正附件", what, "照被更正内容的“附件”写；错在页面文字里的删去这一行")
        return
    right = quoted(record.new)
    words = page_words(target)
    for old in quoted(record.old):
        still = all(old in _without(right, said) for said in (words, _then(register, record, target, words)))
        if old not in right and still and not _put_back(register, record, target, old):
            message = f"更正（{record.corrected_on}）说这里已经改了，页面上还是“{excerpt(old)}”"
            fix = f"改成“{excerpt(record.new)}”；别处本来就有同样文字的，在更正里把原文写长一些"
            yield rule.problem(target, place_of(target, old) or (), message, fix)
        if old not in right:
            beside = [each for each in quoted(record.old) if each in right]
            yield from _said_again(register, rule, record, target, old, beside)
    yield from _lacking(register, rule, record, target, right)


def _without(right: list[str], words: str) -> str:
    """The words but for what is right now."""
    for piece in sorted(right, key=len, reverse=True):
        words = words.replace(piece, "\n")
    return words


def _then(register: Register, record: Correction, target: ContentRecord, words: str) -> str:
    """The page as this correction left it: what later ones changed is put back, the last one first."""
    for later in reversed(_later(register, record, target)):
        was, is_ = quoted(later.old), quoted(later.new)
        for old, new in zip(was, is_, strict=False) if len(was) == len(is_) else ():
            words = words.replace(new, old)
    return words


def _said_again(
    register: Register,
    rule: Standard,
    record: Correction,
    target: ContentRecord,
    old: str,
    beside: list[str],
) -> Iterator[Problem]:
    """Interpretations that still explain the old words; short ones may well mean something else there.

    Not where words stand beside them that stood there in the row: 上门助浴……120.
    """
    explaining = register.interpretations_of(target) if isinstance(target, Policy) else []
    for each in explaining:
        place = place_of(each, old) if len(old) >= _LONG or _in_one_line(each, old, beside) else None
        looked_at = each.published > record.corrected_on or any(
            update.date >= record.corrected_on for update in each.updates
        )
        if place and not looked_at:
            message = (
                f"更正（{record.corrected_on}）改了{in_marks(target.name)}，这份解读里还是“{excerpt(old)}”"
            )
            fix = f"一起改成“{excerpt(record.new)}”；说的是别的事的，在解读的“更新说明”里加一条"
            yield rule.problem(each, place, message, fix, Level.WARNING)


def _in_one_line(explaining: ContentRecord, old: str, beside: list[str]) -> bool:
    """Whether a figure stands in a line together with words that it stood beside."""
    figure = re.compile(rf"(?<![\d.]){re.escape(old)}(?![\d.])")
    return any(
        figure.search(line) and any(len(each) > 1 and each in line for each in beside)
        for line in page_lines(explaining)
    )


def _lacking(
    register: Register, rule: Standard, record: Correction, target: ContentRecord, right: list[str]
) -> Iterator[Problem]:
    """What the page does not say although it is told to be right now; only a page with a text is asked."""
    if not target.body or isinstance(target, Dataset) or _changed_since(register, record, target):
        return
    words = page_words(target)
    if missing := [piece for piece in right if piece not in words]:
        message = f"“{target.name}”的页面上没有更正后的文字“{excerpt(missing[0])}”"
        fix = "先改页面；改过的照页面抄，中间隔开的用……连接；错在附件里的写“更正附件”"
        yield rule.problem(record, "更正后", message, fix)


def _later(register: Register, record: Correction, target: ContentRecord) -> list[Correction]:
    """The corrections of the same record after this one."""
    found = register.corrections_of(target)
    return found[found.index(record) + 1 :] if record in found else []


def _put_back(register: Register, record: Correction, target: ContentRecord, old: str) -> bool:
    """Whether a later correction says that the old words were right after all."""
    later = _later(register, record, target)
    return any(old in piece for each in later for piece in quoted(each.new))


def _changed_since(register: Register, record: Correction, target: ContentRecord) -> bool:
    """Whether readers were told of another change of the record after the correction."""
    days = (day for day in target.change_days if day <= register.today)
    return bool(_later(register, record, target)) or any(day > record.corrected_on for day in days)
