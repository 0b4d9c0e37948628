"""How official documents number their parts: 第一章, 第一条, 一、, （一）, 1. and the 落款."""

from __future__ import annotations

import re

SPACES = " \t\u3000\xa0"
MAX_HEADING = 30

_NUMERAL = "零〇○一二三四五六七八九十百千两0-9０-９"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}

_ARTICLE_WORDS = rf"第\s?([{_NUMERAL}]{{1,9}})\s?条(?:之([{_NUMERAL}]{{1,3}}))?"
_ARTICLE_REF = re.compile(_ARTICLE_WORDS)
#: 第一条 at the start of a line; the last group is what follows
ARTICLE = re.compile(rf"(\*\*|__)?({_ARTICLE_WORDS})(\1)?(.*)", re.DOTALL)
#: after these words 第三条 is being quoted, not begun
_QUOTED = tuple("规所的第中和、至到或及与，。；）)款项之已进是明列")
CHAPTER = re.compile(rf"(?:\*\*)?(第\s?[{_NUMERAL}]{{1,6}}\s?([编章节]|部分))([{SPACES}：:]*)(.{{0,40}})")
FIRST = re.compile(r"(?:\*\*)?[一二三四五六七八九十]{1,3}、")
SECOND = re.compile(r"(?:\*\*)?[（(][一二三四五六七八九十]{1,3}[）)]")
THIRD = re.compile(r"\d{1,3}(?:[.．](?!\d)|、)|[（(]\d{1,3}[）)]|[①-⑳]")
CAPTION = re.compile(rf"表\s?(?:[\d{_NUMERAL}]{{1,3}}(?:[-－]\d{{1,3}})?[：:{SPACES}]|[：:])[{SPACES}]*\S.*")
DATE = re.compile(
    r"(?:\d{4}|[二一〇○零三四五六七八九０-９]{4})\s?年\s?(?:\d{1,2}|[一二三四五六七八九十０-９]{1,3})\s?月"
    r"\s?(?:\d{1,2}|[一二三四五六七八九十０-９]{1,3})\s?日"
)
_ISSUER = re.compile(
    r"[^，。；：、！？“”|\[\]()（）<>]{2,30}(?:政府|委员会|办公室|办公厅|办事处|管委会|局|厅|委|部|处|院|站|署|"
    r"中心|公司|协会|小组|指挥部|大队|支队|总队|银行|学校|会)"
)
#: 附件：…, 附件1：…, and 附件 alone on its line
ATTACHED = re.compile(rf"附件?[{SPACES}]?[\d{_NUMERAL}]{{0,3}}[{SPACES}]?(?:[：:]|$)")
_NOTE = re.compile(
    r"[（(](?:此件|本件|联系人|联系单位|联系电话|联系方式|咨询电话|主动公开|依申请公开|不予公开|公开属性|公开方式)"
    r"[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]"
)
_DAY_WORDS = r"\d{4}年\d{1,2}月\d{1,2}日"
IMPRINT = re.compile(rf"(?:抄送|分送|主送|抄报)[：:].+|.{{2,40}}[{SPACES}]*{_DAY_WORDS}印发", re.DOTALL)
_AFTER_SIGNATURE = re.compile(r"[（(].*[）)]|(?:附件|附|抄送|联系人|联系电话|主动公开)[：:　 ]?.*", re.DOTALL)


def number(numeral: str) -> int | None:
    """``十二``, ``12``, ``１２``, ``一〇二`` → 12, 12, 12, 102; None when it is no number."""
    if numeral.isdecimal():
        return int(numeral)
    if not any(char in _UNITS for char in numeral):
        digits = [_DIGITS.get(char, -1) for char in numeral]
        return None if not digits or -1 in digits else int("".join(map(str, digits)))
    total, digit = 0, None
    for char in numeral:
        if char in _UNITS:
            total += _UNITS[char] * (1 if digit is None else digit)
            digit = None
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return None
    return total + (digit or 0)


_NUMERALS = "零一二三四五六七八九"


def numeral(value: int) -> str:
    """12 → 十二, 103 → 一百零三, as articles are numbered; ``value`` from 1 to 9999."""
    words, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            words += ("零" if gap and words else "") + _NUMERALS[digit] + unit
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words


def article_id(text: str) -> str | None:
    """``第十二条``, ``第12条第二款`` → ``tiao-12``; ``第三条之一`` → ``tiao-3-zhi-1``; else None."""
    found = _ARTICLE_REF.search(text)
    if not found:
        return None
    value = number(found[1])
    inserted = number(found[2]) if found[2] else None
    if not value:
        return None
    return f"tiao-{value}-zhi-{inserted}" if inserted else f"tiao-{value}"


def begun_article(text: str, expected: bool) -> tuple[str, str, str] | None:
    """(id, 第一条, the rest) when the line begins an article, not when it quotes one.

    ``expected``: the line stands where a sentence begins, so no space is needed after 条.
    """
    found = ARTICLE.match(text)
    if not found:
        return None
    opened, words, closed, rest = found[1], found[2], found[5], found[6]
    name = article_id(words)
    if name is None or not _begins(rest, bool(closed), expected):
        return None
    rest = rest.lstrip(SPACES)
    return name, words, f"{opened}{rest}" if opened and not closed else rest


def _begins(rest: str, bold: bool, expected: bool) -> bool:
    if not rest or bold or rest[0] in SPACES + "【〔：:":
        return True
    if rest[0] in "（(":
        return not SECOND.match(rest) and not THIRD.match(rest)
    return expected and not rest.startswith(_QUOTED)


def is_chapter_name(gap: str, name: str) -> bool:
    """Whether what follows 第一章 is its name, and not a sentence that speaks of the chapter."""
    if re.search(r"[。；]", name):
        return False
    return bool(gap) or not name or (len(name) <= 20 and "，" not in name and not name.startswith(_QUOTED))


def is_title(text: str, alone: bool) -> bool:
    """Whether a line beginning 一、 or （一） is a heading: short, no sentence, a paragraph of its own."""
    if len(text) > MAX_HEADING or text.endswith(tuple("。；！？，、;,.")):
        return False
    return alone or not re.search(r"[，。；：！？,;:]", text)


def is_date(text: str) -> bool:
    """A line that is a day and nothing else: 2023年5月22日."""
    return bool(DATE.fullmatch(text))


def is_issuer(text: str) -> bool:
    """A short line that ends like the name of an office."""
    return bool(_ISSUER.fullmatch(text))


def may_follow_signature(text: str) -> bool:
    """（此件公开发布）, 附件：…, 抄送：… may stand below the 落款."""
    return bool(_AFTER_SIGNATURE.fullmatch(text))


def is_note(text: str) -> bool:
    """（此件公开发布）, （联系人：…）: what an office adds below a document, in brackets."""
    return bool(_NOTE.fullmatch(text))


def stands_alone(text: str) -> bool:
    """A day, 附件：…, a note or 抄送：…: a line that never goes on with the one above."""
    first = text[:1]
    return (
        ("年" in text and (is_date(text) or (text.endswith("印发") and bool(IMPRINT.fullmatch(text)))))
        or (first == "附" and bool(ATTACHED.match(text)))
        or (first in "（(" and is_note(text))
        or (first in "抄分主" and bool(IMPRINT.fullmatch(text)))
    )


def indent(line: str) -> int:
    """Width of the white space before a line: a tab counts 4, an ideographic space 2."""
    width = 0
    for char in line:
        if char not in SPACES:
            break
        width += {"\t": 4, "\u3000": 2}.get(char, 1)
    return width
