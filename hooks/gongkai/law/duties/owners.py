"""A problem → the units that answer for the record it is found in."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.duties.catalogue import units_of
from gongkai.records.types.unit import Unit

#: the part of the catalogue that is a unit's own file, whatever its rows name
_OWN = "data/catalogue/{}.yml"


class Owners:
    """Units by the file, and the row in it, of what they answer for."""

    def __init__(self, register: Register) -> None:
        self._found: dict[tuple[str, int | None], list[Unit]] = {}
        self._own = {_OWN.format(unit.slug): unit for unit in register.units}
        for unit in register.units:
            self._found[unit.source.path, None] = [unit]
        for record in register.content:
            self._found[record.source.path, record.source.row] = register.units_of(record)
        for entry in register.catalogue:
            self._found[entry.source.path, entry.source.row] = units_of(register, entry)

    def of(self, problem: Problem) -> list[Unit]:
        """The units of a problem's record, each once; none where nobody is named."""
        found = self._found.get((problem.path, problem.row), [])
        own = self._own.get(problem.path)
        return [*found, own] if own is not None and own not in found else found
