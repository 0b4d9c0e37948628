"""Bytes of a text file → its text."""

from __future__ import annotations


def decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, else the encoding that Chinese spreadsheets write."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")
