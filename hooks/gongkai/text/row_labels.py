"""Which column of a table names its rows: marked by its writer, or labels by the look of them."""

from __future__ import annotations

import re

from gongkai.text.cells import ABOVE, FIGURE, LEFT, Table

#: a longer text is not what one calls a row by
_LONGEST = 30
_COUNTED = re.compile(r"[（(]?(?:\d{1,3}|[①-⑳])[)）．.、]?")
_WORDS = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"[。；;？?！!](?=.)|。$")


def label_column(table: Table) -> int | None:
    """The column whose cells head their rows, None where rows have no names.

    The first, where its head is marked or each of its cells is a label that no other row has; beside a first
    column that only counts the rows, the second.
    """
    if table.heads_rows:
        return 0
    if not table.head or len(table.body) < 2 or table.width < 2:
        return None
    at = 1 if table.width > 2 and all(map(_COUNTED.fullmatch, _column(table, 0))) else 0
    return at if _labels(_column(table, at)) else None


def _column(table: Table, at: int) -> list[str]:
    return [row[at].text if at < len(row) else "" for row in table.body]


def _labels(cells: list[str]) -> bool:
    """Whether all are labels; a cell that is as the one above belongs to its label."""
    named = [cell for cell in cells if cell != ABOVE]
    return cells[0] != ABOVE and len(set(named)) == len(named) and all(map(_label, named))


def _label(cell: str) -> bool:
    """Words, short, no sentence, no figure with its unit alone."""
    return (
        cell != LEFT
        and len(cell) <= _LONGEST
        and bool(_WORDS.search(cell))
        and not FIGURE.fullmatch(cell)
        and not _SENTENCE.search(cell)
    )
