"""Register → the addresses of pages and files: what is published now, and what was before.

``data/addresses/<section>.txt`` is the committed register, one address a line, followed by the title
readers knew it by. An address in it that is not published any more needs a redirect or a tombstone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from weakref import WeakKeyDictionary

from gongkai.column import ledger
from gongkai.column.asked import FOLDER as ANSWERS
from gongkai.column.asked import asks
from gongkai.column.drafts import STEP
from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.common.printable import one_line
from gongkai.common.problems import Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.gate import leaving
from gongkai.gate.addresses import drafts, files, questions, texts, withdrawn
from gongkai.records.types.address import ADDRESS, MovedAddress
from gongkai.records.types.decision import Decision
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.types.theme import Theme

FOLDER = Path("data/addresses")
_ADDRESS = re.compile(ADDRESS)
_HOW = "合并冲突的留下两边的网址，删去标记；别的从版本库恢复这一行"
_BACK = (
    "从上一个版本恢复 data/addresses/ 里的这一行；不再公布的，再在 data/addresses/moved.yml "
    "写“撤下日期”和“理由”，改了网址的写“转到”"
)
_LOST = "恢复原来的文件；不再公布的，在 data/addresses/moved.yml 写“撤下日期”和“理由”，改了网址的写“转到”"

_AGAIN = (
    "不该再公布的，恢复 data/addresses/moved.yml 里撤下它的那一项；"
    "核对过、可以再公布的，不用改，在那条内容的“更新说明”里写明"
)

#: address → the title it is known by, empty where there is none
Titles = dict[str, str]
#: several rules ask for the addresses of one column
_known: WeakKeyDictionary[Register, Titles] = WeakKeyDictionary()


@question
def current(register: Register) -> Titles:
    """Every lasting address there is today."""
    if register not in _known:
        _known[register] = _current(register)
    return _known[register]


def _current(register: Register) -> Titles:
    seen = [face for each in (*register.all, *register.english) if (face := leaving(each, register))]
    found = {record.url: one_line(record.name) for record in seen}
    found.update({unit.url: one_line(unit.name) for unit in register.units})
    found.update({theme.url: one_line(theme.title) for theme in register.everything(Theme)})
    found.update(texts.of_versions(register, seen))
    found.update(drafts.of_drafts(register, seen))
    found.update(questions.of_answers(register, seen))
    return {**found, **files.attached(register, seen), **files.of_datasets(register, seen)}


def moved(register: Register) -> list[MovedAddress]:
    """What became of the addresses that are gone, with those that go with a withdrawn one."""
    return withdrawn.rows(register, current(register).keys())


def read(root: Path) -> tuple[Titles, list[Problem]]:
    """Every address registered as published before, and what is wrong with the register."""
    problems: list[Problem] = []
    found: Titles = {}
    for line in ledger.lines(root, FOLDER, problems):
        address, _, title = line.text.partition(" ")
        if not _ADDRESS.fullmatch(address):
            problems.append(line.wrong(f"“{line.text[:60]}”不是网址", _HOW))
        elif address in found:
            problems.append(line.twice(f"网址“{address}”"))
        else:
            found[address] = title.strip()
    return found, problems


def write(root: Path, addresses: Mapping[str, str]) -> int:
    """Add addresses to the register, one file a section, sorted; gives how many were new."""
    known, _ = read(root)
    wanted = {**known, **addresses}
    sections: dict[str, list[str]] = defaultdict(list)
    for address in sorted(wanted):
        sections[_section(address)].append(f"{address} {wanted[address]}".rstrip())
    ledger.write(root, FOLDER, sections)
    return len(wanted.keys() - known.keys())


def _section(address: str) -> str:
    first, _, rest = address.partition("/")
    return first if rest else "pages"


def file_of(address: str) -> str:
    """The file of the register an address stands in."""
    return f"{FOLDER}/{_section(address)}.txt"


def awaited(register: Register) -> set[str]:
    """Addresses of records whose day has not come, and of faulty files: what is not there is not lost."""
    hidden = (record for record in register.content if not record.is_public(register.today))
    later = [record for record in hidden if not record.held_back]
    found = {record.url for record in later}
    found.update(name for record in later for _, name in files.files_of(record))
    found.update(files.of_coming(register))
    for record in later:
        found.update(texts.led_to(register, record) if isinstance(record, Policy) else ())
        found.update(drafts.led_to(register, record))
        found.update(questions.of_record(register, record))
    for each in register.broken:
        key = each.key.rsplit("/", 1)[-1] if each.record_type is Page else each.key
        found.add(f"{key}/")
        # what a faulty file would have led to is not known
        found.update(register.files)
        if asks(each.record_type):
            found.update(address for address in register.published if address.startswith(ANSWERS))
        if each.record_type is Policy:
            found.update(address for address in register.published if f"/{texts.MARK}" in address)
        if each.record_type in (Policy, Decision):
            found.update(address for address in register.published if address.endswith(f"/{STEP}"))
        found.update(address for address in register.published if address.startswith(f"{key}/"))
    return found


def forgotten(before: Register, now: Register) -> Iterator[Problem]:
    """What an earlier revision had registered or published, and this one knows nothing of."""
    for address, title in before.published.items():
        if address not in now.published:
            what = f"网址“{address}”{_titled(title)}这一行被删掉了：登记过的只增不减"
            yield ledger.gone(file_of(address), what, _BACK)
    told = {row.address for row in moved(now)} | before.published.keys() | now.published.keys()
    known = told | current(now).keys() | awaited(now)
    for address, title in current(before).items():
        if address not in known:
            what = f"上一个版本公布着“{address}”{_titled(title)}，现在没有了，也没有写去向"
            yield ledger.gone(file_of(address), what, _LOST)
    yield from _back(before, now)


def _back(before: Register, now: Register) -> Iterator[Problem]:
    """What an earlier revision had withdrawn and this one publishes, as after a revert of the withdrawal."""
    for address, row in before.gone.items():
        if address in current(now):
            # a title that had to go is not said here either
            name = row.name(before.published.get(address, ""))
            named = _titled(name) if name != row.address else ""
            then = f"已在 {row.withdrawn_on} 撤下（理由：{row.reason}）"
            what = f"“{address}”{named}上一个版本{then}，现在又公布了"
            yield replace(ledger.gone(file_of(address), what, _AGAIN), level=Level.WARNING)


def _titled(title: str) -> str:
    """A title in its brackets, once: 《…》问答 keeps its own inside."""
    whole = title.startswith("《") and title.find("》") == len(title) - 1
    return title if whole or not title else in_marks(title)
