"""A .doc of Word 97, as small as one can be: the parts a reader looks at, made by hand."""

from __future__ import annotations

import struct

_SECTOR, _FREE, _END, _TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def document(text: str, notes: str = "", headers: str = "", flags: int = 0, **more: bytes) -> bytes:
    """A file whose text, notes and headers are these, with more parts by their names."""
    words = text + notes + headers
    main = bytearray(0x800)
    struct.pack_into("<H8xH", main, 0, 0xA5EC, flags)
    struct.pack_into("<3i", main, 0x4C, len(text), len(notes), len(headers))
    pieces = struct.pack("<IIHIH", 0, len(words), 0, len(main), 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<2I", main, 0x1A2, 0, len(table))
    main += words.encode("utf-16-le")
    return compound({"WordDocument": bytes(main), "0Table": table, **more})


def compound(parts: dict[str, bytes]) -> bytes:
    """A compound file with these parts, each in sectors of its own."""
    sectors: list[bytes] = []
    chains: list[int] = []
    places: dict[str, tuple[int, int]] = {}
    for name, data in parts.items():
        padded = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
        places[name] = (len(sectors), len(padded))
        count = len(padded) // _SECTOR
        chains += [*range(len(sectors) + 1, len(sectors) + count), _END]
        sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
    entries = _entry("Root Entry", 5, _END, 0) + b"".join(_entry(name, 2, *at) for name, at in places.items())
    first = len(sectors)
    folder = entries.ljust(-(-len(entries) // _SECTOR) * _SECTOR, b"\0")
    chains += [*range(first + 1, first + len(folder) // _SECTOR), _END, _TABLE]
    sectors += [folder[at : at + _SECTOR] for at in range(0, len(folder), _SECTOR)]
    assert len(chains) <= _SECTOR // 4
    chains += [_FREE] * (_SECTOR // 4 - len(chains))
    head = MAGIC + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, first, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", len(sectors), *[_FREE] * 108)
    return head + b"".join(sectors) + struct.pack(f"<{_SECTOR // 4}I", *chains)


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return (
        written.ljust(64, b"\0")
        + struct.pack("<HBB3I", len(written), kind, 1, _FREE, _FREE, _FREE)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
