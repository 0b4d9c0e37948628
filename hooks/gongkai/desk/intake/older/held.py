"""What an older file holds, read without LibreOffice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """Its visible words, its fields' instructions, the bytes its pictures stand in, what else it is."""

    #: text, notes and boxes, without headers and instructions; None where it cannot be known
    words: str | None
    fields: tuple[str, ...] = ()
    #: where the bytes of its own pictures are found
    pictures: bytes = b""
    #: how many paragraphs say that their number is an automatic one
    numbers: int = 0
    #: "" or why it is not read at all, and what to do
    refused: str = ""
