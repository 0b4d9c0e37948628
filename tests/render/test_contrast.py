"""The design tokens keep 7:1 for text and 3:1 for the edges of controls, in each of their three sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.column.look.contrast import contrast, faint, sets

TOKENS = (Path(__file__).parents[2] / "overrides/assets/css/10-tokens.css").read_text("utf-8")


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_there_are_three_sets_and_all_pass() -> None:
    assert len(sets(TOKENS)) == 3
    assert [list(faint(hues)) for hues in sets(TOKENS)] == [[], [], []]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("--second: #454f5b;", "--second: #7a8694;", "--second on --paper"),
        ("--edge: #8b96a2;", "--edge: #2a3038;", "--edge on --paper"),
        ("  --on-blue: #000000;\n", "", "no --on-blue"),
    ],
)
def test_a_faint_or_missing_hue_is_found(old: str, new: str, said: str) -> None:
    assert old in TOKENS
    assert said in [words for hues in sets(TOKENS.replace(old, new)) for words in faint(hues)]
