"""JPEG and PNG without what stands beside the picture; not one point of it is written anew."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import Image

from gongkai.load.attached.polyglots import end_of_jpeg

_ORIENTATION = 0x0112
_EXIF = b"Exif\0\0"
#: segments that say how colours are meant: JFIF, profiles of colour, Adobe's transform
_KEPT_SEGMENTS = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
_KEPT_CHUNKS = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs",
    b"bKGD", b"cICP", b"acTL", b"fcTL", b"fdAT",
}  # fmt: skip


class Unclean(Exception):
    """Why a file was left as it is, in Chinese."""


def clean_jpeg(data: bytes, *, turned: bool = True) -> bytes:
    """The first picture of a JPEG file and which side of it is up (``turned``); nothing else."""
    end = end_of_jpeg(data)
    if not end:
        raise Unclean("图片不完整")
    exif = _side_up(data) if turned else b""
    parts = [data[:2]]
    if exif:
        parts.append(b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif)
    at = 2
    while data[at + 1] != 0xDA:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xD9:
            break
        length = 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if _is_kept(marker, data[at + 4 : at + length]):
            parts.append(data[at : at + length])
        at += length
    return b"".join([*parts, data[at:end]])


def _is_kept(marker: int, content: bytes) -> bool:
    if 0xE0 <= marker <= 0xEF:
        return marker in _KEPT_SEGMENTS and content.startswith(_KEPT_SEGMENTS[marker])
    return marker != 0xFE


def clean_png(data: bytes) -> bytes:
    """The chunks of a PNG that make its picture, and which side of it is up."""
    exif = _side_up(data)
    parts = [data[:8]]
    for kind, chunk in _chunks(data):
        if kind in _KEPT_CHUNKS:
            parts.append(chunk)
        if kind == b"IHDR" and exif:
            parts.append(_chunk(b"eXIf", exif.removeprefix(_EXIF)))
    return b"".join(parts)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        end = at + 12 + struct.unpack(">I", data[at : at + 4])[0]
        kind = data[at + 4 : at + 8]
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise Unclean("图片不完整")


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def _side_up(data: bytes) -> bytes:
    """EXIF that says nothing but which side of the picture is up; empty where it stands upright."""
    with Image.open(io.BytesIO(data)) as picture:
        side = picture.getexif().get(_ORIENTATION, 1)
    if side not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[_ORIENTATION] = side
    return _EXIF + exif.tobytes().removeprefix(_EXIF)
