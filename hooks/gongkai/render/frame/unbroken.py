"""What a line must not break within: dates, amounts, numbers of documents with their year, credit codes; in a
title, where lines are short, years and what is numbered too, and words."""

from __future__ import annotations

import re

from gongkai.render.frame.running_text import RunningText
from gongkai.render.frame.title_breaks import in_pieces

#: ``time`` is in one piece already; the others stand in no line of text
_TEXT = RunningText(("svg", "script", "style", "select", "textarea", "title", "time"))
#: of both widths; a class of characters is found twice as fast as \d
_D = "[0-9０-９]"
_TIME = rf"时(?:{_D}{{1,2}}分)?"
#: one character first, and then what it begins: sought so, pages are gone through twice as fast
_AMOUNT = rf"(?<![0-9０-９.,]{_D})[0-9０-９,]*(?:\.{_D}+)?(?:[万亿][元人户件条]?|元|平方米|公里)"
_WHOLE = (
    rf"[0-9０-９〔（](?:(?<={_D})(?:{_D}{{3}}年{_D}{{1,2}}月(?:{_D}{{1,2}}日)?|{_D}?月{_D}{{1,2}}日"
    rf"|{_D}?:{_D}{{2}}–{_D}{{1,2}}:{_D}{{2}}|{_D}?{_TIME}至{_D}{{1,2}}{_TIME}|{_AMOUNT})|(?<=〔){_D}{{4}}〕{_D}{{1,6}}号|(?<=（)星期.）"
    rf"|(?<={_D})(?<![0-9A-Z]{_D}){_D}[0-9A-HJ-NP-RT-UW-Y]{{16}}(?![0-9A-Z]))"
)
_FOUND = re.compile(_WHOLE)
_TITLE = re.compile(r'<h1 class="title"[^>]*>.*?</h1>', re.DOTALL)
_WORDS = re.compile(r"(?<=>)[^<>]+")
_PARTED = '至</span><span class="whole">'


def unbroken(html: str) -> str:
    """HTML with each date, amount and number in one piece; ``time`` is that already."""
    return _TEXT.replaced(_TITLE.sub(_title, html, count=1), _FOUND, _whole)


def _title(found: re.Match[str]) -> str:
    return _WORDS.sub(lambda words: in_pieces(words[0], _held), found[0])


def _held(piece: str) -> str:
    """A piece of a title in one; a date is found in it later, as in all text."""
    return piece if _FOUND.search(piece) else f'<span class="whole">{piece}</span>'


def _whole(found: re.Match[str]) -> str:
    """In one piece; from one time to another in two, as both together are wider than a box of large type."""
    return f'<span class="whole">{found[0].replace("至", _PARTED)}</span>'
