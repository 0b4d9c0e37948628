"""Characters that look like ordinary ones and are others: what comes out of PDF files and old fonts.

Readers see 第⼆条 as 第二条; search, anchors and screen readers do not.
"""

from __future__ import annotations

import re
import unicodedata

#: radicals, doublets kept for other standards, and the code points each font fills as it likes
RANGES = (
    "\u2e80-\u2fdf\ue000-\uf8ff\U000f0000-\U0010fffd\U0002f800-\U0002fa1f"
    # without the twelve of this block that are ordinary characters after all
    "\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff"
)
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
#: radicals (U+2E80 …) that stand for a whole character; Unicode's normal forms leave them as they are
_RADICALS = dict(
    zip(
        "⺁⺄⺆⺇⺊⺋⺌⺎⺒⺓⺕⺛⺜⺝⺟⺠⺢⺧⺩⺪⺫⺬⺮⺯⺶⺷⺼⺽⻁⻄⻅⻆⻇⻉⻊⻋⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻞⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "厂乙冂几卜㔾小兀巳幺彐旡日月母民氺牛王疋目示竹糹羊羊肉臼虎西见角角贝足车長长门阜雨青韦页风飞食食首马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
)
#: where GBK put characters that had no code of their own yet, and what they are called today
_LATER = dict(
    zip(
        "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue7c7"
        "\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864\ue5e5",
        "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19ḿ"
        "\U00020087\U00020089\U000200cc龴龵龶龷\U000215d7龸\U0002298f龹龺\U000241fe龻\u3000",
        strict=True,
    )
)
_GBK_FIRST, _GBK_LAST = 0xE815, 0xE864


def usual(char: str) -> str:
    """The character that is meant; "" where nobody can tell."""
    if char in _LATER:
        return _LATER[char]
    if _GBK_FIRST <= ord(char) <= _GBK_LAST:
        meant = _of_gbk(ord(char) - _GBK_FIRST)
        return _RADICALS.get(meant, meant if meant > "\u2fdf" else "")
    meant = _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return "" if meant == char else meant


def _of_gbk(place: int) -> str:
    """GBK's last row had private codes once; the later standard gives the same bytes a character."""
    trail = 0x50 + place + (0x50 + place >= 0x7F)
    return bytes((0xFE, trail)).decode("gb18030")


def describe(char: str) -> str:
    """``部首“⼆” U+2F06``, ``造字区的字 U+E5E5``."""
    number = f"U+{ord(char):04X}"
    if PRIVATE.match(char):
        return f"造字区的字 {number}"
    what = "部首" if ord(char) < 0x3000 else "兼容字"
    return f"{what}“{char}” {number}"
