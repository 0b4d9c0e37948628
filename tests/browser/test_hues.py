"""The design tokens keep 7:1 for text and 3:1 for the edges of controls, in light, dark and high contrast."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "overrides/assets/css/10-tokens.css"
SETS = re.findall(r":root[^{}]*\{([^{}]*--paper:[^{}]*)\}", TOKENS.read_text("utf-8"))
TEXT = [
    *((ink, paper) for ink in ("ink", "second", "blue") for paper in ("paper", "panel")),
    *((ink, paper) for ink in ("ink", "blue", "red") for paper in ("paper", "red-paper")),
    *((ink, paper) for ink in ("ink", "blue", "ochre") for paper in ("paper", "ochre-paper")),
    ("on-blue", "blue"),
    ("on-red", "red"),
]
EDGES = [
    ("edge", "paper"),
    ("edge", "panel"),
    ("blue", "paper"),
    ("red", "red-paper"),
    ("focus", "focus-ring"),
]


def hues(written: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", written))


def light(hue: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_rightly() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_there_are_three_sets() -> None:
    assert len(SETS) == 3


@pytest.mark.parametrize("written", SETS, ids=["light", "dark", "high-contrast"])
def test_text_has_seven_to_one_and_edges_three_to_one(written: str) -> None:
    found = hues(written)
    low = [(one, other, contrast(found[one], found[other])) for one, other in TEXT]
    assert [each for each in low if each[2] < 7] == []
    edges = [(one, other, contrast(found[one], found[other])) for one, other in EDGES]
    assert [each for each in edges if each[2] < 3] == []
