"""Raw documents → records, and every field that is wrong, in Chinese, at its place in the file.

pydantic finds the faults; this room turns each into a sentence an editor can act on.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gongkai.common.problems import At, Edit, Problem, excerpt
from gongkai.load import Document, Raw
from gongkai.records.base import Record, Source
from gongkai.records.fields.defined import Defined, fields_of, keys_of
from gongkai.records.fields.of_level import DISTRICT, at_level
from gongkai.records.fields.own_words import NONE, OwnWords
from gongkai.records.types.own_term import OwnTerm
from gongkai.records.vocabulary.usual import alike, all_apart, apart, meant, usual_key

_GROUPS = frozenset({"model_type", "model_attributes_type", "dict_type", "dict_attributes_type"})
BASIS = "本栏目数据格式（字段说明由记录定义生成）"


@dataclass(frozen=True)
class Broken:
    """A file or row that did not become a record: what is known of it keeps other messages true."""

    record_type: type[Record]
    key: str
    data: Mapping[str, Raw]


@dataclass
class Validated:
    """Records of a whole tree, and everything wrong with the rest."""

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def validate(documents: Iterable[Document], own: OwnWords | None = None, level: str = DISTRICT) -> Validated:
    """Every document made a record, or its faults reported; the rest goes on.

    ``own``: the words of the district; None: those that the documents themselves add, in a column of a
    ``level``.
    """
    documents = list(documents)
    own = own_words_of(documents, level) if own is None else own
    result = Validated()
    for document in documents:
        for row, data in _rows(document):
            _validate_one(document, row, data, own, result)
    return result


def own_words_of(documents: Iterable[Document], level: str = DISTRICT) -> OwnWords:
    """The words that a district adds, of two of one name or address the first; and those of its level."""
    return at_level(_added(documents), level)


def _added(documents: Iterable[Document]) -> OwnWords:
    written = [(document, row) for document in documents if document.record_type is OwnTerm
               for row in _rows(document)]  # fmt: skip
    if not written:
        return NONE
    added = Validated()
    for document, (row, data) in written:
        _validate_one(document, row, data, NONE, added)
    return OwnWords.of_terms(each for each in added.records if isinstance(each, OwnTerm))


def _taken_twice(document: Document, row: int | None, record: Record, own: OwnWords) -> Iterator[Problem]:
    """A word whose name or address another one of the district has."""
    if isinstance(record, OwnTerm) and own is not NONE:
        same = own.known(record.terms, record.name)
        if same is None or same.slug != record.slug_name:
            message = f"“{record.name}”的名称或网址“{record.slug_name}”前面已经用过"
            fix = "两条是一个词的留一条，不同名的写进“别名”；不是的换一个网址"
            yield Problem(
                rule="field-value",
                name="填写内容",
                path=document.path,
                row=row,
                at=("网址",),
                message=message,
                fix=fix,
                basis=BASIS,
            )


def _rows(document: Document) -> Iterator[tuple[int | None, dict[str, Raw]]]:
    if isinstance(document.data, list):
        yield from enumerate(document.data)
    else:
        yield None, document.data


def _validate_one(
    document: Document, row: int | None, data: dict[str, Raw], own: OwnWords, result: Validated
) -> None:
    key = document.key if row is None else _row_key(document, row, data)
    try:
        record = document.record_type.model_validate(data, context=own)
    except ValidationError as error:
        result.problems.extend(_problems(document, row, data, error))
        result.broken.append(Broken(document.record_type, key, data))
        return
    source = Source(document.path, key, row, document.body, document.body_line)
    result.problems.extend(_taken_twice(document, row, record, own))
    result.records.append(record.placed(source))


def _row_key(document: Document, row: int, data: dict[str, Raw]) -> str:
    """The id of a row: by its own number where the type has pages for rows, else by its place."""
    own = data.get(document.record_type.KEY or "")
    return f"{document.key}/{own.strip().lower()}" if isinstance(own, str) else f"{document.key}#{row}"


def _problems(document: Document, row: int | None, data: Raw, error: ValidationError) -> Iterator[Problem]:
    faults = error.errors(include_url=False)
    meant = {_meant_place(document.record_type, fault) for fault in faults}
    for fault in faults:
        at = tuple(fault["loc"])
        if fault["type"] == "missing" and at in meant:
            continue  # it is there under another name, which is told
        rule, name, message, fix = _explain(document.record_type, at, fault)
        yield Problem(
            rule=rule,
            name=name,
            path=document.path,
            row=row,
            at=at,
            message=message,
            fix=fix,
            basis=BASIS,
            edit=_edit(document.record_type, at, fault, data),
        )


def _meant_place(record_type: type[BaseModel], fault: ErrorDetails) -> At:
    """The place of the key that is meant by one nobody knows; () where there is none."""
    at = tuple(fault["loc"])
    if fault["type"] != "extra_forbidden":
        return ()
    right = usual_key(str(at[-1]), _aliases(_model_at(record_type, at[:-1])))
    return (*at[:-1], right) if right else ()


def _edit(record_type: type[BaseModel], at: At, fault: ErrorDetails, data: Raw) -> Edit | None:
    """The right value in the place of the written one, where the field or its list of words knows it."""
    written = fault["input"]
    if fault["type"] == "extra_forbidden":
        return _renamed(record_type, at, data)
    instead = fault.get("ctx", {}).get("instead")
    if fault["type"] == "enum":
        key = next((part for part in reversed(at) if isinstance(part, str)), "")
        terms = _terms(_model_at(record_type, at[: at.index(key)]) if key else None, key)
        instead = meant(terms, str(written)) if terms else ""
    return Edit(str(instead), old=written) if instead and isinstance(written, str) else None


def _renamed(record_type: type[BaseModel], at: At, data: Raw) -> Edit | None:
    """The key that is meant by another name for it, where the record knows it and has not said it."""
    beside: Any = data
    for part in at[:-1]:
        beside = beside[part]
    key = str(at[-1])
    right = usual_key(key, _aliases(_model_at(record_type, at[:-1])))
    return Edit(f"{right}:", old=f"{key}:") if right and right not in beside else None


def explained(model: type[BaseModel], error: ValidationError) -> list[str]:
    """What is wrong with data that is no record of the tree, and how to mend it: one sentence a fault."""
    faults = error.errors(include_url=False)
    told = (_explain(model, tuple(fault["loc"]), fault) for fault in faults)
    return [f"{message}（{fix}）" for _, _, message, fix in told]


def _explain(model: type[BaseModel], at: At, fault: ErrorDetails) -> tuple[str, str, str, str]:
    """Rule, its name, what is wrong and how to mend it, for one fault found by pydantic."""
    kind = fault["type"]
    place = next((place for place in reversed(range(len(at))) if isinstance(at[place], str)), 0)
    key = str(at[place]) if at else ""
    context: dict[str, Any] = fault.get("ctx", {})
    owner = _model_at(model, at[:place])
    if kind == "missing":
        return "missing-key", "缺少必填项", f"缺少必填的“{key}”", f"加上一行 {key}: …{_hint(owner, key)}"
    if kind == "extra_forbidden":
        return "unknown-key", "未知的键", *_unknown_key(owner, key, fault["input"])
    if kind in {"enum", "content"}:
        named = f"“{key}”：" if key else ""
        whole = _sample(owner, key, fault["input"]) if isinstance(fault["input"], dict) else ""
        said = (f"{named}{context['message']}", whole or str(context["fix"])) if kind == "content" else None
        return "field-value", "填写内容", *(said or _enum(owner, key, str(fault["input"])))
    if kind in {"string_pattern_mismatch", "literal_error"}:
        wrong = f"“{key}”填的“{fault['input']}”不符合要求"
        return "field-value", "填写内容", wrong, f"按要求填写{_hint(owner, key)}{_pattern(context)}"
    if kind in {"string_too_long", "too_long"}:
        wrong = f"“{key}”有 {len(str(fault['input']))} 字，超过 {context['max_length']} 字"
        return "field-value", "填写内容", wrong, f"缩短到 {context['max_length']} 字以内"
    if kind == "too_short":
        return "field-value", "填写内容", f"“{key}”是空的", f"至少写一项{_hint(owner, key)}"
    return "field-shape", "填写形式", *_shape(key, kind, _sample(owner, key, fault["input"]))


def _unknown_key(owner: type[BaseModel] | None, key: str, given: object) -> tuple[str, str]:
    known = _aliases(owner)
    if fix := apart(key, given, known):
        return f"没有“{key}”这一项，名称和文件分开写", fix
    if right := usual_key(key, known):
        return f"没有“{key}”这一项，这里叫“{right}”", f"改为 {right}: …"
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
    fix = f"是不是“{near[0]}”？改为 {near[0]}: …" if near else f"删去这一行；可用的有：{'、'.join(known)}"
    return f"没有“{key}”这一项", fix


def _enum(owner: type[BaseModel] | None, key: str, given: str) -> tuple[str, str]:
    allowed = _choices(owner, key)
    terms = _terms(owner, key)
    if terms and (right := meant(terms, given)):
        return f"“{key}”填的“{excerpt(given)}”不在可填的值里，这里叫“{right}”", f"改为 {right}"
    near = "".join(map("是不是“{}”？".format, alike(given, allowed)))
    return f"“{key}”填的“{excerpt(given)}”不在可填的值里", f"{near}从这些里选一个：{'、'.join(allowed)}"


def _shape(key: str, kind: str, sample: str) -> tuple[str, str]:
    if kind in {"tuple_type", "list_type"}:
        return f"“{key}”须是列表", "每一项单独一行，前面加“- ”"
    if kind in _GROUPS and sample:
        return f"“{key}”的每一项须分开写各项内容，现在是一段文字", sample
    if kind in _GROUPS:
        return f"“{key}”这里须是一组“键: 值”", "按字段说明写下级的键"
    if kind == "string_type":
        return f"“{key}”须是一段文字", "只写文字，不写列表或下级的键"
    return f"“{key}”填写的形式不对（{kind}）", "按字段说明填写"


def _sample(owner: type[BaseModel] | None, key: str, given: object) -> str:
    """How a group is written that was given as a text, with that text where it most likely belongs."""
    field = _field(owner, key)
    group = field.groups[0] if field and field.groups else None
    needed = [each.key for each in fields_of(group) if each.info.is_required()] if group else []
    if isinstance(given, dict):
        return all_apart(given, needed)
    if not needed or not isinstance(given, str):
        return ""
    if given.startswith("files/") and needed == ["名称", "文件"]:
        return f"写成：- 名称: …（读者看到的名称）；下一行对齐写 文件: {given}"
    rest = "".join(f"；下一行对齐写 {each}: …{_hint(group, each)}" for each in needed[1:])
    return f"写成：- {needed[0]}: {excerpt(given, 30)}{rest}"


def _aliases(owner: type[BaseModel] | None) -> list[str]:
    return [key for _, key in keys_of(owner)] if owner else []


def _field(owner: type[BaseModel] | None, key: str) -> Defined | None:
    return next((each for each in fields_of(owner) if each.key == key), None) if owner else None


def _hint(owner: type[BaseModel] | None, key: str) -> str:
    field = _field(owner, key)
    return f"（{field.info.description}）" if field and field.info.description else ""


def _pattern(context: Mapping[str, Any]) -> str:
    pattern = str(context.get("pattern", ""))
    inner = pattern.removeprefix("^(").removesuffix(")$")
    if pattern.startswith("^(") and not any(mark in inner for mark in "[]\\(){}"):
        return "：" + "、".join(inner.split("|"))
    return ""


def _choices(owner: type[BaseModel] | None, key: str) -> list[str]:
    terms = _terms(owner, key)
    return [str(member.value) for member in terms] if terms else []


def _terms(owner: type[BaseModel] | None, key: str) -> type[Enum] | None:
    field = _field(owner, key)
    said = field.said if field else ()
    return next((each for each in said if isinstance(each, type) and issubclass(each, Enum)), None)


def _model_at(model: type[BaseModel], at: At) -> type[BaseModel] | None:
    """The model that holds the last key of a position, found by walking the definitions."""
    found: type[BaseModel] | None = model
    for part in at:
        if isinstance(part, str):
            field = _field(found, part)
            found = field.groups[0] if field and field.groups else None
    return found
