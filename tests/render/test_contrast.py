"""The design tokens keep 7:1 for text and 3:1 for the edges of controls, in each of their three sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOKENS = (Path(__file__).parents[2] / "overrides/assets/css/10-tokens.css").read_text("utf-8")
#: (foreground, background) pairs that readers meet, by their names in the design tokens
TEXT = (
    *((ink, paper) for ink in ("ink", "second", "blue") for paper in ("paper", "panel")),
    *((ink, paper) for ink in ("ink", "blue", "red") for paper in ("paper", "red-paper")),
    *((ink, paper) for ink in ("ink", "blue", "ochre") for paper in ("paper", "ochre-paper")),
    ("on-blue", "blue"),
    ("on-red", "red"),
)
EDGES = (
    ("edge", "paper"),
    ("edge", "panel"),
    ("blue", "paper"),
    ("red", "red-paper"),
    ("focus", "focus-ring"),
)
#: WCAG 2.2, 1.4.6 (AAA) for text and 1.4.11 for controls
TEXT_BAR, EDGE_BAR = 7.0, 3.0


def sets(tokens: str) -> list[dict[str, str]]:
    """The hues of each set, by name."""
    written = re.findall(r":root[^{}]*\{([^{}]*--paper:[^{}]*)\}", tokens)
    return [dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})\s*;", each)) for each in written]


def faint(hues: dict[str, str]) -> Iterator[str]:
    """The pairs of one set that are missing or too faint, in words."""
    for pairs, bar in ((TEXT, TEXT_BAR), (EDGES, EDGE_BAR)):
        for one, other in pairs:
            if one not in hues or other not in hues:
                yield f"no --{one if one not in hues else other}"
            elif contrast(hues[one], hues[other]) < bar:
                yield f"--{one} on --{other}"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` hues, from 1 to 21, as WCAG defines it."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(hue: str) -> float:
    parts = [int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


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
