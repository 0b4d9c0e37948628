"""An address as a QR code: a picture within the page itself, so that no other host learns who asks for it."""

from __future__ import annotations

import zlib
from base64 import b64encode
from functools import lru_cache
from typing import Any

import zxingcpp
from markupsafe import Markup, escape

#: modules of white around the code, without which phones do not find it
_QUIET = 4
#: a module → the digit of its pixel: white is 1 in a picture of one bit
_DIGITS = bytes.maketrans(b"\x00\xff", b"01")
_DRAWN = Markup(
    '<img class="qr" alt="{name}" width="{side}" height="{side}" src="data:image/png;base64,{data}">'
)


def qr(address: str, label: str) -> Markup:
    """The code as a picture, black on white in every mode, with its quiet zone; ``label`` is its name."""
    side, data = _drawing(address)
    return _DRAWN.format(name=escape(label), side=side, data=data)


@lru_cache(maxsize=16)
def _drawing(address: str) -> tuple[int, str]:
    """Its side in modules, one pixel each, and the picture in letters."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture: Any = code.to_image(add_quiet_zones=False)  # a buffer, which its types do not say
    modules = memoryview(picture)
    inner, found = len(modules), modules.tobytes().translate(_DIGITS)
    side = inner + 2 * _QUIET
    left, right = b"1" * _QUIET, b"1" * (_QUIET + -side % 8)
    white = b"1" * (side + -side % 8)
    rows = [left + found[at : at + inner] + right for at in range(0, inner * inner, inner)]
    return side, b64encode(_png(side, [*[white] * _QUIET, *rows, *[white] * _QUIET])).decode()


def _png(side: int, rows: list[bytes]) -> bytes:
    """Rows of digits as a picture of one bit a pixel.

    Not compressed: a code is as good as chance, and the bytes are the same with every version of zlib.
    """
    unfiltered = b"00000000"
    digits = b"".join(unfiltered + row for row in rows)
    pixels = int(digits, 2).to_bytes(len(digits) // 8, "big")
    header = side.to_bytes(4, "big") * 2 + b"\1\0\0\0\0"
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
