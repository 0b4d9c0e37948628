"""The content templates' environment: our own, always escaping, without the site generator."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, partial
from pathlib import Path

import jieba
import jinja2
from markupsafe import Markup, escape

from gongkai.render.interface import Words, english_date, in_chinese, unit_name
from gongkai.render.language import CHINESE, ENGLISH


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


_OPENING = "（《〈“‘〔【([{"
_CLOSING = "）》〉”’〕】)]}，。、；：！？,.;:!?"


@lru_cache(maxsize=20_000)
def wbr(title: str) -> Markup:
    """A title that may break between words only (with ``word-break: keep-all``)."""
    words: list[str] = []
    for word in _segmenter().cut(title, HMM=False):
        # A mark stays with the word it opens or closes.
        if words and (word[0] in _CLOSING or words[-1][-1] in _OPENING):
            words[-1] += word
        else:
            words.append(word)
    return Markup("<wbr>").join(map(escape, words))


@lru_cache(maxsize=1)
def _segmenter() -> jieba.Tokenizer:
    """The dictionary as the package carries it: jieba's own way goes through a file in the shared /tmp."""
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    return made
