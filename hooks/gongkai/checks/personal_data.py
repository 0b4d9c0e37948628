"""不得公开个人信息。

看什么：各类内容的正文和各项文字（草稿也看），单位文件的各项文字，数据集的每一行。
怎样算错：有手机号码、居民身份证号码（校验位和出生日期都对得上的）或银行卡号。
固定电话、热线和单位文件里写明的对外电话不算。
怎样改：删去，或者遮盖中间几位，如 138****0000；办事联系写单位的固定电话。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.checks.example import CLEAN, Example, an_item
from gongkai.checks.texts import field_texts
from gongkai.personal import SUSPECT, digits, masked, numbers
from gongkai.problems import BODY, At, Problem
from gongkai.records.base import Record
from gongkai.records.dataset import Dataset
from gongkai.records.standard import Standard
from gongkai.register import Register

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="联系电话 010-66001234，手机 138****0000。")},
    bad=an_item(body="联系人手机 138-0013-8000。"),
    message="手机号码 138****8000",
)


def scope(register: Register) -> Iterable[Record]:
    return (*register.content, *register.units)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = {digits(unit.phone) for unit in register.units if unit.phone}
    for record in (*register.content, *register.units):
        for at, text in field_texts(record):
            if at not in {("对外电话",), ("原文链接",), ("网站",)}:
                yield from _found(rule, record, at, text, known)
        if SUSPECT.search(record.body):
            for line, text in enumerate(record.body.split("\n")):
                yield from _found(rule, record, (BODY, line), text, known)
    for dataset in register.everything(Dataset):
        yield from _rows(register, rule, dataset, known)


def _found(rule: Standard, record: Record, at: At, text: str, known: set[str]) -> Iterator[Problem]:
    for kind, number in numbers(text):
        if not any(number in phone for phone in known):
            yield _problem(rule, record, at, kind, number)


def _rows(register: Register, rule: Standard, dataset: Dataset, known: set[str]) -> Iterator[Problem]:
    """The rows of a dataset: reading them has found the numbers, this says which may not be there."""
    for file in register.tables_of(dataset):
        found = [each for each in file.personal if not any(each.number in phone for phone in known)]
        for each in found:
            told = _problem(rule, dataset, each.key, each.kind, each.number)
            yield replace(told, path=file.path).located(each.line, each.column)
        if file.more_personal and found:
            message = f"这样的号码还有 {file.more_personal} 处，没有一一列出"
            told = rule.problem(dataset, "字段", message, "在电子表格里按列查找，全部删去或遮盖")
            yield replace(told, path=file.path).located(1, 1)


def _problem(rule: Standard, record: Record, at: At | str, kind: str, number: str) -> Problem:
    message = f"有{kind} {masked(number)}"
    return rule.problem(record, at, message, "删去或遮盖；办事联系写单位的固定电话")
