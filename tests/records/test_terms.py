"""A closed list is there for somebody: one that nobody reads stands in the glossary for nothing."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.records.vocabulary import terms

HOOKS = Path(__file__).parents[2] / "hooks"
#: a statement that takes names from another module, on one line or in brackets
TAKEN = re.compile(r"^ *from [\w.]+ import (\([^)]*\)|.+)$", re.MULTILINE)


def imported() -> set[str]:
    """Every name that a module of the package takes from another."""
    texts = (path.read_text("utf-8") for path in sorted(HOOKS.rglob("*.py")))
    return {name for text in texts for names in TAKEN.findall(text) for name in re.findall(r"\w+", names)}


def test_every_closed_list_is_read_by_somebody():
    used = imported()
    left_over = [f"{each.__module__}.{each.__name__}" for each in terms() if each.__name__ not in used]
    assert left_over == [], "of a type that is gone? take it away"
