"""Amounts with long names as a drawing: one bar below each name, two widths of the same."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from gongkai.render.charts.bars import WIDTHS

_ROW, _THICK, _TEXT = 46, 16, 17
#: room to the right of the longest bar for its number
_ROOM = 56


def ranks(name: str, title: str, amounts: Sequence[tuple[str, int]], unit: str = "件") -> Markup:
    """Both drawings of (name, amount) in their order; ``name`` begins their ids, unique on the page."""
    return Markup("\n").join(_drawing(f"{name}-{width}", title, amounts, unit, width) for width in WIDTHS)


def _drawing(name: str, title: str, amounts: Sequence[tuple[str, int]], unit: str, width: int) -> Markup:
    highest = max((amount for _, amount in amounts), default=0) or 1
    told = "；".join(f"{label} {amount} {unit}" for label, amount in amounts) + "。"
    height = len(amounts) * _ROW + 4
    head = Markup(
        '<svg class="bars bars--{0}" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img"'
        ' aria-labelledby="{2}-t"><title id="{2}-t">{3}</title><desc>{4}</desc>'
    ).format(width, height, name, title, told)
    rows = [_row(place, each, highest, width) for place, each in enumerate(amounts)]
    return head + Markup("").join(rows) + Markup("</svg>")


def _row(place: int, each: tuple[str, int], highest: int, width: int) -> Markup:
    label, amount = each
    y = place * _ROW
    long = f"{max(amount / highest * (width - _ROOM), 2 if amount else 0):.1f}".removesuffix(".0")
    bar = '<rect class="bars__bar bars__bar--0" x="1" y="{}" width="{}" height="{}"/>' if amount else ""
    drawn = Markup('<text x="0" y="{}">{}</text>').format(y + _TEXT, label)
    drawn += Markup(bar).format(y + _TEXT + 7, long, _THICK)
    number = Markup('<text x="{}" y="{}">{}</text>')
    return drawn + number.format(float(long) + 10 if amount else 0, y + _TEXT + 21, amount)
