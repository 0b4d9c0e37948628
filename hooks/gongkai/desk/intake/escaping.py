"""Words → Markdown that is shown as these words: read again, so that no sign is taken for a mark."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from gongkai.text import Converter, plain_text
from gongkai.text.results import UnsafeText

#: words without any of these, and not beginning with one of the others, are shown as they are
_RISKY = re.compile(r"[\\*\[\]<>#|`~!_:&\t\u200b-\u200f]|^[-+=^\d]|  ")
#: of words that have the same signs one stands for all
_HAN, _DIGITS = re.compile(r"[一-鿿]+"), re.compile(r"\d+")
_MARKS = re.compile(r"[*\[\]<]")
_FIRST = tuple("#>-*[|")
_FOOTNOTE = re.compile(r"\[\^[^\[\]]+\]")
_CONVERTER = Converter()
_NOTES = '<div class="footnote">'
#: so that a mark of a note is one
_NOTE = "".join(f"[^{at}]: 注\n\n" for at in range(1, 10))


class NotWritable(Exception):
    """Words that no way of writing shows as they are."""


def squashed(text: str) -> str:
    """Without white space and what takes no room."""
    return re.sub(r"[\s\u200b-\u200f\ufeff]", "", text)


def paragraph(text: str, exact: bool = True) -> str:
    """A paragraph of its own.

    Not ``exact``: as another one that has the same signs was written. That saves most of the time of a long
    text, and the whole text has to be read again.
    """
    if not _RISKY.search(text):
        return text
    if not exact and (way := _way_of(_HAN.sub("字", _DIGITS.sub("1", text)))) is not None:
        return _ways(text)[way]
    return next((each for each in _ways(text) if alone(each, text)), "") or _raise(text)


@lru_cache(maxsize=1024)
def _way_of(shape: str) -> int | None:
    """Which way of writing shows words of these signs as they are; None where none does."""
    return next((at for at, each in enumerate(_ways(shape)) if alone(each, shape)), None)


def alone(way: str, text: str, notes: str = "") -> bool:
    """Whether a way of writing is shown as the words, below another block that is written alike too."""
    return shown(f"{way}\n\n{way}\n\n{notes or _NOTE}") == squashed(text) * 2


def _ways(text: str) -> list[str]:
    """From the plainest on."""
    inline = inside(text)
    marked = [f"\\{text}"] if text.startswith(_FIRST) else []
    plain = [] if _FOOTNOTE.search(text) else [text, *marked]
    return [*plain, inline, f"<p>{html.escape(text, quote=False)}</p>"]


def inside(text: str) -> str:
    """Words within a line, every sign that may be a mark behind a backslash."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", text)


def line(text: str) -> str:
    """The words of a note."""
    if not _RISKY.search(text):
        return text
    ways = (inside(text),) if _FOOTNOTE.search(text) else (text, inside(text))
    found = (each for each in ways if shown_notes(f"字[^1]\n\n[^1]: {each}") == squashed(text))
    return next(found, "") or _raise(text)


def _raise(text: str) -> str:
    raise NotWritable(text)


def shown(markdown: str) -> str:
    """What readers see of a text, without white space and its notes; "" where it is refused."""
    made, _, _ = _html(markdown).partition(_NOTES)
    return squashed(plain_text(re.sub(r'<sup id="fnref.*?</sup>', "", made, flags=re.DOTALL)))


def shown_notes(markdown: str) -> str:
    """What readers see of the notes below a text."""
    _, _, made = _html(markdown).partition(_NOTES)
    return squashed(
        plain_text(re.sub(r'<a class="footnote-backref".*?</a>|</?ol>', "", made, flags=re.DOTALL))
    )


def _html(markdown: str) -> str:
    try:
        return _CONVERTER.convert(markdown).html
    except UnsafeText:
        return ""
