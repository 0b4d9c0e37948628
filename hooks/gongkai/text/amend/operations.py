"""What an amendment does, as data: one operation for each thing it changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gongkai.text.amend.address import Address


class Act(Enum):
    """What an operation does; the value is the key editors write."""

    PUT = "改"
    ADD = "增"
    TAKE = "删"
    MOVE = "移"
    WORDS = "换"
    CLOSE_UP = "顺序"


@dataclass(frozen=True, slots=True)
class Operation:
    """One change of parts that have the numbers from before the amendment.

    ``text`` is the new part as written (改, 增), ``to`` its new number (移), ``after`` the article that an
    added one follows where its number does not say so, ``old`` and ``new`` the words of 换. ``at`` has one
    address, of 换 any number; none means the whole text. ``kept``: of 删, leave 〔已废止〕 in its place.
    """

    act: Act
    at: tuple[Address, ...] = ()
    text: str = ""
    to: Address | None = None
    after: Address | None = None
    old: str = ""
    new: str = ""
    kept: bool = False

    @property
    def words(self) -> str:
        """The operation in a few words: 改第三条, 删第七条第二款, 换“甲”为“乙”."""
        places = "、".join(each.words for each in self.at) or "全文"
        if self.act is Act.WORDS:
            return f"{places}换“{self.old}”为“{self.new}”"
        if self.act is Act.CLOSE_UP:
            return "条文顺序作相应调整"
        return f"{self.act.value}{places}{f'至{self.to.words}' if self.to else ''}"


@dataclass(frozen=True, slots=True)
class Remark:
    """An operation that was not applied, or not surely: why, in Chinese.

    ``applied``: it was, and an editor has to confirm it (words inside an article).
    """

    operation: Operation
    message: str
    applied: bool = False
