"""A table that was put in → rows of a dataset, or entries of the catalogue, in the tree of a work.

What it says itself is not asked: a table with the head of a 标准目录 is one; whose its entries are is asked
for words that mean no unit here, which dataset and which year where it is rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from gongkai.column.register import Register
from gongkai.desk.intake import catalogue, catalogue_units, datasets, excel
from gongkai.desk.intake.catalogue_sheet import Sheet, sheets
from gongkai.desk.intake.catalogue_standing import Standing
from gongkai.desk.intake.catalogue_units import Placing
from gongkai.desk.web import trees
from gongkai.desk.web.works import Work, keep
from gongkai.desk.word.blocks import Told
from gongkai.load.attached.kinds import ZIP
from gongkai.records.types.dataset import Dataset

NEW, YES = "新的数据集", "是"
SHEET, DATASET, YEAR, REPLACE, WHOLE, WHO = "工作表", "数据集", "年份", "换掉", "整张表", "谁："
_MOST_WORDS = 5
_YEAR = re.compile(r"20\d\d")
#: lines of a description that only say how it is filled in, or that it is a draft
_GUIDING = ("#", "草稿:")


class Asked(NamedTuple):
    """A question, with what can be chosen; no choice: it is typed."""

    key: str
    words: str
    choices: tuple[str, ...] = ()
    offered: str = ""


@dataclass(frozen=True)
class Put:
    """A table as it was put in."""

    name: str
    data: bytes
    book: Any
    #: the sheets that are a 标准目录; none: it is rows
    lists: tuple[Sheet, ...]

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return Path(self.name).stem


def opened(name: str, data: bytes) -> Put:
    """A table and what kind it is; raises Refused where it cannot be read."""
    book = excel.opened(data) if data.startswith(ZIP) else None
    if book is None:  # what is no table is told before anything is asked
        datasets.read(data, name)
    return Put(name, data, book, tuple(sheets(book)) if book else ())


def asked(put: Put, root: Path, register: Register, answers: dict[str, str], today: str) -> list[Asked]:
    """What the table does not say: at most six questions."""
    if put.lists:
        return list(_whose(put, register))
    return list(_where(put, root, register, answers, today))


def _whose(put: Put, register: Register) -> Iterator[Asked]:
    entries = [entry for sheet in put.lists for entry in sheet.entries]
    found = [each.text for each in catalogue_units.nobodys(entries, Placing(register))]
    units = tuple(sorted(unit.name for unit in register.units))
    for words in list(filter(None, found))[:_MOST_WORDS]:
        yield Asked(f"{WHO}{words}", f"目录里的“{words}”是本区哪个单位？", units)
    if found:
        yield Asked(WHOLE, "没有说明的，整张表由哪个单位负责？（都说明了的不用选）", units)


def _where(put: Put, root: Path, register: Register, answers: dict[str, str], today: str) -> Iterator[Asked]:
    names = [each.title for each in put.book.worksheets if each.sheet_state == "visible"] if put.book else []
    if len(names) > 1:
        yield Asked(SHEET, "读哪一张工作表？", tuple(names))
    titles = sorted(each.title for each in register.everything(Dataset))
    yield Asked(DATASET, "这些行放进哪个数据集？", (NEW, *titles))
    year = _YEAR.search(put.stem)
    yield Asked(YEAR, "是哪一年的？", offered=year[0] if year else today[:4])
    known = _known(register, answers)
    year_file = f"{known.source.path.rpartition('/')[0]}/{answers.get(YEAR)}.csv" if known else ""
    if known and (root / year_file).is_file():
        yield Asked(REPLACE, f"{answers[YEAR]} 年已经有了，换成这一份吗？", (YES, "否"))


def fault(key: str, value: str) -> str:
    """What is wrong with an answer; "" where nothing is."""
    if key == YEAR and not _YEAR.fullmatch(value):
        return "年份写四位数字，如 2026"
    return "不换，就不用放进来：回到写稿台，扔掉这份" if key == REPLACE and value != YES else ""


def unsaid(put: Put, register: Register, answers: dict[str, str]) -> str:
    """Words of a catalogue that still mean no unit; "" where all is said."""
    entries = [entry for sheet in put.lists for entry in sheet.entries]
    left = [each.text or "空着的" for each in catalogue_units.nobodys(entries, _placing(register, answers))]
    return f"还没有说明是哪个单位的：{'、'.join(left)}" if left else ""


def _placing(register: Register, answers: dict[str, str]) -> Placing:
    said = {key.removeprefix(WHO): unit for key, unit in answers.items() if key.startswith(WHO)}
    who = {"".join(words.split()): unit for words, unit in said.items()}
    return Placing(register, answers.get(WHOLE, ""), who)


def bring(work: Work, put: Put, register: Register, tree: Path, root: Path, today: str) -> None:
    """Write the files with the answers, in the place of those of the answers before."""
    below = root.relative_to(tree)
    trees.restore(tree, [(below / each).as_posix() for each in work.written])
    work.written, work.title = [], put.stem
    if put.lists:
        _entries(work, put, register, root)
    else:
        _rows(work, put, register, root, today)


def _entries(work: Work, put: Put, register: Register, root: Path) -> None:
    done = catalogue.bring(root, put.name, put.book, _placing(register, work.answers), Standing(register))
    assert done is not None
    work.written = sorted(done.written)
    there = f"，已有的 {done.there} 项没有动" if done.there else ""
    work.put[0].doubts = [
        f"公开目录，新写 {done.new} 项{there}",
        *_lines("没有读入", done.unread),
        *_lines("请看", done.doubts),
    ]


def _rows(work: Work, put: Put, register: Register, root: Path, today: str) -> None:
    known = _known(register, work.answers)
    rows = datasets.read(put.data, put.name, work.answers.get(SHEET, ""), put.book)
    slug = known.source.path.split("/")[-2] if known else ""
    year = work.answers.get(YEAR, "")
    done = datasets.bring(root, register, put.name, rows, slug, year, replace=known is not None)
    about = done.written[-1].rpartition("/")[0] + "/datapackage.yml"
    work.written = [about, done.written[-1]]
    told = [f"{done.rows} 行 {done.columns} 列", *(f"改了 {each}" for each in done.changed)]
    if known:
        told.append(f"数据集的“更新日期”写成今天 {today}")
    _described(root / about, today if known else "")
    work.put[0].doubts = [*told, *_lines("没有读入", done.unread)]


def _known(register: Register, answers: dict[str, str]) -> Dataset | None:
    title = answers.get(DATASET)
    return next((each for each in register.everything(Dataset) if each.title == title), None)


def _described(file: Path, updated: str) -> None:
    """A new description without what guides who has only the file; else the day of the update."""
    lines = file.read_text("utf-8").splitlines(keepends=True)
    if updated:
        lines = [f"更新日期: {updated}\n" if each.startswith("更新日期:") else each for each in lines]
    else:
        lines = [each for each in lines if not each.startswith(_GUIDING)]
    keep(file, "".join(lines).encode())


def _lines(what: str, found: list[Told]) -> Iterator[str]:
    for each in found[:40]:
        yield f"{what} {each.place}：{each.why}" + (f"“{each.text[:40]}”" if each.text else "")
    if len(found) > 40:
        yield f"{what} ……还有 {len(found) - 40} 处"
