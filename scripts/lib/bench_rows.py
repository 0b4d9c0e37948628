"""The made-up dataset of scripts/bench table, and questions to it with their answers by a full scan."""

from __future__ import annotations

import csv
import random
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

PROJECT = Path(__file__).resolve().parents[2]
DATE, SLUG = "2026-11-21", "jiancha"
YEARS = range(2020, 2027)
PAGE = 20
UNITS = [f"区{name}" for name in (
    "市场监管局", "卫生健康委", "城管执法局", "应急管理局", "文化和旅游局", "住房城市建设委", "生态环境局",
    "人力社保局", "教委", "商务局", "交通委", "园林绿化局", "水务局", "民政局",
)]  # fmt: skip
ITEMS = (
    "食品经营",
    "登记事项",
    "药品经营",
    "公共场所卫生",
    "市容环境",
    "安全生产",
    "文化市场",
    "施工扬尘",
    "用工",
    "消防",
)
RESULTS = ("未发现问题",) * 6 + ("发现问题已责令改正", "发现问题待后续处理", "无法联系")
PLACES = "京禾望槐金榆南桥新源德邻文苑长顺百合清和同悦安泽华盛东篱北辰福嘉木立春远山知味海棠云松柏青石玉泉"
TRADES = (
    "餐饮有限公司", "商贸有限公司", "大药房有限公司", "物业管理有限公司", "口腔门诊部", "文化传播有限公司",
    "便民超市", "建筑工程有限公司", "教育科技有限公司", "环境服务有限公司", "小吃店", "信息技术有限公司",
)  # fmt: skip
HEAD = (
    "检查编号",
    "检查对象名称",
    "统一社会信用代码",
    "抽查事项",
    "检查内容",
    "检查依据",
    "检查结果",
    "检查日期",
    "检查机关",
)
PACKAGE = """\
标题: 行政检查记录（测速用）
类别: 双随机检查
单位: [区市场监管局]
依据: [测速]
更新周期: 每月
发布日期: 2020-02-01
更新日期: 2026-11-20
示例: 是
字段:
  - {名称: 检查编号, 说明: 编号, 用途: 编号, 必填: 是}
  - {名称: 检查对象名称, 说明: 名称, 用途: 名称, 必填: 是}
  - {名称: 统一社会信用代码, 说明: 代码, 类型: 统一社会信用代码}
  - {名称: 抽查事项, 说明: 事项, 用途: 筛选, 必填: 是}
  - {名称: 检查内容, 说明: 内容, 必填: 是}
  - {名称: 检查依据, 说明: 依据, 必填: 是}
  - {名称: 检查结果, 说明: 结果, 必填: 是}
  - {名称: 检查日期, 说明: 日期, 类型: 日期, 用途: 时间, 必填: 是}
  - {名称: 检查机关, 说明: 单位, 用途: 单位, 必填: 是}
"""
NUMBER, NAME, CODE, ITEM, DAY, UNIT = (HEAD[place] for place in (0, 1, 2, 3, 7, 8))
#: stands for the name where two words are looked for in it
TRADE = "名称里的另一个词"
Row = tuple[str, ...]
#: what the line says, the parameters of the view, and which part must stand in which column
Asked = tuple[str, Mapping[str, str | int], Mapping[str, str]]


@dataclass(frozen=True)
class Question:
    """What is asked, as the address of the view, and the answer: how many rows, the numbers on the page."""

    label: str
    search: str
    total: int
    numbers: list[str]


