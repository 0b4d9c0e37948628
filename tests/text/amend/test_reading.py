"""The wording of amending decisions, item by item; what is not understood stays an item."""

from __future__ import annotations

import pytest

from gongkai.text.amend.reading import items, items_on
from gongkai.text.document import document

CASES = {
    "将第三条修改为：“第三条　新。”": [("改第三条", "第三条　新。")],
    "第三条第二款修改为：“新款。”": [("改第三条第二款", "新款。")],
    "第四条第二款第（三）项修改为：“（三）表。”": [("改第四条第二款第（三）项", "（三）表。")],
    "第九条改为第十条，修改为：“新。”": [("改第九条", "新。"), ("移第九条至第十条", "")],
    "第八条改为第九条": [("移第八条至第九条", "")],
    "增加一条，作为第五条：“加。”": [("增第五条", "加。")],
    "在第五条后增加一条，作为第五条之一：“加。”": [("增第五条之一", "加。")],
    "第四条增加一款，作为第二款：“新款。”": [("增第四条第二款", "新款。")],
    "第四条增加一项，作为第（五）项：“（五）新。”": [("增第四条第（五）项", "（五）新。")],
    "删去第七条": [("删第七条", "")],
    "删除第七条、第八条第二款": [("删第七条", ""), ("删第八条第二款", "")],
    "将第三条、第六条中的“甲”修改为“乙”": [("第三条、第六条换“甲”为“乙”", "")],
    "将“甲”统一修改为“乙”": [("全文换“甲”为“乙”", "")],
    "条文顺序作相应调整": [("条文顺序作相应调整", "")],
    "《甲办法》（甲发〔2020〕1号）第九条修改为：“新。”": [("改第九条", "新。")],
    "增加第五条之一：“加。”": [("增第五条之一", "加。")],
    '第三条修改为："新。"': [("改第三条", "新。")],
    "将第三条中的“60”修改为“65”，“3元”修改为“5元”": [
        ("第三条换“60”为“65”", ""),
        ("第三条换“3元”为“5元”", ""),
    ],
    "删去第五条中的“丙。”": [("第五条换“丙。”为“”", "")],
    "在第二条“居民”后增加“和家庭”": [("第二条换“居民”为“居民和家庭”", "")],
    "将本办法中的“甲”统一修改为“乙”": [("全文换“甲”为“乙”", "")],
    "将第六条“按月”调整为“按季”": [("第六条换“按月”为“按季”", "")],
    "将第五条第一句中的“甲”修改为“乙”": [],
    "增加一章，作为第三章：“没有章名。”": [],
    "对文字作了修改": [],
    "将第三条修改得更清楚": [],
    "删去第三条，并将第四条改得更好": [],
}


@pytest.mark.parametrize("words", CASES)
def test_an_item_as_operations(words: str) -> None:
    (item,) = items(f"一、{words}。")
    assert [(each.words, each.text) for each in item.operations] == CASES[words]


def test_a_quotation_opens_again_with_each_paragraph() -> None:
    text = "一、将第三条修改为：“第三条　应当：\n“（一）满十八；\n“（二）有‘证’。”\n二、删去第四条。"
    first, second = items(text)
    assert first.operations[0].text == "第三条　应当：\n（一）满十八；\n（二）有“证”。"
    assert (second.line, second.operations[0].words) == (3, "删第四条")


def test_a_number_inside_a_quotation_begins_no_item() -> None:
    (item,) = items(
        "一、将第三条修改为：“第三条　办法：\n“一、先登记；\n“二、再领证。”\n本决定自公布之日起施行。"
    )
    assert len(item.operations) == 1


def test_a_decision_with_one_change_has_no_numbers() -> None:
    (item,) = items("将《甲办法》第三条修改为：“乙。”\n本决定自公布之日起施行。")
    assert [each.words for each in item.operations] == ["改第三条"]


CHAPTER = """\
一、增加一章，作为第三章：“第三章　监督

第八条　每年检查。

（一）自查；

第九条　可以举报。”

二、第八条改为第十条。

本决定自公布之日起施行。

《甲办法》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
"""


def test_a_chapter_is_its_articles_with_its_heading_above_the_first() -> None:
    first, second, order = items_on(document(CHAPTER), "甲办法", None, whole=True)
    assert [(each.words, each.text) for each in first.operations] == [
        ("增第八条", "第三章　监督\n\n第八条　每年检查。\n（一）自查；"),
        ("增第九条", "第九条　可以举报。"),
    ]
    assert [each.words for each in second.operations] == ["移第八条至第十条"]
    assert [each.words for each in order.operations] == ["条文顺序作相应调整"]


def test_the_closing_sentence_says_nothing_where_no_article_came_or_went() -> None:
    (item,) = items("一、第三条修改为：“新。”\n根据本决定对条文顺序作相应调整。")
    assert [each.words for each in item.operations] == ["改第三条"]


def test_the_articles_an_item_changes_are_those_outside_its_quotations() -> None:
    (item,) = items("一、第三条暂停执行，停止执行的还有“第五条”。")
    assert item.articles == ((3,),)


def test_a_document_speaks_of_another_only_where_it_names_it() -> None:
    text = document(
        "第一条　本区第三条修改为：“误。”\n\n"
        "第二条　《甲办法》（甲发〔2020〕1号）第九条修改为：“新。”\n\n第三条　丙。"
    )
    (item,) = items_on(text, "甲办法", "甲发〔2020〕1号", whole=False)
    assert [each.words for each in item.operations] == ["改第九条"]
    assert items_on(text, "乙办法", None, whole=False) == ()


def test_a_decision_on_several_documents_has_a_section_for_each() -> None:
    text = document(
        "一、修改《甲办法》\n\n（一）删去第三条。\n\n二、修改《乙办法》\n\n（一）删去第四条。\n\n（二）删去第五条。"
    )
    found = [each.words for item in items_on(text, "乙办法", None, whole=False) for each in item.operations]
    assert found == ["删第四条", "删第五条"]
