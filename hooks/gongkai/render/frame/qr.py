"""An address as a QR code: drawn into the page itself, so that no other host learns who asks for it."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup, escape

#: any of the eight masks can be read; to weigh which is best costs ten times the drawing
_MASK = 0
_DRAWN = Markup('<svg class="qr" role="img" aria-label="{}" {}')


def qr(address: str, label: str) -> Markup:
    """The code as SVG, black on white in every mode, with its quiet zone; ``label`` is its name."""
    return _DRAWN.format(escape(label), _drawing(address))


@lru_cache(maxsize=16)
def _drawing(address: str) -> Markup:
    code = segno.make_qr(address, error="m", mask=_MASK)
    drawn = code.svg_inline(omitsize=True, svgclass=None, lineclass=None, light="#fff", border=4)
    return Markup(drawn.removeprefix("<svg "))
