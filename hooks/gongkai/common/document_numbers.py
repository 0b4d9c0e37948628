"""文号: what a document's number is, written in one place for keys, texts, references and comparisons.

示政发〔2026〕9号 is the form of GB/T 9704. Orders, announcements and papers from before it
have forms of their own, which are as right: 国务院令第711号, 公告2019年第74号, (88)国函字第12号.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

#: numbers and titles that are compared again and again: on every other day that a page asks about
_KEPT = 20_000
_YEAR = r"(?:19|20)[0-9]{2}"
_SERIAL = r"[1-9][0-9]{0,4}(?:-[1-9][0-9]{0,2})?"
#: 财政部 税务总局, 公安部、司法部: several offices before an order or an announcement
_OFFICES = r"[一-龥]{2,24}(?:[ 、][一-龥]{2,24}){0,5}"
_KINDS = r"(?:令|公告|通告|布告|通知|通报|决定)"
_ISSUED = rf"[一-龥]{{2,24}}〔{_YEAR}〕{_SERIAL}号"
_OF_KIND = rf"(?:{_OFFICES})?{_KINDS}(?:{_YEAR}年|〔{_YEAR}〕)?第?{_SERIAL}号"
_KIND_LAST = rf"(?:{_OFFICES})?(?:{_YEAR}年)?第{_SERIAL}号{_KINDS}|(?:{_YEAR}年)?第{_SERIAL}号"
#: (88)国函字第12号, 〔1988〕国发12号: the year before the office
_OLD = rf"[（(〔\[](?:{_YEAR}|[5-9][0-9])[）)〕\]][一-龥]{{2,16}}第?{_SERIAL}号"
_ONE = rf"(?:{_ISSUED}|{_OF_KIND}|{_KIND_LAST}|{_OLD})"
_FORM = re.compile(rf"{_ONE}(?:、{_ONE})*")

#: a number as texts cite it, with any brackets; 第5号 alone would be found in every text
_CITED = (
    rf"(?:[一-龥]{{2,16}}[〔﹝\[（(]{_YEAR}[〕﹞\]）)]第?0*{_SERIAL}号"
    rf"|[一-龥]{{0,24}}{_KINDS}(?:{_YEAR}年|〔{_YEAR}〕)?第?{_SERIAL}号"
    rf"|(?:{_YEAR}年)?第{_SERIAL}号{_KINDS}|{_OLD})"
)
_IN_TEXT = re.compile(rf"{_CITED}(?:、{_CITED})*")

_OPENING, _CLOSING = "﹝[(【{〖「『<〈《〘", "﹞])】}〗」』>〉》〙"
_BRACKETS = {ord(mark): "〔" for mark in _OPENING} | {ord(mark): "〕" for mark in _CLOSING}
_DASHES = {ord(mark): "-" for mark in "‐‑‒–—−"}
_LOOSE = re.compile(rf"(?P<agency>[一-龥]{{2,24}})〔(?P<year>{_YEAR})〕第?0*(?P<serial>{_SERIAL})号?")
#: an agency, a year and a serial number that are parted by signs only
_MEANT = re.compile(
    rf"(?P<agency>[一-龥]{{2,16}})[^\w]{{0,2}}(?P<year>{_YEAR})(?:年|[^\w]){{0,3}}第?0*(?P<serial>[1-9][0-9]{{0,4}})号"
)
#: spaces but those that part two offices
_SPACES = re.compile(r"(?<![一-龥])\s+|\s+(?![一-龥])|\s+(?=第|令|公告|通告|号)")
_NATION = "中华人民共和国"
_WITH_KIND = re.compile(rf"(?P<kind>{_KINDS})(?P<year>{_YEAR}年|〔{_YEAR}〕)?第?(?P<serial>{_SERIAL})号")
_BEFORE_KIND = re.compile(rf"(?P<year>{_YEAR}年)?第(?P<serial>{_SERIAL})号(?P<kind>{_KINDS})")
_NO_OFFICE = re.compile(rf"{_KINDS}?(?:{_YEAR}年|〔{_YEAR}〕)?第?{_SERIAL}号{_KINDS}?")


def is_right(number: str) -> bool:
    """Whether a number is written in one of the official forms."""
    return bool(_FORM.fullmatch(number))


@lru_cache(maxsize=_KEPT)
def corrected(number: str) -> str | None:
    """The same number in the right form; None where it is no number, or would become another one."""
    text = unicodedata.normalize("NFKC", number).translate(_DASHES).strip()
    text = re.sub(r"\s+", " ", _SPACES.sub("", text))
    if is_right(text):
        return text
    parts = [_one_corrected(part) for part in text.split("、")]
    return "、".join(filter(None, parts)) if all(parts) else None


def _one_corrected(text: str) -> str | None:
    if is_right(text):
        return text
    match = _LOOSE.fullmatch("".join(text.split()).translate(_BRACKETS))
    return f"{match['agency']}〔{match['year']}〕{match['serial']}号" if match else None


@lru_cache(maxsize=_KEPT)
def parts(number: str) -> tuple[str, ...]:
    """The numbers of a joint document, one for each office: A〔2026〕1号、B〔2026〕2号."""
    found = tuple(number.split("、"))
    return found if all(corrected(each) for each in found) else (number,)


@lru_cache(maxsize=_KEPT)
def plain(number: str) -> str:
    """A number to compare by: one kind of bracket, no spaces, one order of kind and year."""
    text = "".join(unicodedata.normalize("NFKC", number).translate(_DASHES).split())
    text = _one_corrected(text) or text.translate(_BRACKETS)
    for pattern in (_BEFORE_KIND, _WITH_KIND):
        if (found := pattern.search(text)) and found.end() == len(text):
            rest = f"{found['kind']}{found['year'] or ''}第{found['serial']}号"
            text = text[: found.start()].replace("、", "") + rest
    return text.removeprefix(_NATION)


def names_office(number: str) -> bool:
    """False for 第5号, 2014年第9号通告: other offices have the same number."""
    return not _NO_OFFICE.fullmatch(plain(number))


def same(number: str, other: str) -> bool:
    """Whether two ways of writing may mean one number: below the head of an order stands 第302号 alone."""
    pairs = [(plain(one), plain(two)) for one in parts(number) for two in parts(other)]
    return any(one == two or _same_figures(one, two) for one, two in pairs)


def _same_figures(one: str, two: str) -> bool:
    if names_office(one) and names_office(two):
        return False
    figures = [re.findall(r"[0-9]+(?:-[0-9]+)?", each) for each in (one, two)]
    most = min(map(len, figures))
    return most > 0 and figures[0][-most:] == figures[1][-most:]


def looks_like(line: str) -> bool:
    """Whether a line was meant as a number, in whatever brackets, dashes and digits: 示政发2026-9号."""
    return bool(_MEANT.fullmatch("".join(unicodedata.normalize("NFKC", line).split()).strip("()")))


def guessed(line: str) -> str:
    """The number that such a line most likely means; for somebody to say whether it is."""
    found = _MEANT.fullmatch("".join(unicodedata.normalize("NFKC", line).split()).strip("()"))
    return f"{found['agency']}〔{found['year']}〕{found['serial']}号" if found else ""


def first_in(text: str) -> str:
    """The first number cited in a text, as written there; "" when there is none."""
    found = _IN_TEXT.search(text)
    return found[0] if found else ""
