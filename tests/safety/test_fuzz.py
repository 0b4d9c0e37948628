"""Made-up inputs end in errors with a place or in correct pages, in good time; by night others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fuzz_inputs
import safety_fuzz as fuzz
from gongkai import pipeline

from ..night import NIGHT

#: examples of each kind; scripts/safety tries two thousand
EXAMPLES = 25 if NIGHT else 6


@pytest.fixture(scope="module")
def column(tmp_path_factory: pytest.TempPathFactory) -> Iterator[fuzz.Column]:
    yield fuzz.Column(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("kind", sorted(fuzz_inputs.KINDS))
def test_no_input_breaks_the_check_or_the_build(kind: str, column: fuzz.Column) -> None:
    column.forgive()
    tried, fault = fuzz.run(kind, EXAMPLES, column)
    if fault is not None:
        raise fault
    assert tried >= EXAMPLES // 2, "the inputs are too alike"


def test_an_example_leaves_the_column_as_it_was(column: fuzz.Column, digest) -> None:
    before = digest(column.root)
    column.judge({f"{fuzz_inputs.PLACE}2026/neu.md": b"x", "data/units/minzheng-ju.yml": b"\xff"})
    assert digest(column.root) == before


def test_what_takes_too_long_is_a_hang(column: fuzz.Column, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "LIMIT", 0.05)
    monkeypatch.setattr(pipeline, "check", lambda settings: _spin())
    with pytest.raises(fuzz.Hang):
        column.judge({})


def _spin() -> None:
    while True:
        pass


@pytest.mark.parametrize(
    "page",
    [
        "<p onclick='a'>",
        "<iframe>",
        "<script>a</script>",
        "<a href='javascript:a'>",
        "<a href=' JavaScript:a'>",
    ],
)
def test_a_page_that_acts_is_seen(page: str) -> None:
    fuzz._Safe("<p class='a'><a href='../b/'>甲</a><script src='/c.js'></script>")
    with pytest.raises(AssertionError):
        fuzz._Safe(page)


@settings(max_examples=5, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_inputs_are_files_below_the_column(data: st.DataObject) -> None:
    for make in fuzz_inputs.KINDS.values():
        files = data.draw(make())
        assert files
        assert all(path.startswith(("content/", "data/")) and ".." not in path.split("/") for path in files)
