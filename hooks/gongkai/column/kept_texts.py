"""Texts that were published and have changed since: kept in ``data/texts/<id>/<day>.md``, shown and compared.

``day`` is that of the wording in the register of texts. Its digest there proves a kept text: it was
published word for word. A file may be taken away, where what was wrong must not be read any more.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gongkai.column import ledger
from gongkai.column.announced_texts import FOLDER, TEXT, Wordings, wording
from gongkai.column.register import Kept, Register, Wording
from gongkai.common.problems import EnvironmentProblem, Problem
from gongkai.records.base import ContentRecord
from gongkai.text import held

_HOW = "从版本库恢复；不能再公开的，删去这个文件"


def read(root: Path, wordings: Wordings) -> tuple[dict[str, tuple[Kept, ...]], list[Problem]]:
    """The kept texts by record, the oldest first, and what is wrong with the files."""
    problems: list[Problem] = []
    found: dict[str, list[Kept]] = defaultdict(list)
    for file in sorted((root / FOLDER).rglob("*.md")):
        path = file.relative_to(root).as_posix()
        record = file.parent.relative_to(root / FOLDER).as_posix()
        text = ledger.text_of(file, path, problems)
        told = [
            each for each in wordings.get((record, TEXT), ()) if each.digest == held.digest(held.words(text))
        ]
        if told:
            found[record].append(Kept(told[0].day, text, path))
        elif text:
            problems.append(ledger.gone(path, "这不是登记过的那一版正文", _HOW))
    return {record: tuple(sorted(texts)) for record, texts in found.items()}, problems


def changed(register: Register) -> Iterator[tuple[ContentRecord, Wording]]:
    """The records whose text is another now than was registered last, with that wording."""
    for record in register.content:
        rows = register.wordings.get((record.id, TEXT), ())
        if rows and rows[-1].lines and rows[-1].digest != wording(register, record, TEXT).digest:
            yield record, rows[-1]


def write(root: Path, record: ContentRecord, told: Wording, text: str) -> bool:
    """Keep a text that is proved to be the wording told; whether it is."""
    if held.digest(held.words(text)) != told.digest:
        return False
    file = _free(root / FOLDER / record.id, told.day)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise EnvironmentProblem(
            f"{FOLDER}/ 写不进去（{error.strerror}）：检查文件夹的权限和磁盘空间"
        ) from None
    return True


def _free(folder: Path, day: dt.date) -> Path:
    """The name of a wording; several of one day are numbered."""
    names = [f"{day}.md", *(f"{day}-{number}.md" for number in range(2, 100))]
    return next(folder / name for name in names if not (folder / name).exists())
