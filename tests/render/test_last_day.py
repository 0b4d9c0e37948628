"""失效日期 is the last day on which a document holds: all that tells of it agrees, then and the day after."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from gongkai.exports import calendar, door
from gongkai.exports.lists import list_csv
from gongkai.law.applied import Applied
from gongkai.records.types.policy import Policy
from gongkai.render import Facts, Site
from gongkai.render.machine.jsonld import json_ld
from gongkai.render.records.views.policy import metadata
from gongkai.render.records.views.timeline import timeline

from .conftest import PROJECT

LAST = dt.date(2028, 6, 30)
PATH = "content/policies/2026/zanxing.md"
TEXT = """\
---
标题: 暂行办法
发文机关: 区民政局
成文日期: 2026-01-02
发布日期: 2026-01-05
施行日期: 2026-07-01
失效日期: 2028-06-30
是否规范性文件: 是
---
第一条　本办法自2026年7月1日起施行，有效期至2028年6月30日。
"""


@pytest.fixture
def told(small_column):
    """A day → what each part of the program says of the document on it."""

    def ask(day: dt.date) -> dict[str, str]:
        register = small_column({PATH: TEXT}, day)
        policy = next(each for each in register.policies if each.slug == "zanxing")
        site = Site.of(Facts(register, door.plan(register), Applied()), PROJECT / "overrides")
        table = list_csv([policy], register, Policy).decode("utf-8-sig")
        (row,) = csv.DictReader(io.StringIO(table))
        return {
            "page": register.standing(policy).status.value,
            "since": str(register.standing(policy).since),
            "label": dict(metadata(site, policy))["有效期至"].striptags(),
            "timeline": str(timeline(site, policy)[-1][1]),
            "step": str(timeline(site, policy)[-1][0]),
            "json-ld": json.loads(json_ld(policy, register))["legislationLegalForce"].rpartition("/")[2],
            "expires": json.loads(json_ld(policy, register))["expires"],
            "list": row["状态"],
        }

    return ask


def test_it_holds_on_its_last_day(told):
    found = told(LAST)
    assert (found["page"], found["list"], found["json-ld"]) == ("有效", "有效", "InForce")
    assert found["label"] == "2028年6月30日"
    assert (found["step"], found["timeline"]) == ("2028-07-01", "（预定）有效期届满，失效")
    assert found["expires"] == "2028-07-01"


def test_it_does_not_from_the_next_day_on(told):
    found = told(LAST + dt.timedelta(days=1))
    assert (found["page"], found["list"], found["json-ld"]) == ("失效", "失效", "NotInForce")
    assert found["since"] == "2028-07-01"
    assert (found["step"], found["timeline"]) == ("2028-07-01", "有效期届满，失效")


def test_the_calendar_has_its_last_day(small_column):
    register = small_column({PATH: TEXT})
    (day,) = (each for each in calendar.occasions(register) if each.occasion.key == "失效日期")
    assert (day.day, day.occasion.kind.value) == (LAST, "有效期届满")
