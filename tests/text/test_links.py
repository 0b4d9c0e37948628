"""Links are all found, and all rewritten; words that name another site than they lead to are noticed."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, LinkUse, labelled, links, other_site

CASES = {
    "link": ("甲[乙](a.md)", [("a.md", 0, False)]),
    "image": ("甲\n乙![丙](a.png)", [("a.png", 1, True)]),
    "title": ('[乙](a.md "题")', [("a.md", 0, False)]),
    "angle": ("[乙](<a b.pdf>)", [("a b.pdf", 0, False)]),
    "parentheses": ("[乙](a(1).pdf)", [("a(1).pdf", 0, False)]),
    "image in a link": ("[![图](a.png)](b.md)", [("a.png", 0, True), ("b.md", 0, False)]),
    "brackets in the words": ("[甲[2023]1号](b.md)", [("b.md", 0, False)]),
    "definition": ("[甲][a] ![乙][b]\n\n[a]: x.md\n[b]: y.png", [("x.md", 2, False), ("y.png", 3, True)]),
    "autolink": ("<https://a.cn/>", [("https://a.cn/", 0, False)]),
    "mail": ("<a@b.cn>", [("mailto:a@b.cn", 0, False)]),
    "inline tag": ("甲<a href='x.md'>乙</a>", [("x.md", 0, False)]),
    "block": (
        "<div>\n<a href=\"x.md\">乙</a>\n<img src='y.png' alt=''></div>",
        [("x.md", 1, False), ("y.png", 2, True)],
    ),
    "list": ("- 甲\n- 乙\n  - [丙](a.md)", [("a.md", 2, False)]),
    "second paragraph of an item": ("- 甲\n\n  [丙](a.md)", [("a.md", 2, False)]),
    "quote": ("> 甲\n> [丙](a.md)", [("a.md", 1, False)]),
    "table": ("表：[丁](b.md)\n|a|b|\n|-|-|\n|甲|[丙](a.md)|", [("b.md", 1, False), ("a.md", 3, False)]),
    "article": ("第一条　[甲](a.md)\n[乙](b.md)", [("a.md", 0, False), ("b.md", 1, False)]),
    "code": ("```\n[甲](a.md)\n```", []),
    "between backticks": ("`[甲](a.md)`", [("a.md", 0, False)]),
    "no target": ("[甲](元/吨) 数组[1](2) [乙](见表)", []),
    "a note and no link": ("[^1](a.md)\n\n[^1]: 注", []),
    "in bold": ("**[甲](a.md)**", [("a.md", 0, False)]),
    "in a cell without a head": ("| a | [丙](a.md) |\n| b | c |", [("a.md", 0, False)]),
    "escaped": ("\\[甲](a.md)", []),
}
OTHER = {
    "[https://www.gov.cn/](https://evil.example/)": "www.gov.cn",
    "[www.gov.cn](https://evil.example/)": "www.gov.cn",
    "[ｗｗｗ.gov.cn](https://evil.example/)": "www.gov.cn",
    "[**www**.gov.cn](https://evil.example/)": "www.gov.cn",
    "[www\\.gov\\.cn](https://evil.example/)": "www.gov.cn",
    "[邮箱 a@mzj.gov.cn](https://evil.example/)": "mzj.gov.cn",
    "[https://www.gov.cn/][a]\n\n[a]: https://evil.example": "www.gov.cn",
    "[https://www.gov.cn/]\n\n[https://www.gov.cn/]: https://evil.example": "www.gov.cn",
    "<a href='https://evil.example'>www.<b>gov</b>.cn</a>": "www.gov.cn",
    "[www.gov.cn](https://www.gov.cn.evil.example/)": "www.gov.cn",
    "[gov.cn](https://other.gov.cn/)": "gov.cn",
}
SAME = [
    "[https://www.gov.cn/](https://www.gov.cn/zhengce/)",
    "[gov.cn](https://www.gov.cn)",
    "[www.gov.cn首页](https://www.gov.cn)",
    "[中国政府网www.gov.cn](http://www.gov.cn/x)",
    "[办法.docx](https://a.gov.cn/x.docx)",
    "[第2.5条](https://a.gov.cn/)",
    "[示例区政府](https://other.example/)",
    "[www.gov.cn](../x.md)",
]


@pytest.mark.parametrize(("body", "wanted"), CASES.values(), ids=CASES.keys())
def test_links(body: str, wanted: list[tuple[str, int, bool]]) -> None:
    found = [(use.target, use.line, use.image) for use in links(body)]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize("body", [case[0] for case in CASES.values()], ids=CASES.keys())
def test_converter_rewrites_the_same_links(body: str) -> None:
    seen: list[str] = []

    def link(target: str) -> str:
        seen.append(target)
        return f"up/{len(seen)}?a=1&b=2"

    html = Converter().convert(body, link=link).html
    found = [use.target for use in links(body)]
    assert sorted(seen) == sorted(found)
    assert html.count("?a=1&amp;b=2") == len(found)


def test_column() -> None:
    assert list(links("甲\n乙[丙](a.md)")) == [LinkUse("a.md", 1, column=6)]


def test_footnotes_link_to_themselves() -> None:
    html = Converter().convert("甲[^1]\n\n[^1]: [乙](a.md)", link=lambda target: "up/" + target).html
    assert 'href="#fn:1"' in html
    assert 'href="#fnref:1"' in html
    assert 'href="up/a.md"' in html


@pytest.mark.parametrize("body", OTHER)
def test_words_that_name_another_site(body):
    assert [other_site(use.label, use.target) for use in labelled(body)] == [OTHER[body]]


@pytest.mark.parametrize("body", SAME)
def test_words_that_name_the_site_itself_or_none(body):
    assert [other_site(use.label, use.target) for use in labelled(body)] == [""]


def test_of_two_definitions_the_first_counts() -> None:
    assert [use.target for use in labelled("[甲][a]\n\n[a]: x.md\n[a]: y.md")] == ["x.md"]


def test_a_picture_by_definition_is_no_link_with_words() -> None:
    assert list(labelled("![图][a]\n\n[a]: x.png")) == []
