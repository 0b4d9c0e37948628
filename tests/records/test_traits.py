"""Every type of record answers what rules, figures and the frame ask of it."""

from __future__ import annotations

import pytest

from gongkai.common.discovery import IncompleteModule
from gongkai.records import content_types, listed_types, types_with
from gongkai.records.base import YEAR, ContentRecord, Facet
from gongkai.records.traits import Trait
from gongkai.records.types.budget import Budget


@pytest.mark.parametrize("part", ["COLUMN", "TRAITS"])
def test_a_type_that_forgets_to_answer_is_told(monkeypatch, part):
    monkeypatch.delattr(Budget, part)
    with pytest.raises(IncompleteModule, match=f"Budget lacks {part}"):
        content_types.__wrapped__()


def test_a_listed_type_without_a_group_is_told(monkeypatch):
    monkeypatch.delattr(Budget, "GROUP")
    with pytest.raises(IncompleteModule, match="Budget lacks GROUP"):
        listed_types.__wrapped__()


def test_no_two_types_stand_in_one_place():
    places = [each.GROUP for each in listed_types()]
    assert len(set(places)) == len(places)


def test_types_stand_in_the_order_of_the_columns():
    found = types_with(Trait.NEVER_EMPTY)
    assert [each.TYPE for each in found] == ["policy", "interpretation", "meeting", "item"]
    assert all(Trait.NEVER_EMPTY not in each.TRAITS for each in {*content_types()} - {*found})


@pytest.mark.parametrize("trait", Trait)
def test_every_trait_is_some_types(trait):
    assert types_with(trait)


@pytest.mark.filterwarnings("ignore:Field name")
def test_what_is_said_of_a_type_does_not_become_a_key_of_its_files():
    with pytest.raises(TypeError, match="Annotated: FACETS has an annotation of its own"):

        class Annotated(ContentRecord):
            FACETS: tuple[Facet, ...] = (YEAR,)  # type: ignore[misc]


@pytest.mark.parametrize("kind", listed_types(), ids=lambda kind: kind.TYPE)
def test_what_a_facet_reads_is_there(kind):
    """Or the first page that lists the type would stop the build."""
    read = {facet.attribute for facet in kind.FACETS if facet.attribute}
    absent = {name for name in read if name not in kind.model_fields and not hasattr(kind, name)}
    assert absent == set(), f"FACETS in {kind.__module__} names what the type has not"
