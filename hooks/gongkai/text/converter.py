"""A text → HTML with its headings and notes: one Markdown, used again for all that are not too long."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from gongkai.text.blocks import Kind, walk
from gongkai.text.markup import refuse_unsafe
from gongkai.text.parser import OfficialMarkdown
from gongkai.text.plain import plain_text
from gongkai.text.results import Converted, Fault, Heading, UnsafeText
from gongkai.text.scan import scan

#: extensions of Python-Markdown, and how they are told to work here
_SETTINGS: dict[str, dict[str, Any]] = {
    "footnotes": {"BACKLINK_TITLE": "回到正文的注释 {}"},
}
TAG_LIKE = re.compile(r"<[a-zA-Z/!?]")
_HEADING = re.compile(r'<h([2-6]) id="(h-\d+)">(.*?)</h\1>', re.DOTALL)
_ARTICLE = re.compile(r'<section class="article" id="([^"]+)">')
_MAX_BODY = 300_000
_MAX_LINE = 20_000
_MAX_SYMBOLS = 2_000
_SYMBOLS = "[(*_<`"
_LONG = re.compile(r"[^\n]{2001}")
#: symbols times length: the inline parser may look at the rest of a paragraph for each of them
_COSTS = (("[", 1_000_000), ("\\`*_<&", 20_000_000))


class Converter:
    """Turns texts into HTML."""

    def __init__(self) -> None:
        self._plain = _markdown()
        self._noted: OfficialMarkdown | None = None

    def convert(self, body: str, *, link: Callable[[str], str] | None = None) -> Converted:
        """The text as HTML; ``link`` gives each target its final form.

        Raises :class:`UnsafeText` for what find_faults would refuse, whoever calls.
        """
        fault = next(too_long(body), None)
        if fault:
            raise UnsafeText(fault.message)
        if "[^" not in body:
            md = self._plain
        else:
            md = self._noted = self._noted or _markdown("footnotes")
        md.reset()
        md.link = link or str
        html = md.convert(body)
        if TAG_LIKE.search(body):
            refuse_unsafe(html)
        headings = tuple(Heading(int(h[1]), h[2], plain_text(h[3])) for h in _HEADING.finditer(html))
        return Converted(html, headings, tuple(_ARTICLE.findall(html)))


def _markdown(*extensions: str) -> OfficialMarkdown:
    return OfficialMarkdown(
        extensions=extensions,
        extension_configs={name: _SETTINGS[name] for name in extensions},
        output_format="html",
    )


def anchors(body: str) -> frozenset[str]:
    """Every id a link may point to in a text, without converting it."""
    return frozenset(block.id for block in scan(body) if block.kind in (Kind.HEADING, Kind.ARTICLE))


def too_long(body: str) -> Iterator[Fault]:
    """A text or a line that would take too long to convert, or too many of one symbol in it."""
    if len(body) > _MAX_BODY:
        yield Fault(
            "long-text", 0, 1,
            f"正文有 {len(body)} 字，超过 {_MAX_BODY} 字（原因：过长的网页打不开，也无法阅读）",
            "分成几篇，或把数据改为附件",
        )  # fmt: skip
        return
    found = list(_lines(body)) if len(body) > _MAX_SYMBOLS and _LONG.search(body) else []
    yield from found or _paragraphs(body)


def _lines(body: str) -> Iterator[Fault]:
    for at, line in enumerate(body.split("\n")):
        if len(line) > _MAX_LINE:
            yield Fault(
                "long-line", at, _MAX_LINE + 1,
                f"这一行有 {len(line)} 字，超过 {_MAX_LINE} 字（原因：过长的一行无法排版和核对）",
                "按段落分行；表格数据改为附件",
            )  # fmt: skip
        for symbol in _SYMBOLS:
            count = line.count(symbol) if len(line) > _MAX_SYMBOLS else 0
            if count > _MAX_SYMBOLS:
                yield _many(at, f"这一行有 {count} 个“{symbol}”，超过 {_MAX_SYMBOLS} 个", line.index(symbol))


def _paragraphs(body: str) -> Iterator[Fault]:
    costly = [(symbols, most) for symbols, most in _COSTS if _cost(body, symbols) > most]
    if not costly:
        return
    total = dict.fromkeys(_COSTS, 0)
    for block in walk(scan(body)):
        if block.kind in (Kind.CODE, Kind.HTML):
            continue
        for at, text in enumerate(block.text.split("\n") if block.kind is Kind.TABLE else [block.text]):
            for symbols, most in costly:
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
