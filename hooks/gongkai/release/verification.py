"""A staged site → whether it may be released: its feeds, its search, and that nothing held back is in it.

Links were followed while the pages were written. What is asked here the stages have promised already:
a failure is a fault of the program, found where nobody but us can see it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from gongkai import gate, search
from gongkai.column.register import Register
from gongkai.exports import feeds, owed_log
from gongkai.gate import addresses
from gongkai.law.matrix import matrix_of
from gongkai.pipeline import Checked
from gongkai.records.base import ContentRecord, Record
from gongkai.release import unpacked

#: what an entry of a feed is called, in RSS and in Atom
_ENTRIES = {"item", "{http://www.w3.org/2005/Atom}entry"}
#: an unbroken run of text that no format writes in another way, long enough to be nobody else's words
_RUN = re.compile(r"[一-鿿，。；：、]{12,}")
#: how many runs of each record are looked for
_RUNS = 3


class NotVerified(Exception):
    """What a staged site does not hold to; it is not released."""


def verify(checked: Checked, stage: Path) -> list[str]:
    """What was found in order, a line each; raises NotVerified at the first thing that is not."""
    released = gate.released(checked.register, moved=addresses.moved(checked.register))
    return [
        _feeds(checked, released, stage),
        _search(released, stage),
        _nothing_held_back(checked.register, released, stage),
    ]


def _feeds(checked: Checked, released: Register, stage: Path) -> str:
    matrix = matrix_of(released, checked.standards)
    planned = feeds.plan(released, checked.rules, owed=owed_log.events(matrix))
    for feed in planned:
        wanted = len(feed.entries)
        counts = {path: _count(stage / path) for path in feed.files}
        for path, found in counts.items():
            if found != wanted:
                raise NotVerified(f"订阅源 {path} 应有 {wanted} 条，读到 {found} 条")
    return f"核对：订阅源 {sum(len(feed.files) for feed in planned)} 个，都能读，条数对"


def _count(file: Path) -> int:
    """The entries of a feed in any of its formats."""
    try:
        if file.suffix == ".json":
            return len(json.loads(file.read_bytes())["items"])
        return sum(1 for each in ElementTree.parse(file).iter() if each.tag in _ENTRIES)
    except (OSError, ElementTree.ParseError, ValueError, KeyError) as error:
        raise NotVerified(f"订阅源 {file.name} 读不出来（{error}）") from None


def _search(released: Register, stage: Path) -> str:
    """The newest record is found by its own title."""
    if not released.all:
        return "核对：还没有内容可搜索"
    record = released.all[0]
    if not search.finds(stage / "search/index", record.name, record.url):
        raise NotVerified(f"用标题“{record.name}”搜索不到 {record.url}")
    return f"核对：用“{record.name}”搜得到它的页面"


def _nothing_held_back(register: Register, released: Register, stage: Path) -> str:
    kept = markers(register, released)
    for path, text in unpacked.everything(stage):
        if found := next((marker for marker in kept if marker in text), None):
            raise NotVerified(f"{path} 里有不该公布的文字，出自 {kept[found]}")
    return f"核对：{len(set(kept.values()))} 份草稿、未到日期和不予公开的内容，网站里没有它们的文字"


def markers(register: Register, released: Register) -> dict[str, str]:
    """Words that must not be in the site, with the file of the record they are of."""
    told = "\n".join(run for record in released.every for run in _runs(record, None))
    found = {}
    for record in register.every:
        runs = [run for run in _runs(record, gate.leaving(record, register)) if run not in told]
        for run in sorted(runs, key=len)[-_RUNS:]:
            found[run] = record.source.path
    return found


def _runs(record: Record, face: Record | None) -> Iterator[str]:
    """What is in a record and not in its face."""
    for text in sorted(gate.withheld(record, face)):
        yield from _RUN.findall(text)
    if isinstance(record, ContentRecord) and not (isinstance(face, ContentRecord) and face.body):
        yield from _RUN.findall(record.body)
