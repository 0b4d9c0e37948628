"""不得公开个人信息。

看什么：content/ 和 data/ 里每一份文件的正文和各项文字（草稿也看）、文件名，数据集的每一行，
mkdocs.yml 里的栏目标识。
怎样算错：有手机号码、居民身份证号码（校验位和出生日期都对得上的）或银行卡号。
固定电话、热线、金额、信用代码、网址里的编号不算；手机号码单独写在单位文件的“对外电话”里的（几个的用顿号分开），是公务电话，也不算。
列名或前面的文字说明是编号（许可编号、案号、受理号）的：像手机号码、银行卡号的，
或者像身份证号码而“出生日期”在最近几年的，只作提示；在将来的不算。
怎样改：删去，或者遮盖中间几位，如 138****0000；办事联系写单位的固定电话。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.checks.example import CLEAN, Example, an_item
from gongkai.checks.leaving import Passage, every_text
from gongkai.checks.personal_scale import PARAMETERS, Scale
from gongkai.personal import SUSPECT, find, masked
from gongkai.problems import Problem
from gongkai.records.base import Record
from gongkai.records.dataset import Dataset
from gongkai.records.standard import Floor, Standard
from gongkai.register import Register

__all__ = ["EXAMPLE", "PARAMETERS", "check", "scope"]

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="联系电话 010-66001234，手机 138****0000。")},
    bad=an_item(body="联系人手机 138-0013-8000。"),
    message="手机号码 138****8000",
)
_FIX = "删去或遮盖；办事联系写单位的固定电话"
_NAME_FIX = "改文件名，不用号码；已经公布过的，旧网址照“撤下”办理，理由写涉及个人隐私"

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    scale = Scale.of(register, rule)
    for passage in every_text(register):
        if SUSPECT.search(passage.text):
            yield from _found(rule, passage, scale)
    for dataset in register.everything(Dataset):
        yield from _rows(register, rule, dataset, scale)


def _found(rule: Standard, passage: Passage, scale: Scale) -> Iterator[Problem]:
    for found in find(passage.labelled):
        weight = scale.weight(found.kind, found.number)
        if weight is not None:
            told = passage.at_place(found.start)
            fix = _NAME_FIX if passage.where else _FIX
            yield told.problem(rule, _message(found.kind, found.number), fix, weight)


def _rows(register: Register, rule: Standard, dataset: Dataset, scale: Scale) -> Iterator[Problem]:
    """The rows of a dataset: reading them has found the numbers, this says which may not be there."""
    for file in register.tables_of(dataset):
        weighed = [(each, scale.weight(each.kind, each.number)) for each in file.personal]
        found = [(each, weight) for each, weight in weighed if weight is not None]
        for each, weight in found:
            told = rule.problem(dataset, each.key, _message(each.kind, each.number), _FIX, weight)
            yield replace(told, path=file.path).located(each.line, each.column)
        if file.more_personal and found:
            message = f"这样的号码还有 {file.more_personal} 处，没有一一列出"
            told = rule.problem(dataset, "字段", message, "在电子表格里按列查找，全部删去或遮盖")
            yield replace(told, path=file.path).located(1, 1)


def _message(kind: str, number: str) -> str:
    return f"有{kind} {masked(number)}"
