"""The made-up dataset of scripts/bench-table, and questions to it with their answers by a full scan."""

from __future__ import annotations

import csv
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

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
TRADES = ("餐饮有限公司", "商贸有限公司", "大药房有限公司", "物业管理有限公司", "口腔门诊部", "文化传播有限公司",
          "便民超市", "建筑工程有限公司", "教育科技有限公司", "环境服务有限公司", "小吃店", "信息技术有限公司")  # fmt: skip
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
Row = tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """What is asked, as the address of the view, and the right answer: how many rows, and those of the page."""

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
    (root / "data/units").mkdir(parents=True)
    for number, unit in enumerate(UNITS):
        (root / f"data/units/danwei-{number}.yml").write_text(f"名称: {unit}\n", "utf-8")
    rows: list[Row] = []
    for place, year in enumerate(YEARS):
        share = count * (place + 1) // len(YEARS) - count * place // len(YEARS)
        days = sorted(f"{year}-{chance.randint(1, 11 if year == 2026 else 12):02d}-{chance.randint(1, 20):02d}"
                      for _ in range(share))  # fmt: skip
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


def _row(chance: random.Random, parties: list[tuple[str, str]], year: int, number: int, day: str) -> Row:
    # a few are inspected often, most once or twice
    name, code = parties[int(len(parties) * chance.random() ** 1.6)]
    unit = min(int(chance.expovariate(0.35)), len(UNITS) - 1)
    item = ITEMS[(unit + int(chance.expovariate(0.8))) % len(ITEMS)]
    fact = f"检查{item}有关的制度、记录和现场，抽查第{chance.randint(1, 40)}项至第{chance.randint(41, 90)}项，随机抽取人员{chance.randint(2, 6)}名"
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
    """Filters alone and together, pages deep inside, words common and rare, numbers, codes, other forms of writing."""
    asked: list[tuple[str, dict[str, str | int], Callable[[Row], bool]]] = []

    def add(label: str, fits: Callable[[Row], bool], **search: str | int) -> None:
        asked.append((label, search, fits))

    add("全部", lambda row: True)
    add("全部，最旧的在前", lambda row: True, sort="检查日期")
    add("全部，第 9000 页", lambda row: True, page=min(9000, len(rows) // PAGE // 2))
    for year in (2020, 2023, 2026):
        add(f"{year}年", lambda row, y=str(year): row[7].startswith(y), year=year)
    for unit in (UNITS[0], UNITS[5], UNITS[10], UNITS[13]):
        add(unit, lambda row, u=unit: row[8] == u, 检查机关=unit)
        add(
            f"{unit} 2024年",
            lambda row, u=unit: row[8] == u and row[7] < "2025" and row[7] > "2024",
            检查机关=unit,
            year=2024,
        )
        add(f"{unit} 最旧在前", lambda row, u=unit: row[8] == u, 检查机关=unit, sort="检查日期")
        for item in (ITEMS[2], ITEMS[7]):
            add(
                f"{unit} {item}",
                lambda row, u=unit, i=item: row[8] == u and row[3] == i,
                检查机关=unit,
                抽查事项=item,
            )
    for item in ITEMS[::3]:
        add(item, lambda row, i=item: row[3] == i, 抽查事项=item)
        add(
            f"{item} 第 40 页",
            lambda row, i=item: row[3] == i,
            抽查事项=item,
            page=40 if len(rows) > 100_000 else 2,
        )
    for place in (7, len(rows) // 3, len(rows) - 5):
        row = rows[place]
        word, code = row[1][2:6], row[2]
        add(f"四字 {word}", lambda r, w=word: w in r[1], q=word)
        add(f"四字 {word} 2025年", lambda r, w=word: w in r[1] and r[7].startswith("2025"), q=word, year=2025)
        add(
            f"四字 {word} {UNITS[0]}",
            lambda r, w=word: w in r[1] and r[8] == UNITS[0],
            q=word,
            检查机关=UNITS[0],
        )
        add(f"全名 {row[1][:9]}", lambda r, n=row[1]: n in r[1], q=row[1])
        add(f"编号 {row[0]}", lambda r, n=row[0]: r[0] == n, q=row[0])
        add(f"编号末几位 {row[0][7:13]}", lambda r, n=row[0][-7:]: r[0].endswith(n), q=row[0][7:13])
        add(f"代码 {code}", lambda r, c=code: r[2] == c, q=code)
    add("两字 海棠", lambda r: "海棠" in r[1], q="海棠")
    add("两字 京禾 升序", lambda r: "京禾" in r[1], q="京禾", sort="检查日期")
    add("繁体 藥房", lambda r: "药房" in r[1], q="藥房")
    add("全角括号 （海棠", lambda r: "（海棠" in r[1], q="(海棠")
    add("两个词 云松 超市", lambda r: "云松" in r[1] and "超市" in r[1], q="云松 超市")
    add("一个字 棠", lambda r: "棠" in r[1], q="棠")
    add("极常见 有限公司", lambda r: "有限公司" in r[1], q="有限公司")
    add(
        "极常见 有限公司 2026年",
        lambda r: "有限公司" in r[1] and r[7].startswith("2026"),
        q="有限公司",
        year=2026,
    )
    add("常见 小吃店 单位", lambda r: "小吃店" in r[1] and r[8] == UNITS[3], q="小吃店", 检查机关=UNITS[3])
    add(
        "极常见 有限公司 单位",
        lambda r: "有限公司" in r[1] and r[8] == UNITS[6],
        q="有限公司",
        检查机关=UNITS[6],
    )
    add("没有的词", lambda r: False, q="没有这家")
    assert all(unicodedata.normalize("NFC", row[1]) == row[1] for row in rows[:100])
    return [_question(rows, *each) for each in asked]


def _question(
    rows: list[Row], label: str, search: dict[str, str | int], fits: Callable[[Row], bool]
) -> Question:
    found = [row[0] for row in rows if fits(row)]
    if "sort" not in search:
        found.reverse()
    start = (int(search.get("page", 1)) - 1) * PAGE
    address = f"?{urlencode(search)}" if search else ""
    return Question(label, address, len(found), found[start : start + PAGE])
