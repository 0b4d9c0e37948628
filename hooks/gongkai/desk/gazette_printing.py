"""政府公报 → PDF: an issue set from the policies it prints, committed, so that no build needs Pango."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.column.register import Register
from gongkai.common.paper.blocks import Block, Heading, Paper, Paragraph, Row, Table
from gongkai.gate import leaving
from gongkai.records.types.gazette import GazetteIssue, Printed
from gongkai.records.types.policy import Policy

#: issues whose 全文 stands here are made by us; another file is the district's own
FOLDER = "files/gazette/"
_ELSEWHERE = "本电子版不含这一项，请看纸质公报。"
_EXAMPLE = "示例区的示范公报，不作为正式公报使用。"
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|^[-*] |^> ?")
_RULE = re.compile(r"[|\s:-]+")


def papers(register: Register) -> dict[str, Paper]:
    """Path from the root of every issue that is made here → what stands in it."""
    issues = register.everything(GazetteIssue)
    ours = [issue for issue in issues if issue.pdf and issue.pdf.startswith(FOLDER)]
    return {f"content/{issue.pdf}": _paper(register, issue) for issue in ours}


def _paper(register: Register, issue: GazetteIssue) -> Paper:
    rows = tuple(Row((_title(register, each), each.page)) for each in issue.contents)
    blocks: list[Block] = [Table("目录", ("内容", "页码"), rows, (85, 15))]
    if issue.example:
        blocks.append(Paragraph(_EXAMPLE, small=True))
    for each in issue.contents:
        blocks.append(Heading(_title(register, each)))
        policy = _policy(register, each)
        blocks.extend(_text(policy) if policy else _own_text(each))
    author = issue.unit or register.column.organiser
    return Paper(issue.name, author, issue.printed_on, tuple(blocks))


def _own_text(printed: Printed) -> list[Block]:
    """What the contents give of something that is no document of this column."""
    paragraphs: list[Block] = [Paragraph(each) for each in printed.paragraphs]
    return paragraphs or [Paragraph(_ELSEWHERE, small=True)]


def _policy(register: Register, printed: Printed) -> Policy | None:
    """What readers may have of the policy a line means, on the day of the run."""
    found = register.policy(printed.document) if printed.document else None
    return leaving(found, register) if found else None


def _title(register: Register, printed: Printed) -> str:
    policy = _policy(register, printed)
    return policy.title if policy else printed.title or printed.document or ""


def _text(policy: Policy) -> Iterator[Block]:
    """A policy's number, issuers and text; headings, paragraphs and tables keep what they are."""
    issuers = "、".join(policy.issuers)
    yield Paragraph("　".join(filter(None, (issuers, policy.number, policy.made_on.isoformat()))), small=True)
    caption, table = "", list[tuple[str, ...]]()
    for line in [*policy.body.splitlines(), ""]:
        text = _words(line)
        if line.startswith("|"):
            if not _RULE.fullmatch(line):
                table.append(tuple(_words(cell) for cell in line.strip().strip("|").split("|")))
            continue
        if table:
            yield _table(caption, table)
            caption, table = "", []
        if text.startswith("表："):
            caption = text.removeprefix("表：")
        elif line.startswith("#"):
            yield Heading(text.lstrip("# "), level=3)
        elif text:
            yield Paragraph(text)


def _table(caption: str, rows: list[tuple[str, ...]]) -> Table:
    count = len(rows[0])
    shares = tuple(100 // count + (place < 100 % count) for place in range(count))
    padded = tuple(Row((*row, *[""] * count)[:count]) for row in rows[1:])
    return Table(caption, rows[0], padded, shares)


def _words(text: str) -> str:
    """A line of Markdown without its marks."""
    return _MARKS.sub("", _LINK.sub(r"\1", text.strip()))
