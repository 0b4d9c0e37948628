"""The closed lists of the field's standard terms, a file for each matter they speak of."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from gongkai.records.vocabulary.term import Term


@cache
def terms() -> tuple[type[Term], ...]:
    """Every closed list, by file, in the order in which it stands there."""
    found: list[type[Term]] = []
    for module in pkgutil.iter_modules(__path__):
        loaded = importlib.import_module(f"{__name__}.{module.name}")
        found += [
            each
            for each in vars(loaded).values()
            if isinstance(each, type) and issubclass(each, Term) and each is not Term
        ]
    return tuple(found)
