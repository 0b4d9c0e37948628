"""Chinese words → how they are read, without tones, as they are typed: 绿 is lv."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

#: the Chinese characters of GB 2312, by their rows and cells
_ROWS, _CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)


@lru_cache(maxsize=50_000)
def syllables(word: str) -> tuple[str, ...]:
    """A syllable for each character, by the word's own reading where it has one (银行: yin hang)."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415  half a second and 60 MB: only who makes an index

    # for what it cannot read it takes a list as well, a syllable each; its types do not say so
    each_character = cast("Callable[[str], str]", list)
    return tuple(lazy_pinyin(word, errors=each_character))


@cache
def characters() -> dict[str, str]:
    """Every syllable with the usual characters that are read so, for a browser to read what was typed."""
    found: dict[str, str] = {}
    codes = (bytes((row, cell)) for row in _ROWS for cell in _CELLS)
    for char in filter(None, (code.decode("gb2312", "ignore") for code in codes)):
        (syllable,) = syllables(char)
        found[syllable] = found.get(syllable, "") + char
    return dict(sorted(found.items()))
