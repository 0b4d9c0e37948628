"""What stands below the body of a document: a printed document, the 落款, 附件：…, notes, 抄送 and 印发.

Lines that only their place tells apart from running text; :mod:`gongkai.text.scan` cuts, this marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.text import style
from gongkai.text.blocks import Block, Kind

_MAX_ISSUERS = 10
#: an indentation that sets a line to the right
_SET_RIGHT = 8
_MAX_TITLE = 80
_SPACE = re.compile(r"\s+")
_PRINTS = re.compile(r"印发|下发|发布|公布|转发|印送|修订|制定|附件")
_NAMED = re.compile(r"《([^《》]{4,80}(?:《[^《》]{2,60}》[^《》]{0,40})?)》")
_QUALIFIER = re.compile(r"[（(](?:试行|暂行|草案|征求意见稿|送审稿|修订|修订稿)[）)]$")


def mark(blocks: list[Block]) -> list[Block]:
    """The same blocks; a printed document's title, the lines of a 落款 and what follows it marked as such."""
    made: list[Block] = []
    for segment in _segments(blocks):
        _mark_tail(segment)
        made += _mark_signatures(segment)
    return made


def _segments(blocks: list[Block]) -> Iterator[list[Block]]:
    """The blocks of each document: of the one that prints, and from each printed title on."""
    starts = _mark_titles(blocks)
    for begin, end in zip([0, *starts], [*starts, len(blocks)], strict=True):
        yield blocks[begin:end]


def _mark_titles(blocks: list[Block]) -> list[int]:
    """Where documents printed inside this one begin: a line that is a name given in 《》 before it."""
    names: set[str] = set()
    starts = []
    for index, block in enumerate(blocks):
        if names and index and _is_printed_title(block, names):
            block.kind, block.level, block.label = Kind.TITLE, 2, ""
            starts.append(index)
        elif (
            "《" in block.text and block.kind in (Kind.PARAGRAPH, Kind.ARTICLE) and _PRINTS.search(block.text)
        ):
            names.update(_squashed(name) for name in _NAMED.findall(block.text))
    return starts


def _is_printed_title(block: Block, names: set[str]) -> bool:
    if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or len(block.text) > _MAX_TITLE:
        return False
    line = _squashed(block.text)
    return any(line.endswith((name, _QUALIFIER.sub("", name))) for name in names) and not re.search(
        "[。；，：]|第.{1,4}条|《", line
    )


def _squashed(text: str) -> str:
    return _SPACE.sub("", text).strip("*#")


def _mark_tail(blocks: list[Block]) -> None:
    """Mark 附件：… with its list, notes in brackets, 抄送 and 印发: they end the last article."""
    listing = False
    for block in blocks:
        if block.kind is Kind.LIST:
            listing = listing and block.level > 0
            block.label = "附件" if listing else block.label
        elif block.kind is not Kind.PARAGRAPH:
            listing = False
        elif style.ATTACHED.match(block.text):
            block.kind, listing = Kind.ATTACHMENTS, True
        elif listing and style.THIRD.match(block.text):
            block.kind = Kind.ATTACHMENTS
        else:
            listing = False
            if style.is_note(block.text):
                block.kind = Kind.NOTE
            elif style.IMPRINT.fullmatch(block.text):
                block.kind = Kind.IMPRINT


_BELOW_SIGNATURE = frozenset((Kind.ATTACHMENTS, Kind.NOTE, Kind.IMPRINT, Kind.RULE))


def _mark_signatures(blocks: list[Block]) -> list[Block]:
    """The same blocks; the lines of a 落款, at the end or set to the right, become blocks of their own."""
    found = [index for index, block in enumerate(blocks) if _is_day(block)]
    last = len(blocks) - 1
    while last >= 0 and (blocks[last].kind in _BELOW_SIGNATURE or _may_follow(blocks[last])):
        last -= 1
    for index in reversed(found):
        if index == last or blocks[index].indent >= _SET_RIGHT:
            blocks[index].kind = Kind.SIGNATURE
            _mark_issuers(blocks, index)
    return blocks


def _may_follow(block: Block) -> bool:
    listed = block.kind is Kind.LIST and block.label == "附件"
    return listed or (block.kind is Kind.PARAGRAPH and style.may_follow_signature(block.text))


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
