"""No sign of a text vanishes without a mark that accounts for it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

import kept_words
import safety_words
from gongkai.text import plain_text
from gongkai.text.links import pieces
from gongkai.text.names import names
from gongkai.text.scan import scan
from gongkai.text.spans import Span, read


@settings(suppress_health_check=list(HealthCheck))
@given(kept_words.TEXTS)
def test_nothing_is_lost(body: str) -> None:
    assert safety_words.gone(body) == ""


@given(kept_words.TEXTS)
def test_the_raw_spans_are_the_text_again(body: str) -> None:
    blocks = scan(body)
    for piece in pieces(blocks):
        found = read(piece.text, names(blocks))
        assert "".join(span.raw for span in found) == piece.text
        _in_place(found, piece.text)


def _in_place(found: tuple[Span, ...], text: str) -> None:
    for span in found:
        assert text[span.at : span.at + len(span.raw)] == span.raw
        _in_place(getattr(span, "inner", ()), text)


LOSSES = [
    "5*3*2 *",
    "甲`乙` `",
    "+ 20% +",
    ">=5 >",
    "[1]: 见 [",
    "a~~b~~ ~",
    "__甲__ _",
    "&lt; &",
    "> 甲 甲",
    "- 1 1",
]


@pytest.mark.parametrize("case", LOSSES)
def test_the_measure_sees_a_loss(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    body, _, sign = case.rpartition(" ")
    assert kept_words.lost(body) == ""
    monkeypatch.setattr(kept_words, "plain_text", lambda html: plain_text(html).replace(sign, "", 1))
    assert kept_words.lost(body) == sign
