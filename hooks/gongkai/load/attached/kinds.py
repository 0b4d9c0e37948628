"""The kinds of files that are taken: how each begins, and how large it may be."""

from __future__ import annotations

from collections.abc import Callable

HEAD = 4096
ZIP = b"PK\x03\x04"
#: what Word, Excel and the like write when a file is of the old kind, or opens with a password only
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
MIB = 1024 * 1024
#: larger files are not taken: told by their size alone, without being read
LARGEST = 100 * MIB
LARGEST_MEDIA = 1024 * MIB
MEDIA = frozenset({"mp3", "mp4"})
#: packed in the zip format
PACKED = frozenset({"ofd", "docx", "xlsx", "zip"})


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(marks)


def _is_mp3(head: bytes) -> bool:
    return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


def _is_text(head: bytes) -> bool:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return b"\x00" not in head and not text.startswith(
        (b"<", ZIP, b"%PDF-", b"\x89PNG", b"\xff\xfe", b"\xfe\xff")
    )


#: extension → whether a file's first bytes fit it
KINDS: dict[str, Callable[[bytes], bool]] = {
    "pdf": _starts(b"%PDF-"),
    "ofd": _starts(ZIP),
    "docx": _starts(ZIP),
    "xlsx": _starts(ZIP),
    "zip": _starts(ZIP, b"PK\x05\x06"),
    "png": _starts(b"\x89PNG\r\n\x1a\n"),
    "jpg": _starts(b"\xff\xd8\xff"),
    "jpeg": _starts(b"\xff\xd8\xff"),
    "mp3": _is_mp3,
    "mp4": lambda head: head[4:8] == b"ftyp",
    "vtt": lambda head: head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"),
    "txt": _is_text,
    "csv": _is_text,
}


def extension_of(name: str) -> str:
    """``2026/申请表.PDF`` → ``pdf``; a name without one gives the name itself."""
    return name.rsplit("/", 1)[-1].rpartition(".")[2].lower()


def largest(extension: str) -> int:
    """How many bytes a file of a kind may have."""
    return LARGEST_MEDIA if extension in MEDIA else LARGEST
