"""The law as it is shipped: the words of every rule and figure, read from beside their code.

These files are the program's own. What is wrong with one of them is told like a fault of content,
at its line, and nothing is checked or built: a rule or a figure never vanishes in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from gongkai.column.validate import validate
from gongkai.common.problems import OwnFaults, Problem
from gongkai.law import figures, rules
from gongkai.law import matrix as matrix_package
from gongkai.law.agreement import figure_faults, rule_faults
from gongkai.law.matrix.faults import norm_faults
from gongkai.load import locate, read_as
from gongkai.records.base import Record
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.records.types.figure import Norm
from gongkai.records.types.standard import Standard

#: the folder that the places of these files are told from
_PROJECT = Path(__file__).resolve().parents[3]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Shipped:
    """Every rule, and the target of every figure, by id, as they come with the program."""

    standards: Mapping[str, Standard]
    norms: Mapping[str, Norm]
    #: who owes what, of the country and of the city
    duty_norms: tuple[DutyNorm, ...] = ()

    def norms_for(self, site_code: str) -> tuple[DutyNorm, ...]:
        """What the country asks, and the column's city: a site's code begins with that of its province."""
        return tuple(each for each in self.duty_norms if site_code.startswith(each.province))


@cache
def shipped() -> Shipped:
    """What comes with this program, read once a run; OwnFaults when anything is wrong with it."""
    return read(_PROJECT)


def read(project: Path) -> Shipped:
    """The words of a checkout, held against the code that runs; OwnFaults with every fault, located."""
    standards, faults = _records(Standard, "standards", project, rules.__name__)
    norms, more = _records(Norm, "figures", project, figures.__name__)
    owed, still_more = _rows(DutyNorm, "norms", project, f"{matrix_package.__name__}.norms")
    found = [*faults, *more, *still_more]
    # what could not be read is not missing as well
    unread = {each.path for each in found}
    apart = (
        *rule_faults(standards),
        *figure_faults(norms),
        *(each.shipped() for each in norm_faults(owed, standards)),
    )
    found += [each for each in apart if each.path not in unread]
    if found:
        raise OwnFaults(sorted(locate(project, found), key=lambda each: each.order))
    return Shipped(standards, norms, tuple(owed))


def _records(kind: type[R], key: str, project: Path, package: str) -> tuple[dict[str, R], list[Problem]]:
    """The records of a folder by id, and what is wrong with its files."""
    records, problems = _rows(kind, key, project, package)
    return {each.slug: each for each in records}, problems


def _rows(kind: type[R], key: str, project: Path, package: str) -> tuple[list[R], list[Problem]]:
    """The records of a folder in the order of its files, and what is wrong with them."""
    folder = f"hooks/{package.replace('.', '/')}"
    documents, problems = [], []
    for file in sorted((project / folder).glob("*.yml")):
        identity = f"{key}/{file.stem.replace('_', '-')}"
        document, faults = read_as(kind, str(project), f"{folder}/{file.name}", identity)
        problems += faults
        documents += [document] if document else []
    validated = validate(documents)
    records = [each for each in validated.records if isinstance(each, kind)]
    return records, [*problems, *validated.problems]
