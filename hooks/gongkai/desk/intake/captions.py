"""What a file says of its pictures below them: 图1　申请流程; and which are left without words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from gongkai.desk.intake.parts import Parts
from gongkai.desk.word.blocks import Block, Paragraph, Picture

_CAPTION = re.compile(r"图\s*[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?[\s:：.．、]*(\S.{0,60})")
_ENDS = "。；，："


def captions(parts: Parts) -> dict[str, str]:
    """Picture → the words of the line below it, where that is a caption."""
    blocks = [block for block, _ in parts.text]
    found: dict[str, str] = {}
    for block, below in itertools.pairwise(blocks):
        pictures, words = _alone(block), _words(below)
        if words:
            found |= dict.fromkeys(pictures, words)
    return found


def wordless(pictures: Sequence[Picture], said: dict[str, str]) -> int:
    """How many pictures nobody says anything of."""
    return sum(not (each.words or each.name in said) for each in pictures)


def _alone(block: Block) -> list[str]:
    """The pictures of a paragraph that holds nothing else."""
    if not isinstance(block, Paragraph) or block.own.strip():
        return []
    return [run.picture for run in block.runs if run.picture]


def _words(block: Block) -> str:
    found = _CAPTION.fullmatch(block.text.strip()) if isinstance(block, Paragraph) else None
    return found[1].strip() if found and not found[1].endswith(tuple(_ENDS)) else ""
