"""A paper as Markdown that can go into a mail as it is."""

from __future__ import annotations

import re

from gongkai.common.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Table

_MARKS = re.compile(r"([\\`*_\[\]<>|#&])")


def as_markdown(paper: Paper) -> str:
    """The whole paper, one blank line between blocks, a newline at the end."""
    parts = [f"# {escaped(paper.title)}", *map(_block, paper.blocks)]
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Paragraph):
        return escaped(block.text)
    if isinstance(block, Bullets):
        return "\n".join(f"- {escaped(item)}" for item in block.items)
    return _table(block)


def _table(table: Table) -> str:
    head = table.header or ("",) * len(table.widths)
    lines = [head, ("---",) * len(head), *(row.cells for row in table.rows)]
    made = "\n".join("| " + " | ".join(_cell(cell) for cell in cells) + " |" for cells in lines)
    return f"{escaped(table.caption)}\n\n{made}"


def _cell(text: str) -> str:
    return text if text == "---" else escaped(text).replace("\n", " ")


def escaped(text: str) -> str:
    """Text from records, so that no mark in it becomes markup."""
    return _MARKS.sub(r"\\\1", text)
