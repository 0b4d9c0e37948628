"""Passage: a piece of a file's text with its place; those of one run are read together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

#: between words of one line, lines of one text, cells of one row
WORD, LINE, CELL = " ", "\n", " | "
_DIGITS = re.compile(r"\s*[0-9０-９]{1,17}[XxＸｘ]?\s*")


class Passage(NamedTuple):
    """A piece of text and where it stands, in words for editors: ``第3页``, ``工作表“名单”B7``.

    ``labelled`` is the same of a table, each cell behind what names it, where something does.
    """

    place: str
    text: str
    labelled: str = ""


class Run(NamedTuple):
    """Neighbours that are read one after the other, and what stands between them."""

    parts: tuple[Passage, ...]
    joint: str = LINE

    @property
    def text(self) -> str:
        return self.joint.join(part.text for part in self.parts)


class NotRead(Exception):
    """Why a file's text could not be read, in Chinese."""


def one(place: str, text: str) -> Run:
    """A piece of text that stands alone."""
    return Run((Passage(place, text),))


def stacks(columns: Iterable[Iterable[Passage]]) -> Iterator[Run]:
    """The runs of cells below each other that hold nothing but digits: a number broken over them."""
    for column in columns:
        held: list[Passage] = []
        for cell in column:
            if _DIGITS.fullmatch(cell.text):
                held.append(cell)
                continue
            if len(held) > 1:
                yield Run(tuple(held))
            held = []
        if len(held) > 1:
            yield Run(tuple(held))
