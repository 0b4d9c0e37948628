"""What a column takes from Material for MkDocs, out of the installed package: named colours, icons."""

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
#: an icon of one form, in the square that all of the set have
_DRAWN = re.compile(r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">(<path d="[^"]+"/>)</svg>')
_HSL = re.compile(r"hsl\((\d+),\s*(\d+)%,\s*(\d+)%\)")


@cache
def colours(role: str) -> Mapping[str, tuple[str, ...]]:
    """The named colours of a role, ``primary`` or ``accent``: name → its tones as ``#rrggbb``.

    A colour that is made from other settings (white and black) is none of them.
    """
    (sheet,) = sorted((_TEMPLATES / "assets/stylesheets").glob("palette.*.min.css"))
    found: dict[str, tuple[str, ...]] = {}
    for of, name, styles in _NAMED.findall(sheet.read_text("utf-8")):
        if of == role:
            written = [_hue(value) for kind, value in _TONE.findall(styles) if kind == role]
            found[name] = (*found.get(name, ()), *(tone for tone in written if tone))
    return {name: tones for name, tones in found.items() if tones}


@cache
def icon(name: str) -> str:
    """What is drawn in an icon's 24 × 24, for ``material/rss`` the path of its file; raises KeyError."""
    folder = _TEMPLATES / ".icons"
    file = folder / f"{name}.svg"
    drawn = _DRAWN.fullmatch(file.read_text("utf-8").strip()) if file.is_file() else None
    if drawn is None or not file.resolve().is_relative_to(folder.resolve()):
        raise KeyError(name)
    return drawn[1]


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
