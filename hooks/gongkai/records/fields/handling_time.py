"""办理时限: what a guide says of the time, as steps that can be counted with; all of it or nothing.

The first number of a sentence is no time limit: “初审5个工作日，审核10个工作日” is not five days. Clauses
are read one by one, and where one is not understood there are no steps, only the words as written.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

#: a number of these → one
NUMERALS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)}
_CLAUSE = re.compile(
    r"(?P<stage>[^\W\d]{0,8}?)"
    r"(?:(?P<at_once>当场(?:办完)?)"
    r"|(?P<count>\d{1,3}|[一二三四五六七八九十])个?(?P<unit>工作日|小时|日|天)(?:以内|之内|内)?)"
)


@dataclass(frozen=True)
class Step:
    """One step: its name, empty for the whole; how many of which unit, none where it is done at once."""

    stage: str
    count: int = 0
    unit: str = ""


@cache
def steps(text: str) -> tuple[Step, ...]:
    """The steps of a wording in their order; none where any part of it is not understood."""
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    found = [_CLAUSE.fullmatch(each) for each in re.split(r"[，,；;、]", folded.rstrip("。"))]
    read = [_step(each) for each in found if each]
    # two times without names would be a choice that nobody explains
    whole = len(read) == len(found) and (len(read) == 1 or all(each.stage for each in read))
    return tuple(read) if whole else ()


def _step(found: re.Match[str]) -> Step:
    if found["at_once"]:
        return Step(found["stage"])
    count = found["count"]
    unit = "日" if found["unit"] == "天" else found["unit"]
    return Step(found["stage"], int(NUMERALS.get(count, count)), unit)
