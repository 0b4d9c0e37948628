"""What a line must not break in the middle of: dates, years of document numbers with their number."""

from __future__ import annotations

import re

#: what stands in no line of text: it is left as it is, and so is the inside of every tag
_OTHER = r"<(?P<tag>svg|script|style|select|textarea|title|time)\b.*?</(?P=tag)>|<[^>]*>"
_WHOLE = r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|〔\d{4}〕\d{1,6}号"
_FOUND = re.compile(f"(?P<other>{_OTHER})|(?P<whole>{_WHOLE})", re.DOTALL)
#: the same in a title, where marks say where it may break
INSIDE = re.compile(rf"{_WHOLE}|[一二三四五六七八九十]{{1,3}}、.|第\d+[次期号届]")


def unbroken(html: str) -> str:
    """HTML with each date and number in one piece; ``time`` is that already."""
    return _FOUND.sub(
        lambda found: found[0] if found["other"] else f'<span class="whole">{found[0]}</span>', html
    )
