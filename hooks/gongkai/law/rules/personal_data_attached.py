"""附件里不得有个人信息。

看什么：content/files/ 里的每一个文件：附件、图片、表格、公报，谁用到它、用没用到都看；
PDF、OFD、Word、Excel、CSV、文本、字幕和压缩包读里面的文字，包括页眉页脚、批注、修订痕迹、表单、书签、属性、
图片说明、隐藏的工作表和单元格里的公式；图片和音视频只读附在里面的文字。
怎样算错：有手机号码、居民身份证号码或银行卡号，断成几行、几格、一格一个数字的也算。
CSV、Excel、Word 的表格，列名或左边一格说明是编号的，照“不得公开个人信息”作提示；PDF 和 OFD 的表格不看列名。
读不出文字的另有规则 attachment-readable。
怎样改：在原来的软件里删去或遮盖，重新导出；没有内容用到的文件，从 content/files/ 删去。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.law.shared.file_places import at_file, file_places
from gongkai.law.shared.personal_messages import LISTED, parcels
from gongkai.law.shared.personal_places import file_spots
from gongkai.law.shared.personal_severity import PARAMETERS, Scale
from gongkai.records.base import Record
from gongkai.records.types.standard import Floor, Standard

_FILE = "content/files/2026/mingdan.csv"
_ITEM = an_item(body="见[名单](../../../files/2026/mingdan.csv)。")
__all__ = ["EXAMPLE", "PARAMETERS", "check", "scope"]


def _phones(count: int) -> Files:
    """A table with so many mobile numbers."""
    return {_FILE: "姓名,电话\n" + "".join(f"甲,138001380{n:02d}\n" for n in range(count))}


EXAMPLE = Example(
    good={**CLEAN, **_ITEM, _FILE: "姓名,电话\n甲,138****8000\n"},
    bad={_FILE: "姓名,电话\n甲,13800138000\n"},
    message="附件 files/2026/mingdan.csv 第2行有手机号码 138****8000",
    edges=(
        # twenty are listed one by one
        Edge("里这样的号码还有 1 处", _phones(20), _phones(21)),
    ),
)
_FIX = "在原来的软件里删去或遮盖，重新导出后替换这个文件"
_REST_FIX = "全部删去或遮盖后替换这个文件"

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return {record.id: record for record, _ in file_places(register).values()}.values()


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    scale = Scale.of(register, rule)
    places = file_places(register)
    for name in sorted(register.files):
        place = places.get(name)
        for message, fix, level in _file(register, name, scale, used=place is not None):
            yield at_file(rule, place, name, rule.problem(rule, (), message, fix, level))


def _file(register: Register, name: str, scale: Scale, *, used: bool) -> Iterator[tuple[str, str, Level]]:
    """What is wrong with one file: message, remedy, level."""
    unused = "" if used else "没有内容用到这个文件：不用了就删去；要用的，"
    more = register.files[name].scan().more
    found = ((spot, spot.place) for spot in file_spots(register, name))
    for parcel in parcels(found, scale, more, LISTED):
        message = f"附件 {name} {parcel.where or '里'}{parcel.message}"
        yield message, parcel.fix(_FIX if parcel.where else _REST_FIX, unused), parcel.level
