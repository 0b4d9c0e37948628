"""The committed register of texts → what published texts and titles are held by, and what is to be entered.

``data/texts/<section>.txt`` has a line for each wording a record was published with:
``id key day changes digest lines``. ``key`` is 正文 or 标题; ``day`` is that of the last change readers
were told of by then, ``changes`` how many there were; ``lines`` are short digests of its lines, by which
a change is found. Lines are only ever added.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from gongkai.column import ledger
from gongkai.column.register import Register, Wording
from gongkai.common.problems import Problem
from gongkai.records.base import ContentRecord
from gongkai.records.fields.values import as_date
from gongkai.records.types.correction import Correction
from gongkai.records.types.policy import Policy
from gongkai.text import held

FOLDER = Path("data/texts")
TEXT, TITLE = "正文", "标题"
#: relations that change the text of the other document
CHANGING = ("修改", "部分废止")
_HOW = "合并冲突的留下两边的行，删去标记；别的从版本库恢复这一行"
_BACK = "从上一个版本恢复 data/texts/ 里的这一行；文字改了的，写更新说明或更正，再运行 scripts/addresses"
_DIGESTS = re.compile(r"[0-9a-f]{16}(?: (?:[0-9a-f]{4})*)?")


#: (a record's id, 正文 or 标题) → the wordings it was published with, the newest last
Wordings = Mapping[tuple[str, str], tuple[Wording, ...]]


def shown(register: Register) -> Iterator[ContentRecord]:
    """The records whose words readers have on the day."""
    for record in (*register.all, *register.english):
        again = any(each.closed for each in register.repeated(record))
        if not (record.closed or again or record.url in register.gone):
            yield record


def wording(register: Register, record: ContentRecord, key: str) -> Wording:
    """A record's text or title as it is now."""
    days = _told_changes(register, record)
    last, count = max(days, default=record.published), len(days)
    if key == TITLE:
        return Wording(last, count, held.digest(held.words(record.name)))
    return Wording(last, count, *held.held(record.body))


def _told_changes(register: Register, record: ContentRecord) -> list[dt.date]:
    """The days of every change up to now that readers were told of, each notice by itself."""
    return [*_notices(register, record), *_amendments(register, record)]


def _notices(register: Register, record: ContentRecord) -> list[dt.date]:
    """The days of what explains that its own words change.

    What says another record again (interpretation, translation) changes with a correction of that one.
    """
    days = [day for day in record.change_days if day <= register.today]
    return days + [each.corrected_on for each in corrections(register, record)]


def _amendments(register: Register, record: ContentRecord) -> list[dt.date]:
    """The days on which readers were told that another document changes it; its own words stay."""
    if not isinstance(record, Policy):
        return []
    links = (each for each in register.relations(record) if not each.acts)
    return [each.other.published for each in links if each.kind in CHANGING]


def corrections(register: Register, record: ContentRecord) -> list[Correction]:
    """What corrects the record, or one that it says again."""
    both = (record, *register.repeated(record))
    return [each for corrected in both for each in register.corrections_of(corrected)]


def explained(register: Register, record: ContentRecord, told: Wording) -> bool:
    """Whether readers were told since a wording was registered why the record's own words change.

    A document that amends it is not why: what it does is computed, and the text stays as published.
    """
    notices, amended = _notices(register, record), _amendments(register, record)
    # publication is the first of them
    counted = max(1, told.changes - sum(day <= told.day for day in amended))
    return len(notices) > counted or any(day > told.day for day in notices)


def current(register: Register) -> dict[tuple[str, str], Wording]:
    """Every text and title that readers have; a text without words is none."""
    found: dict[tuple[str, str], Wording] = {}
    for record in shown(register):
        found[record.id, TITLE] = wording(register, record, TITLE)
        if held.words(record.body) or (record.id, TEXT) in register.wordings:
            found[record.id, TEXT] = wording(register, record, TEXT)
    return found


def read(root: Path) -> tuple[dict[tuple[str, str], tuple[Wording, ...]], list[Problem]]:
    """The wordings registered as published before, and what is wrong with the register."""
    problems: list[Problem] = []
    found: dict[tuple[str, str], list[Wording]] = defaultdict(list)
    for line in ledger.lines(root, FOLDER, problems):
        try:
            record, key, each = _parsed(line.text)
        except ValueError:
            problems.append(line.wrong(f"“{line.text[:60]}”不是“标识 正文或标题 日期 次数 摘要”", _HOW))
            continue
        if each in found[record, key]:
            problems.append(line.twice(f"“{record} {key} {each.day}”"))
        else:
            found[record, key].append(each)
    # two sides of a merge may stand in any order
    return {field: tuple(sorted(rows, key=_age)) for field, rows in found.items()}, problems


def _age(each: Wording) -> tuple[int, dt.date]:
    return each.changes, each.day


def _parsed(text: str) -> tuple[str, str, Wording]:
    record, key, day, changes, digests = text.split(" ", 4)
    if key not in (TEXT, TITLE) or not _DIGESTS.fullmatch(digests):
        raise ValueError(text)
    return record, key, Wording(as_date(day), int(changes), *digests.split())


def write(root: Path, texts: Mapping[tuple[str, str], Wording]) -> int:
    """Add the wordings there are now to the register, one file a section; gives how many were new."""
    known, _ = read(root)
    new = {field: each for field, each in texts.items() if each not in known.get(field, ())}
    sections: dict[str, list[str]] = defaultdict(list)
    for record, key in sorted({*known, *new}):
        rows = [*known.get((record, key), ()), *([new[record, key]] if (record, key) in new else ())]
        sections[record.split("/", 1)[0]] += [each.line(record, key) for each in sorted(rows, key=_age)]
    ledger.write(root, FOLDER, sections)
    return len(new)


def forgotten(before: Register, now: Register) -> Iterator[Problem]:
    """The wordings an earlier revision had registered, and this one has not; each record once."""
    lost = {
        record: each.day
        for (record, key), rows in sorted(before.wordings.items())
        for each in rows
        if each not in now.wordings.get((record, key), ())
    }
    for record, day in lost.items():
        path = f"{FOLDER}/{record.split('/', 1)[0]}.txt"
        what = f"“{record} … {day}”这一行被删掉或改掉了：登记过的只增不减"
        yield ledger.gone(path, what, _BACK)
