"""A made-up column to measure search on: sentences of the demonstration, names and numbers of its own."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

from gongkai.search import SearchDocument

PROJECT = Path(__file__).resolve().parents[2]
YEARS = range(2017, 2027)
TYPES = ("政策文件", "政策解读", "办事指南", "会议", "公开活动", "意见征集", "公开事项", "工作动态")
STATES = ("有效", "有效", "有效", "废止", "失效", "")
UNITS = [f"区{name}" for name in (
    "民政局", "教委", "住房城市建设委", "发展改革委", "市场监管局", "财政局", "卫生健康委", "人力社保局",
    "城市管理委", "交通委", "商务局", "文化和旅游局", "园林绿化局", "应急局", "司法局", "审计局",
    "统计局", "科学技术委",
)]  # fmt: skip
NAMES = {"区住房城市建设委": "区住建委 区房管局", "区民政局": "区民政局 区社会局", "区教委": "区教育委员会"}
FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红鑫宇浩然子轩梓涵欣怡思远"
PLACES = "京禾望槐金榆南桥新源德邻文苑长顺百合清和同悦安泽华盛东篱北辰福嘉木立春远山知味海棠云松柏青石玉泉"
TRADES = tuple(f"{name}有限公司" for name in ("餐饮", "商贸", "物业管理", "文化传播", "建筑工程", "信息技术"))
ENDS = ("通知", "意见", "办法", "方案", "公告", "情况", "问答")
LENGTH = 881
_MARKS = re.compile(r"[#*`|>\[\]_]|\(https?:[^)]*\)|^[-\d.]+ ", re.M)
_SENTENCE = re.compile(r"[^。！？；\n]{8,90}[。！？；]")


@dataclass(frozen=True)
class Column:
    """The documents, and the particulars written into them, by kind of particular."""

    documents: list[SearchDocument]
    particulars: dict[str, list[str]]


class Maker:
    """Draws everything from one seed, so that a column of one size is always the same."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        texts = [path.read_text("utf-8") for path in sorted((PROJECT / "content").rglob("*.md"))]
        bodies = [_MARKS.sub("", text.split("\n---\n", 1)[-1]) for text in texts]
        self.sentences = sorted({found for body in bodies for found in _SENTENCE.findall(body)})
        clauses = {clause for each in self.sentences for clause in re.split("[，。；！？]", each)}
        self.clauses = sorted(clause for clause in clauses if 4 <= len(clause) <= 30)
        self.particulars: dict[str, list[str]] = {}

    def document(self, number: int, count: int) -> SearchDocument:
        """The ``number``-th of ``count``; the years follow each other, the last one is under way."""
        chance = self.chance
        year = YEARS[min(len(YEARS) - 1, number * len(YEARS) // count)]
        unit = chance.choice(UNITS)
        kind = chance.choice(TYPES)
        lines: list[str] = []
        while sum(map(len, lines)) < LENGTH:
            lines.append("".join(self._sentence() for _ in range(chance.randint(1, 4))))
        return SearchDocument(
            url=f"items/{year}/no-{number}/",
            title=self._title(),
            number=f"示{unit[1]}发〔{year}〕{number % 3000 + 1}号" if kind in TYPES[:2] else "",
            text="\n".join(lines),
            type=kind,
            unit=unit,
            year=str(year),
            status=chance.choice(STATES) if kind in TYPES[:3] else "",
            date=f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            extra=NAMES.get(unit, unit),
        )

    def _title(self) -> str:
        beginning = self.chance.choice(("关于", "示例区", ""))
        return f"{beginning}{self.chance.choice(self.clauses)}{self.chance.choice(ENDS)}"

    def _sentence(self) -> str:
        chance = self.chance
        if chance.random() < 0.25:
            return self._particular()
        if chance.random() < 0.5:
            return str(chance.choice(self.sentences))
        return "，".join(chance.choices(self.clauses, k=chance.randint(2, 4))) + chance.choice("。。。；！")

    def _particular(self) -> str:
        chance = self.chance
        name = chance.choice(FAMILY) + "".join(chance.choices(GIVEN, k=chance.randint(1, 2)))
        firm = f"示例{''.join(chance.choices(PLACES, k=chance.choice((2, 4))))}{chance.choice(TRADES)}"
        house = f"{''.join(chance.choices(PLACES, k=2))}里{chance.randint(1, 60)}号楼"
        sum_ = f"{chance.randint(1, 99999)}.{chance.randint(0, 99):02}万元"
        phone = f"010-883{chance.randint(10000, 99999)}"
        project = f"DX-{chance.randint(2015, 2026)}-{chance.randint(1, 4999):04}"
        book = f"《{chance.choice(self.clauses)}规定》"
        kind, value, text = chance.choice((
            ("names", name, f"联系人{name}，电话{phone}。"),
            ("names", firm, f"中标单位为{firm}，合同额{sum_}。"),
            ("names", house, f"地点：{house}，共{chance.randint(2, 2000)}人。"),
            ("numbers", sum_, f"安排资金{sum_}（含税）。"),
            ("numbers", phone, f"咨询电话：{phone}；"),
            ("numbers", project, f"项目编号{project}，依据GB/T {chance.randint(1000, 29999)}执行。"),
            ("numbers", book, f"依据{book}第{chance.randint(1, 60)}条。"),
        ))  # fmt: skip
        self.particulars.setdefault(kind, []).append(value)
        return text


def make(count: int, seed: int = 1) -> Column:
    """``count`` documents over ten years, of some 881 characters each."""
    maker = Maker(seed)
    documents = [maker.document(number, count) for number in range(count)]
    return Column(documents, maker.particulars)
