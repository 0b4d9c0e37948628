"""Where a link may lead."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from gongkai.problems import excerpt
from gongkai.text.model import UnsafeText

SCHEMES = frozenset(("https", "http", "mailto", "tel"))
#: what browsers skip in an address and readers do not see in a word
IGNORED = re.compile("[\x00-\x20\x7f\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd\u3000]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def plain(target: str) -> str:
    """A target as a browser reads it: entities decoded, what browsers skip left out."""
    for _ in range(3):
        decoded = html.unescape(target)
        if decoded == target:
            break
        target = decoded
    return IGNORED.sub("", target)


def scheme(target: str) -> str:
    """``https``, ``javascript`` …; ``//`` for a target that names a host only; "" for a relative one."""
    text = plain(target)
    if re.match(r"[/\\]{2}", text):
        return "//"
    found = _SCHEME.match(text) or _SCHEME.match(IGNORED.sub("", unquote(text)))
    return found[1].lower() if found else ""


def rises(target: str) -> int:
    """How many folders above its own a relative path leads."""
    height = highest = 0
    for part in unquote(re.split(r"[?#]", plain(target))[0]).split("/"):
        height += {"..": 1, ".": 0, "": 0}.get(part, -1)
        highest = max(highest, height)
    return highest


def refuse(target: str, image: bool) -> None:
    """Raise for a target no page may have; the last guard behind find_faults."""
    found = scheme(target)
    if found and (image or found not in SCHEMES):
        raise UnsafeText(f"链接或图片的地址不允许：{excerpt(target, 80)}")