def make(root: Path, count: int) -> list[Row]:
    """Write the folder of a column with ``count`` rows, always the same; gives them, the oldest first."""
    chance = random.Random(20261121)
    parties = _parties(chance, max(20, count * 83_672 // 453_518))
    folder = root / "data/datasets" / SLUG
    folder.mkdir(parents=True)
    (folder / "datapackage.yml").write_text(PACKAGE, "utf-8")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "data/units").mkdir(parents=True)
    for number, unit in enumerate(UNITS):
        (root / f"data/units/danwei-{number}.yml").write_text(f"名称: {unit}\n", "utf-8")
    rows: list[Row] = []
    for place, year in enumerate(YEARS):
        share = count * (place + 1) // len(YEARS) - count * place // len(YEARS)
        days = sorted(_day(chance, year) for _ in range(share))
        found = [_row(chance, parties, year, number, day) for number, day in enumerate(days, 1)]
        with (folder / f"{year}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEAD, *found])
        rows += found
    return rows


def _parties(chance: random.Random, count: int) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    while len(found) < count:
        word = "".join(chance.choice(PLACES) for _ in range(chance.randint(2, 4)))
        branch = f"（{chance.choice(PLACES)}{chance.choice(PLACES)}店）" if chance.random() < 0.15 else ""
        name = f"示例{word}{chance.choice(TRADES)}{branch}"
        found.setdefault(name, _code(len(found)))
    return list(found.items())


def _code(number: int) -> str:
    """A credit code with a right check digit, in a district that does not exist."""
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    base = f"91110199MA{number:07d}"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    total = sum(signs.index(sign) * weight for sign, weight in zip(base, weights, strict=True))
    return base + signs[(31 - total) % 31]


def _day(chance: random.Random, year: int) -> str:
    """A day of a year that is over on the day of the build."""
    return f"{year}-{chance.randint(1, 10 if year == YEARS[-1] else 12):02d}-{chance.randint(1, 28):02d}"


def _row(chance: random.Random, parties: list[tuple[str, str]], year: int, number: int, day: str) -> Row:
    # a few are inspected often, most once or twice
    name, code = parties[int(len(parties) * chance.random() ** 1.6)]
    unit = min(int(chance.expovariate(0.35)), len(UNITS) - 1)
    item = ITEMS[(unit + int(chance.expovariate(0.8))) % len(ITEMS)]
    parts = f"第{chance.randint(1, 40)}项至第{chance.randint(41, 90)}项"
    fact = f"检查{item}有关的制度、记录和现场，抽查{parts}，随机抽取人员{chance.randint(2, 6)}名"
    basis = f"{item}监督检查办法（示例）第{chance.randint(3, 60)}条，年度抽查计划第{chance.randint(1, 30)}号"
    return (
        f"示检〔{year}〕{number:06d}号",
        name,
        code,
        item,
        fact,
        basis,
        chance.choice(RESULTS),
        day,
        UNITS[unit],
    )


def questions(rows: list[Row]) -> list[Question]:
    """Filters alone and together, pages deep inside, words common and rare, numbers, codes, other writing."""
    asked = [*_filters(len(rows)), *_searches(rows), *_words()]
    return [_question(rows, *each) for each in asked]


def _filters(count: int) -> Iterator[Asked]:
    deep = 40 if count > 100_000 else 2
    yield "全部", {}, {}
    yield "全部，最旧的在前", {"sort": DAY}, {}
    yield "全部，很后的一页", {"page": count // PAGE // 2}, {}
    for year in (2020, 2023, 2026):
        yield f"{year}年", {"year": year}, {DAY: f"{year}-"}
    for unit in UNITS[0], UNITS[5], UNITS[10], UNITS[13]:
        yield unit, {UNIT: unit}, {UNIT: unit}
        yield f"{unit} 2024年", {UNIT: unit, "year": 2024}, {UNIT: unit, DAY: "2024-"}
        yield f"{unit} 最旧的在前", {UNIT: unit, "sort": DAY}, {UNIT: unit}
        for item in (ITEMS[2], ITEMS[7]):
            yield f"{unit} {item}", {UNIT: unit, ITEM: item}, {UNIT: unit, ITEM: item}
    for item in ITEMS[::3]:
        yield item, {ITEM: item}, {ITEM: item}
        yield f"{item} 第 {deep} 页", {ITEM: item, "page": deep}, {ITEM: item}


def _searches(rows: list[Row]) -> Iterator[Asked]:
    for number, name, code, *_ in (rows[7], rows[len(rows) // 3], rows[-5]):
        word, running = name[2:6], number[8:14]
        yield f"四字 {word}", {"q": word}, {NAME: word}
        yield f"四字 {word} 2025年", {"q": word, "year": 2025}, {NAME: word, DAY: "2025-"}
        yield f"四字 {word} {UNITS[0]}", {"q": word, UNIT: UNITS[0]}, {NAME: word, UNIT: UNITS[0]}
        yield f"全名 {name[:9]}", {"q": name}, {NAME: name}
        yield f"编号 {number}", {"q": number}, {NUMBER: number}
        yield f"编号的数字 {running}", {"q": running}, {NUMBER: running}
        yield f"代码 {code}", {"q": code}, {CODE: code}


def _words() -> Iterator[Asked]:
    yield "两字 海棠", {"q": "海棠"}, {NAME: "海棠"}
    yield "两字 京禾 最旧的在前", {"q": "京禾", "sort": DAY}, {NAME: "京禾"}
    yield "繁体 藥房", {"q": "藥房"}, {NAME: "药房"}
    yield "半角括号 (海棠", {"q": "(海棠"}, {NAME: "（海棠"}
    yield "两个词 云松 超市", {"q": "云松 超市"}, {NAME: "云松", TRADE: "超市"}
    yield "一个字 棠", {"q": "棠"}, {NAME: "棠"}
    yield "极常见 有限公司", {"q": "有限公司"}, {NAME: "有限公司"}
    yield "极常见 有限公司 第 500 页", {"q": "有限公司", "page": 500}, {NAME: "有限公司"}
    yield "极常见 有限公司 2026年", {"q": "有限公司", "year": 2026}, {NAME: "有限公司", DAY: "2026-"}
    yield "常见 小吃店 一个单位", {"q": "小吃店", UNIT: UNITS[3]}, {NAME: "小吃店", UNIT: UNITS[3]}
    yield "极常见 有限公司 一个单位", {"q": "有限公司", UNIT: UNITS[6]}, {NAME: "有限公司", UNIT: UNITS[6]}
    yield "没有的词", {"q": "没有这家"}, {NAME: "没有这家"}


def _question(
    rows: list[Row], label: str, search: Mapping[str, str | int], parts: Mapping[str, str]
) -> Question:
    """The answer by looking at every row for every part in its column."""
    wanted = [(HEAD.index(NAME if column == TRADE else column), part) for column, part in parts.items()]
    found = [row[0] for row in rows if all(part in row[place] for place, part in wanted)]
    if "sort" not in search:
        found.reverse()
    page = min(int(search.get("page", 1)), max(1, -(-len(found) // PAGE)))
    start = (page - 1) * PAGE
    address = f"?{urlencode(search)}" if search else ""
    return Question(label, address, len(found), found[start : start + PAGE])
