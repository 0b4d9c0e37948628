"""Reviews and lawsuits that nobody told of, planted: a month left out, a lost case too many."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, Files
from gongkai.law.rules.lost_cases import a_month

ADOPTED = {
    "data/rulebook/lost-cases.yml": "依据: [{文件: 示例区办法}]\n采用: 是\n参数: {适用自: 2026-07-01}\n"
}
#: what is planted → what is said, or nothing
PLANTED: dict[str, tuple[Files, str]] = {
    "a month without a word": (a_month(""), "2026-10 没有写复议诉讼和败诉的件数"),
    "a month long past, told late": (a_month("", "2026-07", "2026-11-20"), "2026-07 没有写复议诉讼"),
    "more cases lost than ended": (
        a_month("{复议办结: 0, 诉讼审结: 0, 败诉: 1}"),
        "败诉 1 件，多于诉讼审结 0 件",
    ),
    "noughts are the report": (a_month(), ""),
    "a month that readers do not see yet": (a_month("", "2026-10", "2026-11-30"), ""),
    "a month before it was asked for": (a_month("", "2026-06", "2026-07-05"), ""),
}


@pytest.mark.parametrize("name", PLANTED)
def test_what_was_planted_is_answered(run, name: str) -> None:
    files, said = PLANTED[name]
    outcome = run({**CLEAN, **ADOPTED, **files})
    told = [each.message for each in outcome.problems if each.rule == "lost-cases"]
    assert [said in each for each in told] == ([True] if said else [])
