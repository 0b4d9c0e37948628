"""The marks around a title that is named in a sentence."""

from __future__ import annotations

_INNER = str.maketrans("《》", "〈〉")


def in_marks(title: str, marks: str = "《》") -> str:
    """A title in 书名号, or in another language's marks; those within become single (GB/T 15834)."""
    return f"{marks[0]}{title.translate(_INNER)}{marks[-1]}"
