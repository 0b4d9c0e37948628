"""A file → whether it is two things at once: something stands before or behind what it says it is."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from gongkai.load.attached.fault import Fault
from gongkai.load.attached.kinds import MEDIA

_END_OF_ZIP = b"PK\x05\x06"
#: as far from its end as a zip's directory may be found
_ZIP_REACH = 65_557
_PAGE = re.compile(rb"<\s*(?:!doctype|html|head|body|script|svg|iframe|\?xml|\?php)\b", re.IGNORECASE)
#: bytes of line ends and padding behind the end that programs leave
_PADDING = b" \t\r\n\0"
_SAVE = "用原来的软件重新导出"


def doubles(extension: str, data: bytes) -> Iterator[Fault]:
    """What else a PDF, picture or sound is, as far as its bytes show; text and packed files have none."""
    behind = _BEHIND.get(extension)
    zipped = _END_OF_ZIP in data[-_ZIP_REACH:] and b"PK\x01\x02" in data
    if zipped and (behind or extension in MEDIA):
        yield Fault("尾部接着一个压缩包", _SAVE)
    elif behind and len(behind(data).strip(_PADDING)) > 8:
        yield Fault("尾部接着别的数据，不是这种文件的内容", _SAVE)
    elif extension == "pdf" and _PAGE.search(data[:1024]):
        yield Fault("开头混着网页的写法，两种软件打开会是两样东西", _SAVE)


def _behind_pdf(data: bytes) -> bytes:
    return data.rpartition(b"%%EOF")[2] if b"%%EOF" in data else b""


def _behind_png(data: bytes) -> bytes:
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind = data[at + 4 : at + 8]
        at += 12 + length
        if kind == b"IEND":
            return data[at:]
    return b""


def _behind_jpeg(data: bytes) -> bytes:
    """What follows the picture; further pictures, as telephones write them, are pictures too."""
    at = end_of_jpeg(data)
    while at and data[at : at + 3] == b"\xff\xd8\xff":
        data = data[at:]
        at = end_of_jpeg(data)
    return data[at:] if at else b""


def end_of_jpeg(data: bytes) -> int:
    """Where the first picture of a JPEG file ends; 0 when its end is not found."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 2 <= len(data):
        marker = data[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker == 0xFF:
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
            at = _scanned(data, at) if marker == 0xDA else at
    return 0


def _scanned(data: bytes, at: int) -> int:
    """The next marker behind the compressed lines of a picture."""
    found = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]").search(data, at)
    return found.start() if found else len(data)


_BEHIND = {"pdf": _behind_pdf, "png": _behind_png, "jpg": _behind_jpeg, "jpeg": _behind_jpeg}
