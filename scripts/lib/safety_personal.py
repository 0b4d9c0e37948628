"""Sets of personal numbers and of their look-alikes, and how many of each the finder tells rightly.

A spelling is written as a reader sees it: ``#`` stands for the next digit. The first seed was tuned on; the
second seed and the files ``…-held.txt`` were not looked at while the finder was made.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from stdnum import luhn
from stdnum.cn import ric, uscc

from gongkai.common.personal import is_serial, numbers

LABEL = "个人号码"
SETS = Path(__file__).parents[2] / "tests/common/personal"
SEEDS = (20261121, 7)
Rng = random.Random

#: written with other digits: the whole number, whatever its kind
DIGITS = {
    "full width": "０１２３４５６７８９", "Chinese": "〇一二三四五六七八九",
    "Chinese zero": "零一二三四五六七八九",
    "financial": "零壹贰叁肆伍陆柒捌玖", "circled": "⓪①②③④⑤⑥⑦⑧⑨", "mathematical": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "monospace": "𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿", "Arabic": "٠١٢٣٤٥٦٧٨٩", "telephone": "〇幺二三四五六七八九",
    "alike": "OI23456789", "alike small": "ol23456789",
}  # fmt: skip


def spellings(section: str) -> list[str]:
    """The lines of a section of ``spellings.txt``."""
    part = (SETS / "spellings.txt").read_text("utf-8").split(f"[{section}]\n")[1].split("\n[")[0]
    return [_written(line) for line in part.splitlines()]


def _written(line: str) -> str:
    """A line with what its signs for line breaks, tabs and unseen letters stand for."""
    text = line.replace(r"\n", "\n").replace(r"\t", "\t")
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


def mobile(rng: Rng) -> str:
    """A made-up mobile number."""
    return "1" + str(rng.randint(3, 9)) + "".join(str(rng.randint(0, 9)) for _ in range(9))


def identity(rng: Rng) -> str:
    """A made-up identity number of an adult, with its check digit."""
    region = rng.choice(["110101", "110105", "310104", "440524", "130203", "370102", "513022", "650102"])
    day = f"{rng.randint(1935, 2007)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    body = f"{region}{day}{rng.randint(1, 999):03}"
    return body + ric.calc_check_digit(body + "0")


def card(rng: Rng) -> str:
    """A made-up bank card of nineteen digits, with its check digit."""
    body = rng.choice(["622202", "621700", "622848", "623058", "621226"])
    body += "".join(str(rng.randint(0, 9)) for _ in range(12))
    return body + luhn.calc_check_digit(body)


def credit_code(rng: Rng) -> str:
    """A made-up 统一社会信用代码 with its check sign; half of them have digits only."""
    signs = "0123456789" if rng.random() < 0.5 else "0123456789ABCDEFGHJKLMNPQRTUWXY"
    while True:
        body = "91110105" + "".join(rng.choice(signs) for _ in range(9))
        code: str = body + uscc.calc_check_digit(body)
        if signs != "0123456789" or code.isdigit():
            return code


def dated_serial(rng: Rng) -> str:
    """Eighteen digits of district, day and number that pass the check of an identity number by chance."""
    day = f"{rng.randint(2015, 2026)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    body = f"110105{day}{rng.randint(0, 999):03}"
    return body + ric.calc_check_digit(body + "0")


MAKERS: dict[str, Callable[[Rng], str]] = {
    "m": mobile, "i": identity, "c": card, "u": credit_code, "s": dated_serial,
}  # fmt: skip
_HOLE = re.compile(r"\{([micus])(?::([^}]*))?\}")


def spelt(pattern: str, number: str) -> str:
    """A number as a spelling has it."""
    signs = iter(number)
    return re.sub("(?<!&)#", lambda _: next(signs), pattern)


def filled(line: str, rng: Rng) -> str:
    """A line of a file of sentences, with made-up numbers in its places."""
    text = _written(line)
    return _HOLE.sub(
        lambda hole: (
            spelt(hole[2], MAKERS[hole[1]](rng)) if hole[2] and "#" in hole[2] else MAKERS[hole[1]](rng)
        ),
        text,
    )


def sentences(name: str, rng: Rng) -> Iterator[str]:
    """The sentences of a file beside the tests."""
    for line in (SETS / name).read_text("utf-8").splitlines():
        if not line.startswith("# 一行") and not line.startswith("# 留出"):
            yield filled(line, rng)


def planted(seed: int) -> Iterator[str]:
    """Texts with a personal number each: every spelling in three places, every kind of digit."""
    rng = random.Random(seed)
    places = spellings("句子")
    for section, maker in (("手机", mobile), ("身份证", identity), ("银行卡", card)):
        for spelling in spellings(section):
            for place in rng.sample(places, 3):
                yield place.replace("{}", spelt(spelling, maker(rng)))
        for signs in DIGITS.values():
            number = _with(signs, maker, rng)
            yield rng.choice(places).replace("{}", number)


def _with(signs: str, maker: Callable[[Rng], str], rng: Rng) -> str:
    """A number in other digits; letters for 1 and 0 need one of these in it."""
    while True:
        number = maker(rng)
        if "1" in number and number.count("0") + number.count("1") <= len(number) // 2:
            return number.translate(str.maketrans("0123456789", signs))


_AMOUNTS = (
    "总投资{}元", "投资额{}元。", "合计 {} 元", "支出{}万元", "{}元（含税）", "￥{}", "产值：{}元",
    "用电{}千瓦时", "人民币{}元整", "余额{}元",
)  # fmt: skip
_SERIALS = (
    "受理号：{}", "许可编号：{}", "案号 {}", "行政处罚决定书文号：{}", "办件编号{}，请保存", "登记编号：{}",
    "业务流水号 {}", "收件号：{}",
)  # fmt: skip
_CODES = (
    "统一社会信用代码：{}", "{}", "示例公司（{}）", "| 示例公司 | {} | 合格 |", "信用代码 {}",
    "纳税人识别号：{}",
)  # fmt: skip


def innocent(seed: int) -> Iterator[str]:
    """Texts without a personal number: what looks like one, and numbers of every other kind."""
    rng = random.Random(seed)
    for place in _AMOUNTS * 12:
        amount = mobile(rng)
        yield place.format(amount)
        yield place.format(f"{int(amount):,}")
    for place in _SERIALS * 20:
        yield place.format(dated_serial(rng))
    for place in _CODES * 25:
        yield place.format(credit_code(rng))
    for number in range(45):
        yield from _others(rng, number)


def _others(rng: Rng, number: int) -> Iterator[str]:
    year, month, day = rng.randint(2010, 2026), rng.randint(1, 12), rng.randint(1, 28)
    local = f"{rng.choice('68')}{rng.randint(10**6, 10**7 - 1)}"
    yield f"示政办发〔{year}〕{number + 1}号"
    yield f"索引号：110105000/{year}-{rng.randint(0, 99999):05}"
    yield f"东经{rng.uniform(73, 135):.11f}，北纬{rng.uniform(18, 53):.11f}"
    yield f"ISBN 978-7-{rng.randint(1000, 9999)}-{rng.randint(1000, 9999)}-{rng.randint(0, 9)}"
    yield f"项目代码 {year}-110105-{rng.randint(10, 99)}-03-{rng.randint(0, 999999):06}"
    yield f"订单号 {year}{month:02}{day:02}{rng.randint(10**9, 10**10 - 1)}"
    yield f"电话 010-{local}、010-{local[:-1]}{number % 10}"
    yield f"电话 010-{local}转{rng.randint(1000, 9999)}，传真 {local}-{rng.randint(100, 999)}"
    yield f"https://www.example.gov.cn/art/{year}/{month}/{day}/art_{number}_{mobile(rng)}.html"
    yield f"手机 {mobile(rng)[:3]}****{rng.randint(1000, 9999)}"
    yield f"| {number} | {rng.randint(1300, 1999)} | {rng.randint(1000, 9999)} | {rng.randint(100, 999)} |"
    yield f"{year}-{month:02}-{day:02} {rng.randint(0, 23):02}:{rng.randint(0, 59):02}:00 至 {year + 1}-01-01"
    yield f"建字第110105{year}{rng.randint(0, 99999):05}号，面积 {rng.uniform(100, 20000):.2f} 平方米"


def measure(quick: bool = False) -> dict[str, int]:
    """How many planted numbers are missed, and how many innocent texts accused: tuned on, held out."""
    del quick  # a second or two
    counts: dict[str, int] = {}
    for label, seed, ending in (("", SEEDS[0], ""), ("held ", SEEDS[1], "-held")):
        bad, good = gathered(seed, ending)
        counts |= {
            f"{label}planted": len(bad),
            f"{label}missed": len(missed(bad)),
            f"{label}innocent": len(good),
            f"{label}false alarms": len(alarms(good)),
        }
    return counts


def gathered(seed: int, ending: str) -> tuple[list[str], list[str]]:
    """The planted and the innocent texts of a seed and of the files with an ending."""
    rng = random.Random(seed)
    bad = [*planted(seed), *sentences(f"planted{ending}.txt", rng)]
    return bad, [*innocent(seed), *sentences(f"innocent{ending}.txt", rng)]


def missed(texts: list[str]) -> list[str]:
    """The texts in which no number is found."""
    return [text for text in texts if not any(not is_serial(kind) for kind, _ in numbers(text))]


def alarms(texts: list[str]) -> list[str]:
    """The texts in which a number is taken for a person's."""
    return [text for text in texts if any(not is_serial(kind) for kind, _ in numbers(text))]


if __name__ == "__main__":
    for name, count in measure().items():
        print(f"{name}: {count}")
    bad_texts, good_texts = gathered(SEEDS[0], "")
    print(
        "\n".join(["missed:", *map(repr, missed(bad_texts)), "false alarms:", *map(repr, alarms(good_texts))])
    )
