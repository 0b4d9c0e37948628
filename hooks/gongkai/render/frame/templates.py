"""The content templates' environment: our own, always escaping, without the site generator."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path

import jieba
import jinja2
from markupsafe import Markup, escape

from gongkai.render.frame.interface import Words, english_date, in_chinese, unit_name
from gongkai.render.frame.language import CHINESE, ENGLISH


def environment(overrides: Path, language: str = CHINESE, words: Words = in_chinese) -> jinja2.Environment:
    """Jinja over ``overrides/`` with the filters our templates use; an unknown name is an error.

    ``_`` in templates is ``words``; dates and names are those of ``language``.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(overrides),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    english = language == ENGLISH
    # Once, and before any process divides: each would read the dictionary for itself.
    _segmenter()
    # the fields of texts in two languages are called by the first part of its code
    made.globals.update(_=words, language=language, code=language[:2])
    made.filters.update(
        # English is broken between words without being told.
        wbr=escape if english else wbr,
        filesize=filesize,
        cn_date=english_date if english else cn_date,
        day=english_date if english else dt.date.isoformat,
        unit_name=partial(unit_name, language=language),
    )
    return made


def cn_date(value: dt.date) -> str:
    """``2026年11月5日``."""
    return f"{value.year}年{value.month}月{value.day}日"


def filesize(value: int) -> str:
    """Bytes as ``312 KB`` or ``1.4 MB``; never 0 KB."""
    if value >= 1024 * 1024:
        return f"{value / 1024 / 1024:.1f} MB"
    return f"{max(1, round(value / 1024))} KB"


#: lines one after the other that begin alike
_ALIKE = re.compile(r"^(.).*(?:\n\1.*)*", re.MULTILINE)
_OPENING = "（《〈“‘〔【([{"
_CLOSING = "）》〉”’〕】)]}，。、；：！？,.;:!?"


@lru_cache(maxsize=20_000)
def wbr(title: str) -> Markup:
    """A title that may break between words only (with ``word-break: keep-all``)."""
    words: list[str] = []
    for word in _segmenter().cut(title):
        # A mark stays with the word it opens or closes.
        if words and (word[0] in _CLOSING or words[-1][-1] in _OPENING):
            words[-1] += word
        else:
            words.append(word)
    return Markup("<wbr>").join(map(escape, words))


class Segmenter:
    """jieba's cut by its dictionary, of which only the words with a title's characters are learnt.

    All of its 350,000 words would take half a second and 45 MB in every process.
    """

    def __init__(self) -> None:
        self._jieba = jieba.Tokenizer()
        with self._jieba.get_dict_file() as file:
            text = file.read().decode("utf-8")
        #: first character → the lines of its words
        self._lines: dict[str, list[str]] = {}
        for run in _ALIKE.finditer(text):
            self._lines.setdefault(run[1], []).append(run[0])
            self._jieba.total += sum(int(line.split(" ", 2)[1]) for line in run[0].split("\n"))
        # The dictionary as the package carries it: jieba's own way goes through a file in the shared /tmp.
        self._jieba.initialized = True

    def cut(self, title: str) -> Iterator[str]:
        """The words of a title, all characters kept."""
        for first in self._lines.keys() & set(title):
            self._learn(self._lines.pop(first))
        found: Iterator[str] = self._jieba.cut(title, HMM=False)
        return found

    def _learn(self, runs: list[str]) -> None:
        known = self._jieba.FREQ
        for line in "\n".join(runs).split("\n"):
            word, count, _ = line.split(" ", 2)
            known[word] = int(count)
            for end in range(1, len(word)):
                known.setdefault(word[:end], 0)


@lru_cache(maxsize=1)
def _segmenter() -> Segmenter:
    return Segmenter()
