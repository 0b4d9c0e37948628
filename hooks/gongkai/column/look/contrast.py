"""How well one colour is told from another, and the pairs of the column's colours that must be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
    """The hues of each set of the design tokens, by name: light, dark, high contrast."""
    written = re.findall(r":root[^{}]*\{([^{}]*--paper:[^{}]*)\}", tokens)
    return [dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})\s*;", each)) for each in written]


def faint(hues: Mapping[str, str]) -> Iterator[str]:
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
    """How bright a hue is, from 0 to 1."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares(hue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def shares(hue: str) -> list[float]:
    """Its red, green and blue, each from 0 to 1."""
    return [int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)]
