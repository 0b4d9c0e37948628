"""What a text of the demonstration claims of the column is what the rules and figures find.

A claim is a form of words, and how it is compared; every public text is asked for each. Beside them
stands a text with the opposite, so that a comparison cannot pass whatever it reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import pytest

from gongkai.column.register import Register
from gongkai.common.problems import Level
from gongkai.pipeline import Checked
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.records.types.response import Response
from gongkai.records.vocabulary.documents import Status

from .test_same_claims import cells

#: (what was found, the column, the text it stands in) → what contradicts it
Compare = Callable[[re.Match[str], Checked, str], str]
MONTH = re.compile(r"(\d{4})年(\d{1,2})月")
YEAR = re.compile(r"(20\d\d)年\S*(?:要点|工作方案)")


def published(register: Register, name: str, year: int, month: int) -> int:
    unit = register.unit(name)
    assert unit, name
    days = [record.published for record in register.records_of(unit)]
    return sum((day.year, day.month) == (year, month) for day in days)


def counted(found: re.Match[str], checked: Checked, text: str) -> str:
    """A table of what units published in a month."""
    month = MONTH.search(text)
    assert month, "a count of a month that is not named"
    for name, row in cells(text).items():
        if checked.register.unit(name):
            there = published(checked.register, name, int(month[1]), int(month[2]))
            if int(row[0]) != there:
                return f"{name} {row[0]} 条，栏目里 {there} 条"
    return ""


def stopped(found: re.Match[str], checked: Checked, text: str) -> str:
    """缺少解读就不能发布: an error, and of every document that is like a policy."""
    if checked.standards["interpretation-missing"].level is not Level.ERROR:
        return "没有解读不是错误"
    escaped = [each.path for each in checked.problems if each.rule == "policy-likeness"]
    every = "每一件" in found.group() or "缺少解读" in found.group()
    return f"没有认作政策的 {len(escaped)} 件" if every and escaped else ""


def complete(found: re.Match[str], checked: Checked, text: str) -> str:
    """The ten elements are what every page has."""
    rule = checked.standards["interpretation-elements"].on(checked.register.today)
    return "" if rule and rule.number("最少") >= 10 else "规则不要求写全十个"


def promised(found: re.Match[str], checked: Checked, text: str) -> str:
    return "写着以后说明，没有说明"


CLAIMS: Mapping[str, Compare] = {
    r"\|\s*单位\s*\|\s*条数\s*\|": counted,
    r"检查每一件政策文件|缺少解读就不能发布|没有解读的不能发布": stopped,
    r"就?按这十个要素设小标题": complete,
    r"以后另行说明": promised,
}


def texts(record: ContentRecord) -> Iterator[str]:
    yield "\n".join([*(value for value in dict(record).values() if isinstance(value, str)), record.body])


def untrue(checked: Checked, text: str) -> list[str]:
    return [
        f"{found.group()}: {why}"
        for pattern, compare in CLAIMS.items()
        for found in re.finditer(pattern, text)
        if (why := compare(found, checked, text))
    ]


def test_no_text_claims_what_rules_and_figures_do_not_find(checked):
    asked, told = 0, []
    for record in checked.register.all:
        for text in texts(record):
            asked += sum(bool(re.search(pattern, text)) for pattern in CLAIMS)
            told += [(record.id, each) for each in untrue(checked, text)]
    assert asked and told == []


@pytest.mark.parametrize(
    "text",
    [
        "2026年10月公开信息情况\n| 单位 | 条数 |\n|---|---|\n| 区房管局 | 9 |",
        "本专栏据此检查每一件政策文件，缺少解读就不能发布。",
        "本专栏的解读页面就按这十个要素设小标题。",
        "这处差异以后另行说明。",
    ],
)
def test_a_claim_against_the_rules_is_told(checked, text):
    assert untrue(checked, text)


def test_a_plan_of_a_year_that_is_over_is_not_in_force(checked):
    register = checked.register
    plans = [
        (int(year[1]), register.standing(each).status)
        for each in register.public(Policy)
        if (year := YEAR.search(each.title))
    ]
    over = [status for year, status in plans if year < register.today.year]
    assert len(over) >= 4
    assert {*over} <= {Status.EXPIRED, Status.ELSEWHERE}, plans
    assert any(status is Status.VALID for year, status in plans if year == register.today.year)


def test_what_happened_in_the_evening_is_not_mended_in_the_afternoon(checked):
    """A day's part in the text of a response does not come before its event."""
    evening = [
        each for each in checked.register.public(Response) if each.raised_at and each.raised_at >= "18:00"
    ]
    assert evening and not [each.id for each in evening if "当日下午" in each.body]
