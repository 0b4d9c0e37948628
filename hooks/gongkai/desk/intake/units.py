"""Names of offices as papers write them → the names of units that the column knows; never by likeness."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.common.areas import ABOVE, GOVERNMENT, area_of


def known(register: Register, name: str) -> str:
    """The unit's name for 北京市示例区民政局; "" where the column has no such unit."""
    for each in _spellings(register.column.portal, name):
        unit = register.unit(each)
        if unit is not None:
            return unit.name
    return ""


def places(portal: str) -> list[str]:
    """北京市示例区 and 示例区, of a portal 北京市示例区人民政府."""
    return list(area_of(portal).names)


def _spellings(portal: str, name: str) -> list[str]:
    """The name as it stands, then with 区 for the district's own name; 区政府 for its government."""
    found = [name]
    area = area_of(portal)
    for place in area.names:
        before, there, office = name.partition(place)
        if there and office and before[-1:] in ABOVE:
            found += [f"{area.level}{office}", office]
    return list(dict.fromkeys([*found, *(each.replace(GOVERNMENT, "政府") for each in found)]))


def in_title(register: Register, title: str) -> str:
    """The unit with the longest known name at the beginning of a title; "" where none is."""
    found = [
        (len(spelling), unit.name)
        for unit in register.units
        for spelling in (each for name in unit.names for each in _written(register.column.portal, name))
        if title.startswith(spelling)
    ]
    return max(found)[1] if found else ""


def _written(portal: str, name: str) -> list[str]:
    return [name, *(f"{place}{name.removeprefix(place[-1])}" for place in places(portal))]
