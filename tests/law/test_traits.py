"""What rules and figures say in words of types of record: every type that has the trait, and no other."""

from __future__ import annotations

import re

import pytest

from gongkai.law.figures import push_rate
from gongkai.law.rules import empty_column, freshness
from gongkai.law.shipped import shipped
from gongkai.records import types_with
from gongkai.records.traits import Trait

DAYS = shipped().standards["freshness"].meanings["动态天数"]
#: the words, where the list of types stands in them, the place to mend it
WORDS = [
    (Trait.LIVELY, freshness.__doc__, "动态类（(.+?)）", f"the docstring of {freshness.__file__}"),
    (Trait.LIVELY, DAYS, "^(.+?)合起来", "参数说明 of 动态天数 in law/rules/freshness.yml"),
    (
        Trait.NEVER_EMPTY,
        empty_column.__doc__,
        "看什么：(.+?)四个栏目",
        f"the docstring of {empty_column.__file__}",
    ),
    (Trait.PUSHED, push_rate.ABOUT.among, "公布的(.+)$", f"ABOUT in {push_rate.__file__}"),
]


@pytest.mark.parametrize(("trait", "words", "where", "place"), WORDS, ids=map(str, range(4)))
def test_every_type_of_a_trait_is_named_and_none_that_has_it_not(trait, words, where, place):
    (listed,) = re.findall(where, words, re.DOTALL)
    named = {each.removeprefix("公开") for each in re.split("[、和]", listed)}
    having = {each.LABEL for each in types_with(trait)}
    assert (having - named, named - having) == (set(), set()), f"lacking, left over in {place}"
