"""The closed lists of the field's standard terms, a file for each matter they speak of."""

from __future__ import annotations

from functools import cache

from gongkai.common import discovery
from gongkai.records.vocabulary.term import Term


@cache
def terms() -> tuple[type[Term], ...]:
    """Every closed list, by file, in the order in which it stands there."""
    return tuple(discovery.classes(__name__, Term))
