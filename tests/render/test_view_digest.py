"""Views that say the same have one digest, others have others; what does not say all of itself has none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from gongkai.render.facts import Facts
from gongkai.render.frame.view_digest import Digests, NoDigest

_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 2), st.text("ab;:s1", max_size=3), st.floats(0, 1),
    st.text("ab", max_size=2).map(Markup), st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 3)),
    st.sampled_from([Decimal("1"), Decimal("1.0"), dt.timedelta(1), b"a", b"61"]),
)  # fmt: skip
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text("ab", max_size=1), inner, max_size=2),
    ),
    max_leaves=5,
)


@settings(max_examples=60)
@given(_VALUES, _VALUES)
def test_two_values_have_one_digest_where_they_are_written_alike(one, other):
    digests = Digests()
    assert (digests.of(one) == digests.of(other)) == (repr(one) == repr(other))


class Colour(Enum):
    RED = "x"
    GREEN = "y"


@dataclass(frozen=True)
class One:
    colour: Colour
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Other:
    colour: Colour
    names: tuple[str, ...] = ()


def test_classes_fields_and_words_of_lists_are_told_apart():
    digests = Digests()
    values = [One(Colour.RED), One(Colour.GREEN), Other(Colour.RED), One(Colour.RED, ("a",)), Colour.RED, "x"]
    assert len({digests.of(each) for each in values}) == len(values)
    assert digests.of(One(Colour.RED, ("a",))) == Digests().of(One(Colour.RED, ("a",)))


def test_classes_themselves_are_told_by_their_names():
    assert len({Digests().of(each) for each in (Facts, Digests, "Facts")}) == 3


def test_a_set_says_the_same_in_any_order():
    names = [f"{number}" for number in range(40)]
    assert Digests().of(frozenset(names)) == Digests().of(frozenset(reversed(names)))
    assert Digests().of(frozenset(names)) != Digests().of(frozenset(names[1:]))


def test_a_record_is_told_by_its_fields_its_text_and_its_place(small_column, tmp_path):
    path = "content/policies/2026/jiazhuang-dianti.md"
    told = [small_column().policies[0], small_column().policies[0]]
    written = (tmp_path / path).read_text("utf-8")
    assert Digests().of(told[0]) == Digests().of(told[1])
    for old, new in (("第一条　为规范", "第一条　规范"), ("更正附件", "更正附表"), ("21号", "22号")):
        assert old in written
        told.append(small_column({path: written.replace(old, new)}).policies[0])
    small_column({path: None})
    (tmp_path / path).rename(tmp_path / path.replace("dianti", "shan"))
    told.append(small_column({path: None}).policies[0])
    assert len({Digests().of(each) for each in told}) == len(told) - 1


@pytest.mark.parametrize("value", [len, lambda: 1, iter([]), object(), MappingProxyType({})])
def test_what_does_not_say_all_of_itself_has_no_digest(value):
    with pytest.raises(NoDigest):
        Digests().of(("a", [value]))


def test_a_register_has_none(small_column):
    with pytest.raises(NoDigest):
        Digests().of(small_column())
