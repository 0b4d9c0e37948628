"""A type and a name → a new file with every key the type has, for an editor to fill in; nothing is made up.

What is not known yet stands behind a “#”, so that the check names what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongkai.column.register import Register
from gongkai.common.faults import as_problem
from gongkai.common.problems import EnvironmentProblem, excerpt
from gongkai.desk.intake import draft, slugs, units
from gongkai.desk.intake.draft import quoted
from gongkai.desk.reference.templates import waiting
from gongkai.law.duties.terms import Terms
from gongkai.pipeline import Checked
from gongkai.records.base import Record
from gongkai.records.description import Value, ordered_types, values
from gongkai.records.fields.values import Refers
from gongkai.records.types.event import Event
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Form

_DRAFT = "草稿"
#: the fields that hold what a record is called
_UNIT = "单位"
_NAMES = ("title", "name", "task")
#: not required of every record, and asked of most
_ASKED = ("hosts",)
#: types whose names begin with whose they are
_BY_NAME = (Meeting, Event, Policy)


def kinds() -> dict[str, type[Record]]:
    """Every type that can be begun, by its English name."""
    return {each.TYPE: each for each in ordered_types()}


def begin(checked: Checked, root: Path, kind: type[Record], name: str, unit: str) -> str:
    """Write a new file, or a new entry into the file that holds them; the path that was written."""
    register = checked.register
    path = place(register, root, kind, name, _slug(register, kind, unit))
    file = root / path
    if file.exists() and not kind.ROWS:
        raise EnvironmentProblem(f"已有文件，没有改动：{path}")
    before = file.read_text("utf-8").rstrip() + "\n" if file.exists() else ""
    return _written(
        root, path, before + commented(kind, name, _known(register, unit or _whose(register, kind, name)))
    )


def called(kind: type[Record], unit: str) -> str:
    """What a record is called whose only name is that of its unit; "" for all others."""
    alone = "{unit}" in kind.PATH and "{slug}" not in kind.PATH and not kind.ROWS
    return unit if alone and _name_key(kind) == _UNIT else ""


def explain(checked: Checked, root: Path, policy: Policy, form: Form = Form.TEXT) -> str:
    """Write the beginning of a policy's interpretation in a form: its parts, questions, its last day."""
    register, day = checked.register, policy.published_on
    path = place(register, root, Interpretation, f"{policy.slug}-jiedu", "", day.year)
    rule = checked.standards.get("interpretation-timing")
    terms = Terms.of_rule(register, rule) if rule else None
    due = terms.working_day(day, terms.number("工作日")) if terms else None
    articles = tuple(each.label for each in policy.document.governing.articles)
    made = draft.interpretation(path, policy.title, policy.slug, day.isoformat(), due, articles, form)
    return _written(root, path, made.text)


def place(
    register: Register, root: Path, kind: type[Record], name: str, unit: str, year: int | None = None
) -> str:
    """Where a new file of a type goes; of what has one file alone, that."""
    pattern = kind.PATH.replace("{year}", f"{year or register.today.year}").replace("{unit}", unit)
    if "{slug}" not in pattern:
        return pattern
    folder, _, ending = pattern.partition("{slug}")
    slug = slugs.slug_of(name, units.places(register.column.portal))
    return f"{folder}{slugs.free(root / folder, slug, ending)}{ending}"


def named(kind: type[Record], name: str, unit: str = "") -> str:
    """A file with its name, and whose it is: a form offers the other keys."""
    line = f"{_name_key(kind)}: {quoted(name)}\n"
    if kind.ROWS:
        return f"- {line}"
    line += "".join(f"{each}\n" for each in _of_unit(kind, unit))
    return f"---\n{line}---\n" if kind.PATH.endswith(".md") else line


def commented(kind: type[Record], name: str, unit: str = "") -> str:
    """The same with every key below it, each behind a “#”, with what may stand there."""
    first, own = f"{_name_key(kind)}: {quoted(name)}", _of_unit(kind, unit)
    done = {_name_key(kind), _DRAFT, *(each.partition(":")[0] for each in own)}
    parts = [each for each in values(kind) if each.key not in done]
    needed = [each for each in parts if each.required or each.attribute in _ASKED]
    lines = [first, *own, *_waiting(needed, "要填的：去掉行首的“# ”，填上内容。")]
    lines += _waiting([each for each in parts if each not in needed], "有就填的；用不着的整行删去。")
    if any(each.key == _DRAFT for each in values(kind)):
        lines[1:1] = ["# 全部填好并审核后删去“草稿”一行。", f"{_DRAFT}: 是"]
    if kind.ROWS:
        return "".join(f"{'- ' if line is first else '  '}{line}\n" for line in lines)
    text = "\n".join(lines) + "\n"
    return f"---\n{text}---\n" if kind.PATH.endswith(".md") else text


def _of_unit(kind: type[Record], unit: str) -> list[str]:
    """The line that says whose a record is; none where no unit is named, or the type has no such key."""
    found = (
        each.key
        for each in values(kind)
        if Refers.UNIT in kind.model_fields[each.attribute].metadata and each.key != _name_key(kind)
    )
    key = next(found, "") if unit else ""
    return [f"{key}: {quoted(unit)}"] if key else []


def _whose(register: Register, kind: type[Record], name: str) -> str:
    """The unit whose name the name of a record begins with, the longest; "" where there is none."""
    if not issubclass(kind, _BY_NAME):
        return ""
    found = [said for unit in register.units for said in unit.names if name.startswith(said)]
    return max(found, key=len, default="")


def _known(register: Register, unit: str) -> str:
    """The name of a unit as the column has it."""
    found = register.unit(unit) if unit else None
    if unit and found is None:
        raise EnvironmentProblem(f"--unit 写的“{excerpt(unit)}”在 data/units/ 里没有：写名称或简称")
    return found.name if found else ""


def _waiting(parts: list[Value], said: str) -> Iterator[str]:
    if parts:
        yield f"# {said}"
        yield from (f"# {line}" for value in parts for line in waiting(value))


def _name_key(kind: type[Record]) -> str:
    """The key that holds what a record is called; the first one where it has no such."""
    return next((each.key for each in values(kind) if each.attribute in _NAMES), _first_text(kind))


def _first_text(kind: type[Record]) -> str:
    """The first key that holds a text: what has no name is known by that."""
    plain = (each for each in values(kind) if each.kind == "文字" and not (each.parts or each.choices))
    return next(plain).key


def _slug(register: Register, kind: type[Record], name: str) -> str:
    if "{unit}" not in kind.PATH:
        return ""
    found = register.unit(name) if name else None
    if found is None:
        raise EnvironmentProblem(f"{kind.LABEL}要用 --unit 写明是哪个单位的，写 data/units/ 里的名称、简称")
    return found.slug


def _written(root: Path, path: str, text: str) -> str:
    try:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise as_problem(error) from None
    return path
