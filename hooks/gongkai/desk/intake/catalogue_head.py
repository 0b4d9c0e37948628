"""The head of a 标准目录 in Excel: two merged rows, told by their words and not by their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongkai.desk.intake.rows import letters
from gongkai.desk.word.blocks import Told

#: what a column's head is called → what its cells are, in the words of the national templates and near them
_NAMES = {
    "序号": "序号", "编号": "序号",
    "一级事项": "一级事项", "一级": "一级事项", "二级事项": "二级事项", "二级": "二级事项",
    "三级事项": "三级事项", "三级": "三级事项",
    "公开内容": "公开内容", "公开内容要素": "公开内容", "公开依据": "公开依据", "公开时限": "公开时限",
    "公开主体": "公开主体", "责任主体": "公开主体", "公开渠道和载体": "公开渠道和载体",
    "公开渠道": "公开渠道和载体", "公开渠道及载体": "公开渠道和载体", "公开载体": "公开渠道和载体",
    "全社会": "公开对象/全社会", "特定群体": "公开对象/特定群体", "特定群众": "公开对象/特定群体",
    "特定群体请写明": "公开对象/特定群体", "主动": "公开方式/主动公开", "主动公开": "公开方式/主动公开",
    "依申请": "公开方式/依申请公开", "依申请公开": "公开方式/依申请公开",
    "市级": "公开层级/市级", "县级": "公开层级/县级", "区级": "公开层级/区级", "区县级": "公开层级/区县级",
    "乡级": "公开层级/乡级", "乡镇级": "公开层级/乡级", "街道级": "公开层级/街道级", "村级": "公开层级/村级",
    "公开对象": "公开对象", "公开方式": "公开方式", "公开层级": "公开层级",
    "领域": "领域", "相应领域": "领域",
}  # fmt: skip
#: without these it is no catalogue
_NEEDED = frozenset(("公开内容", "公开时限", "公开主体"))
#: how far down a head may begin, below titles and notes
_FARTHEST = 12
_MARKS = re.compile(r"[\s（）()/、，,：:]")


@dataclass(frozen=True)
class Head:
    """Where the rows begin, what each column is, and which columns no entry has a place for."""

    first: int
    columns: dict[int, str]
    titles: list[str] = field(default_factory=list)
    others: dict[int, str] = field(default_factory=dict)

    def groups(self, name: str) -> dict[int, str]:
        """The columns of one mark each below a name: 公开方式 → {11: 主动公开, 12: 依申请公开}."""
        return {at: each.split("/")[1] for at, each in self.columns.items() if each.startswith(f"{name}/")}

    def at(self, name: str) -> int | None:
        """The column of that name."""
        return next((at for at, each in self.columns.items() if each == name), None)


def head_of(lines: list[list[str]]) -> Head | None:
    """The head of a sheet whose merged cells are filled; None where it is no catalogue."""
    for at, line in enumerate(lines[:_FARTHEST]):
        if {_name(text) for text in line} >= _NEEDED:
            below = lines[at + 1] if at + 1 < len(lines) else []
            return _made(lines, at, line, below if _continues(line, below) else [])
    return None


def _made(lines: list[list[str]], at: int, line: list[str], below: list[str]) -> Head:
    columns: dict[int, str] = {}
    others: dict[int, str] = {}
    for column, text in enumerate(line):
        under = below[column] if column < len(below) else ""
        name = _name(under) or _name(text)
        if name and name not in columns.values():
            columns[column] = name
        elif text or under:
            others[column] = under or text
    titles = list(dict.fromkeys(text for above in lines[:at] for text in above if text))
    return Head(at + (2 if below else 1), columns, titles, others)


def _continues(line: list[str], below: list[str]) -> bool:
    """Whether a second row belongs to the head: it says what parts 公开事项 or 公开方式 have."""
    return any(_name(text) and text not in line for text in below)


def _name(text: str) -> str:
    return _NAMES.get(_MARKS.sub("", text), "")


def unread(head: Head, lines: Iterable[tuple[int, list[str]]]) -> Iterator[Told]:
    """Columns that an entry has no place for, each with how many of its cells say something."""
    body = list(lines)
    for column, name in head.others.items():
        filled = [text for _, line in body if (text := line[column])]
        if filled:
            why = f"公开事项没有“{name}”这一项，{len(filled)} 格没有读入，第一格"
            yield Told(f"{letters(column)}列", why, filled[0])
