"""One file → a raw document: decoded, parsed, of the right shape."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from gongkai.common.problems import ContentError, Edit, EnvironmentProblem, Problem, Way
from gongkai.load.decoding.body import check_brackets
from gongkai.load.decoding.decode import decode
from gongkai.load.document import Document, Raw
from gongkai.load.names import shown
from gongkai.load.patterns import key_of, known_keys, record_type_of, unknown_file
from gongkai.load.rules import problem, unreadable
from gongkai.load.yaml.front_matter import FIRST_LINE, split
from gongkai.load.yaml.repair import repair
from gongkai.load.yaml.text import Reading, read_yaml
from gongkai.records.base import Record

#: (root, path below it) → the document, and what is wrong with the file
Reader = Callable[[str, str], tuple[Document | None, list[Problem]]]
MIB = 1024 * 1024
MAX_FILE = 2 * MIB
MAX_TABLE = 8 * MIB


@dataclass(slots=True)
class Content:
    """A file taken apart: YAML with its places, the body and its first line, what is wrong."""

    reading: Reading = field(default_factory=Reading)
    body: str = ""
    body_line: int = 0
    problems: list[Problem] = field(default_factory=list)


def read_document(root: str, path: str) -> tuple[Document | None, list[Problem]]:
    """Read the file ``path`` below ``root`` as the record type its path says."""
    record_type = record_type_of(path)
    if record_type is None:
        return None, [_astray(root, path)]
    return read_as(record_type, root, path, key_of(path))


def _astray(root: str, path: str) -> Problem:
    """A file in no place for records; where its text says which it is, the place it belongs to."""
    ending = next((each for each in (".txt", ".markdown") if path.endswith(each)), "")
    name = path.removesuffix(ending) + (".md" if ending else "")
    content = Content() if not name.endswith(".md") else read_content(f"{root}/{path}", name, MAX_FILE)
    data = content.reading.data
    if not isinstance(data, dict) or not set(data) & known_keys():
        return unknown_file(shown(path))
    folder, _, last = name.rpartition("/")
    year = str(data.get("发布日期", data.get("日期", "")))[:4]
    for right, why in (
        (name, f"文件的扩展名是 {ending}"),
        (f"{folder}/{year}/{last}", f"文件没有放进年份的文件夹 {year}/"),
    ):
        if right != path and record_type_of(right) is not None:
            edit = Edit(right, way=Way.NAME)
            return problem(
                "unknown-file", shown(path), f"{why}，不会发布", f"移动或改名为 {shown(right)}", 1, 1, edit
            )
    return unknown_file(shown(path))


def read_as(
    record_type: type[Record], root: str, path: str, key: str
) -> tuple[Document | None, list[Problem]]:
    """Read the file ``path`` below ``root`` as a record of this type with this id, wherever it stands."""
    content = read_content(f"{root}/{path}", path, MAX_TABLE if record_type.ROWS else MAX_FILE)
    data = content.reading.data
    if data is None or not _shaped(data, record_type, path, content):
        return None, content.problems
    # _shaped has made sure of the type, which a type checker cannot follow into lists
    return Document(path, record_type, key, data, content.body, content.body_line), content.problems  # type: ignore[arg-type]


def read_content(file: str, path: str, limit: int = MAX_TABLE) -> Content:
    """Take a ``.md`` or ``.yml`` file apart; ``path`` is its name in messages."""
    problems: list[Problem] = []
    data = _read_bytes(file, path, limit, problems)
    return take_apart(data, path) if data is not None else Content(problems=problems)


def take_apart(data: bytes, path: str) -> Content:
    """The same of bytes that are at hand."""
    content = Content()
    decoded = decode(data, path)
    content.problems.extend(decoded.problems)
    text, first_line = decoded.text, 1
    if text is not None and path.endswith(".md"):
        parts = split(text, path)
        content.problems.extend(parts.problems)
        content.body, content.body_line = parts.body, parts.body_line
        content.problems.extend(check_brackets(parts.body, path, parts.body_line))
        text, first_line = parts.front, FIRST_LINE
    if text is not None:
        text, slips = repair(text, path, first_line)
        content.reading = read_yaml(text, path, first_line)
        content.problems.extend(slips)
        # a line that is not in line is told once
        told = {each.line for each in slips if each.rule == "indent"}
        content.problems.extend(each for each in content.reading.problems if each.line not in told)
    return content


def read_mapping(path: Path) -> dict[str, Raw]:
    """One YAML file of keys and values, read strictly.

    Raises ContentError with everything that is wrong in it, EnvironmentProblem when it is missing.
    """
    if not path.is_file():
        raise EnvironmentProblem(f"找不到文件 {path.name}")
    content = read_content(os.fspath(path), path.name, MAX_FILE)
    data = content.reading.data
    if isinstance(data, dict) and not content.problems:
        return data
    raise ContentError(content.problems or [_shape("front-matter", path.name, "须是“键: 值”，一行一个")])


def _read_bytes(file: str, path: str, limit: int, problems: list[Problem]) -> bytes | None:
    try:
        with Path(file).open("rb", buffering=0) as stream:
            size = os.fstat(stream.fileno()).st_size
            data = stream.read() if size <= limit else None
    except OSError as error:
        problems.append(unreadable(path, error))
        return None
    if data is None:
        message = f"文件有 {size / MIB:.1f} MiB，超过 {limit // MIB} MiB"
        problems.append(problem("file-size", path, message, "分成几个文件，或把图片、表格放进附件"))
    return data


def _shaped(data: Raw, record_type: type[Record], path: str, content: Content) -> bool:
    """True for a mapping, or for table files a list of mappings; notes a problem otherwise."""
    if not record_type.ROWS:
        if isinstance(data, dict):
            return True
        kind = "一个列表" if isinstance(data, list) else "一段文字" if data else "空的"
        where = "页首信息" if path.endswith(".md") else "文件内容"
        message = f"{where}须是一行一个“键: 值”，现在是{kind}"
    elif isinstance(data, list):
        wrong = [row for row, item in enumerate(data) if not isinstance(item, dict)]
        for row in wrong:
            line, column = content.reading.places[(row,)]
            message = f"第 {line} 行：表的每一项须是一组“键: 值”"
            content.problems.append(_shape("yaml-syntax", path, message, line, column))
        return not wrong
    else:
        message = f"表文件须是列表，每一项以“- ”开头，现在是{'空的' if not data else '一组键值或文字'}"
    rule, first_line = ("front-matter", FIRST_LINE) if path.endswith(".md") else ("yaml-syntax", 1)
    line, column = content.reading.places.get((), (first_line, 1))
    content.problems.append(_shape(rule, path, message, line, column))
    return False


def _shape(rule: str, path: str, message: str, line: int = 1, column: int = 1) -> Problem:
    return problem(rule, path, message, "照同类文件的样子写：键、半角冒号、空格、值", line, column)
