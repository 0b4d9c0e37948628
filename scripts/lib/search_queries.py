"""Queries as citizens type them, drawn from a column: 22 kinds, some 300, the same for the same seed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from opencc import OpenCC

MARKS = "，。：；、！？（）“”"
NUMBER = re.compile(r"\d{3,}")
LATIN = re.compile(r"[A-Za-z][A-Za-z/0-9. -]{1,8}\d|GB/T|\d+\.\d+|[A-Z]{2}-\d{4}")
CITIZENS = (
    "养老", "低保", "电梯", "加装电梯", "停车", "停车费", "幼儿园", "入学", "公租房",
    "营业执照", "开公司", "残疾人", "补贴", "物业费", "老旧小区", "垃圾分类", "医保", "社保",
    "就业", "创业", "房屋", "拆迁", "供暖", "噪音", "宠物", "居住证", "退休",
    "结婚登记", "生育", "疫苗", "食品安全", "投诉", "信访", "公示", "招标", "预算",
    "决算", "年报", "公报", "信息公开", "依申请公开", "征求意见", "听证", "常务会议", "重点工作",
    "政府采购", "双随机", "行政处罚", "收费", "电话",
)  # fmt: skip
#: written by letters: what is meant, in pinyin and by initials
PINYIN = ("laojiuxiaoqu", "jiazhuangdianti", "minzhengju", "yanglao")
INITIALS = ("ljxq", "jzdt", "mzj", "xxgk")

#: of queries that are found nowhere: a character wrong, left out, two turned round, a word that is another
MISTAKES = ("wrong character", "left out", "turned round", "another word")


class Query(NamedTuple):
    """``kind`` says how it was drawn; only those of an ``exact`` kind have one right answer."""

    text: str
    kind: str

    @property
    def exact(self) -> bool:
        return self.kind not in {"typo", "pinyin", "initials"}


class Drawer:
    """Draws from the documents of one column (``documents``, ``particulars``)."""

    def __init__(self, column: Any, seed: int) -> None:
        self.documents, self.particulars = column.documents, column.particulars
        self.chance = random.Random(seed)
        self.traditional = OpenCC("s2t").convert

    def line(self) -> str:
        lines = self.chance.choice(self.documents).text.split("\n")
        return str(self.chance.choice([line for line in lines if len(line) > 20] or lines))

    def piece(self, least: int, most: int, text: str = "") -> str:
        """A piece without white space or marks that break it."""
        for _ in range(200):
            source = text or self.line()
            start = self.chance.randrange(max(1, len(source) - least))
            found = source[start : start + self.chance.randint(least, most)]
            if len(found) >= least and not re.search(rf"[\s{MARKS}《》]", found):
                return found
        return source[:least]

    def title(self) -> str:
        return str(self.chance.choice(self.documents).title)

    def marked(self) -> str:
        """A piece with a mark inside."""
        line = self.line()
        places = [m.start() for m in re.finditer("[，、：；（]", line) if 2 <= m.start() < len(line) - 3]
        at = self.chance.choice(places or [4])
        return re.sub(r'\s|["“”„‟＂]', "", line[max(0, at - 4) : at + self.chance.randint(3, 5)])

    def over_comma(self) -> str:
        """What stands on both sides of a comma, without it: nobody wrote that."""
        line = self.line()
        places = [m.start() for m in re.finditer("[，、：]", line) if 3 <= m.start() < len(line) - 4]
        at = self.chance.choice(places or [4])
        return re.sub(r'\s|["“”„‟＂]', "", line[at - 2 : at] + line[at + 1 : at + 3])

    def absent(self) -> str:
        """Two usual words that most likely never stand together."""
        return self.piece(2, 2) + self.piece(2, 2)

    def number_part(self) -> str:
        """The first or last digits of a number, with or without what stands before."""
        found = None
        while not found:
            line = self.line()
            found = self.chance.choice(list(NUMBER.finditer(line)) or [None])
        begin = found.start() - self.chance.randint(0, 2)
        first = line[max(0, begin) : found.end() - 1]
        return re.sub(r'[\s"“”]', "", self.chance.choice((first, found[0][1:])))

    def latin(self) -> str:
        found = None
        while not found:
            found = LATIN.search(self.line())
        return found[0].strip()

    def document_number(self) -> str:
        numbered = [d.number for d in self.documents if d.number]
        number = str(self.chance.choice(numbered))
        pair = self.chance.choice(("〔〕", "[]", "()", "（）", "【】", "［］", "《》", "〈〉"))
        return number.replace("〔", pair[0]).replace("〕", pair[1])

    def terms(self) -> str:
        document = self.chance.choice(self.documents)
        sources = [document.title, *document.text.split("\n")]
        return " ".join(
            self.piece(2, 4, self.chance.choice(sources)) for _ in range(self.chance.randint(2, 3))
        )

    def common(self) -> str:
        lines = [line for document in self.documents[:200] for line in document.text.split("\n")]
        counted = Counter(line[i : i + 2] for line in lines for i in range(len(line) - 1))
        words = [word for word, _ in counted.most_common(60) if re.fullmatch("[\u4e00-\u9fff]{2}", word)]
        return str(self.chance.choice(words))

    def wide(self) -> str:
        found = self.number_part() if self.chance.random() < 0.5 else self.latin()
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in found)

    def typo(self) -> str:
        word = self.piece(4, 6, self.title())
        at = self.chance.randrange(len(word))
        return word[:at] + self.piece(1, 1) + word[at + 1 :]

    def damaged(self) -> tuple[str, str, str]:
        """A piece of a title with one mistake, how it was made, and the piece as it stands there."""
        kind = self.chance.choice(MISTAKES)
        piece = self.piece(4, 8, self.title()) if kind != MISTAKES[-1] else self.piece(6, 10, self.title())
        at = self.chance.randrange(len(piece) - 1)
        other = {
            "wrong character": lambda: piece[:at] + self.piece(1, 1) + piece[at + 1 :],
            "left out": lambda: piece[:at] + piece[at + 1 :],
            "turned round": lambda: piece[:at] + piece[at + 1] + piece[at] + piece[at + 2 :],
            "another word": lambda: piece[:at] + self.piece(2, 2) + piece[at + 2 :],
        }
        return other[kind](), kind, piece


def draw(column: Any, seed: int, share: float = 1.0) -> list[Query]:
    """Some 300 queries; ``share`` of each kind (at least two)."""
    drawer = Drawer(column, seed)
    found: dict[str, Query] = {}
    for kind, count, make in _kinds(drawer):
        wanted, tries = max(2, round(count * share)), 0
        while wanted and tries < 50 * count:
            tries += 1
            text = make().strip()
            if text and text not in found:
                found[text] = Query(text, kind)
                wanted -= 1
    fixed = CITIZENS[: max(2, round(len(CITIZENS) * share))]
    for kind, texts in (("citizens' words", fixed), ("pinyin", PINYIN), ("initials", INITIALS)):
        for text in texts:
            found.setdefault(text, Query(text, kind))
    return list(found.values())


def _kinds(drawer: Drawer) -> Iterator[tuple[str, int, Callable[[], str]]]:
    yield "title words", 20, lambda: drawer.piece(2, 6, drawer.title())
    yield "whole titles", 12, drawer.title
    yield "body", 35, lambda: drawer.piece(2, 8)
    yield "long", 9, lambda: drawer.piece(10, 18)
    yield "mark inside", 12, drawer.marked
    yield "over a comma", 8, drawer.over_comma
    yield "names", 18, lambda: drawer.chance.choice(drawer.particulars["names"])
    yield "numbers", 19, lambda: drawer.chance.choice(drawer.particulars["numbers"])
    yield "document numbers", 24, drawer.document_number
    yield "terms", 24, drawer.terms
    yield "quoted", 10, lambda: f"“{drawer.piece(3, 8)}”"
    yield "common words", 12, drawer.common
    yield "absent", 16, drawer.absent
    yield "part of a number", 15, drawer.number_part
    yield "one character", 5, lambda: drawer.piece(1, 1)
    yield "full width", 7, drawer.wide
    yield "Latin, digits, signs", 8, drawer.latin
    yield "traditional", 12, lambda: drawer.traditional(drawer.piece(3, 6))
    yield "typo", 11, drawer.typo
