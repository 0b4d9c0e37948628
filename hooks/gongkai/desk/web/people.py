"""审核人: who may do which of the reviews, by the office's own file, and by which accounts they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gongkai.column.register import Register
from gongkai.common.problems import ContentError, EnvironmentProblem
from gongkai.law.shared.review_steps import bare
from gongkai.load import Raw, read_mapping
from gongkai.records.base import ContentRecord

#: the reviews, in the order in which they are done
STAGES = ("初审", "复审", "终审", "保密审查")
_PEOPLE, _NAME, _ACCOUNTS, _STAGES, _UNITS = "审核人", "姓名", "账号", "审", "单位"
SAMPLE = "审核人:\n  - 姓名: 李某\n    账号: [lisi, lisi@example.gov.cn]\n    审: [初审]"


@dataclass(frozen=True)
class Person:
    """Whoever reviews; ``accounts`` are logins, accounts of the platform, names of signatures.

    ``units`` are those whose records the person reviews; none named: those of all.
    """

    name: str
    accounts: tuple[str, ...]
    stages: tuple[str, ...]
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reviewers:
    """All who review; nobody where the office has no such file."""

    people: tuple[Person, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people)

    def person(self, user: str) -> Person | None:
        """Who comes under a name or an account."""
        wanted = bare(user)
        return next((each for each in self.people if wanted in map(bare, _known_as(each))), None)

    def same(self, one: str, other: str) -> bool:
        """Whether two names or accounts are those of one person."""
        known = self.person(one)
        return bare(one) == bare(other) or (known is not None and known == self.person(other))

    def of(self, stage: str) -> list[Person]:
        """Who may do one of the reviews."""
        return [each for each in self.people if stage in each.stages]

    def over(self, register: Register, records: Iterable[ContentRecord]) -> Reviewers:
        """Those who review all of these records: of every unit, or of one that each of them is of."""
        owners = [{unit.id for unit in register.units_of(each)} for each in records]

        def reviews(person: Person) -> bool:
            own = {unit.id for unit in map(register.unit, person.units) if unit}
            return not person.units or all(own & each for each in owners if each)

        return Reviewers(tuple(filter(reviews, self.people)))

    def unknown(self, register: Register) -> list[str]:
        """Names of units that the column has not."""
        named = dict.fromkeys(unit for each in self.people for unit in each.units)
        return [each for each in named if register.unit(each) is None]


NOBODY = Reviewers()


def read(file: Path) -> Reviewers:
    """Who reviews, as the file says; EnvironmentProblem where it cannot be read so."""
    try:
        found = read_mapping(file)
    except ContentError as error:
        raise EnvironmentProblem(f"{file.name}：{error.problems[0].message}") from None
    rows = found.get(_PEOPLE)
    if set(found) != {_PEOPLE} or not isinstance(rows, list):
        raise EnvironmentProblem(f"{file.name} 写成这样：\n{SAMPLE}")
    reviewers = Reviewers(tuple(_person(each, file.name) for each in rows))
    for fault in _faults(reviewers):
        raise EnvironmentProblem(f"{file.name}：{fault}")
    return reviewers


def _person(row: Raw, file: str) -> Person:
    if not isinstance(row, dict) or set(row) - {_NAME, _ACCOUNTS, _STAGES, _UNITS} or not row.get(_NAME):
        raise EnvironmentProblem(f"{file}：每人写姓名、账号、审三项，只审几个单位的再写单位，如\n{SAMPLE}")
    stages = _words(row.get(_STAGES))
    if wrong := [each for each in stages if each not in STAGES]:
        raise EnvironmentProblem(f"{file}：“{'、'.join(wrong)}”不是{'、'.join(STAGES)}中的一项")
    return Person(f"{row[_NAME]}", _words(row.get(_ACCOUNTS)), stages, _words(row.get(_UNITS)))


def _words(value: Raw | None) -> tuple[str, ...]:
    given = value if isinstance(value, list) else [value] if value else []
    return tuple(f"{each}" for each in given)


def _faults(reviewers: Reviewers) -> Iterator[str]:
    known: dict[str, str] = {}
    for person in reviewers.people:
        for word in map(bare, _known_as(person)):
            if word in known and known[word] != person.name:
                yield f"“{word}”写在{known[word]}和{person.name}两个人下面"
            known[word] = person.name
    for stage in STAGES:
        if not reviewers.of(stage):
            yield f"还没有写谁{stage}"


def _known_as(person: Person) -> Sequence[str]:
    return (person.name, *person.accounts)
