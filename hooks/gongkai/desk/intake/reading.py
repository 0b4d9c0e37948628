"""The blocks of a file → its parts, in the order in which they are sure: from below, from above, the rest."""

from __future__ import annotations

from gongkai.desk.intake import contents, ending, head
from gongkai.desk.intake.parts import Parts
from gongkai.desk.word.blocks import Block


def parts_of(blocks: tuple[Block, ...]) -> Parts:
    """What each block is."""
    parts = Parts(list(blocks))
    ending.imprint(parts)
    ending.take(parts, contents.take(parts, head.take(parts)))
    return parts
