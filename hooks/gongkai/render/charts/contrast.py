"""The column's hues: text keeps 7:1 and edges of controls 3:1, or nothing is built."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.common.problems import EnvironmentProblem

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
_SET = re.compile(r":root[^{}]*\{([^{}]*--paper:[^{}]*)\}")
_HUE = re.compile(r"--([a-z-]+):\s*(#[0-9a-fA-F]{6})\s*;")


def require_contrast(tokens: str) -> None:
    """Raises EnvironmentProblem naming every pair of every set in ``tokens`` (CSS) that is too faint."""
    faint = [words for written in _SET.findall(tokens) for words in _faint(dict(_HUE.findall(written)))]
    if faint:
        raise EnvironmentProblem(f"配色对比度不够，没有生成网站：{'；'.join(faint)}")


def _faint(hues: dict[str, str]) -> Iterator[str]:
    for pairs, bar in ((TEXT, TEXT_BAR), (EDGES, EDGE_BAR)):
        for one, other in pairs:
            if one not in hues or other not in hues:
                yield f"缺少 --{one if one not in hues else other}"
            elif (found := contrast(hues[one], hues[other])) < bar:
                yield f"--{one} 与 --{other} 只有 {found:.1f}:1，应不低于 {bar:.0f}:1"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two ``#rrggbb`` hues, from 1 to 21, as WCAG defines it."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(hue: str) -> float:
    parts = [int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
