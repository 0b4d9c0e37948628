"""要素齐全率: of the interpretations, how many say everything that an interpretation has to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.text.facts import headings

ID = "elements-rate"
#: the parameter with the headings asked for
WANTED = "要素"
NEEDS = (WANTED,)
ABOUT = About(
    name="要素齐全率",
    order=60,
    kind=Kind.SHARE,
    measure="份",
    among="本栏目公布的政策解读",
    counted="规定的要素样样都有的",
    dated="解读的发布日期",
    note="一个要素算有，是解读正文里有写着这个要素的小标题（“一、”“（一）”、井号或者加粗的一行）。规定的要素写在指标文件的参数里。",
    other="缺要素",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each interpretation, by the headings of its text."""
    wanted = wanted_in(context.norms[ID].parameters[WANTED])
    for each in context.register.interpretations:
        written = frozenset(headings(each.document))
        missing = [name for name in wanted if name not in written]
        yield Case(
            each,
            each.published_on,
            counted=int(not missing),
            units=context.units_of(each),
            note=f"缺{'、'.join(missing)}" if missing else "要素齐全",
        )


def wanted_in(text: str) -> list[str]:
    """The headings a parameter names, with spaces or 、 between them."""
    return [word for word in re.split(r"[\s、，,]+", text) if word]
