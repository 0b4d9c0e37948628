"""The blocks of a record's text → its Markdown, which is read again and held against the blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.desk.intake import escaping
from gongkai.desk.intake.parts import OUT, Parts, Role, day_lines, lines, one_line
from gongkai.desk.word.blocks import Block, Cell, Note, Paragraph, Picture, Run, Table, Told
from gongkai.text.cells import FIGURE

#: sets a line of the signature to the right, wherever in the text it stands
_RIGHT = "\u3000" * 8
_AFTER_NUMBER = re.compile(
    r"(第[〇零一二三四五六七八九十百千\d]{1,9}条(?:之[一二三四五六七八九十]{1,3})?)[ \t\u3000]+"
)
#: said for a picture that has no words in the file
NO_WORDS = "待填"


@dataclass
class Writer:
    """Writes blocks; ``folder`` is where pictures stand, as the text names it."""

    folder: str
    notes: Mapping[str, Note] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    captions: Mapping[str, str] = field(default_factory=dict)
    #: whether each paragraph is read again by itself; the whole text is anyway
    exact: bool = True
    _used: list[str] = field(default_factory=list)

    def text(self, parts: Parts) -> str:
        """The whole text of a record."""
        written = list(self._blocks(parts.text))
        written += [f"[^{at}]: {self._note(key)}" for at, key in enumerate(self._used, 1)]
        return "\n\n".join(each for each in written if each.strip()) + "\n"

    @property
    def used(self) -> list[Note]:
        """The notes that the text refers to, in its order."""
        return [self.notes[key] for key in self._used]

    def left(self, parts: Parts) -> Iterator[Told]:
        """Notes and pictures of what is not in the text: of the title, of the red head."""
        for block, role in zip(parts.blocks, parts.roles, strict=True):
            held = block.paragraphs if isinstance(block, Table) else (block,)
            for run in (run for each in held for run in each.runs if role in OUT):
                if run.note and run.note not in self._used:
                    yield Told(block.place, f"{role.value}里的注释", self.notes[run.note].text)
                if run.picture:
                    yield Told(block.place, f"{role.value}里的图片", run.picture)

    def _blocks(self, blocks: list[tuple[Block, Role]]) -> Iterator[str]:
        title = ""
        for block, role in blocks:
            if role is Role.PRINTED:
                title += one_line(block)
                continue
            if title:
                yield title
                title = ""
            if role is Role.SIGNATURE:
                yield from (f"{_RIGHT}{each}" for each in day_lines(block))
            elif isinstance(block, Table):
                yield self._table(block)
            else:
                yield from self._paragraph(block)
        if title:
            yield title

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        """A paragraph; a line that was broken by hand is one of its own."""
        runs = (Run(f"{block.label}{block.gap}"), *block.runs) if block.label else block.runs
        for each in _broken(runs):
            words = "".join(run.text for run in each)
            if not any(run.note or run.picture for run in each):
                text = _spaced(words)
                yield escaping.paragraph(text, self.exact) if text else ""
            else:
                yield self._mixed(each, words)

    def _mixed(self, runs: list[Run], words: str) -> str:
        """A line with marks of notes or pictures among its words."""
        known = "".join(f"\n\n[^{at}]: 注" for at in range(1, len(self.notes) + 1))
        for write in (_as_is, escaping.inside):
            made = "".join(self._run(run, write) for run in runs).strip()
            for way in (made, f"\\{made}"):
                if escaping.alone(way, words, known.strip()):
                    return way
        raise escaping.NotWritable(words)

    def _run(self, run: Run, write: Callable[[str], str]) -> str:
        if run.note:
            if run.note not in self._used:
                self._used.append(run.note)
            return f"[^{self._used.index(run.note) + 1}]"
        if run.picture:
            words = self.pictures[run.picture].words or self.captions.get(run.picture, NO_WORDS)
            return f"![{escaping.inside(words)}]({self.folder}{run.picture})"
        return write(run.text.replace("\t", "\u3000"))

    def _note(self, key: str) -> str:
        return escaping.line(self.notes[key].text)

    def _table(self, table: Table) -> str:
        """Between bars where every row has every cell and no sign is in the way, else in tags."""
        wanted = escaping.squashed("".join(lines(table)))
        known = "".join(f"\n\n[^{at}]: 注" for at in range(1, len(self.notes) + 1))
        simple = all(cell.wide == cell.high == 1 for cell in table.cells)
        even = {len(row) for row in table.rows} == {table.width}
        if simple and even and len(table.rows) > 1 and table.heads < 2:
            for write in (_as_is, escaping.inside):
                made = self._bars(table, write)
                if escaping.shown(f"{made}{known}") == wanted:
                    return made
        if any(run.note for each in table.paragraphs for run in each.runs):
            raise escaping.NotWritable(f"{table.place}的格里有注释，表又有合并的格：把注释写成表下面的一段")
        return "\n".join(["<table>", *self._tags(table), "</table>"])

    def _bars(self, table: Table, write: Callable[[str], str]) -> str:
        rows = [[self._cell(cell, write) for cell in row] for row in table.rows]
        made = [f"| {' | '.join(row)} |" for row in rows]
        if _has_head(table):
            made.insert(1, f"|{'---|' * table.width}")
        else:
            made.insert(0, f"|{'---|' * table.width}")
            made.insert(0, f"|{'  |' * table.width}")
        return "\n".join(made)

    def _cell(self, cell: Cell, write: Callable[[str], str]) -> str:
        found = [
            "".join(self._run(run, write) for run in each)
            for block in cell.blocks
            for each in _broken(_all(block))
        ]
        return "<br>".join(text.strip().replace("|", "\\|") for text in found if text.strip())

    def _tags(self, table: Table) -> Iterator[str]:
        heads = max(table.heads, _head_rows(table))
        for at, row in enumerate(table.rows):
            kind = "th" if at < heads else "td"
            column, made = 0, []
            for cell in row:
                if cell.column > column and not _covered(table, at, column):
                    made.append(f"<td{_reach('colspan', cell.column - column)}></td>")
                words = "<br>".join(html.escape(line, quote=False) for line in cell.text.split("\n"))
                reach = _reach("colspan", cell.wide) + _reach("rowspan", cell.high)
                made.append(f"<{kind}{reach}>{words}</{kind}>")
                column = cell.column + cell.wide
            yield f"<tr>{''.join(made)}</tr>"


def _as_is(text: str) -> str:
    return text


def _covered(table: Table, at: int, column: int) -> bool:
    """Whether a cell from above reaches into a place."""
    return any(
        cell.column <= column < cell.column + cell.wide and up + cell.high > at
        for up, row in enumerate(table.rows[:at])
        for cell in row
    )


def _reach(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""


def _all(block: Paragraph) -> tuple[Run, ...]:
    return (Run(f"{block.label}{block.gap}"), *block.runs) if block.label else block.runs


def _has_head(table: Table) -> bool:
    """A first row that names the columns: every cell has words and none is a figure."""
    first = [cell.text.strip() for cell in table.rows[0]]
    return table.heads > 0 or (len(table.rows) > 1 and all(first) and not any(map(FIGURE.fullmatch, first)))


def _head_rows(table: Table) -> int:
    """How many rows name the columns: as far as the first one reaches, where no figure stands in them."""
    if not _has_head(table):
        return 0
    high = max(cell.high for cell in table.rows[0])
    below = [cell.text.strip() for row in table.rows[1:high] for cell in row]
    return 1 if high == len(table.rows) or any(map(FIGURE.fullmatch, below)) else high


def _broken(runs: tuple[Run, ...]) -> Iterator[list[Run]]:
    """Runs cut at the ends of lines."""
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split("\n") if run.text else [""]
        line.append(Run(first, run.note, run.picture))
        for text in rest:
            yield line
            line = [Run(text)]
    yield line


def _spaced(words: str) -> str:
    """A line as it is written: a full-width space behind the number of an article, tabs as spaces."""
    text = words.replace("\t", "\u3000").strip()
    found = _AFTER_NUMBER.match(text)
    return f"{found[1]}\u3000{text[found.end() :]}" if found else text


def expected(parts: Parts) -> str:
    """What readers have to see of the text, without white space."""
    return escaping.squashed("".join("".join(lines(block)) for block, _ in parts.text))


def differs(parts: Parts, body: str, notes: Sequence[Note] = ()) -> str:
    """Where the written text says something else than the blocks; "" where it does not."""
    told = _unlike(expected(parts), escaping.shown(body))
    return told or _unlike(
        escaping.squashed("".join(each.text for each in notes)), escaping.shown_notes(body)
    )


def _unlike(wanted: str, seen: str) -> str:
    if wanted == seen:
        return ""
    unlike = (at for at, (one, two) in enumerate(zip(wanted, seen, strict=False)) if one != two)
    at = next(unlike, min(len(wanted), len(seen)))
    return f"原文“{wanted[max(0, at - 8) : at + 12]}”，写成了“{seen[max(0, at - 8) : at + 12]}”"
