"""Telephone numbers: the one way they are written, how they are dialled, where one stands in a text."""

from __future__ import annotations

import re

#: a fixed line with its area code and maybe an extension, or a number of few digits
WRITTEN = r"^(0\d{2,3}-\d{7,8}(转\d{1,6})?|1\d{4}|9\d{4,5})$"
#: what is certainly a telephone in running text: a fixed line of an area there is, or a short number after
#: the word that says so; other rows of digits may be a number of anything
#: (the first digit stands before what must be before it: sought so, a page takes a sixteenth of the time)
NUMBER = re.compile(
    r"0(?<![\w-]0)(?:10|2\d|[3-9]\d{2})-\d{7,8}(?:转\d{1,6})?(?![\w-])"
    r"|1(?:(?<=热线1)|(?<=热线 1)|(?<=拨打1)|(?<=拨打 1)|(?<=hotline 1)|(?<=[Cc]all 1)"
    # 或者12345反映; a use and its number in a list: 业务咨询 12345
    r"|(?<=[或者打]1)(?=2345(?![元件个万人户项份]))|(?<=[询诉报修约班] 1)(?=2345))"
    r"(?:2345|1[09]|2[02])(?!\d)"
    r"|1(?=1[09] for |20 for )(?:1[09]|20)",
    re.ASCII,
)


def whole(text: str) -> bool:
    """Whether a text is a number and nothing else."""
    return re.fullmatch(WRITTEN, text) is not None


def dialled(number: str) -> str:
    """The number as a ``tel:`` link dials it: from abroad too, an extension after a pause."""
    digits = number.replace("-", "").replace("转", ",")
    return f"+86{digits[1:]}" if digits.startswith("0") else digits
