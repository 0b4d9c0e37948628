"""出处: where the figure of a rule or a target comes from, as one line that editors write and readers see.

``依据 …第二十六条（条文）`` names the article that holds the figure, and how it was compared: with the
article itself, with another page that quotes it, or from memory. ``本级自定`` says that no norm holds it;
a district may as well write ``本区自定``, a county ``本县自定``: readers of any see the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from gongkai.common.problems import Level
from gongkai.records.fields.values import as_text, wrong

#: what is said of a figure that a district, or this program for it, has chosen
OWN = "本级自定"
#: how a column of a level may write it
_OWN = r"本[级区县市旗]自定"
_FORM = rf"{_OWN}|依据( ?[^（(].*)?（(条文|二手|记忆)）"
_PARTS = re.compile(r"依据 ?(?P<article>[^（(].*)?（(?P<seen>条文|二手|记忆)）")


class Seen(StrEnum):
    """核对: what a figure was compared with."""

    ARTICLE = "条文"
    QUOTED = "二手"
    MEMORY = "记忆"


@dataclass(frozen=True)
class Origin:
    """Where one figure comes from; without ``seen`` it is the district's own."""

    article: str = ""
    seen: Seen | None = None

    @property
    def own(self) -> bool:
        return self.seen is None


def as_own(text: str) -> str:
    """The same word for what is chosen at any level."""
    return re.sub(_OWN, OWN, text)


def as_origin(value: Any) -> str:
    """出处 in one of its two forms."""
    text = as_text(value)
    if re.fullmatch(_FORM, text):
        return as_own(text)
    raise wrong(
        f"出处“{text}”认不出来",
        f"写“{OWN}”，或者“依据 …第…条（条文）”；没有对照过条文的，括号里写“二手”或“记忆”",
    )


OriginText = Annotated[
    str, BeforeValidator(as_origin), WithJsonSchema({"type": "string", "pattern": f"^({_FORM})$"})
]


def origin(text: str) -> Origin:
    """What a written 出处 says."""
    found = _PARTS.fullmatch(text)
    return Origin((found["article"] or "").strip(), Seen(found["seen"])) if found else Origin()


def unfounded(
    figures: Mapping[str, str], origins: Mapping[str, str]
) -> Iterator[tuple[str, Level, str, str]]:
    """The figures that do not say where they come from: name, how bad, what is wrong, how to mend it."""
    for name in figures:
        if name not in origins:
            fix = f"在“出处”下加上一行 {name}: 本级自定，或者写明依据的条款"
            yield name, Level.ERROR, f"“{name}”没有写出处", fix
            continue
        said = origin(origins[name])
        if said.own:
            continue
        if not said.article:
            yield name, Level.WARNING, f"“{name}”写了出自依据，没有写条款", "写明哪个文件第几条写着这个数"
        elif said.seen is Seen.MEMORY:
            fix = "找到条文核对，把（记忆）改为（条文）；找不到的写“本级自定”"
            yield name, Level.WARNING, f"“{name}”的出处只凭记忆，没有核对", fix
