"""What filters take and give."""

from __future__ import annotations

import datetime as dt

from jinja2 import nodes
from markupsafe import Markup

from template_contract.attributes import attribute
from template_contract.kinds import Kind, Missing, element, is_a, item, name_of, of, printable, union

#: filter → (what it takes, what it gives); those of lists are below
SIMPLE: dict[str, tuple[tuple[type, ...], Kind]] = {
    "cn_date": ((dt.date,), str),
    "day": ((dt.date,), str),
    "weekday": ((dt.date,), str),
    "clock": ((str,), str),
    "said": ((str,), str),
    "in_marks": ((str,), str),
    "tel": ((str,), Markup),
    "qr": ((str,), Markup),
    "filesize": ((int,), str),
    "e": ((object,), Markup),
    "escape": ((object,), Markup),
    "safe": ((str,), Markup),
    "string": ((object,), str),
    "int": ((str, int), int),
    "format": ((str,), str),
    "lower": ((str,), str),
    "replace": ((str,), str),
    "trim": ((str,), str),
    "unit_name": ((object,), str),
    "length": ((object,), int),
}
#: filters that give the list they take, in another order or with fewer elements
_LISTS = {"list", "reverse", "sort", "select", "reject", "selectattr", "rejectattr"}


def filtered(node: nodes.Filter, taken: Kind, given: list[Kind]) -> Kind:
    """The type a filter gives for what it takes."""
    if node.name in SIMPLE:
        wanted, gives = SIMPLE[node.name]
        if not is_a(taken, wanted):
            raise Missing(f"{node.name} 不能用于 {name_of(taken)}")
        return gives
    if node.name == "default":
        return union([taken, *given])
    one = element(taken)
    return _of_list(node.name, one, _named(node, one))


def _of_list(name: str, one: Kind, named: Kind | None) -> Kind:
    """The same for what takes a list of ``one``, and perhaps the attribute of each that is ``named``."""
    if name in {"min", "max"}:
        return one
    if name == "groupby":
        return of(list, of(tuple, named, of(list, one)))
    if name == "map":
        return of(list, named)
    if name == "join":
        if not printable(named or one):
            raise Missing(f"join 不能用于 {name_of(one)}")
        return str
    assert name in _LISTS, name
    return of(list, one)


def _named(node: nodes.Filter, one: Kind) -> Kind | None:
    """The type of the attribute of each element that a filter is told by name or place."""
    by_name = [each.value for each in node.kwargs if each.key == "attribute"]
    if node.name in {"selectattr", "rejectattr", "groupby"}:
        by_name = [node.args[0]]
    if not by_name:
        return None
    key = by_name[0].value if isinstance(by_name[0], nodes.Const) else None
    return item(one, key) if isinstance(key, int) else attribute(one, str(key))
