"""Keys of a file's text, set or added to, with everything else as it was."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from gongkai.common.problems import Edit, EnvironmentProblem, Problem
from gongkai.desk.intake.draft import quoted
from gongkai.desk.mending import mends
from gongkai.load.reading import take_apart


def text_of(root: Path, path: str) -> str:
    """The text of a file that a record was read from."""
    try:
        return (root / path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise EnvironmentProblem(f"读不出 {path}：先运行 scripts/check，照它说的改好") from None


def put(path: str, text: str, key: str, value: str) -> str:
    """The text with a key that has this value."""
    reading = take_apart(text.encode(), path).reading
    data = reading.data if isinstance(reading.data, dict) else {}
    if key not in data:
        return _insert(path, text, key, f"{key}: {quoted(value)}")
    line, _ = reading.places[(key,)]
    lines = text.splitlines(keepends=True)
    end = lines[line - 1][len(lines[line - 1].rstrip("\r\n")) :]
    if not isinstance(data[key], str) or not lines[line - 1].startswith(f"{key}:"):
        raise EnvironmentProblem(f"{path} 的“{key}”写成了几行，请手工改为：{value}")
    lines[line - 1] = f"{key}: {quoted(value)}{end}"
    return "".join(lines)


def add(path: str, text: str, key: str, item: str) -> str:
    """The text with one more item, written as YAML, in the list of a key."""
    reading = take_apart(text.encode(), path).reading
    data = reading.data if isinstance(reading.data, dict) else {}
    if key not in data:
        return _insert(path, text, key, f"{key}: [{item}]")
    lines = text.splitlines(keepends=True)
    line, _ = reading.places.get((key, 0), reading.places[(key,)])
    written = lines[line - 1]
    bare, end = written.rstrip("\r\n"), written[len(written.rstrip("\r\n")) :]
    if bare.lstrip().startswith("- "):
        lines.insert(line - 1, f"{bare[: len(bare) - len(bare.lstrip())]}- {item}{end}")
    elif bare.endswith("]") and bare.startswith(f"{key}:"):
        lines[line - 1] = f"{bare[:-1].rstrip()}, {item}]{end}"
    elif isinstance(data[key], str) and bare.startswith(f"{key}:"):
        lines[line - 1] = f"{key}: [{quoted(str(data[key]))}, {item}]{end}"
    else:
        raise EnvironmentProblem(f"{path} 的“{key}”写法特别，请手工加上一项：{item}")
    return "".join(lines)


def _insert(path: str, text: str, key: str, line: str) -> str:
    """A line for a key that is missing, in the order of its type."""
    wanted = Problem("undo", path, "", "", line=1, edit=Edit("-", key=key))
    found = mends(path, text, [wanted])
    if not found:
        raise EnvironmentProblem(f"{path} 里放不进“{key}”：请手工加上 {line}")
    [place] = found
    end = "\r\n" if place.new.endswith("\r\n") else "\n"
    return text[: place.start] + line + end + text[place.start :]


def append_row(text: str, keys: Mapping[str, str | Sequence[str]]) -> str:
    """The text of a file of rows with one more, of the keys that have a value; several values are a list."""
    said = [f"{key}: {_written(value)}" for key, value in keys.items() if value]
    end = "" if not text or text.endswith("\n") else "\n"
    return text + end + "- " + "\n  ".join(said) + "\n"


def without_row(text: str, address: str) -> str:
    """The text of the register of addresses without the row of one."""
    rows = re.split(r"(?m)^(?=- )", text)
    own = re.compile(rf"^[- ] ['\"]?地址['\"]?: *['\"]?{re.escape(address)}['\"]?\s*$", re.MULTILINE)
    return "".join(row for row in rows if not own.search(row))


def _written(value: str | Sequence[str]) -> str:
    return quoted(value) if isinstance(value, str) else f"[{', '.join(map(quoted, value))}]"
