"""A paper as a mail that a mail program opens as a draft: plain text that any of them shows."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP

from gongkai.common.paper.blocks import Block, Bullets, Heading, Paper, Paragraph, Table


def as_mail(paper: Paper) -> bytes:
    """The draft of a mail; whom it goes to and from whom is for whoever sends it."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = paper.title
    message["X-Unsent"] = "1"  # Outlook opens it to be written, not as one received
    message.set_content(as_plain(paper), charset="utf-8", cte="base64")
    return message.as_bytes()


def as_plain(paper: Paper) -> str:
    """The words alone, a line each."""
    return "\n".join([paper.title, "", *(line for block in paper.blocks for line in _block(block))]) + "\n"


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", block.text)
    elif isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, Bullets):
        yield from (f"· {item}" for item in block.items)
    else:
        yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    """A table as a numbered list: columns fall apart in a mail."""
    yield table.caption
    for number, row in enumerate(table.rows, start=1):
        first, *rest = (cell.replace("\n", " ") for cell in row.cells)
        heads = table.header[1:] or ("",) * len(rest)
        said = (f"{head}：{cell}" if head else cell for head, cell in zip(heads, rest, strict=True))
        yield f"{number}. " + "；".join([first, *said])
