"""What a column takes from Material for MkDocs: its named colours, out of the package that is installed."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import material

_TEMPLATES = Path(material.__file__).parent / "templates"
_NAMED = re.compile(r"\[data-md-color-(primary|accent)=([a-z-]+)\]\{([^{}]*)\}")
#: the colour itself, a lighter and a darker tone of it
_TONE = re.compile(r"--md-(primary|accent)-fg-color(?:--light|--dark)?:([^;]+)")
_HSL = re.compile(r"hsl\((\d+),\s*(\d+)%,\s*(\d+)%\)")


@cache
def colours(role: str) -> Mapping[str, tuple[str, ...]]:
    """The named colours of a role, ``primary`` or ``accent``: name → its tones as ``#rrggbb``.

    A colour that is made from other settings (white and black) is none of them.
    """
    (sheet,) = (_TEMPLATES / "assets/stylesheets").glob("palette.*.min.css")
    found: dict[str, tuple[str, ...]] = {}
    for of, name, styles in _NAMED.findall(sheet.read_text("utf-8")):
        if of == role:
            written = [_hue(value) for kind, value in _TONE.findall(styles) if kind == role]
            found[name] = (*found.get(name, ()), *(tone for tone in written if tone))
    return {name: tones for name, tones in found.items() if tones}


def _hue(written: str) -> str:
    """A colour of a style sheet as ``#rrggbb``; empty for other forms, such as those one sees through."""
    if re.fullmatch(r"#[0-9a-f]{6}", written):
        return written
    if re.fullmatch(r"#[0-9a-f]{3}", written):
        return "#" + "".join(digit * 2 for digit in written[1:])
    if parts := _HSL.fullmatch(written):
        hue, saturation, lightness = map(int, parts.groups())
        shares = colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100)
        return "#" + "".join(f"{round(share * 255):02x}" for share in shares)
    return ""
