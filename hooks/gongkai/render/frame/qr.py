"""An address as a QR code: drawn into the page itself, so that no other host learns who asks for it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

import zxingcpp
from markupsafe import Markup, escape

#: modules of white around the code, without which phones do not find it
_QUIET = 4
_LIGHT = b"\xff"
#: light modules of a row, and the dark ones after them
_RUNS = re.compile(rb"(\xff*)(\x00+)")
_DRAWN = Markup(
    '<svg class="qr" role="img" aria-label="{name}" viewBox="0 0 {side} {side}">'
    '<path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path stroke="#000" d="{strokes}"/></svg>'
)


def qr(address: str, label: str) -> Markup:
    """The code as SVG, black on white in every mode, with its quiet zone; ``label`` is its name."""
    side, strokes = _drawing(address)
    return _DRAWN.format(name=escape(label), side=side, strokes=strokes)


@lru_cache(maxsize=16)
def _drawing(address: str) -> tuple[int, str]:
    """Its side in modules, and a stroke for every run of dark ones."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture: Any = code.to_image(add_quiet_zones=False)  # a buffer, which its types do not say
    modules = memoryview(picture)
    side = len(modules)
    found = modules.tobytes()
    strokes, x, y = "M0 0.5", 0, 0
    for row in range(side):
        line = found[row * side : (row + 1) * side]
        if runs := _RUNS.findall(line):
            (light, dark), *others = runs
            first = f"m{len(light) + _QUIET - x} {row + _QUIET - y}h{len(dark)}"
            strokes += first + "".join(map(_further, others))
            x, y = len(line.rstrip(_LIGHT)) + _QUIET, row + _QUIET
    return side + 2 * _QUIET, strokes


@cache
def _further(run: tuple[bytes, bytes]) -> str:
    """Over light modules to dark ones of the same row: some hundred such strokes make up all codes."""
    light, dark = run
    return f"m{len(light)} 0h{len(dark)}"
