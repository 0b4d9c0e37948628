"""The content of a page as it is written, without what keeps a date in one line."""

from __future__ import annotations

import re

_WHOLE = re.compile(r'<span class="whole">([^<]*)</span>')


def as_written(html: str) -> str:
    """HTML without these marks."""
    return _WHOLE.sub(r"\1", html)
