"""The last guards: what a browser would make of the HTML is what was meant."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, UnsafeText
from gongkai.text.markup import refuse_tag, refuse_unsafe


@pytest.mark.parametrize(
    ("name", "attribute"), [("img", "onerror"), ("p", "style"), ("span", "id"), ("td", "class")]
)
def test_the_converter_itself_refuses_attributes(name: str, attribute: str) -> None:
    with pytest.raises(UnsafeText, match=attribute):
        refuse_tag(name, [(attribute, "x")])


def test_what_a_browser_reads_differently_is_refused() -> None:
    for html in (
        "<p>甲<script>x</script></p>",
        '<a href="javascript:x">甲</a>',
        "<p onclick='x'>甲</p>",
        "<b>甲",
        "<p>甲</p><!-- 乙 -->",
    ):
        with pytest.raises(UnsafeText):
            refuse_unsafe(html)


def test_the_hole_for_an_interpretation_is_no_comment() -> None:
    refuse_unsafe('<section class="article" id="tiao-1"><p>甲</p><!--notes:tiao-1--></section>')


def test_forty_tags_in_one_another_and_no_more() -> None:
    Converter().convert("<div>" * 40 + "甲" + "</div>" * 40)
    with pytest.raises(UnsafeText, match="太深"):
        Converter().convert("<div>" * 41 + "甲" + "</div>" * 41)
