"""涉及第三方须先征求意见。

看什么：“审核”里写了“第三方意见”的内容。
怎样算错：第三方不同意，或者没有答复，仍然公开了，没有写为什么不公开会对公共利益造成重大影响；
征求的日期晚于发布日期（警告）。
怎样改：不同意又没有这样的理由的，撤下或者隐去有关内容；有的，由本机关决定，写在“理由”里并告知第三方。
“第三方意见”不公布，也不写名字。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.parts import ThirdParty
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.publishing import ThirdPartyAnswer

_STEPS = "初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-11-02"


def an_asked_item(answer: str, more: str = "", day: str = "2026-11-01") -> Files:
    """An item of which somebody was asked, published on 2026-11-04."""
    asked = f"{{第三方: 申报企业, 征求日期: {day}, 意见: {answer}{more}}}"
    return an_item(审核=f"{{{_STEPS}, 第三方意见: [{asked}]}}")


_WHY = ", 理由: 不公开则居民无法知道自家楼的检测结果"
EXAMPLE = Example(
    good={**CLEAN, **an_asked_item("同意")},
    bad=an_asked_item("不同意"),
    message="第三方（申报企业）不同意公开，没有写公共利益的理由",
    edges=(
        Edge("不同意公开", an_asked_item("不同意", _WHY), an_asked_item("不同意")),
        Edge("没有答复", an_asked_item("同意"), an_asked_item("未答复")),
        Edge(
            "晚于发布日期",
            an_asked_item("同意", day="2026-11-04"),
            an_asked_item("同意", day="2026-11-05"),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _asked(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in _asked(register):
        for place, each in enumerate(record.review.third_parties if record.review else ()):
            at = ("审核", "第三方意见", place)
            if each.answer is not ThirdPartyAnswer.AGREED and not each.reason:
                fix = "撤下或者隐去有关内容；由本机关决定公开的，写上公共利益的理由并告知第三方"
                yield rule.problem(record, (*at, "意见"), _said(each), fix, _level(each))
            if each.asked_on > record.published:
                message = f"{each.asked_on} 才征求第三方（{each.who}）意见，晚于发布日期 {record.published}"
                fix = "核对日期；今后先征求意见再发布"
                yield rule.problem(record, (*at, "征求日期"), message, fix, Level.WARNING)


def _asked(register: Register) -> list[ContentRecord]:
    return [each for each in register.all if each.review and each.review.third_parties]


def _said(each: ThirdParty) -> str:
    refused = each.answer is ThirdPartyAnswer.REFUSED
    return f"第三方（{each.who}）{'不同意公开' if refused else '没有答复'}，没有写公共利益的理由"


def _level(each: ThirdParty) -> Level | None:
    """Who does not answer has not refused: the organ decides, and should say why."""
    return None if each.answer is ThirdPartyAnswer.REFUSED else Level.NOTICE
