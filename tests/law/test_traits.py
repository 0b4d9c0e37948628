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

PLACES = {
    Trait.LIVELY: f"the docstring of {freshness.__file__}",
    Trait.NEVER_EMPTY: f"the docstring of {empty_column.__file__}",
    Trait.PUSHED: f"ABOUT in {push_rate.__file__}",
}


@pytest.mark.parametrize("trait", WORDS)
def test_every_type_of_a_trait_is_named(trait):
    unnamed = [each.LABEL for each in types_with(trait) if each.LABEL not in WORDS[trait]]
    assert unnamed == [], f"name them in what editors read: {PLACES[trait]}"
