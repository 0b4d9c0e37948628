"""Bytes in a known other encoding → the same text in UTF-8, where that is beyond doubt."""

from __future__ import annotations

import re

from gongkai.load.decoding import characters
from gongkai.load.patterns import known_keys

_KEY = re.compile(r"^ *(?:- +)*([^\s:：]{1,20})[:：]", re.MULTILINE)


def recoded(data: bytes, encoding: str, columns: frozenset[str] = frozenset()) -> bytes | None:
    """The bytes in UTF-8; None where reading them so would be a guess.

    Sure is what gives the same bytes when written back, has no sign that may not stand in a text, and
    holds keys of this column, or the names of a table's ``columns`` in its first line: words of another
    encoding would hardly read as such.
    """
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None
    bare = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if columns:
        keys = {*re.split(r"[\",\t]+", bare.partition("\n")[0].strip('"'))}
        keys = keys if columns <= keys else set()
    else:
        keys = {found for found in _KEY.findall(bare) if found in known_keys()}
    if not same or not keys or characters.found_in(bare):
        return None
    return text.removeprefix("\ufeff").encode("utf-8")
