"""The CSV files of datasets: every row read once and judged, none of them kept."""

from __future__ import annotations

import csv
import difflib
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from gongkai.common.personal import SUSPECT, numbers
from gongkai.common.problems import Edit, Problem
from gongkai.load.datasets.cells import Judge, judge
from gongkai.load.datasets.excel import Numbers, damage
from gongkai.load.datasets.row_sums import Sums
from gongkai.load.datasets.rows import Lines, digest_of, order_of
from gongkai.load.decoding import characters
from gongkai.load.decoding.decode import decode
from gongkai.load.document import Document, Personal, TableFile
from gongkai.load.personal_numbers import Kept
from gongkai.load.rules import problem, unreadable
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.datasets import SUMMED, FieldRole, FieldType

#: More faults than this in one file are counted, not listed.
LISTED = 20
#: so many different good cells of a column are remembered
_REMEMBERED = 200_000
#: what Git begins the lines with that divide two versions of a file
_CONFLICT = {sign * 7 for sign in "<=>|"}
_YEAR = re.compile(r"20\d\d\.csv", re.ASCII)
_HEAD = "第一行写列名，一个不少，照 datapackage.yml 的“字段”"

Tables = dict[str, tuple[TableFile, ...]]
#: root, paths of CSV files, all documents → the tables of each dataset, and what is wrong in them
TableReader = Callable[[str, Sequence[str], Sequence[Document]], tuple[Tables, list[Problem]]]


def read_tables(
    root: str, paths: Sequence[str], documents: Sequence[Document]
) -> tuple[Tables, list[Problem]]:
    """Every CSV file judged by its dataset; those of a dataset that is itself faulty wait for it."""
    known = {each.path.rsplit("/", 1)[0]: each for each in documents if each.record_type is Dataset}
    found: dict[str, list[TableFile]] = {}
    numbers: dict[str, dict[str, str]] = {}
    written: dict[str, Numbers] = {}
    problems: list[Problem] = []
    for path in paths:
        folder, name = path.rsplit("/", 1)
        document = known.get(folder)
        if not _YEAR.fullmatch(name) or not (document or Path(root, folder, "datapackage.yml").is_file()):
            problems.append(_misplaced(path, name))
        elif document and (dataset := _dataset(document)):
            digits = written.setdefault(folder, Numbers())
            reading = _Reading(root, path, dataset, numbers.setdefault(folder, {}), digits)
            problems.extend(reading.read())
            found.setdefault(document.key, []).append(reading.table())
    problems.extend(fault for each in written.values() for fault in each.faults())
    return {key: tuple(each) for key, each in found.items()}, problems


def mendable(root: str, path: str, document: Document) -> list[Problem]:
    """Every cell of one file whose right text is known, however many; ``document`` describes its columns."""
    dataset = _dataset(document)
    if dataset is None:
        return []
    reading = _Reading(root, path, dataset, {}, Numbers(), sys.maxsize)
    return [each for each in reading.read() if each.edit]


def _dataset(document: Document) -> Dataset | None:
    try:
        return Dataset.model_validate(document.data)
    except ValueError:
        return None  # validate reports what is wrong with it


def _misplaced(path: str, name: str) -> Problem:
    if _YEAR.fullmatch(name):
        message, fix = "同一文件夹里没有 datapackage.yml，不知道各列是什么", "先写 datapackage.yml，说明各列"
    else:
        message, fix = f"数据文件“{name}”的名字不是年份", "一年一个文件，改名为 2026.csv 这样的年份"
    return problem("table-place", path, message, fix)


