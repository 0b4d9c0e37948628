"""Entries of a 标准目录 → files of the catalogue, one a unit; what is there already is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gongkai.common.faults import as_problem
from gongkai.desk.intake import catalogue_units
from gongkai.desk.intake.catalogue_cells import one_line
from gongkai.desk.intake.catalogue_sheet import Entry, Sheet, sheets
from gongkai.desk.intake.catalogue_standing import Standing, key, pair
from gongkai.desk.intake.catalogue_units import Placing
from gongkai.desk.intake.datasets import Faulty
from gongkai.desk.intake.draft import quoted
from gongkai.desk.word.blocks import Told
from gongkai.records.description import values
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.vocabulary.documents import Domain
from gongkai.search.readings import syllables

FOLDER = "data/catalogue"
#: what the national catalogues call a 领域 that has another name here
_DOMAINS = {"就业": Domain.EMPLOYMENT, "卫生健康": Domain.HEALTH, **{each.value: each for each in Domain}}
_LEFT_OUT = re.compile(r"领域.*|基层.*|政务公开.*|标准目录.*")
_ORDER = {each.key: at for at, each in enumerate(values(CatalogueEntry))}
_MOST_LETTERS = 8
_CHANGED = "照新的目录改，或给旧的写上失效日期和失效依据"


@dataclass
class Done:
    """What came of a workbook; ``there``: how many entries the column had already."""

    name: str
    new: int = 0
    there: int = 0
    written: list[str] = field(default_factory=list)
    unread: list[Told] = field(default_factory=list)
    doubts: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class _Import:
    """What all sheets of a workbook are written with; ``here``: all its rows."""

    placing: Placing
    standing: Standing
    here: frozenset[tuple[str, str, str]]
    prefix: str
    stem: str
    done: Done


def bring(
    root: Path, name: str, book: Any, placing: Placing, standing: Standing, prefix: str = ""
) -> Done | None:
    """Write the entries of a workbook; None where no sheet of it is a catalogue.

    Raises Faulty, with nothing written, where a cell is unclear or an entry is nobody's.
    """
    found = sheets(book)
    if not found:
        return None
    entries = [entry for sheet in found for entry in sheet.entries]
    refused = [*_refused(found), *catalogue_units.nobodys(entries, placing)]
    if refused:
        raise Faulty(name, refused)
    done = Done(
        name,
        unread=_placed(found, "unread"),
        doubts=[*_placed(found, "doubts"), *catalogue_units.kept(entries, placing)],
    )
    here = frozenset(map(key, entries))
    import_ = _Import(placing, standing, here, prefix, Path(name).stem, done)
    texts: dict[str, str] = {}
    for path, text in (each for sheet in found for each in _texts(sheet, import_)):
        texts[path] = texts.get(path, "") + text
    for path, text in texts.items():
        _append(root / path, text)
        done.written.append(path)
    standing.take(entries)
    return done


def _refused(found: list[Sheet]) -> list[Told]:
    empty = [
        Told(f"“{each.name}”", "只有表头，没有一行") for each in found if not (each.entries or each.refused)
    ]
    return [*_placed(found, "refused"), *empty]


def _placed(found: list[Sheet], kind: str) -> list[Told]:
    """With the sheet before the place, where there are several."""
    many = len(found) > 1
    return [
        Told(f"“{sheet.name}”{each.place}" if many else each.place, each.why, each.text)
        for sheet in found
        for each in getattr(sheet, kind)
    ]


def _texts(sheet: Sheet, import_: _Import) -> Iterator[tuple[str, str]]:
    """Each new entry of a sheet: the path of its file, its text."""
    domain = _domain(sheet.title, sheet.name, import_.stem)
    letters = import_.prefix.upper() or _letters(domain or sheet.title)
    for entry in sheet.entries:
        other = import_.standing.other(entry, import_.here)
        if import_.standing.has(entry):
            import_.done.there += 1
        elif other:
            why = f"已有 {other}，公开内容不同，没有动：{_CHANGED}"
            import_.done.doubts.append(Told(entry.place, why, pair(entry)[1] or pair(entry)[0]))
        else:
            import_.done.new += 1
            yield _entry(entry, import_.placing, import_.standing.next(letters), domain)


def _entry(entry: Entry, placing: Placing, number: str, domain: str) -> tuple[str, str]:
    publishers, others = placing.of(entry)
    lead = placing.whole or publishers[0]
    keys: dict[str, str | list[str]] = {"编号": number, **entry.keys, "公开主体": publishers}
    if lead not in publishers:
        keys["牵头单位"] = [lead]
    if others:
        keys["其他责任单位"] = "、".join(others)
    if domain:
        keys["领域"] = [domain]
    unit = placing.register.unit(lead)
    path = f"{FOLDER}/{unit.slug if unit else lead}.yml"
    lines = [f"{name}: {_written(keys[name])}" for name in sorted(keys, key=_ORDER.__getitem__)]
    return path, "".join(f"{'  ' if at else '- '}{line}\n" for at, line in enumerate(lines))


def _written(value: str | list[str]) -> str:
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"


def _domain(*names: str) -> str:
    """The 领域 that a title, a sheet or a file names, the longest name first."""
    for name in names:
        found = [each for each in _DOMAINS if each in name]
        if found:
            return _DOMAINS[max(found, key=len)].value
    return ""


def _letters(title: str) -> str:
    """社会救助 → SHJZ."""
    words = _LEFT_OUT.sub("", one_line(title)) or title
    letters = "".join(each[:1] for each in syllables(words) if each[:1].isascii() and each[:1].isalpha())
    return letters.upper()[:_MOST_LETTERS] or "ML"


def _append(file: Path, text: str) -> None:
    try:
        before = file.read_text("utf-8").rstrip("\n") + "\n" if file.exists() else ""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(before.lstrip("\n") + text, "utf-8", newline="\n")
    except OSError as error:
        raise as_problem(error) from None
