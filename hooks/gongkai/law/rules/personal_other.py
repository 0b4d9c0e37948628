"""其他个人信息须核对。

看什么：content/ 和 data/ 里每一份文件的正文和各项文字（草稿也看）。附件和数据集的行不看这一条。
怎样算错：像是护照、港澳台居民证件、十五位身份证、军官证的号码，车牌，微信号、QQ 号，个人的电子邮箱，
写到门牌的家庭住址，姓名和疾病写在一起。只凭写法，不一定是，所以算警告；参数写“否”的那一种不查。
怎样改：删去，或者遮盖；确须公开、或者不是个人信息的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from gongkai.column.register import Register
from gongkai.common.personal.others import KINDS, hinted, others, veiled
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Example, an_item
from gongkai.law.shared.readable_texts import Passage, every_text
from gongkai.records.base import Record
from gongkai.records.fields.values import as_yes
from gongkai.records.types.standard import Standard

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="凭护照办理。微信公众号：示例区发布。单位地址：安民大街20号。")},
    bad=an_item(body="张三，护照号码 E12345678。"),
    message="像是护照：E1*****78",
)
PARAMETERS = dict.fromkeys(KINDS, as_yes)
_FIX = "是个人信息的删去或遮盖；不是的、确须公开的，经批准写豁免"


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    asked = [kind for kind in KINDS if as_yes(rule.parameters[kind])]
    for _, passages in groupby(every_text(register, hinted), key=attrgetter("path")):
        of_file = list(passages)
        if hinted("\n".join(passage.text for passage in of_file)):
            yield from _found(rule, of_file, asked)


def _found(rule: Standard, passages: Iterable[Passage], asked: Collection[str]) -> Iterator[Problem]:
    for passage in passages:
        for each in others(passage.labelled, asked):
            told = passage.at_place(each.start)
            yield told.problem(rule, f"像是{each.kind}：{veiled(each.written)}", _FIX)
