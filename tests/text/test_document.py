"""A text is read as a document: what stands where, and nothing of it lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.text.document import Document, document
from gongkai.text.tree import Node, Part

NOTICE = """\
示例区民政局文件
示民发〔2026〕30号

各镇街、各部门：

现将《示例区临时救助实施办法》印发给你们，请遵照执行。

附件：1. 临时救助申请表
2. 临时救助汇总表

示例区民政局
2026年7月3日

（联系人：综合科；电话：010-00000000）

示例区临时救助实施办法

（2026年7月1日局长办公会通过）

第一章　总则

第一条　为了规范救助，制定本办法。

第二条　下列人员可以申请：
（一）低保对象：
1. 城市的；
（二）特困人员。

前款规定的人员应当提交材料。

第二条之一　街道可以代办。

附件：救助标准
抄送：区委办公室
"""


def _shape(nodes: tuple[Node, ...]) -> list[object]:
    return [
        (node.kind.value + node.label, _shape(node.children))
        if node.children
        else node.kind.value + node.label
        for node in nodes
    ]


def test_every_part_of_a_notice_is_known() -> None:
    read = document(NOTICE)
    assert [line.text for line in read.head] == ["示例区民政局文件"]
    assert read.number and read.number.text == "示民发〔2026〕30号"
    assert read.addressee and read.addressee.text == "各镇街、各部门："
    assert [line.text for line in read.attachments] == ["临时救助申请表", "临时救助汇总表"]
    assert [line.text for line in read.issuers] == ["示例区民政局"]
    assert read.day and (read.day.text, read.day.line) == ("2026年7月3日", 11)
    assert [line.text for line in read.notes] == ["（联系人：综合科；电话：010-00000000）"]
    assert [node.text for node in read.body] == ["现将《示例区临时救助实施办法》印发给你们，请遵照执行。"]


def test_what_a_notice_prints_is_a_document_of_its_own() -> None:
    (printed,) = document(NOTICE).printed
    assert printed.title and printed.title.text == "示例区临时救助实施办法"
    assert printed.id == "wen-1"
    assert [line.text for line in printed.head] == ["（2026年7月1日局长办公会通过）"]
    assert [line.text for line in printed.attachments] == ["救助标准"]
    assert [line.text for line in printed.imprint] == ["抄送：区委办公室"]
    assert document(NOTICE).governing is printed


def test_parts_stand_inside_one_another() -> None:
    (printed,) = document(NOTICE).printed
    assert _shape(printed.body) == [
        (
            "章第一章",
            [
                ("条第一条", ["款"]),
                ("条第二条", [("款", [("项（一）", ["目1."]), "项（二）"]), "款"]),
                ("条第二条之一", ["款"]),
            ],
        )
    ]


def test_every_part_of_an_article_has_an_address() -> None:
    (printed,) = document(NOTICE).printed
    article = printed.articles[1]
    assert [node.id for node in article.walk()] == [
        "tiao-2",
        "tiao-2-kuan-1",
        "tiao-2-kuan-1-xiang-1",
        "tiao-2-kuan-1-xiang-1-mu-1",
        "tiao-2-kuan-1-xiang-2",
        "tiao-2-kuan-2",
    ]
    assert [each.number for each in printed.articles] == [(1,), (2,), (2, 1)]
    second = article.part(Part.CLAUSE, 2)
    assert second and second.words == "前款规定的人员应当提交材料。"


def test_the_levels_of_a_notice_stand_inside_one_another() -> None:
    read = document(
        "一、总体要求，做好。\n\n（一）目标。做到。\n\n1. 第一步。\n\n（1）登记。\n\n二、保障措施，抓落实。"
    )
    assert _shape(read.body) == [("一、一、", [("（一）（一）", [("1.1.", ["（1）（1）"])])]), "一、二、"]
    assert [node.id for node in read.walk()] == ["bu-1", "bu-1-1", "bu-1-1-1", "bu-1-1-1-1", "bu-2"]


@pytest.mark.parametrize(
    "line",
    [
        "附件：申请表",
        "附：申请表",
        "（联系人：综合科）",
        "（此件公开发布）",
        "抄送：区委",
        "区政府　2026年7月3日印发",
    ],
)
def test_what_follows_the_last_article_is_no_part_of_it(line: str) -> None:
    article = document(f"第三条　本办法自印发之日起施行。\n{line}").articles[-1]
    assert article.words.split("\n") == ["第三条", "本办法自印发之日起施行。"]


def test_a_numbered_line_between_articles_is_a_heading() -> None:
    read = document("第一条　甲。\n\n六、企业的出售\n\n第二条　乙。")
    assert _shape(read.body) == [("条第一条", ["款"]), ("一、六、", [("条第二条", ["款"])])]


@pytest.mark.parametrize(
    "name", ["《示例区公园管理办法》", "《公园管理办法》", "《示例区公园管理办法（试行）》"]
)
def test_a_printed_document_is_known_by_the_name_given_before(name: str) -> None:
    read = document(f"现将{name}印发给你们。\n\n示例区公园管理办法\n\n第一条　甲。")
    assert [each.title.text for each in read.printed if each.title] == ["示例区公园管理办法"]


@pytest.mark.parametrize(
    "text",
    [
        "示例区公园管理办法\n\n第一条　甲。",
        "按照《示例区公园管理办法》办理。\n\n示例区公园管理办法\n\n第一条　甲。",
        "现将《示例区公园管理办法》印发给你们。\n\n公园管理办法的说明如下。",
    ],
)
def test_a_line_that_is_no_name_given_begins_no_document(text: str) -> None:
    assert document(text).printed == ()


def _all(read: Document) -> str:
    lines = [*read.head, *read.listing, *read.issuers, *read.notes, *read.imprint]
    lines += [each for each in (read.title, read.number, read.addressee, read.day) if each]
    own = [(line.line, line.text) for line in lines]
    own += [(node.line, node.label + node.text) for node in read.walk()]
    return "".join(text for _, text in own) + "".join(_all(each) for each in read.printed)


PIECES = st.sampled_from([
    "第一条　", "第二条之一 ", "第一章 总则", "一、", "（一）", "1. ", "（1）", "甲乙", "。", "\n", "\n\n",
    "附件：", "抄送：区委", "（此件公开发布）", "2026年7月3日", "区政府", "示民发〔2026〕3号", "各镇街：",
    "现将《示例区公园管理办法》印发", "示例区公园管理办法", "如下：", "- ",
    "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n",
])  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
def test_every_sign_of_a_text_stands_in_its_document(text: str) -> None:
    def signs(words: str) -> list[str]:
        return sorted(re.sub(r"[\s\d.|:*-]", "", words))

    assert signs(_all(document(text))) == signs(text)


@pytest.mark.parametrize(
    "printed",
    [
        "示例区人民政府关于印发示例区\n\n养犬管理办法的通知",
        "关于印发示例区\n养犬管理办法的通知",
        "示例区人民政府文件\n\n关于印发示例区\n\n养犬管理办法\n\n的通知",
    ],
)
def test_a_title_broken_over_lines_as_on_paper_is_one(printed: str) -> None:
    text = f"{printed}\n\n示政发〔2026〕9号\n\n各街道办事处：\n\n现印发给你们。"
    read = document(text, "关于印发示例区养犬管理办法的通知")
    assert read.title is not None and read.title.text.endswith("关于印发示例区养犬管理办法的通知")
    assert (read.number and read.number.text, read.addressee and read.addressee.text) == (
        "示政发〔2026〕9号",
        "各街道办事处：",
    )
    assert [each.text for each in read.walk()] == ["现印发给你们。"]


@pytest.mark.parametrize("printed", ["关于印发示例区\n\n养猫管理办法的通知", "欢迎\n\n关于养犬的通知"])
def test_other_words_above_the_number_are_no_title(printed: str) -> None:
    read = document(f"{printed}\n\n示政发〔2026〕9号\n\n各街道办事处：\n\n现印发给你们。", "关于养犬的通知")
    assert read.title is None
    assert read.number is None
