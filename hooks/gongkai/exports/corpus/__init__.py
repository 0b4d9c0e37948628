"""The released Register → what programs that answer questions read: Markdown beside pages, pieces, llms.txt.

One file of pieces for each type and year, so that an edit makes one of them anew. In a large column this is
tens of megabytes: ``供机器的文本: 否`` leaves it out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from gongkai.column.answers import answers
from gongkai.column.register import Register
from gongkai.exports.corpus import guide, pieces, twins
from gongkai.exports.leads import paths
from gongkai.exports.made import DataFile

__all__ = ["FOLDER", "write"]

FOLDER = "corpus/"
#: (section, its words, year) → lines
Lines = dict[tuple[str, str, int], list[str]]


def write(register: Register, stage: Path) -> int:
    """Every file below ``stage``; says how many. Nothing where the column does without."""
    if not register.column.machine_texts:
        return 0
    lines: Lines = defaultdict(list)
    # a text is read once: its twin and its pieces are made one after the other
    count = _records(register, stage, lines) + _answers(register, stage, lines)
    made = _pieces(stage, lines)
    (stage / guide.NAME).write_bytes(guide.guide(register, made))
    return count + len(made) + 1


def _records(register: Register, stage: Path, lines: Lines) -> int:
    known = paths(register)
    for record in register.all:
        _write(stage / record.url / twins.NAME, twins.of_record(register, record, known))
        place = record.section(), record.LABEL, record.published.year
        lines[place] += (_line(each) for each in pieces.of_record(register, record, known))
    return len(register.all)


def _answers(register: Register, stage: Path, lines: Lines) -> int:
    """A twin for each page, a piece for each answer in the lists."""
    every = answers(register)
    for answer in every:
        _write(stage / answer.url / twins.NAME, twins.of_answer(register, answer))
        if answer.first:
            lines["answers", "问答", answer.asked.day.year].append(_line(pieces.of_answer(register, answer)))
    return len(every)


def _pieces(stage: Path, lines: Lines) -> list[tuple[str, int, DataFile]]:
    """The pieces in their files: (words, how many, file), the newest year of a type first."""
    made = []
    for (section, label, year), found in sorted(lines.items(), key=lambda each: (each[0][0], -each[0][2])):
        path, content = f"{FOLDER}{section}-{year}.jsonl", "".join(found).encode()
        if found:
            _write(stage / path, content)
            made.append((f"{label}，{year}年", len(found), DataFile(path, "JSON Lines", len(content))))
    return made


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _line(piece: pieces.Piece) -> str:
    return json.dumps(piece, ensure_ascii=False) + "\n"
