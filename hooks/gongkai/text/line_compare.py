"""Two wordings of any text beside one another, line by line, and what changed inside each line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from gongkai.text.compare import Piece, pieces
from gongkai.text.held import written_lines
from gongkai.text.links import readable


def shown_lines(text: str) -> list[str]:
    """The lines of a text as readers see them; a row of a table with its cells apart."""
    return [readable(line.strip("|").replace("|", "　")) for line in written_lines(text)]


def compare_lines(old: str, new: str) -> Iterator[tuple[Piece, ...]]:
    """The lines of both, in order: what stands in both, and what it was and became."""
    before, after = shown_lines(old), shown_lines(new)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ((Piece(line, line),) for line in before[a:b])
            continue
        for at in range(max(b - a, d - c)):
            was = before[a + at] if a + at < b else ""
            now = after[c + at] if c + at < d else ""
            yield pieces(was, now)
