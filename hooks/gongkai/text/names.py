"""The blocks of a text → what its words may name: definitions of links, and notes."""

from __future__ import annotations

import re

from gongkai.text.blocks import Block, Kind, definition, walk
from gongkai.text.spans import Names, reference_name

NOTE = re.compile(r"\[\^([^\[\]\n]+)\]")
DEFINED = re.compile(r"\[\^([^\[\]\n]+)\]:[ \t]*")


def names(blocks: list[Block]) -> Names:
    """Targets with their titles and notes with their words; of two of a name the first counts."""
    found = Names({}, {})
    for block in walk(blocks):
        if block.kind is Kind.REFERENCE and (one := definition(block.text)):
            found.targets.setdefault(reference_name(one.name), (one.target, one.title))
        elif block.kind is Kind.FOOTNOTE and (note := DEFINED.match(block.text)):
            found.notes.setdefault(note[1], block.text[note.end() :])
    return found
