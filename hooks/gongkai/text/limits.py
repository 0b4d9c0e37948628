"""How long a text may be, and how many of one symbol it may have: what is beyond is not read, but refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from gongkai.text.blocks import Block, Kind, walk
from gongkai.text.results import Fault

MAX_BODY = 300_000
MAX_LINE = 20_000
MAX_SYMBOLS = 2_000
_SYMBOLS = "[(*_<`"
_LONG = re.compile(r"[^\n]{2001}")
#: symbols times length: the inline parser may look at the rest of a paragraph for each of them
_COSTS = (("[", 1_000_000), ("\\`*_<&", 20_000_000))


def beyond(body: str) -> Iterator[Fault]:
    """What would take too long to read, told without reading it."""
    if len(body) > MAX_BODY:
        yield Fault(
            "long-text", 0, 1,
            f"正文有 {len(body)} 字，超过 {MAX_BODY} 字（原因：过长的网页打不开，也无法阅读）",
            "分成几篇，或把数据改为附件",
        )  # fmt: skip
    elif len(body) > MAX_SYMBOLS and _LONG.search(body):
        yield from _lines(body)


def _lines(body: str) -> Iterator[Fault]:
    for at, line in enumerate(body.split("\n")):
        if len(line) > MAX_LINE:
            yield Fault(
                "long-line", at, MAX_LINE + 1,
                f"这一行有 {len(line)} 字，超过 {MAX_LINE} 字（原因：过长的一行无法排版和核对）",
                "按段落分行；表格数据改为附件",
            )  # fmt: skip
        for symbol in _SYMBOLS:
            count = line.count(symbol) if len(line) > MAX_SYMBOLS else 0
            if count > MAX_SYMBOLS:
                message = f"这一行有 {count} 个“{symbol}”，超过 {MAX_SYMBOLS} 个"
                yield _many(at, message, line.index(symbol))


def costly(body: str, read: Callable[[], list[Block]]) -> Iterator[Fault]:
    """Where marks of long paragraphs would take too long to be told apart; ``read`` gives the blocks."""
    over = [(symbols, most) for symbols, most in _COSTS if _cost(body, symbols) > most]
    if not over:
        return
    total = dict.fromkeys(_COSTS, 0)
    for block in walk(read()):
        if block.kind in (Kind.CODE, Kind.HTML):
            continue
        for at, text in enumerate(block.text.split("\n") if block.kind is Kind.TABLE else [block.text]):
            for symbols, most in over:
                total[symbols, most] += _cost(text, symbols)
                if total[symbols, most] > most * 2 or _cost(text, symbols) > most:
                    shown = "、".join(f"“{symbol}”" for symbol in symbols)
                    yield _many(block.line + at, f"到这一段为止，{shown} 一类符号太多", 0)
                    return


def _cost(text: str, symbols: str) -> int:
    return len(text) * sum(map(text.count, symbols))


def _many(line: int, message: str, column: int) -> Fault:
    return Fault(
        "repeated-symbol", line, column + 1, f"{message}（原因：转换会耗时过长）",
        "删去多余的符号；数据改为表格或附件",
    )  # fmt: skip
