"""第五条之一第二款第（四）项: the address of a part, read and written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gongkai.text import style

NUM = r"[零〇○一二三四五六七八九十百千两0-9０-９]{1,9}"
#: the pattern of an address; its groups are the article, 之几, the 款 and the 项
ADDRESS = rf"第({NUM})条(?:之({NUM}))?(?:第({NUM})款)?(?:第?[（(]?({NUM})[）)]?项)?"
_WHOLE = re.compile(ADDRESS)


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """The article's number, 之几 too, and the numbers of the 款 and 项 inside it; 0 means all of it."""

    article: tuple[int, ...]
    clause: int = 0
    item: int = 0

    @property
    def whole(self) -> bool:
        """Whether it names an article and nothing inside it."""
        return not (self.clause or self.item)

    @property
    def words(self) -> str:
        """The address as official documents write it."""
        clause = f"第{style.numeral(self.clause)}款" if self.clause else ""
        item = f"第（{style.numeral(self.item)}）项" if self.item else ""
        return f"{article_label(self.article)}{clause}{item}"


def article_label(number: tuple[int, ...]) -> str:
    """(5, 1) → 第五条之一."""
    inserted = f"之{style.numeral(number[1])}" if len(number) > 1 else ""
    return f"第{style.numeral(number[0])}条{inserted}"


def read_address(words: str) -> Address | None:
    """The address the words are, or None."""
    found = _WHOLE.fullmatch(re.sub(r"\s", "", words))
    return from_groups(*found.groups()) if found else None


def from_groups(
    article: str | None, inserted: str | None, clause: str | None = None, item: str | None = None
) -> Address | None:
    """The address of the groups of :data:`ADDRESS`; None where a number cannot be read."""
    value, between, part, entry = (
        style.number(each) if each else 0 for each in (article, inserted, clause, item)
    )
    if not value:
        return None
    return Address((value, between) if between else (value,), part or 0, entry or 0)
