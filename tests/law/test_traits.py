"""What rules and figures say in words of types of record names every type that has the trait."""

from __future__ import annotations

import pytest

from gongkai.law.figures import push_rate
from gongkai.law.rules import empty_column, freshness
from gongkai.records import types_with
from gongkai.records.traits import Trait

WORDS = {
    Trait.LIVELY: freshness.__doc__,
    Trait.NEVER_EMPTY: empty_column.__doc__,
    Trait.PUSHED: push_rate.ABOUT.among,
}


@pytest.mark.parametrize("trait", WORDS)
def test_every_type_of_a_trait_is_named(trait):
    assert [each.LABEL for each in types_with(trait) if each.LABEL not in WORDS[trait]] == []
