"""Find the 落款: the issuing offices and the day, at the end or set to the right."""

from __future__ import annotations

from gongkai.text import style
from gongkai.text.blocks import Block, Kind

_MAX_ISSUERS = 10
_SET_RIGHT = 8


def mark(blocks: list[Block]) -> list[Block]:
    """The same blocks; the lines of a 落款 become SIGNATURE blocks of one line each."""
    found = [index for index, block in enumerate(blocks) if _is_day(block)]
    last = len(blocks) - 1
    while last >= 0 and (
        blocks[last].kind is Kind.PARAGRAPH and style.may_follow_signature(blocks[last].text)
    ):
        last -= 1
    for index in reversed(found):
        if index == last or blocks[index].indent >= _SET_RIGHT:
            blocks[index].kind = Kind.SIGNATURE
            _mark_issuers(blocks, index)
    return blocks


def _is_day(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and "年" in block.text and style.is_date(block.text.strip())


def _mark_issuers(blocks: list[Block], day: int) -> None:
    """Turn the lines above the day that name offices into the signature's."""
    marked = 0
    while day and marked < _MAX_ISSUERS:
        above = blocks[day - 1]
        if above.kind not in (Kind.PARAGRAPH, Kind.ARTICLE):
            return
        head, _, line = above.text.rpartition("\n")
        if not style.is_issuer(line.strip()) or (above.kind is Kind.ARTICLE and not head):
            return
        marked += 1
        place = above.line + above.text.count("\n")
        office = Block(Kind.SIGNATURE, place, line.strip(), indent=above.indent)
        if head:
            above.text = head
            blocks.insert(day, office)
        else:
            blocks[day - 1] = office
            day -= 1
