"""The whole Register → the one that may leave: nothing closed, unfinished or of a later day is in it.

Checks read everything that is in the tree. Whatever leaves (pages, lists, search, feeds, open
data, calendars, the gazette's paper) is made from the Register given here: drafts, records of a
later day and what is withdrawn are not in it, parts that readers see later are empty, and of what
is closed only those fields remain that its type names (``Part.TOLD``). What is withheld is not
there to be written, so that no writer has to take care.

Source: 政府信息公开条例 第十四条至第十六条 (what is not disclosed), 第二十七条 (what may be applied
for), 第三十六条第三项 (a refusal says why).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar

from gongkai.column.register import File, Register
from gongkai.column.register.subjects import subjects
from gongkai.gate.told import told
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.defined import each_of, fields_of
from gongkai.records.fields.parts import KEPT_INSIDE, Part
from gongkai.records.fields.values import ShownFrom
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.personal_exception import PersonalException
from gongkai.records.types.waiver import Waiver

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Part)


class _Field(NamedTuple):
    """A field that may have to change on the way out; ``instead`` stands there when it is withheld."""

    name: str
    withheld: bool
    instead: Any


def released(
    register: Register,
    files: Mapping[str, File] | None = None,
    moved: Iterable[MovedAddress] | None = None,
) -> Register:
    """The column as readers may have it on the day: the face of every record that may leave.

    ``files`` are those below ``content/`` as they leave; without them they leave as they are.
    ``moved`` is what became of addresses, with those that go with others (``addresses.moved``);
    without it, as it is written.
    """
    moved = register.moved if moved is None else [*moved]
    gone = {row.address for row in moved if row.withdrawn_on and not row.coming(register.today)}
    kept = register.files if files is None else files
    every = [*(each for each in register.every if not isinstance(each, MovedAddress)), *moved]
    return Register(
        [face for record in every if (face := leaving(record, register))],
        register.today,
        register.column,
        files={name: file for name, file in kept.items() if name not in gone},
        tables={each.id: register.tables_of(each) for each in register.public(Dataset)},
        published=register.published,
        announced=register.announced,
        wordings=register.wordings,
        kept=register.kept,
        happened=told(register, moved, leaving),
    )


def leaving(record: R, register: Register) -> R | None:
    """The record as readers may have it on the Register's day; None: nothing of it."""
    if _unseen(record, register):
        return None
    face = _face(record, register, closed=False)
    if record.closed and record.body:
        face = face if face is not record else record.model_copy()
        face.placed(record.source.without_body())
    return face


def speaks_for_closed(record: ContentRecord, register: Register) -> bool:
    """Whether it says again what another record says (translation, interpretation …) that is closed."""
    return any(each.closed for each in register.repeated(record))


def withheld(whole: Part, face: Part | None) -> set[str]:
    """The texts in a record that are not in its face; all of them where it has none."""
    return set() if face is whole else {*_texts(whole)} - {*_texts(face)}


def _texts(part: Part | None) -> Iterator[str]:
    return (text for _, text in each_of(str, part) if not isinstance(text, Enum))


def _unseen(record: Record, register: Register) -> bool:
    if isinstance(record, ContentRecord):
        gone = record.url in register.gone
        return gone or not record.is_public(register.today) or speaks_for_closed(record, register)
    if isinstance(record, MovedAddress):
        return record.coming(register.today)
    if isinstance(record, Waiver):
        return any(_unseen(each, register) for each in subjects(register, record.record))
    if isinstance(record, PersonalException):
        return any(_unseen(each, register) for each in register.at_path(record.file))
    return False


def _face(part: P, register: Register, *, closed: bool) -> P:
    """The part without what is withheld; itself where that is nothing."""
    closed = closed or part.closed
    changed = {}
    for field in _plan(type(part), closed):
        value = getattr(part, field.name)
        told = field.instead
        if not field.withheld:
            told = _inner(part.seen(field.name, register.today), register, closed=closed)
        if told is not value:
            changed[field.name] = told
    return part.model_copy(update=changed) if changed else part


def _inner(value: Any, register: Register, *, closed: bool) -> Any:
    """The value with the faces of the parts in it."""
    if isinstance(value, Part):
        return _face(value, register, closed=closed)
    if isinstance(value, tuple):
        faces = tuple(_inner(each, register, closed=closed) for each in value)
        return value if all(new is old for new, old in zip(faces, value, strict=True)) else faces
    if isinstance(value, dict):
        return {key: _inner(each, register, closed=closed) for key, each in value.items()}
    return value


@cache
def _plan(model: type[Part], closed: bool) -> tuple[_Field, ...]:
    """The fields of a type that are withheld, or that hold parts or come on a later day."""
    plan = []
    for field in fields_of(model):
        name, info = field.attribute, field.info
        withheld = name in KEPT_INSIDE or (closed and name not in model.TOLD)
        if withheld:
            default = None if info.is_required() else info.get_default(call_default_factory=True)
            plan.append(_Field(name, True, model.INSTEAD.get(name, default)))
        elif field.groups or any(isinstance(each, ShownFrom) for each in field.said):
            plan.append(_Field(name, False, None))
    return tuple(plan)
