"""Amounts with long names as a drawing: one bar below each name, in every width."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from gongkai.render.charts.drawing import WIDTHS, framed, stack


def ranks(name: str, title: str, amounts: Sequence[tuple[str, int]], unit: str = "件") -> Markup:
    """All drawings of (name, amount) in their order; ``name`` begins their ids, unique on the page."""
    told = "；".join(f"{label} {amount} {unit}" for label, amount in amounts) + "。"
    highest = max((amount for _, amount in amounts), default=0) or 1
    return _drawn(name, title, told, amounts, highest)


def shares(name: str, title: str, percents: Sequence[tuple[str, int | None]]) -> Markup:
    """All drawings of parts of a hundred; a name without one has a dash."""
    told = "，".join(f"{label} {'—' if each is None else f'{each}%'}" for label, each in percents)
    return _drawn(name, title, f"{told}。", percents, 100, "%")


def _drawn(
    name: str,
    title: str,
    told: str,
    amounts: Sequence[tuple[str, int | None]],
    highest: int,
    sign: str = "",
) -> Markup:
    drawn = []
    for width in WIDTHS:
        parts, height = stack([(label, [amount]) for label, amount in amounts], width, highest, sign)
        drawn.append(framed(f"{name}-{width}", title, told, (width, height), parts))
    return Markup("\n").join(drawn)
