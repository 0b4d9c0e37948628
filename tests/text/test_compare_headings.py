"""Headings of chapters in a comparison: above which articles they stand, and what they were."""

from __future__ import annotations

import pytest

from gongkai.text.compare import compare
from gongkai.text.compare_headings import compare_headings
from gongkai.text.document import document

ONE, TWO = "第一条　甲的规定在此。", "第二条　乙的事项不同。"
BOTH = "第一章　总则\n\n{1}\n\n第二章　附则\n\n{2}"


def _told(old: str, new: str) -> list[list[str]]:
    before, after = document(old), document(new)
    found = compare_headings(before, after, compare(before, after))
    return [[f"{_words(each.old)}>{_words(each.new)}" for each in above] for above in found]


def _words(node) -> str:
    return node.own_words if node else ""


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("{1}\n\n{2}", "{1}\n\n{2}", [[], []]),
        (BOTH, BOTH, [["第一章　总则>第一章　总则"], ["第二章　附则>第二章　附则"]]),
        ("{1}\n\n{2}", "{1}\n\n第二章　附则\n\n{2}", [[], [">第二章　附则"]]),
        ("{1}\n\n第二章　附则\n\n{2}", "{1}\n\n{2}", [[], ["第二章　附则>"]]),
        ("第一章　总则\n\n{1}\n\n{2}", "第一章　甲\n\n{1}\n\n{2}", [["第一章　总则>第一章　甲"], []]),
        ("第二章　附则\n\n{2}", BOTH, [[">第一章　总则"], ["第二章　附则>第二章　附则"]]),
        ("第一章　总则\n\n第一节　甲\n\n{1}\n\n{2}", "第一章　总则\n\n{1}\n\n{2}",
         [["第一节　甲>", "第一章　总则>第一章　总则"], []]),
    ],
)  # fmt: skip
def test_each_heading_stands_above_its_articles_once(old, new, wanted):
    assert _told(*(text.replace("{1}", ONE).replace("{2}", TWO) for text in (old, new))) == wanted


def test_the_heading_of_articles_that_are_gone_stands_with_them():
    old = f"{ONE}\n\n第二章　罚则\n\n第二条　罚款五千元由公安机关处理。"
    assert _told(old, ONE) == [[], ["第二章　罚则>"]]
