"""A title → the name of its file, which is its address: pinyin of its words, short, and free."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from gongkai.render.frame.title_words import title_words
from gongkai.search.readings import syllables

_MOST_WORDS, _MOST = 6, 48
_INNER = re.compile(r"《([^《》]+)》")
_LEFT_OUT = re.compile(r"^.*?关于|[（(][^（）()]*[）)]|的(?=通知|意见|公告|决定)")


def slug_of(title: str, places: Iterable[str] = ()) -> str:
    """``示例区社区食堂管理办法`` → ``shequ-shitang-guanli-banfa``; ``places``: names not to be repeated."""
    named = _INNER.findall(title)
    plain = _LEFT_OUT.sub("", named[-1] if named else title) or title
    for place in places:
        plain = plain.removeprefix(place) or plain
    words = [word for word in title_words(plain) if re.search(r"[\w]", word)]
    read = ["".join(re.sub("[^a-z0-9]", "", each.lower()) for each in syllables(word)) for word in words]
    kept: list[str] = []
    for word in filter(None, read):
        if len(kept) == _MOST_WORDS or len("-".join([*kept, word])) > _MOST:
            break
        kept.append(word)
    return "-".join(kept) or "wenjian"


def free(folder: Path, slug: str, ending: str = ".md") -> str:
    """The name, or the first of name-2, name-3 … that no file of the folder has."""
    name, number = slug, 1
    while (folder / f"{name}{ending}").exists():
        number += 1
        name = f"{slug}-{number}"
    return name
