"""A closed list is there for somebody: one that nobody reads stands in the glossary for nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from gongkai.records.vocabulary import terms

from ..sources import nodes, trees


def imported() -> Iterator[str]:
    """Every name that a module of the package takes from another."""
    for node in (node for tree in trees().values() for node in nodes(tree)):
        if isinstance(node, ast.ImportFrom):
            yield from (each.name for each in node.names)


def test_every_closed_list_is_read_by_somebody():
    used = {*imported()}
    left_over = [f"{each.__module__}.{each.__name__}" for each in terms() if each.__name__ not in used]
    assert left_over == [], "of a type that is gone? take it away"
