"""A path → the record type of the file, decided by the path alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from gongkai.common.problems import Problem
from gongkai.load.rules import problem
from gongkai.records import record_types
from gongkai.records.base import Part, Record
from gongkai.records.fields.defined import keys_of

_PARTS = {"{year}": r"(?:19|20|21)\d\d", "{unit}": "[a-z0-9][a-z0-9-]*", "{slug}": "[a-z0-9][a-z0-9-]*"}
_WORDS = {"{year}": "四位年份", "{unit}": "单位", "{slug}": "文件名"}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], type[Record]], ...]:
    found = []
    for record_type in record_types():
        pattern = re.escape(record_type.PATH).replace(r"\{", "{").replace(r"\}", "}")
        found.append((re.compile(_replaced(pattern, _PARTS), re.ASCII), record_type))
    return tuple(found)


def record_type_of(path: str) -> type[Record] | None:
    """The record type whose PATH fits, or None."""
    for pattern, record_type in _patterns():
        if pattern.fullmatch(path):
            return record_type
    return None


def key_of(path: str) -> str:
    """The id of the record in a file: its path below content/ or data/ without the ending.

    A file whose name is the same for every record of its type stands for its folder, where that has a name
    of its own.
    """
    place = path.split("/", 1)[1]
    record_type = record_type_of(path)
    folder, _, name = record_type.PATH.rpartition("/") if record_type else ("", "", "")
    if "{" in folder and "{" not in name:
        return place.rsplit("/", 1)[0]
    return place.rsplit(".", 1)[0]


#: what people bring from their desk, which is no record whatever its name: kind of file → endings
_BROUGHT = {
    " Word 文件": (".doc", ".docx", ".wps", ".rtf", ".odt"),
    " Excel 表格": (".xls", ".xlsx", ".et", ".ods"),
    " PDF 文件": (".pdf", ".ofd"),
    "图片": (".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"),
    "压缩包": (".zip", ".rar", ".7z"),
}
_SAVE = "在 Excel 里另存为“CSV UTF-8（逗号分隔）”，一年一个文件，如 2026.csv"
_IMPORT = "移到别处，运行 scripts/import 读成草稿；原件作附件的放到 content/files/"
_COPY = "文字抄进同类内容的文件（样本在 docs/templates），原件作附件的放到 content/files/"


def unknown_file(path: str) -> Problem:
    """A file that belongs to no record type: says what it is, or which place is nearest."""
    brought = next((kind for kind, ends in _BROUGHT.items() if path.lower().endswith(ends)), None)
    if brought:
        fix = _SAVE if path.startswith("data/datasets/") else _COPY
        if "Word" in brought:
            fix = _IMPORT
        return problem("unknown-file", path, f"这是{brought}，放在这里不会发布", fix)
    pattern, label = _nearest(path.rsplit("/", 1)[0])
    return problem(
        "unknown-file",
        path,
        "这个位置不放任何种类的记录，文件不会发布",
        f"最接近的是 {label} {pattern}：照此移动或改名；各类内容放在哪里见 docs/fields.md；不需要就删去",
    )


@cache
def _places() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Every place for records in Chinese words, what is put there, and the pairs of its folder's letters."""
    patterns = {_replaced(each.PATH, _WORDS): each.LABEL for each in record_types()}
    return tuple((name, patterns[name], _pairs(name.rsplit("/", 1)[0])) for name in sorted(patterns))


@lru_cache(maxsize=256)
def _nearest(folder: str) -> tuple[str, str]:
    """The place most like a folder: compared by pairs of letters, since thousands of files may be astray."""
    own = _pairs(folder)
    name, label, _ = max(_places(), key=lambda place: 2 * len(own & place[2]) / (len(own) + len(place[2])))
    return name, label


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text)))


def _replaced(text: str, words: dict[str, str]) -> str:
    for name, word in words.items():
        text = text.replace(name, word)
    return text


@cache
def known_keys() -> frozenset[str]:
    """Every key of every record and of the groups inside them."""
    record_types()
    waiting: list[type[Part]] = [Part]
    found: set[str] = set()
    while waiting:
        each = waiting.pop()
        waiting.extend(each.__subclasses__())
        found.update(key for _, key in keys_of(each))
    return frozenset(found)
