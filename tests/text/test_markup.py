"""The last guards: what a browser would make of the HTML is what was meant."""

from __future__ import annotations

import pytest

from gongkai.text import UnsafeText
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
    ):
        with pytest.raises(UnsafeText):
            refuse_unsafe(html)
