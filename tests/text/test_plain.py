"""The words of a page."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, plain_text


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>甲</p>\n<p>乙 &amp; &lt;b&gt;</p>", "甲\n乙 & <b>"),
        ("<h2 id='h-1'>题</h2><p>甲<strong>重</strong>乙</p>", "题\n甲重乙"),
        ("<p>甲<br>乙</p>", "甲\n乙"),
        ("<ul><li>甲<ul><li>乙</li></ul></li></ul>", "甲\n乙"),
        ('<ol start="3"><li>甲</li><li>乙</li></ol>', "3. 甲\n4. 乙"),
        ("<table><tr><th>甲</th><td>乙</td></tr></table>", "甲 乙"),
        ("<p>甲</p><!--notes:tiao-1--><script>x</script>", "甲"),
        ("<p>甲<a href='x'>乙</a></p>", "甲乙"),
        ("<p>甲<ruby>亓<rp>(</rp><rt>qí</rt><rp>)</rp></ruby>乙</p>", "甲亓qí乙"),
        ("", ""),
    ],
)
def test_plain_text(html: str, wanted: str) -> None:
    assert plain_text(html) == wanted


def test_numbers_of_a_list_are_searchable() -> None:
    html = Converter().convert("材料：\n1. 身份证\n2. 户口簿").html
    assert plain_text(html) == "材料：\n1. 身份证\n2. 户口簿"
