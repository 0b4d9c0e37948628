"""不得公开个人信息。

看什么：content/ 和 data/ 里每一份文件的正文和各项文字（草稿也看）、文件名，数据集的每一行，
mkdocs.yml 里的栏目标识。
怎样算错：有手机号码、居民身份证号码（校验位和出生日期都对得上的）或银行卡号。
固定电话、热线、金额、信用代码、网址里的编号不算；手机号码单独写在单位文件的“对外电话”里的（几个的用顿号分开），是公务电话，也不算。
列名或前面的文字说明是编号（许可编号、案号、受理号）的：像手机号码、银行卡号的，
或者像身份证号码而“出生日期”在最近几年的，只作提示，一个文件提示一次；在将来的不算。
正文里的表格照列名，或者左边一格写的名目。
怎样改：删去，或者遮盖中间几位，如 138****0000；办事联系写单位的固定电话。
第三方同意公开，或者不公开会对公共利益造成重大影响的（条例第十五条），经批准在 data/exceptions/ 写号码例外，
一份例外只放过一个位置上的一个号码。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.column.register import Personal, Register, TableFile
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.law.shared.personal_messages import LISTED, parcels
from gongkai.law.shared.personal_places import row_spots, text_spots
from gongkai.law.shared.personal_severity import PARAMETERS, Scale
from gongkai.records.base import Record
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Floor, Standard

__all__ = ["EXAMPLE", "PARAMETERS", "check", "scope"]


def _numbered(number: str) -> Files:
    """An item with a number that is called the number of a permit."""
    return an_item(body=f"许可编号：{number}。")


EXAMPLE = Example(
    good={**CLEAN, **an_item(body="联系电话 010-66001234，手机 138****0000。")},
    bad=an_item(body="联系人手机 138-0013-8000。"),
    message="手机号码 138****8000",
    edges=(
        # sixteen years before the day: from that birthday on somebody has a document of this number
        Edge(
            "居民身份证", _numbered("110102201011220012"), _numbered("110102201011210017"), level=Level.ERROR
        ),
        Edge(
            "形同居民身份证号码的编号",
            _numbered("110102202611220010"),
            _numbered("110102202611210015"),
            level=Level.NOTICE,
        ),
    ),
)
_FIX = "删去或遮盖；办事联系写单位的固定电话"
_REST_FIX = "在电子表格里按列查找，全部删去或遮盖"
_NAME_FIX = "改文件名，不用号码；已经公布过的，旧网址照“撤下”办理，理由写涉及个人隐私"

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return register.every


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    scale = Scale.of(register, rule)
    for parcel in parcels(text_spots(register), scale):
        if parcel.where:
            fix = parcel.fix(_NAME_FIX if parcel.where.where else _FIX)
            yield parcel.where.problem(rule, parcel.message, fix, parcel.level)
    for dataset in register.everything(Dataset):
        for table in register.tables_of(dataset):
            yield from _rows(dataset, table, rule, scale)


def _rows(dataset: Dataset, table: TableFile, rule: Standard, scale: Scale) -> Iterator[Problem]:
    """The rows of a dataset: reading them has found the numbers, this says which may not be there."""
    for parcel in parcels(row_spots(table), scale, table.more_personal, LISTED):
        key, line, column = _place(parcel.where)
        fix = parcel.fix(_FIX if parcel.where else _REST_FIX)
        told = rule.problem(dataset, key, parcel.message, fix, parcel.level)
        yield replace(told, path=table.path).located(line, column)


def _place(each: Personal | None) -> tuple[str, int, int]:
    return (each.key, each.line, each.column) if each else ("字段", 1, 1)
