"""Only what readers read is replaced: no tag, no comment, nothing of an element that is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.render.frame.running_text import RunningText

TEXT = RunningText(("a", "svg", "time"))
ONE = re.compile("1+")


def marked(html: str) -> str:
    return TEXT.replaced(html, ONE, lambda found: f"[{found[0]}]")


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("1", "[1]"),
        ("no number", "no number"),
        ("<p>1<b>11</b>1</p>", "<p>[1]<b>[11]</b>[1]</p>"),
        ('<p title="1 1" id="1">1</p>', '<p title="1 1" id="1">[1]</p>'),
        ("<!-- 1 <p>1</p> -->1", "<!-- 1 <p>1</p> -->[1]"),
        ('<a href="1"><i>1</i></a>1<a>1</a>', '<a href="1"><i>1</i></a>[1]<a>1</a>'),
        ("<svg><a>1</a>1</svg>1", "<svg><a>1</a>1</svg>[1]"),
        ("<abbr>1</abbr><a-x>1</a-x>", "<abbr>[1]</abbr><a-x>[1]</a-x>"),
        ("<time\n>1</time>1", "<time\n>1</time>[1]"),
        ("<br>1<img alt=1>1", "<br>[1]<img alt=1>[1]"),
    ],
)
def test_what_is_read_is_replaced(html: str, wanted: str) -> None:
    assert marked(html) == wanted


PIECES = st.sampled_from(
    [
        "1",
        "字",
        "<p>",
        "</p>",
        '<i title="1">',
        "</i>",
        "<a>1</a>",
        "<svg>1<a>1</a></svg>",
        "<!--1-->",
        "<br>",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_nothing_else_is_touched(pieces: list[str]) -> None:
    together = "".join(f"[{piece}]" if piece == "1" else piece for piece in pieces).replace("][", "")
    assert marked("".join(pieces)) == together
