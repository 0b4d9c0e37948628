"""Blocks → what each of them is in an official document: head, number, title, addressee, signature, imprint.

The order of reading is that of GB/T 9704—2012; every part says where it was taken, so that it can be shown.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from gongkai.desk.word.blocks import Block, Paragraph, Table
from gongkai.text import style


class Role(Enum):
    """What a block is; ``value`` is the word editors know it by."""

    HEAD = "红头"
    NUMBER = "发文字号"
    TITLE = "标题"
    CONTENTS = "目录"
    ADDRESSEE = "主送机关"
    TEXT = "正文"
    LISTING = "附件说明"
    SIGNATURE = "落款"
    ATTACHED = "附件"
    PRINTED = "所印发文件的标题"
    NOTE = "附注"
    OPENNESS = "公开方式"
    IMPRINT = "版记"
    EMPTY = "空行"


#: what the page says elsewhere: not in the text
OUT = frozenset((Role.HEAD, Role.NUMBER, Role.TITLE, Role.CONTENTS, Role.OPENNESS, Role.IMPRINT, Role.EMPTY))


@dataclass
class Parts:
    """The blocks of a file with their roles, and what was read from them."""

    blocks: list[Block]
    roles: list[Role] = field(default_factory=list)
    title: str = ""
    number: str = ""
    issuers: list[str] = field(default_factory=list)
    made_on: dt.date | None = None
    listed: list[str] = field(default_factory=list)
    #: the title of the document that is printed inside, and the name a notice gives it where they differ
    printed: str = ""
    unmatched: str = ""
    #: what was meant as the number, as the day: nobody can say which it is
    like_number: str = ""
    like_day: str = ""
    #: key → where it was read
    places: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.roles = [Role.TEXT if filled(block) else Role.EMPTY for block in self.blocks]

    def free(self, start: int = 0, stop: int | None = None) -> Iterator[int]:
        """The blocks that are still plain text."""
        end = len(self.blocks) if stop is None else stop
        return (at for at in range(max(start, 0), end) if self.roles[at] is Role.TEXT)

    def take(self, at: int, role: Role) -> None:
        """Says what a block is; remembers the first place of each."""
        self.roles[at] = role
        self.places.setdefault(role.value, self.blocks[at].place)

    @property
    def text(self) -> list[tuple[Block, Role]]:
        """What goes into the record's text."""
        return [(block, role) for block, role in zip(self.blocks, self.roles, strict=True) if role not in OUT]


def filled(block: Block) -> bool:
    """Whether anything stands in a block."""
    if isinstance(block, Table):
        return any(filled(each) for each in block.paragraphs)
    return bool(block.text.strip() or any(run.picture or run.note for run in block.runs))


def lines(block: Block) -> list[str]:
    """The lines of a block without white space around them: those of each cell."""
    paragraphs = list(block.paragraphs) if isinstance(block, Table) else [block]
    found = (line.strip() for each in paragraphs for line in each.text.split("\n"))
    return [line for line in found if line]


def squashed(text: str) -> str:
    """Without any white space."""
    return re.sub(r"\s", "", text)


def one_line(block: Block) -> str:
    """All words of a block without white space."""
    return squashed("".join(lines(block)))


def centred(block: Block) -> bool:
    """Set in the middle: by its property, or by spaces before it."""
    if isinstance(block, Table):
        return False
    return block.align == "center" or style.indent(block.own) >= 8


def organs(text: str) -> list[str]:
    """The names of offices that a line consists of; none where it says anything else."""
    plain = re.sub(r"[（(](?:代章|盖章|印章|章)[）)]", "", text).strip()
    names = [each for each in re.split(r"[\s、]+", plain) if each]
    if names and all(style.is_issuer(each) for each in names):
        return names
    whole = squashed(plain)
    return [whole] if style.is_issuer(whole) else []


def is_plain(block: Block) -> bool:
    """A paragraph of running text, no table."""
    return isinstance(block, Paragraph)


def day_lines(block: Block) -> list[str]:
    """The lines of a signature, offices that stand side by side each on its own."""
    return [name for line in lines(block) for name in _beside(line)]


def _beside(line: str) -> list[str]:
    """Names that spaces part, each on its own; what a 、 joins stays as it is written."""
    names = organs(line)
    return names if len(names) > 1 and "、" not in line else [" ".join(line.split())]
