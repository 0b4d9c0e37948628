"""Texts that would take too long to convert."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.text.model import Fault

MAX_LINE = 20_000
MAX_SYMBOLS = 2_000
_SYMBOLS = "[(*_<`"
_MANY = re.compile(r"[^\n]{2001}")


def find(body: str) -> Iterator[Fault]:
    """Lines too long, or with too many of one symbol of the Markdown syntax."""
    if len(body) <= MAX_SYMBOLS or not _MANY.search(body):
        return
    for at, line in enumerate(body.split("\n")):
        if len(line) <= MAX_SYMBOLS:
            continue
        if len(line) > MAX_LINE:
            yield Fault(
                "long-line", at, MAX_LINE + 1,
                f"这一行有 {len(line)} 字，超过 {MAX_LINE} 字（原因：过长的一行无法排版和核对）",
                "按段落分行；表格数据改为附件",
            )  # fmt: skip
        for symbol in _SYMBOLS:
            count = line.count(symbol)
            if count > MAX_SYMBOLS:
                yield Fault(
                    "repeated-symbol", at, line.index(symbol) + 1,
                    f"这一行有 {count} 个“{symbol}”，超过 {MAX_SYMBOLS} 个（原因：转换会耗时过长）",
                    "删去多余的符号；数据改为表格或附件",
                )  # fmt: skip
