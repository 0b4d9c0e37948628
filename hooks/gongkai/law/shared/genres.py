"""体裁 as titles end with it: 关于…的通知, …办法（试行）."""

from __future__ import annotations

import re

#: the kinds of 党政机关公文处理工作条例 第八条
_OFFICIAL = (
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复",
    "议案", "函", "纪要",
)  # fmt: skip
#: what such a paper prints: its title is often that of what is printed, its 体裁 the paper's
_PRINTED = ("办法", "规定", "细则", "方案", "规则", "条例")
_CARRIERS = frozenset(("通知", "决定", "命令", "令", "函", "公告"))
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_NAMED = re.compile(r"([^《》]+)》")


def genre_of(title: str) -> str:
    """The 体裁 that the last word of a title or of a 体裁 is; "" for any other word."""
    plain = _BRACKETS.sub("", title).strip()
    return max((each for each in _OFFICIAL + _PRINTED if plain.endswith(each)), key=len, default="")


def disagreeing(genre: str, title: str) -> str:
    """The 体裁 by the title, where another one is written; "" where both may be meant."""
    written, stated = genre_of(genre), genre_of(title)
    if not written or not stated or written == stated or (written in _CARRIERS and stated in _PRINTED):
        return ""
    named = {genre_of(each) for each in _NAMED.findall(title)}
    return "" if written in named else stated
