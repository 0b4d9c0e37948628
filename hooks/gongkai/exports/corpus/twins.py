"""Records and answers as Markdown, a file beside each page: whose it is, where it is from, whether it holds.

No file says on which day it was made: it changes when what it says does, ``llms.txt`` has the day.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from gongkai.column.answers import Answer
from gongkai.column.register import Register
from gongkai.column.versions import version_today
from gongkai.common.title_marks import in_marks
from gongkai.exports import record_rows
from gongkai.exports.corpus import holding
from gongkai.exports.corpus.holding import Holding
from gongkai.exports.leads import Paths, lead
from gongkai.records.base import ContentRecord
from gongkai.records.types.policy import Policy
from gongkai.text import links

#: longer than this, what stands in a list has a line of its own
_WORD = 20
#: beside the page of this name
NAME = "index.md"
#: told in the head, or nothing for a reader
_APART = frozenset(
    (record_rows.ID, record_rows.STATE, record_rows.CHANGED, record_rows.ADDRESS, record_rows.TEXT)
) | {"标题", "名称", "会议名称", "事项名称", "示例"}


def of_record(register: Register, record: ContentRecord, known: Paths) -> bytes:
    """The text of the day with links that lead on, then what its fields say."""
    held, fields = holding.of_record(register, record), fields_of(register, record)
    body = text(register, record, known)
    told = "\n\n".join(filter(None, (body, f"## 登记的内容\n\n{fields}" if fields else "")))
    head = {
        "title": record.name,
        "type": record.LABEL,
        "publisher": publishers(register, record),
        "canonical": register.column.root + record.url,
        "published": record.published.isoformat(),
        "updated": register.last_change(record).isoformat(),
        "number": getattr(record, "number", None),
    }
    return _file(head, held, record.name, told)


def of_answer(register: Register, answer: Answer) -> bytes:
    """Question, answer, what it rests on and where it was asked."""
    asked, root = answer.asked, register.column.root
    rests = [
        f"- {in_marks(each.policy.title)}{'、'.join(one.label for one in each.cited)}"
        f"（{each.standing.status}）{root}{each.address}"
        for each in answer.bases
    ]
    sources = [f"- {each.record.name} {root}{each.place}" for each in (asked, *answer.also)]
    parts = [asked.answer, *(["## 依据", "\n".join(rests)] if rests else []), "## 出处", "\n".join(sources)]
    head = {
        "title": asked.question,
        "type": "问答",
        "publisher": [unit.name for unit in answer.units] or [register.column.organiser],
        "canonical": root + answer.canonical,
        "published": asked.day.isoformat(),
        "updated": answer.since.isoformat(),
    }
    return _file(head, holding.of_answer(answer), asked.question, "\n\n".join(parts))


def publishers(register: Register, record: ContentRecord) -> list[str]:
    """The units that answer for a record, or who publishes the column."""
    units = [unit.name for unit in register.units_of(record)] or list(record.unit_names)
    return units or [register.column.organiser]


def text(register: Register, record: ContentRecord, known: Paths) -> str:
    """The Markdown of a record's text as it stands on the day, its links full addresses."""
    body = (
        version_today(register, record).body
        if isinstance(record, Policy) and not record.closed
        else record.body
    )
    for target in sorted({use.target for use in links(body)}, key=len, reverse=True):
        whole = lead(register, record, known, target)
        if whole != target:
            body = body.replace(f"]({target}", f"]({whole}")
    return body.strip()


def digest(words: str) -> str:
    """By which a reader knows the words again."""
    return f"sha256:{hashlib.sha256(words.encode()).hexdigest()}"


def fields_of(register: Register, record: ContentRecord) -> str:
    """What a record's fields say, one a line; what is more than a word or two in a list below it."""
    return "\n".join(_fields(register, record))


def _fields(register: Register, record: ContentRecord) -> Iterator[str]:
    for key, value in record_rows.row(record, register).items():
        if key in _APART or value in (None, "", [], {}):
            continue
        if isinstance(value, list) and any(len(_line(each)) > _WORD for each in value):
            yield f"- {key}："
            yield from (f"  - {_line(each)}" for each in value)
        else:
            yield f"- {key}：{_line(value)}"


def _line(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        known = {key: each for key, each in value.items() if each not in (None, "", [], {})}
        return "；".join(f"{key}：{_line(each)}" for key, each in known.items())
    if isinstance(value, list):
        return "、".join(map(_line, value))
    return " ".join(str(value).split())


def _file(head: dict[str, Any], held: Holding, title: str, words: str) -> bytes:
    """Front matter in YAML, every value as JSON, which is YAML too; then title, warning and words."""
    told = {
        **head,
        "state": held.state,
        "in_force": held.in_force,
        "valid_from": held.since,
        "valid_until": held.until,
        "digest": digest(words),
    }
    known = {key: json.dumps(each, ensure_ascii=False) for key, each in told.items() if each is not None}
    front = "".join(f"{key}: {value}\n" for key, value in known.items())
    mark = f"> {held.mark}\n\n" if held.mark else ""
    return f"---\n{front}---\n\n# {' '.join(title.split())}\n\n{mark}{words}\n".encode()
