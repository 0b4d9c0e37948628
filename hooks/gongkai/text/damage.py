"""A text → where readers would see something else than was meant: rows, lost tables, stars, ends of code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.common.problems import Level, excerpt
from gongkai.text import spans, style
from gongkai.text.blocks import Block, Kind, definition, walk
from gongkai.text.cells import TABS, Table, delimiters, table
from gongkai.text.links import found as found_spans
from gongkai.text.links import pieces
from gongkai.text.merging import merged
from gongkai.text.names import DEFINED, names
from gongkai.text.results import Fault
from gongkai.text.spans import reference_name

_STARS = re.compile(
    r"(?<!\*)\*\*(?![*\s，、。；：！？）》”)\]])(?=[^*]*[^\W\d])([^*\n]+?)(?<![\s（《“(\[])\*\*(?!\*)"
)
_ARTICLE = re.compile(rf"^[{style.SPACES}]*第\s?[零〇一二三四五六七八九十百千0-9]{{1,9}}\s?条", re.MULTILINE)
_HASHED = re.compile(r"#[ \t\u3000]+[\d０-９]")
_GAP = re.compile(r"[ \u3000]{2,}|\t+")
_SENTENCE = tuple("。；：，、")
_MAX_ROWS = 6


def damage(body: str, blocks: list[Block]) -> Iterator[Fault]:
    """Every place where a text that is safe would not be read as it is meant."""
    lines = body.split("\n")
    known = names(blocks)
    for block in walk(blocks):
        if block.kind is Kind.TABLE:
            yield from _table(block)
        elif block.kind is Kind.CODE:
            yield from _code(block)
        elif block.kind in (Kind.PARAGRAPH, Kind.ARTICLE):
            yield from _spaced(block, lines)
    yield from _notes(blocks)
    yield from _unused(blocks, known)
    for piece in pieces(blocks):
        if piece.block.kind not in (Kind.HTML, Kind.REFERENCE):
            yield from _stars(piece.text, piece.line, known, lines)
            yield from _hashes(piece.text, piece.line)


def _table(block: Block) -> Iterator[Fault]:
    read = table(block)
    yield from _rows(block, read)
    # signs that could say it stand between other marks too: only then the cells are looked at
    for rows in (read.head, read.body) if "^" in block.text or "<" in block.text else ():
        for cell in merged(rows).wrong:
            yield Fault(
                "merged-cells", block.line + cell.line, 1,
                f"“{cell.text}”要合并的格不成一个方块（原因：^ 是同上一格，< 是同左一格，照原样显示）",
                "让合并的格排成方块；要显示这个符号的，前面加 \\",
            )  # fmt: skip
    if not read.head:
        how = "按制表符分成了表格" if block.id == TABS else "读成了没有表头的表格"
        yield Fault(
            "table-without-head", block.line, 1,
            f"这几行{how}（原因：没有一行“|---|---|”隔开表头，读屏软件说不出每一列是什么）",
            f"有表头的，在第一行下面加一行 {_dashes(read.width)}",
            Level.NOTICE,
        )  # fmt: skip


def _rows(block: Block, read: Table) -> Iterator[Fault]:
    what = "表头" if read.head else "第一行"
    if read.head and block.id != TABS and (dashes := delimiters(block)) != read.width:
        yield Fault(
            "table-row", block.line + 1, 1,
            f"隔开表头的一行有 {dashes} 格，表头有 {read.width} 格（原因：格数不等，列会错开）",
            f"改为 {_dashes(read.width)}",
        )  # fmt: skip
    for row in read.body:
        if len(row) != read.width:
            yield Fault(
                "table-row", block.line + row[0].line, 1,
                f"这一行有 {len(row)} 格，{what}有 {read.width} 格（原因：多出的格没有表头，缺的格会错位）",
                "补上缺的格，空格子也要写 |；格子里的竖线写 \\|",
            )  # fmt: skip


def _dashes(width: int) -> str:
    return "|" + "---|" * width


def _code(block: Block) -> Iterator[Fault]:
    if block.level:
        yield Fault(
            "code-block", block.line, 1,
            "代码块的反引号没有结束（原因：后面的正文都成了代码，条、标题和表格都不认）",
            "删去这一行；真是代码的，在末尾补上同样的一行",
        )  # fmt: skip
    elif _ARTICLE.search(block.text):
        yield Fault(
            "code-block", block.line, 1,
            "代码块里有“第几条”（原因：代码里的条没有地址，链接和解读都指不到）",
            "删去代码块首尾的两行",
        )  # fmt: skip


def _spaced(block: Block, lines: list[str]) -> Iterator[Fault]:
    """Lines in which runs of spaces set columns: they were a table."""
    rows: list[list[str]] = []
    first = block.line
    # an article's first line stands behind its number
    for at, line in enumerate([*block.text.split("\n"), ""]):
        cells = _GAP.split(line.strip(style.SPACES)) if at or block.kind is Kind.PARAGRAPH else [line]
        if rows and len(cells) == len(rows[0]):
            rows.append(cells)
            continue
        if len(rows) > 1:
            yield _was_table(first, rows)
        rows = [cells] if len(cells) > 1 and not any(map(_is_sentence, cells)) else []
        first = block.line + at


def _is_sentence(cell: str) -> bool:
    return cell.endswith(_SENTENCE) or "__" in cell or len(cell) > 2 * style.MAX_HEADING


def _was_table(line: int, rows: list[list[str]]) -> Fault:
    shown = [rows[0], ["---"] * len(rows[0]), *rows[1:_MAX_ROWS]]
    pasted = " ⏎ ".join("| " + " | ".join(excerpt(cell, 20) for cell in row) + " |" for row in shown)
    return Fault(
        "spaced-table", line, 1,
        f"这 {len(rows)} 行用空格排成 {len(rows[0])} 列（原因：网页上空格并成一个，列就对不齐了）",
        f"改为表格（⏎ 处换行）：{pasted}{' ……' if len(rows) > _MAX_ROWS else ''}；不是表格的，只留一个空格",
        Level.WARNING,
    )  # fmt: skip


def _notes(blocks: list[Block]) -> Iterator[Fault]:
    seen: set[str] = set()
    for block in walk(blocks):
        found = DEFINED.match(block.text) if block.kind is Kind.FOOTNOTE else None
        if found and found[1] in seen:
            yield Fault(
                "duplicate-note", block.line, 1,
                f"注释“[^{found[1]}]:”重复（原因：同名的注释只显示第一条）",
                "把其中一条改名，文中的记号一起改",
            )  # fmt: skip
        if found:
            seen.add(found[1])


def _unused(blocks: list[Block], known: spans.Names) -> Iterator[Fault]:
    if not known.targets:
        return
    used = {span.name for _, span in found_spans(blocks, known) if isinstance(span, spans.Link)}
    for block in walk(blocks):
        one = definition(block.text) if block.kind is Kind.REFERENCE else None
        if one and reference_name(one.name) not in used:
            yield Fault(
                "unused-reference", block.line, 1,
                f"链接定义“[{one.name}]:”没有用到（原因：这一行不显示，读者看不到它）",
                f"在文中写 [文字][{one.name}]，或删去这一行；要显示的，前面加 \\",
                Level.WARNING,
            )  # fmt: skip


def _stars(text: str, line: int, known: spans.Names, lines: list[str]) -> Iterator[Fault]:
    if "**" not in text:
        return
    for span in spans.walk(spans.read(text, known)):
        for found in _STARS.finditer(span.raw) if isinstance(span, spans.Text) else ():
            place = line + text.count("\n", 0, span.at + found.start())
            yield Fault(
                "stars-shown", place, max(0, lines[place].find(found[0])) + 1,
                f"“{excerpt(found[0])}”的星号照原样显示（原因：两边连着字，分不清是重点还是隐去的字）",
                f"要加粗的写 <b>{excerpt(found[1])}</b>；就是星号的写 \\*",
                Level.WARNING,
            )  # fmt: skip


def _hashes(text: str, line: int) -> Iterator[Fault]:
    for at, each in enumerate(text.split("\n")) if "# " in text else ():
        if _HASHED.match(each):
            yield Fault(
                "hash-shown", line + at, 1,
                f"“{excerpt(each, 20)}”的井号照原样显示（原因：井号后面是数字，分不清是标题还是编号）",
                "是标题的，写两个井号 ##；就是井号的，写 \\#",
                Level.WARNING,
            )  # fmt: skip
