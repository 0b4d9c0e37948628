"""Documents and articles named in a text become links, and nothing else of it changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import lxml.html
import pytest

from gongkai.column.citations import meant
from gongkai.render.citing import Shown, cited
from gongkai.text import Converter, plain_text

TODAY = dt.date(2026, 11, 21)
HERE = "content/policies/2026/shi.md"


def policy(title: str, number: str, body: str = "第一条　甲。", more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n发文字号: {number}\n成文日期: 2026-03-01\n"
        f"发布日期: 2026-03-01\n是否规范性文件: 否\n{more}---\n{body}\n"
    )


FILES = {
    "content/policies/2026/jiu.md": policy("救助办法", "示民发〔2026〕3号"),
    "content/policies/2026/mi.md": policy(
        "内部规定", "示民发〔2026〕4号", "", "公开属性: 不予公开\n不公开理由: 内部文件\n"
    ),
    "content/policies/2026/gao.md": policy("草拟办法", "示民发〔2026〕5号", more="草稿: 是\n"),
}
JIU = "/policies/2026/jiu/"


def address_of(register, record, name):
    found = meant(register, record, name)
    return found.url if found else ""


@pytest.fixture
def linked(small_column) -> Callable[[str], list[tuple[str, str]]]:
    """A text → (where to, words) of the links it gets; its words are the same as before."""

    def make(body: str, title: str = "示例办法") -> list[tuple[str, str]]:
        register = small_column({**FILES, HERE: policy(title, "示民发〔2026〕9号", body)}, TODAY)
        record = register.record("policies/2026/shi")
        before = Converter().convert(body).html
        shown = Shown(record, record.document, record.url)
        after = cited(before, shown, lambda name: address_of(register, record, name), "/{}".format)
        assert plain_text(after) == plain_text(before)
        tree = lxml.html.fragment_fromstring(after, create_parent=True)
        assert not tree.xpath("//a//a | //h2//a")
        return [(each.get("href"), each.text_content()) for each in tree.iter("a")]

    return make


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《救助办法》制定。", [(JIU, "《救助办法》")]),
        ("根据《救助办法》（示民发〔2026〕3号）制定。", [(JIU, "《救助办法》（示民发〔2026〕3号）")]),
        ("根据《救助暂行办法》（示民发[2026]3号）。", [(JIU, "《救助暂行办法》（示民发[2026]3号）")]),
        ("根据《救助办法》（示民发〔2020〕8号）制定。", []),
        ("根据《内部规定》和《草拟办法》（示民发〔2026〕5号）。", []),
        ("《示例办法》（示民发〔2026〕9号）同时废止。", []),
        ("## 《救助办法》摘要", []),
        ("见[《救助办法》全文](https://www.gov.cn/)。", [("https://www.gov.cn/", "《救助办法》全文")]),
        ("《救助办法》和**《救助办法》**。", [(JIU, "《救助办法》")]),
        ("《救助办法》。\n\n《救助办法》。", [(JIU, "《救助办法》")] * 2),
        ("A&B《救助办法》&lt;", [(JIU, "《救助办法》")]),
    ],
)
def test_documents_that_readers_have(linked, text, expected) -> None:
    assert linked(text) == expected


def test_articles_of_its_own(linked) -> None:
    found = linked(
        "第一条　甲。\n\n第二条　按照本办法第一条第二款办理，本办法第九条除外，《救助办法》第一条不适用。"
    )
    assert found == [("/policies/2026/shi/#tiao-1", "本办法第一条第二款"), (JIU, "《救助办法》")]


def test_in_a_quotation_another_document_speaks(linked) -> None:
    assert linked("第一条　甲。\n\n第二条　修改为：“第五条　按照本办法第一条办理。”") == []


def test_a_printed_document_means_its_own_articles(linked) -> None:
    notice = (
        "各镇街：\n\n现将《低保办法》印发给你们，请遵照执行。\n\n区民政局\n2026年3月1日\n\n"
        "低保办法\n\n第一条　甲。\n\n第二条　按照本办法第一条办理。"
    )
    assert linked(notice, "关于印发低保办法的通知") == [("/policies/2026/shi/#tiao-1", "本办法第一条")]
