"""解读须讲到规定的要素。

看什么：以文字为主的解读（文字、专家解读、媒体解读）正文里的小标题；写了问答的另按问答看。
怎样算错：正文的小标题里，规定的要素不到“最少”的个数。
怎样改：按要素分节写，小标题用要素的名称，如“背景依据”“主要内容”“涉及范围”。
小标题写成“一、背景依据”“（一）背景依据”“## 背景依据”，或者加粗的一行，都认得。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, an_interpretation
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count, as_text
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Form
from gongkai.text.facts import headings

EXAMPLE = Example(
    good=CLEAN,
    bad=an_interpretation(
        body="## 背景依据\n\n区里的老年人多，自己做饭不便。\n\n## 办法说了什么\n\n"
        "在助餐点用餐的，按人按餐补贴，由街道审核以后按月发给老人本人。"
    ),
    message="十个要素里写到 1 个（背景依据），不到 3 个",
    edges=(
        Edge("个要素里写到 2 个", fails=an_interpretation(body="## 背景依据\n\n甲。\n\n## 主要内容\n\n乙。")),
    ),
)
PARAMETERS = {"要素": as_text, "最少": as_count}
_WRITTEN = {Form.TEXT, Form.EXPERT, Form.MEDIA}
_COUNT = "零一二三四五六七八九十"


def scope(register: Register) -> Iterable[Record]:
    return _written(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    wanted, least = rule.parameters["要素"].split(), rule.number("最少")
    for each in _written(register):
        written = " ".join(headings(each.document))
        found = [name for name in wanted if name in written]
        if len(found) < least:
            named = f"（{'、'.join(found)}）" if found else ""
            of = _COUNT[len(wanted)] if len(wanted) < len(_COUNT) else str(len(wanted))
            message = f"{of}个要素里写到 {len(found)} 个{named}，不到 {least} 个"
            missing = [name for name in wanted if name not in found]
            fix = f"适用的补上，另起一行写小标题，如“一、{missing[0]}”；还没有写到的：{'、'.join(missing)}"
            yield rule.problem(each, "标题", message, fix)


def _written(register: Register) -> list[Interpretation]:
    return [each for each in register.interpretations if each.form in _WRITTEN and not each.questions]
