"""The demonstration bears names of real units: what it says is marked as made up, or names its source."""

from __future__ import annotations

from gongkai.pipeline import Checked
from gongkai.records.types.page import Page


def test_whatever_is_no_example_names_its_source(demonstration_checked: Checked) -> None:
    said = [each for each in demonstration_checked.register.all if not isinstance(each, Page)]
    real = [each for each in said if not each.example]
    assert 100 < len(real) < len(said)
    assert not [each.id for each in real if not each.origin]
