"""附件里不得有个人信息。

看什么：内容所附的 PDF、Word、Excel、CSV 和文本文件里的文字，包括页眉页脚、批注、隐藏的工作表；
草稿所附的也看。
怎样算错：有手机号码、居民身份证号码或银行卡号。读不出文字的（加密、损坏、太大、扫描件）算警告：
没有查过，须人工看一遍。
怎样改：在原来的软件里删去或遮盖，重新导出；扫描件换成能选中文字的，或由人看过后写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.checks.example import CLEAN, Example, an_item
from gongkai.personal import digits, masked
from gongkai.problems import At, Level, Problem
from gongkai.records.base import ContentRecord, Record
from gongkai.records.references import references
from gongkai.records.standard import Standard
from gongkai.records.types import Refers
from gongkai.register import Register

_FILE = "content/files/2026/mingdan.csv"
_ITEM = an_item(附件="[{名称: 名单, 文件: files/2026/mingdan.csv}]")
EXAMPLE = Example(
    good={**CLEAN, **_ITEM, _FILE: "姓名,电话\n甲,138****8000\n"},
    bad={_FILE: "姓名,电话\n甲,13800138000\n"},
    message="附件 files/2026/mingdan.csv 第2行有手机号码 138****8000",
)


def scope(register: Register) -> Iterable[Record]:
    return (record for record in register.content if any(references(record, Refers.FILE)))


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    known = {digits(unit.phone) for unit in register.units if unit.phone}
    seen: set[str] = set()
    for record in register.content:
        for at, name in references(record, Refers.FILE):
            if name in register.files and name not in seen:
                seen.add(name)
                yield from _file(register, rule, record, at, name, known)


def _file(
    register: Register, rule: Standard, record: ContentRecord, at: At, name: str, known: set[str]
) -> Iterator[Problem]:
    found = register.files[name].scan()
    told = [each for each in found.personal if not any(each.number in phone for phone in known)]
    for each in told:
        message = f"附件 {name} {each.place}有{each.kind} {masked(each.number)}"
        yield rule.problem(record, at, message, "在原来的软件里删去或遮盖，重新导出后替换这个文件")
    if found.more and told:
        message = f"附件 {name} 里这样的号码还有 {found.more} 处，没有一一列出"
        yield rule.problem(record, at, message, "全部删去或遮盖后替换这个文件")
    if found.fault:
        message = f"附件 {name} {found.fault}，没有查里面有没有个人信息"
        fix = "重新导出成能选中文字的文件；确实不能的，由人看过后经批准写豁免"
        yield rule.problem(record, at, message, fix, Level.WARNING)
