"""Who else names what an act is done to, and whether that is still right afterwards."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from gongkai.column.register import Register
from gongkai.common.problems import BODY, EnvironmentProblem, Level, excerpt
from gongkai.common.title_marks import in_marks
from gongkai.desk.mending import Change
from gongkai.desk.undo.acts import Wanted
from gongkai.desk.undo.finding import record_of
from gongkai.law import checking
from gongkai.pipeline import REGISTERED, Checked
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.defined import each_of
from gongkai.records.fields.references import references
from gongkai.records.fields.values import Refers
from gongkai.records.types.unit import Unit
from gongkai.text import links

_UNITS = (Refers.UNIT, Refers.NAMED_UNIT)
_RECORDS = (Refers.POLICY, Refers.RECORD)
#: what is no fault of the file it is told of
_ELSEWHERE = (checking.COMING, REGISTERED)
#: what stands there unchanged, by the act
_STILL = {
    "correct": "没有改，链接还通",
    "withdraw": "没有改，还提到它：看看要不要改写",
    "merge": "没有改，还写原来的单位",
    "repeal": "没有改，还提到它：看看是不是还照它办",
    "rename": "没有改",
}


def named(before: Checked, after: Checked, wanted: Wanted, changes: Sequence[Change]) -> Iterator[str]:
    """Each public record that names it: by which keys, and what becomes of it."""
    register = before.register
    target = _target(register, wanted)
    if target is None:
        return
    written = {each.path for each in changes}
    wrong = _wrong(before, after)
    for other in _public(register):
        keys = list(dict.fromkeys(_keys(register, other, target))) if other is not target else []
        if keys:
            where = f"{register.column.root}{other.url}"
            said = _said(after.register, other, wanted, written, wrong)
            yield f"{other.LABEL}{in_marks(_name(other))} {where}（{'、'.join(keys)}）：{said}"


def _target(register: Register, wanted: Wanted) -> Record | None:
    if wanted.act == "merge":
        return register.unit(wanted.name)
    try:
        return record_of(register, wanted.name)
    except EnvironmentProblem:  # a unit, a file, or a page whose record is gone
        return register.unit(wanted.name)


def _public(register: Register) -> Iterator[Record]:
    for each in (*register.all, *register.english, *register.units):
        if each.url and each.url not in register.gone:
            yield each


def _name(record: Record) -> str:
    return f"{getattr(record, 'name', '') or record.slug}"


def _keys(register: Register, other: Record, target: Record) -> Iterator[str]:
    """The keys of a record that mean another, and its text where a link leads there."""
    for kind in _UNITS if isinstance(target, Unit) else _RECORDS:
        for at, name in references(other, kind):
            if _meant(register, kind, name) is target:
                yield f"{at[0]}"
    if isinstance(other, ContentRecord) and not isinstance(target, Unit):
        folder = posixpath.dirname(other.source.path)
        for use in links(other.body):
            path = posixpath.normpath(posixpath.join(folder, use.target.partition("#")[0]))
            if path == target.source.path:
                yield BODY


def _meant(register: Register, kind: Refers, name: str) -> Record | None:
    if kind in _UNITS:
        return register.unit(name)
    return register.policy(name) if kind is Refers.POLICY else register.record(name)


def _wrong(before: Checked, after: Checked) -> Mapping[str, str]:
    """File → what the check will say of it that it does not say today."""
    known = {(each.rule, each.path, each.message) for each in before.problems}
    return {
        each.path: each.message
        for each in reversed(after.problems)
        if (each.rule, each.path, each.message) not in known
        and each.level is not Level.NOTICE
        and each.rule not in _ELSEWHERE
    }


def _holds(record: Record, words: str) -> bool:
    body = record.body if isinstance(record, ContentRecord) else ""
    return words in body or any(words in text for _, text in each_of(str, record))


def _said(after: Register, other: Record, wanted: Wanted, written: set[str], wrong: Mapping[str, str]) -> str:
    path = other.source.path
    if other.url in after.gone:
        return "跟着撤下"
    if path in wrong:
        return f"要改，检查会说：{wrong[path]}"
    if path in written:
        return "这次一起改"
    if wanted.act == "correct" and _holds(other, wanted.old):
        return f"里面也有“{excerpt(wanted.old)}”，没有改：看看是不是也写错了"
    return _STILL[wanted.act]
