"""解读不能只有一句话。

看什么：已经公布的每一份解读，不论哪一种形式。
怎样算错：正文、问答的答、逐条解读合起来不到“最少字数”，又没有图、音视频和附件。这样的解读也不算进解读率。
怎样改：说清为什么定、主要内容、谁可以办、怎样办；只有图或者视频的，把文件写在“媒体文件”里。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_interpretation
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.standard import Standard


def _asked(answer: str) -> Files:
    asked = {"解读形式": "简明问答", "问答": f"[{{问: 好吗？, 答: {answer}}}]"}
    return an_interpretation(body="", **asked)


EXAMPLE = Example(
    good=CLEAN,
    bad=_asked("好。"),
    message="解读只有 1 个字，不到 40 个",
    edges=(
        Edge(
            "解读只有 39 个字", _asked("一二三四五六七八九十" * 4), _asked(("一二三四五六七八九十" * 4)[1:])
        ),
        Edge(
            "解读只有 2 个字",
            an_interpretation(
                body=f"## 背景依据\n\n说明。{'年满六十岁可以办' * 4}",
                逐条解读="[{条款: 第一条, 解读: 年满六十岁可以办}]",
            ),
            _asked("可以。"),
        ),
    ),
)
PARAMETERS = {"最少字数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.interpretations


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    least = rule.number("最少字数")
    for each in register.interpretations:
        if not each.explains(least):
            message = f"解读只有 {each.told} 个字，不到 {least} 个"
            fix = "说清背景、主要内容、谁可以办；只有图或者视频的，写在“媒体文件”里"
            yield rule.problem(each, "标题", message, fix)
