"""Levels and ids of headings and articles: stable, unique, no level skipped."""

from __future__ import annotations

from collections import Counter

from gongkai.text.blocks import Block, Kind


def number_parts(blocks: list[Block]) -> list[Block]:
    """The same blocks, headings with level and ``h-1`` …, articles with ``tiao-1``, repeated ``tiao-1-2``.

    The page has the h1: the highest ``#`` in the text becomes h2, and no level
    is more than one below the heading before it.
    """
    hashes = [block.level for block in blocks if block.kind is Kind.HEADING and block.label]
    lift = 2 - min(hashes, default=2)
    used: Counter[str] = Counter()
    before = 1
    for block in blocks:
        if block.kind is Kind.HEADING:
            before = block.level = min(block.level + (lift if block.label else 0), before + 1, 6)
            used["h"] += 1
            block.id = f"h-{used['h']}"
        elif block.kind is Kind.ARTICLE:
            used[block.id] += 1
            if used[block.id] > 1:
                block.id = f"{block.id}-{used[block.id]}"
    return blocks
