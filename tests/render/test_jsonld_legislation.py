"""A policy as Legislation: which text the page shows, from when its articles hold, what it rests on."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from gongkai.exports import documents
from gongkai.render.machine.jsonld import json_ld

ROOT = "https://www.example.gov.cn/zwgk/"
SCHEMA = "https://schema.org/"
TODAY = dt.date(2026, 11, 21)
BODY = """\
第一条　根据《低保办法》（示民发〔2019〕2号）和《救助条例》，制定本办法。

第二条　费用为30元。

第三条　丙。

第四条　本办法自2020年3月1日起施行，其中第三条自2021年1月1日起施行。
"""


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n施行日期: {day}\n"
        f"是否规范性文件: 是\n{more}---\n{body}\n"
    )


FILES = {
    "content/policies/2020/jiu.md": policy("救助办法", "2020-03-01", BODY),
    "content/policies/2019/dibao.md": policy(
        "低保办法", "2019-03-01", "第一条　甲。", "发文字号: 示民发〔2019〕2号\n"
    ),
}
AMENDING = {
    "content/policies/2022/gai.md": policy(
        "修改决定",
        "2022-05-01",
        "《救助办法》第二条修改为：“第二条　费用为60元。”",
        "修改: [{文件: 救助办法}]\n",
    )
}
STOPPING = {
    "content/policies/2026/ting.md": policy(
        "暂停通知",
        "2026-11-01",
        "第一条　甲。",
        "修改: [{文件: 救助办法, 操作: [{停: 第二条, 止: 2026-11-21}]}]\n",
    )
}


@pytest.fixture
def told(small_column, tmp_path):
    """Other files and a day → what the page of the old document tells."""

    def make(files: Mapping[str, str], today: dt.date = TODAY) -> dict[str, Any]:
        register = small_column({**FILES, **files}, today)
        texts = documents.write(register, tmp_path / "stage")
        record = register.record("policies/2020/jiu")
        assert record
        made: dict[str, Any] = json.loads(json_ld(record, register, texts.get(record.id, ())))
        return made

    return make


def _parts(told: Mapping[str, Any]) -> dict[str, tuple[str | None, str]]:
    return {
        each["name"]: (each.get("temporalCoverage"), each["legislationLegalForce"].removeprefix(SCHEMA))
        for each in told["hasPart"]
    }


def test_the_issued_text_is_official(told) -> None:
    found = told({})
    assert found["legislationLegalValue"] == f"{SCHEMA}OfficialLegalValue"
    assert (found["legislationDateVersion"], found["temporalCoverage"]) == ("2020-03-01", "2020-03-01/..")
    assert "legislationConsolidates" not in found
    assert _parts(found) == {"第三条": ("2021-01-01/..", "InForce")}


def test_a_computed_text_is_not(told) -> None:
    found = told(AMENDING)
    assert found["legislationLegalValue"] == f"{SCHEMA}UnofficialLegalValue"
    assert found["legislationDateVersion"] == "2022-05-01"
    assert [each["name"] for each in found["legislationConsolidates"]] == ["救助办法", "修改决定"]
    assert _parts(found)["第二条"] == ("2022-05-01/..", "InForce")
    kinds = {
        (each["encodingFormat"], each["legislationLegalValue"].removeprefix(SCHEMA))
        for each in found["encoding"]
    }
    assert ("application/akn+xml", "OfficialLegalValue") in kinds
    assert ("application/akn+xml", "UnofficialLegalValue") in kinds


def test_an_amendment_to_come_changes_nothing_yet(told) -> None:
    later = {
        name: text.replace("救助办法}", "救助办法, 日期: 2027-01-01}") for name, text in AMENDING.items()
    }
    found = told(later)
    assert (found["legislationLegalValue"], found["legislationDateVersion"]) == (
        f"{SCHEMA}OfficialLegalValue",
        "2020-03-01",
    )
    assert set(_parts(found)) == {"第三条"}
    spans = [each["temporalCoverage"] for each in found["encoding"]]
    assert spans == ["2020-03-01/2026-12-31"] * 3 + ["2027-01-01/.."] * 3


@pytest.mark.parametrize(("day", "idle"), [(dt.date(2026, 11, 21), True), (dt.date(2026, 11, 22), False)])
def test_a_suspended_article_is_not_in_force_to_its_last_day(told, day, idle) -> None:
    found = told(STOPPING, day)
    assert found["legislationLegalForce"] == f"{SCHEMA}InForce"
    assert (_parts(found).get("第二条") == (None, "NotInForce")) is idle


def test_what_it_rests_on(told) -> None:
    held, other = told({})["legislationApplies"]
    assert held["@id"] == f"{ROOT}policies/2019/dibao/"
    assert held["legislationIdentifier"] == "/eli/cn-110000/minzheng-ju/2019/示民发-2"
    assert other == {"@type": "Legislation", "name": "救助条例"}


def test_files_are_where_they_are_told(told, tmp_path: Path) -> None:
    for each in told(AMENDING)["encoding"]:
        file = tmp_path / "stage" / each["contentUrl"].removeprefix(ROOT)
        assert each["contentSize"] == f"{file.stat().st_size} B"


def test_a_closed_document_tells_nothing_of_its_text(told) -> None:
    closed = policy("救助办法", "2020-03-01", "", "公开属性: 不予公开\n不公开理由: 内部文件\n")
    found = told({"content/policies/2020/jiu.md": closed})
    assert not found.keys() & {"legislationLegalValue", "legislationApplies", "hasPart", "encoding"}
