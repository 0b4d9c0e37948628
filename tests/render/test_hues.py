"""The design tokens keep 7:1 for text and 3:1 for the edges of controls, and the build insists on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.common.problems import EnvironmentProblem
from gongkai.render.charts.contrast import contrast, require_contrast

TOKENS = (Path(__file__).parents[2] / "overrides/assets/css/10-tokens.css").read_text("utf-8")


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_there_are_three_sets_and_all_pass() -> None:
    assert len(re.findall(r"--paper:", TOKENS)) == 3
    require_contrast(TOKENS)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("--second: #454f5b;", "--second: #7a8694;", "--second 与 --paper 只有"),
        ("--edge: #8b96a2;", "--edge: #2a3038;", "--edge 与 --paper 只有"),
        ("  --on-blue: #000000;\n", "", "缺少 --on-blue"),
    ],
)
def test_a_faint_or_missing_hue_stops_the_build(old: str, new: str, said: str) -> None:
    assert old in TOKENS
    with pytest.raises(EnvironmentProblem, match=said):
        require_contrast(TOKENS.replace(old, new))
