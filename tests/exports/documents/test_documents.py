"""Documents as XML, JSON and Markdown: valid, complete, and only of those that readers have."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from gongkai.exports import documents
from gongkai.exports.documents.words import NAMESPACE

PROJECT = Path(__file__).parents[3]
TODAY = dt.date(2026, 11, 21)
A = f"{{{NAMESPACE}}}"
OLD = "content/policies/2020/jiu.md"
BODY = """\
第一章　总则

第一条　为了规范救助，根据《低保办法》（示民发〔2019〕2号），制定本办法。

第二条　下列人员可以申请：
（一）低保对象：
1. 城市的；
（二）特困人员。

前款规定的人员，按照本办法第一条办理[^1]。

| 项目 | 标准 |
| ---- | ---- |
| # 单人 | 300*60% |
| ^ | < |

- 身份证
- 户口簿

> 引文

!!! note "提示"
    带原件

第二条之一　见[附件](../../files/a.pdf)、**重点**、H<sub>2</sub>O。

[^1]: 以通知书为准。

附件：1. 申请表

区民政局
2020年3月1日

（联系人：综合科）
"""
NOTICE = """\
各镇街、各部门：

现将《示例区临时救助办法》印发给你们，请遵照执行。

示例区民政局
2020年3月1日

示例区临时救助办法

第一条　为了规范救助，制定本办法。

第二条　按照本办法第一条办理。
"""


def policy(title: str, day: str, body: str, more: str = "", normative: str = "是") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n施行日期: {day}\n"
        f"是否规范性文件: {normative}\n{more}---\n{body}\n"
    )


FILES = {
    OLD: policy("救助办法", "2020-03-01", BODY, "发文字号: 示民发〔2020〕3号\n"),
    "content/policies/2019/dibao.md": policy(
        "低保办法", "2019-03-01", "第一条　甲。", "发文字号: 示民发〔2019〕2号\n"
    ),
    "content/policies/2022/gai.md": policy(
        "修改决定",
        "2022-05-01",
        "《救助办法》第二条之一修改为：“第二条之一　乙。”",
        "修改: [{文件: 救助办法}]\n",
    ),
}


@pytest.fixture
def written(small_column, tmp_path) -> Callable[..., Mapping[str, bytes]]:
    """Files → name of each file of documents → its content."""

    def make(files: Mapping[str, str]) -> Mapping[str, bytes]:
        stage = tmp_path / "stage"
        documents.write(small_column(files, TODAY), stage)
        return {file.name: file.read_bytes() for file in stage.rglob("*.*")}

    return make


def _words(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_versions_have_three_files_each_valid(written, schema) -> None:
    found = written(FILES)
    names = {f"jiu@{day}.{end}" for day in ("2020-03-01", "2022-05-01") for end in ("xml", "json", "md")}
    assert names <= set(found)
    for name, text in found.items():
        if name.endswith(".xml"):
            schema.assertValid(etree.fromstring(text))


def test_parts_have_their_places(written) -> None:
    root = etree.fromstring(written(FILES)["jiu@2020-03-01.xml"])
    at = {each.get("eId"): each for each in root.iter() if each.get("eId")}
    assert {"chp_1", "art_1", "art_2-1", "art_2__para_2"} <= set(at)
    assert _words("".join(at["art_2__para_1__point_1__indent_1"].itertext())) == "1.城市的；"
    assert [ref.get("href") for ref in root.iter(f"{A}ref")] == [
        "/eli/cn-110000/minzheng-ju/2019/示民发-2", "#art_1",
    ]  # fmt: skip
    assert at["note_1"].get("title") == root.find(f".//{A}noteRef").get("marker") == "1"
    conclusions = root.find(f".//{A}conclusions")
    assert [each.get("class") for each in conclusions] == ["attachments", "signature", "signature", "notes"]


def test_what_changed_a_version_is_told(written) -> None:
    found = written(FILES)
    first, second = (etree.fromstring(found[f"jiu@{day}.xml"]) for day in ("2020-03-01", "2022-05-01"))
    assert first.find(f".//{A}textualMod") is None
    (mod,) = second.iter(f"{A}textualMod")
    assert (mod.get("type"), mod.find(f"{A}destination").get("href")) == ("substitution", "#art_2-1")
    assert [each.get("type") for each in first.iter(f"{A}eventRef")] == ["generation", "amendment"]
    assert second.find(f".//{A}FRBRauthoritative").get("value") == "false"
    assert "供查阅" in "".join(second.find(f".//{A}notes").itertext())
    told = json.loads(found["jiu@2022-05-01.json"])
    assert (told["算得"], told["修改"][0]["操作"], told["变动的条"]) == (
        True,
        ["改第二条之一"],
        ["tiao-2-zhi-1"],
    )
    assert "第二条之一　乙。" in found["jiu@2022-05-01.md"].decode()


def test_a_reference_around_a_title_is_written_once(written) -> None:
    body = "第一条　甲。\n\n第二条　按照本《低保办法》第一条办理。"
    root = etree.fromstring(
        written({**FILES, OLD: policy("救助办法", "2020-03-01", body)})["jiu@2020-03-01.xml"]
    )
    (article,) = (each for each in root.iter(f"{A}article") if each.get("eId") == "art_2")
    assert _words("".join(article.itertext())) == "第二条按照本《低保办法》第一条办理。"


@pytest.mark.parametrize(("last", "told"), [("2022-06-30", True), ("2020-02-29", False)])
def test_what_is_not_carried_out_is_told_of_the_text_of_those_days(written, schema, last, told) -> None:
    stop = f"修改: [{{文件: 救助办法, 操作: [{{停: 第一条, 起: 2020-01-01, 止: {last}}}]}}]\n"
    found = written(
        {OLD: FILES[OLD], "content/policies/2022/ting.md": policy("通知", "2022-05-01", "甲。", stop)}
    )
    root = etree.fromstring(found["jiu@2020-03-01.xml"])
    schema.assertValid(root)
    words = f"第一条自2020-01-01起至{last}停止执行，依据《通知》。"
    assert json.loads(found["jiu@2020-03-01.json"])["注意"] == ([words] if told else [])
    assert (root.find(f".//{A}notes") is not None) is told


def test_a_printed_document_is_an_attachment(written, schema) -> None:
    root = etree.fromstring(
        written({OLD: policy("关于印发办法的通知", "2020-03-01", NOTICE)})["jiu@2020-03-01.xml"]
    )
    schema.assertValid(root)
    attached = root.find(f".//{A}attachment")
    assert [each.get("eId") for each in attached.iter(f"{A}article")] == ["att_1__art_1", "att_1__art_2"]
    assert attached.find(f".//{A}ref").get("href") == "#att_1__art_1"
    assert "".join(attached.find(f".//{A}docTitle").itertext()) == "示例区临时救助办法"


@pytest.mark.parametrize(
    "text",
    [
        policy("甲", "2020-03-01", "第一条　甲。", normative="否"),
        policy("甲", "2020-03-01", "没有条的正文。"),
        policy("甲", "2020-03-01", "", "公开属性: 不予公开\n不公开理由: 内部文件\n"),
    ],
)
def test_others_have_none(written, text) -> None:
    assert not {name for name in written({OLD: text}) if name.startswith("jiu@")}
