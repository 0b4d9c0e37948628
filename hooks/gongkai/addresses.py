"""The permanent addresses: what is published now, and what was published before.

``data/addresses/<section>.txt`` is the committed register, one address a line. An
address in it that has no page any more needs a redirect or a tombstone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from gongkai.problems import EnvironmentProblem
from gongkai.register import Register

FOLDER = Path("data/addresses")
_ADDRESS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9-]*/)+")


def current(register: Register) -> set[str]:
    """The addresses of every record page there is today."""
    found = {record.url for record in register.all}
    found.update(record.url for record in register.english)
    found.update(unit.url for unit in register.units)
    return found


def read(root: Path) -> list[str]:
    """Every address registered as published before."""
    return [_address(place, line) for place, line in registered_lines(root / FOLDER)]


def _address(place: str, line: str) -> str:
    if _ADDRESS.fullmatch(line):
        return line
    raise EnvironmentProblem(f"{place} 不是网址：合并冲突的留下两边的网址，删去标记；别的从版本库恢复")


def registered_lines(folder: Path) -> Iterator[tuple[str, str]]:
    """(place, line) of every line of a register's files; notes and empty lines are none."""
    for file in sorted(folder.glob("*.txt")) if folder.is_dir() else []:
        if file.is_symlink() or not file.is_file():
            raise EnvironmentProblem(f"{file} 不是普通文件：从版本库恢复它")
        for number, line in enumerate(_text(file).split("\n"), 1):
            if line.strip() and not line.strip().startswith("#"):
                yield f"{file} 第 {number} 行", line.strip()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise EnvironmentProblem(f"{file} 读不出来：须是 UTF-8 编码的文字，从版本库恢复它") from None


def write(root: Path, addresses: Iterable[str]) -> int:
    """Add addresses to the register, one file a section, sorted; gives how many were new."""
    known = set(read(root))
    wanted = known | set(addresses)
    sections: dict[str, list[str]] = defaultdict(list)
    for address in sorted(wanted):
        section = address.split("/", 1)[0] if address.count("/") > 1 else "pages"
        sections[section].append(address)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for section, lines in sections.items():
        (folder / f"{section}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return len(wanted - known)
