"""外部链接须打得开。

看什么：正文和各项文字里通往别的网站的链接，和夜里查问的结果（data/links/，由 scripts/links 写）。
怎样算错：连着查问了“次数”次都打不开：没有这一页、没有这个网站、连不上、没有答复。网站不肯回答程序的不算。
怎样改：换成现在的网址；原网页没有了的，去掉链接，留下文件名称和文号。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.law.shared.nearest import shown
from gongkai.law.shared.readable_texts import Passage
from gongkai.law.shared.web_links import web_links
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.asked_link import AskedLink
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.publishing import LinkAnswer

_PATH = "data/links/asked.yml"
_ADDRESS = "https://www.gov.cn/zhengce/1.htm"
_LINKING = an_item(body="见[国务院文件](https://www.gov.cn/zhengce/1.htm#tiao-2)。")


def an_answer(times: int = 2, answer: str = "打不开", address: str = _ADDRESS) -> Files:
    """What was noted of an address."""
    since = f"  不通自: 2026-11-19\n  不通次数: {times}\n" if answer == "打不开" else ""
    return {
        _PATH: f"- 网址: {address}\n  查问日期: 2026-11-20\n  结果: {answer}\n  说明: '404'\n{since}",
    }


EXAMPLE = Example(
    good={**CLEAN, **_LINKING, **an_answer(answer="打得开")},
    bad=an_answer(),
    message="“https://www.gov.cn/zhengce/1.htm”打不开（404），2026-11-19 起查问了 2 次",
    edges=(
        Edge("打不开（404）", an_answer(1), an_answer(2)),
        Edge("打不开（404）", an_answer(answer="说不准"), an_answer()),
        # of an address that no text has any more
        Edge("打不开（404）", an_answer(address="https://www.gov.cn/zhengce/2.htm"), an_answer()),
    ),
)
PARAMETERS = {"次数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    dead = {each.address: each for each in _dead(register, rule.number("次数"))}
    first: dict[str, Passage] = {}
    for link in web_links(register):
        address = link.address.partition("#")[0]
        if address in dead and not isinstance(link.passage.record, AskedLink):
            first.setdefault(address, link.passage)
    for address, passage in first.items():
        each = dead[address]
        message = f"“{shown(address)}”打不开（{each.said}），{each.since} 起查问了 {each.times} 次"
        yield passage.problem(rule, message, "换成现在的网址；原网页没有了的，去掉链接，留下文件名称和文号")


def _dead(register: Register, times: int) -> list[AskedLink]:
    found = register.everything(AskedLink)
    return [each for each in found if each.answer is LinkAnswer.DEAD and each.times >= times]
