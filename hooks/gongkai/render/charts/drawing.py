"""The frame of every drawing over amounts: its widths, its name and words, and a row of bars in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from markupsafe import Markup

from gongkai.render.charts.flow import wrapped

#: the same figure for wide, narrow and very narrow places; letters are as large in each, a style sheet
#: shows the widest that fits the reader's type
WIDTHS = (640, 340, 200)
#: a letter is so high, a digit about so wide
EM, DIGIT = 17, 9
_LINE, _THICK = 22, 16

Number = int | Decimal


def framed(
    name: str, title: str, told: str, size: tuple[int, int], parts: Sequence[Markup], kind: str = ""
) -> Markup:
    """The drawing with its name and the whole of it in words."""
    head = Markup(
        '<svg class="bars bars--{0}{1}" viewBox="0 0 {0} {2}" width="{0}" height="{2}" role="img"'
        ' aria-labelledby="{3}-t"><title id="{3}-t">{4}</title><desc>{5}</desc>'
    ).format(size[0], kind, size[1], name, title, told)
    return head + Markup("").join(parts) + Markup("</svg>")


def at(value: float) -> str:
    """A coordinate as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")


def stack(
    rows: Sequence[tuple[str, Sequence[Number | None]]],
    width: int,
    highest: Number,
    sign: str = "",
    top: int = 0,
) -> tuple[list[Markup], int]:
    """Below each name, however long, its bars, each with its number; and how high all of it is.

    With ``sign`` the amounts are shares: what is missing up to ``highest`` is outlined.
    """
    known = [value for _, values in rows for value in values if value is not None]
    room = max(56, 20 + DIGIT * max((len(f"{value}{sign}") for value in known), default=0))
    parts, y = [], top
    for name, values in rows:
        for line in wrapped(name, width / EM):
            parts.append(Markup('<text x="0" y="{}">{}</text>').format(y + EM, line))
            y += _LINE
        for place, value in enumerate(values):
            parts += _bar(y + 2, place, value, (width - room, highest), sign)
            y += _LINE
        y += 2
    return parts, y + 4


def _bar(y: int, place: int, value: Number | None, full: tuple[int, Number], sign: str) -> Iterator[Markup]:
    wide, highest = full
    long = max(float(value / highest) * wide, 2) if value else 0
    if sign:
        track = '<rect class="bars__base" fill="none" x="1" y="{}" width="{}" height="{}"/>'
        yield Markup(track).format(y, wide, _THICK)
    if value:
        bar = '<rect class="bars__bar bars__bar--{}" x="1" y="{}" width="{}" height="{}"/>'
        yield Markup(bar).format(place, y, at(long), _THICK)
    x = (wide if sign else long) + 10 if sign or value else 0
    said = "—" if value is None else f"{value}{sign}"
    yield Markup('<text x="{}" y="{}">{}</text>').format(at(x), y + 14, said)
