"""An example → what the real stages say about it, as a tiny column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from gongkai.column import announced_dates, announced_texts, kept_log
from gongkai.column.happenings import happenings
from gongkai.column.register import Register
from gongkai.column.told_before import compare
from gongkai.column.validate import validate
from gongkai.common.problems import Problem
from gongkai.gate import addresses
from gongkai.law import checking
from gongkai.law.example import TODAY
from gongkai.law.shipped import shipped
from gongkai.law.standards import taken
from gongkai.load import load, locate
from gongkai.records.base import Record
from gongkai.records.column import Column

#: stands for an attachment whose content is not the point
_ATTACHMENT = b"%PDF-1.4\n%%EOF\n"
_COLUMN = Column.model_validate(
    {
        "门户名称": "示例区人民政府",
        "栏目网址": "https://www.example.gov.cn/zwgk/",
        "网站域名": "www.example.gov.cn",
        "网站标识码": "1100000000",
        "主办单位": "示例区人民政府办公室",
        "联系方式": "010-00000000",
    }
)


def problems(files: Mapping[str, str], today: str = TODAY) -> list[Problem]:
    """Everything wrong in a tiny column given as path → text, with its places, in file order."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _lay(root, files)
        loaded = load(root)
        validated = validate(loaded.documents)
        register = Register(
            validated.records,
            dt.date.fromisoformat(today),
            _COLUMN,
            broken=validated.broken,
            files=loaded.files,
            tables=loaded.tables,
        )
        register.announced = announced_dates.read(root)[0]
        told = {field: (each,) for field, each in announced_texts.current(register).items()}
        register.wordings = {**told, **announced_texts.read(root)[0]}
        register.published = addresses.read(root)[0] or addresses.current(register)
        register.happened = kept_log.read(root)[0]
        register.happened = (*register.happened, *compare(register, happenings(register)).new)
        outcome = checking.run(register, checking.in_force(taken(shipped().standards).values(), register))
        found = locate(root, [*loaded.problems, *validated.problems, *outcome.problems])
    return sorted(found, key=lambda problem: problem.order)


def record_problems(record_type: type[Record], text: str) -> list[Problem]:
    """Everything wrong in one file of a type, by itself."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _lay(root, {sample_path(record_type): text})
        loaded = load(root)
        validated = validate(loaded.documents)
        return locate(root, [*loaded.problems, *validated.problems])


def sample_path(record_type: type[Record], name: str = "shili") -> str:
    """A path at which a file of the type may stand."""
    return record_type.PATH.format(year="2026", unit="minzheng-ju", slug=name)


def _lay(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(
            _ATTACHMENT if path.endswith(".pdf") and "endobj" not in text else text.encode()
        )
