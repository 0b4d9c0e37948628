"""Marks and figures of another width in a Chinese sentence → those of GB/T 15834, and half-width figures.

Only what stands against a Chinese character is looked at, so figures, addresses, times and English stay as
they are; so do code, the targets of links, tags and footnotes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_HAN = "\u3400-\u9fff\uf900-\ufaff〇"
_BEFORE = rf"(?<=[{_HAN}）〕》〉”’])"
_AFTER = rf"(?=[{_HAN}（〔《〈“‘\d]|$)"
_CHINESE = re.compile(f"[{_HAN}]")
#: what is no sentence
_MASKED = re.compile(
    r"`[^`]*`|\]\([^()]*\)|\[\^[^\]]*\]|</?[A-Za-z!][^>]*>|<[a-z]+:[^>]*>|https?://[^\s（）()，。；]+"
    r"|[\w.+-]+@[\w.-]+|\{[^{}]*\}",
    re.ASCII,
)
#: 一. 二. in front of a heading are told nowhere else either: the program reads them
_NUMERAL = re.compile(r"[\s#>*|-]*[（(]?[一二三四五六七八九十百]+$")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_SIGN = re.compile(rf"(?:{_BEFORE}([,;:?!]) ?{_AFTER}|(?<=[\d%％])([,;:?!]) ?(?=[{_HAN}（《“]))")
_STOP = re.compile(rf"{_BEFORE}\.(?![.\d])(?=[{_HAN}（《“”’）]|\s*$)")
_DOTS = re.compile(rf"{_BEFORE}\.{{2,6}}")
_ROUND = re.compile(r"(?<!\])[(（]([^()（）\n]*)[)）]")
_TITLE = re.compile(r"[<‹＜〈]([^<>‹›＜＞〈〉《》\n]{2,60})[>›＞〉]")
_DOUBLE = re.compile(r"(?:<<|‹‹|＜＜|«|≪)([^<>‹›＜＞«»≪≫\n]{2,80})(?:>>|››|＞＞|»|≫)")
_QUOTE = re.compile(r'"([^"\n]+)"')
_FIGURES = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?％?")
_LEFT = re.compile(r"[‹›＜＞«»≪≫]")
_TYPED, _QUOTED = "打出来的书名号", "英文的引号"
_KINDS = ((_ROUND, "半角的括号", "（）"), (_DOUBLE, _TYPED, "《》"), (_QUOTE, _QUOTED, "“”"))


@dataclass(frozen=True, slots=True)
class Mark:
    """From ``start`` to ``end`` of a line stands what should be ``new``; "" where somebody has to look."""

    start: int
    end: int
    what: str
    new: str


def found(line: str) -> list[Mark]:
    """The marks of a line that are not as Chinese is written, in order; none overlaps another."""
    plain = _MASKED.sub(lambda each: "\0" * len(each[0]), line)
    if not _CHINESE.search(plain):
        return []
    marks: list[Mark] = []
    for each in sorted(_all(plain), key=lambda mark: mark.start):
        if not marks or each.start >= marks[-1].end:
            marks.append(each)
    return marks


def mended(line: str, marks: list[Mark]) -> str:
    """The line with the marks that are known."""
    for each in reversed(marks):
        if each.new:
            line = line[: each.start] + each.new + line[each.end :]
    return line


def _all(plain: str) -> Iterator[Mark]:
    yield from _signs(plain)
    yield from _pairs(plain)
    for each in _FIGURES.finditer(plain):
        yield Mark(*each.span(), "全角的数字、字母", unicodedata.normalize("NFKC", each[0]))


def _signs(plain: str) -> Iterator[Mark]:
    for each in _SIGN.finditer(plain):
        yield Mark(*each.span(), "半角的标点", _WIDE[each[1] or each[2]])
    for each in _STOP.finditer(plain):
        if not _NUMERAL.match(plain[: each.start()]):
            yield Mark(*each.span(), "英文的句号", "。")
    for each in _DOTS.finditer(plain):
        yield Mark(*each.span(), "英文的省略号", "……")


def _pairs(plain: str) -> Iterator[Mark]:
    """Each side for itself, so that what stands between is looked at too."""
    for pattern, what, new in _KINDS:
        for each in pattern.finditer(plain):
            if _CHINESE.search(each[1]) and (what != _QUOTED or plain.count('"') % 2 == 0):
                yield from _sides(each, what, new)
    for each in _TITLE.finditer(plain):
        if _CHINESE.search(each[1]):
            yield from _title(plain, each)


def _title(plain: str, pair: re.Match[str]) -> Iterator[Mark]:
    """Inside 《》 it is the inner pair; elsewhere nobody can say whether a title is meant."""
    if plain.rfind("《", 0, pair.start()) > plain.rfind("》", 0, pair.start()):
        yield from _sides(pair, _TYPED, "〈〉")
    elif _LEFT.search(pair[0]):
        yield Mark(*pair.span(), _TYPED, "")


def _sides(pair: re.Match[str], what: str, new: str) -> Iterator[Mark]:
    first = 2 if pair[0][:2] in ("<<", "‹‹", "＜＜") else 1
    for (start, end), side in zip(
        ((pair.start(), pair.start() + first), (pair.end() - first, pair.end())), new, strict=True
    ):
        if pair.string[start:end] != side:
            yield Mark(start, end, what, side)
