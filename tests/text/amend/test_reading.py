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