class _Reading:
    """One file being read: its faults, and what rules need to know of its rows."""

    def __init__(
        self,
        root: str,
        path: str,
        dataset: Dataset,
        seen: dict[str, str],
        written: Numbers,
        most: int = LISTED,
    ) -> None:
        self.path = path
        self.year = int(path[-8:-4])
        self.fields = dataset.columns
        self.file = Path(root, path)
        self.lines = Lines(self.file)
        self.digest = ""
        self.faults: list[Problem] = []
        self.more = 0
        self.most = most
        self.count = 0
        #: 编号 → where it stands, over all years of the dataset
        self.seen = seen
        self.written = written
        self.number = dataset.place_of(FieldRole.NUMBER)
        self.judges: list[Judge] = [judge(field, self.year) for field in self.fields]
        self.good: list[set[str]] = [{""} if not field.required else set() for field in self.fields]
        self.facets: dict[int, dict[str, int]] = {place: {} for place in dataset.facets}
        #: rows by unit, where annual reports have to fit them
        self.unit = dataset.place_of(FieldRole.UNIT) if dataset.report_line else None
        self.by_unit: Counter[str] = Counter()
        #: (unit, month) and (unit, choice) that rows have
        self.owner, self.day = dataset.place_of(FieldRole.UNIT), dataset.place_of(FieldRole.DATE)
        self.until = dataset.place_of(FieldRole.SHOWN_UNTIL)
        self.displays: dict[tuple[str, str], tuple[int, int]] = {}
        self.answered = dataset.place_of(FieldRole.ANSWERED)
        self.answers: dict[tuple[str, str], tuple[int, int]] = {}
        self.months: set[tuple[str, str]] = set()
        self.marks: set[tuple[str, str]] = set()
        self.sums = Sums(dataset) if dataset.kind in SUMMED else None
        self.personal: Kept[Personal] = Kept()

    def table(self) -> TableFile:
        facets = {self.fields[place].name: found for place, found in self.facets.items()}
        personal = tuple(self.personal.found)
        more, faulty = self.personal.more, bool(self.faults)
        return TableFile(
            self.path, self.year, self.count, facets, personal, more, faulty, self.digest, self.by_unit,
            frozenset(self.months), frozenset(self.marks), self.displays,
            self.answers, self.sums.found if self.sums else {},
        )  # fmt: skip

    def read(self) -> list[Problem]:
        """Judge every row; gives everything that is wrong with the file."""
        try:
            self.digest = digest_of(self.file)
            self._rows()
        except UnicodeDecodeError:
            self.faults = list(decode(self.file.read_bytes(), self.path).problems)
            return self.faults
        except csv.Error as error:
            fix = "格子里有逗号、引号的，整格用半角双引号括起来，里面的引号写两个"
            long = f"有一格长于 {csv.field_size_limit()} 字，多半是引号不成对"
            self.lines.line = self.lines.next
            what = long if "field larger" in str(error) else "引号不成对"
            self._fault("table-row", f"从这一行起{what}，读不下去", fix)
        except OSError as error:
            self.faults = [unreadable(self.path, error)]
            return self.faults
        if self.more:
            message = f"这个文件里的错误还有 {self.more} 处，没有一一列出"
            self.faults.append(problem("table-row", self.path, message, "先改正列出的，再检查一次"))
        return self.faults

    def _rows(self) -> None:
        rows = iter(self.lines)
        head = next(rows, None)
        order = self._order(head) if head else None
        if head is None:
            self._fault("table-columns", "文件是空的", f"{_HEAD}；没有数据就删去这个文件")
        if order is None:
            return
        width = len(order)
        for row in rows:
            if row[0][:7] in _CONFLICT:
                fix = "在 <<<<<<< 与 >>>>>>> 之间留下要的行，删去这些标记行"
                self._fault("conflict-marker", f"这一行是 Git 合并冲突的标记“{row[0][:7]}”", fix)
            elif len(row) != width:
                fix = "格子里有逗号的用半角双引号括起来；补上少的格子，没有内容的留空"
                self._fault("table-row", f"这一行有 {len(row)} 格，应是 {width} 格", fix)
            else:
                self._row([row[place].strip() for place in order], order)

    def _order(self, head: list[str]) -> list[int] | None:
        """Where each column stands; None, and faults, where the first row is not what it should be."""
        names, wanted = [name.strip() for name in head], [field.name for field in self.fields]
        if len(names) > len(wanted) + LISTED:
            # names far too many are not looked at one by one: that would take for ever
            self._fault("table-columns", f"第一行有 {len(names)} 格，应是 {len(wanted)} 格", _HEAD)
            return None
        offered: list[str] = []
        for place, name in enumerate(names):
            if name not in wanted:
                near = difflib.get_close_matches(name, wanted, n=1, cutoff=0.4)
                offered += near
                fix = f"是不是“{near[0]}”？" if near else ""
                self._fault("table-columns", f"没有“{name}”这一列", f"{fix}{_HEAD}", place)
            elif names.index(name) < place:
                self._fault("table-columns", f"“{name}”这一列写了两次", "删去一列", place)
        for name in wanted:
            if name not in names and name not in offered:
                self._fault("table-columns", f"缺少“{name}”这一列", _HEAD)
        return None if self.faults else order_of(names, self.fields)

    def _row(self, cells: list[str], order: list[int]) -> None:
        self.count += 1
        line, text = self.lines.line, self.lines.text
        for place, value in enumerate(cells):
            if value not in self.good[place]:
                self._cell(place, value, order[place])
        self._narrowed(cells, line)
        if self.sums:
            self.sums.add(cells)
        if self.number is not None and cells[self.number]:
            self._number(cells[self.number], order[self.number])
        if characters.found_in(text.rstrip("\r\n")):
            self._characters(cells, order)
        if SUSPECT.search(text):
            self._personal(cells, order)

    def _narrowed(self, cells: list[str], line: int) -> None:
        for place, found in self.facets.items():
            if cells[place] not in found:
                found[cells[place]] = line
        for column, spans in ((self.until, self.displays), (self.answered, self.answers)):
            if column is not None:
                span = ("" if self.day is None else cells[self.day], cells[column])
                first, count = spans.get(span, (line, 0))
                spans[span] = (first, count + 1)
        if self.unit is not None:
            self.by_unit[cells[self.unit]] += 1
        if self.owner is not None:
            owner = cells[self.owner]
            self.months.add((owner, cells[self.day][:7] if self.day is not None else ""))
            self.marks.update((owner, cells[place]) for place in self.facets if place != self.owner)

    def _cell(self, place: int, value: str, at: int) -> None:
        field = self.fields[place]
        if not value:
            self._fault("table-cell", f"“{field.name}”是空的", "写上内容，这一列必填", at)
            return
        fault = damage(value) or self.judges[place](value)
        if fault:
            edit = Edit(fault.instead, old=value) if fault.instead else None
            self._fault("table-cell", f"“{field.name}”：{fault.message}", fault.fix, at, edit)
        elif (field.type is not FieldType.TEXT or field.facet) and len(self.good[place]) < _REMEMBERED:
            self.good[place].add(value)

    def _number(self, number: str, at: int) -> None:
        if number.isdecimal() and number.isascii():
            self.written.note(number, self.path, self.lines, at)
        if number in self.seen:
            fix = "同一件事只留一行；不是同一件的改正编号"
            self._fault("table-number", f"编号“{number}”已经在 {self.seen[number]} 用过", fix, at)
        else:
            self.seen[number] = f"{self.year}.csv"

    def _characters(self, cells: list[str], order: list[int]) -> None:
        for place, value in enumerate(cells):
            # a line break in a cell is told as what it is
            cell = value.replace("\r\n", "\n")
            for spot in characters.spots(cell):
                told, column = characters.with_words(cell, spot), self.lines.column(order[place])
                self._add(characters.fault(self.path, told, self.lines.line, column))

    def _personal(self, cells: list[str], order: list[int]) -> None:
        for place, value in enumerate(cells):
            field = self.fields[place]
            if field.type is FieldType.CODE:
                continue  # its check digit was looked at: it is the code it says it is
            # a column's name says whether its numbers are those of persons or of things
            named = f"{field.name}{'编号' if field.role is FieldRole.NUMBER else ''}：{value}"
            for kind, number in numbers(named):
                column = self.lines.column(order[place])
                self.personal.add(Personal(self.lines.line, column, field.name, kind, number))

    def _fault(
        self, rule: str, message: str, fix: str, place: int | None = None, edit: Edit | None = None
    ) -> None:
        column = 1 if place is None else self.lines.column(place)
        self._add(problem(rule, self.path, message, fix, max(1, self.lines.line), column, edit))

    def _add(self, fault: Problem) -> None:
        if len(self.faults) < self.most:
            self.faults.append(fault)
        else:
            self.more += 1
