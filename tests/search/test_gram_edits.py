"""An index made with the help of an earlier one is the one made from nothing; files are cut by keys."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.search import SearchDocument, index
from gongkai.search.grams import buckets, columns, hot, leaves, packing, parts

pytestmark = pytest.mark.usefixtures("small")
PLAIN = SearchDocument("a/", "关于甲的通知", "", "", "政策文件", "区民政局", "2026", "有效", "2026-03-01")
TEXT = st.text(st.sampled_from("甲乙丙12a𠮷，。 \n臺"), max_size=40)
DAY = st.sampled_from(["", "2025-12-31", "2026-03-01", "2026-03-02"])
DOCUMENT = st.builds(
    lambda title, text, date: replace(PLAIN, title=title, text=text, date=date), TEXT, TEXT, DAY
)


@pytest.fixture(scope="module")
def small() -> Iterator[None]:
    """Everything cut so small that a few texts have it all: leaves in parts, hot strings, many tables."""
    with pytest.MonkeyPatch.context() as patch:
        for module, name, value in (
            (leaves, "LIMIT", 3), (parts, "MOST", 5), (parts, "BLOCK", 2),
            (buckets, "BUCKET", 60), (buckets, "BLOCK", 70),
            (packing, "SMALL", 30), (packing, "LARGE", 60), (packing, "RARE", 1), (packing, "FAN", 4),
            (hot, "SMALL", 20), (hot, "LARGE", 60),
        ):  # fmt: skip
            patch.setattr(module, name, value)
        yield


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.*")
        if path.is_file()
    }


def numbered(documents: list[SearchDocument]) -> list[SearchDocument]:
    return [replace(each, url=f"{n}/") for n, each in enumerate(documents)]


def edited(documents: list[SearchDocument], place: int, other: SearchDocument | None) -> list[SearchDocument]:
    """One document changed, taken out (``other`` is None) or, behind the last, added."""
    at = place % (len(documents) + 1)
    return [*documents[:at], *([replace(other, url=f"{at}/")] if other else []), *documents[at + 1 :]]


@settings(max_examples=25, deadline=None, database=None, derandomize=True)
@given(
    st.lists(DOCUMENT, min_size=1, max_size=6), st.integers(0, 6), st.none() | DOCUMENT, st.integers(0, 999)
)
def test_any_edit_gives_what_an_index_from_nothing_gives(
    documents: list[SearchDocument], place: int, other: SearchDocument | None, hurt: int
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        before = numbered(documents)
        after = edited(before, place, other)
        index(before, folder / "first", work=folder / "work")
        shorten(folder / "work", hurt)
        index(after, folder / "second", work=folder / "work")
        index(after, folder / "clean", work=folder / "other")
        assert after == before or files(folder / "second") == files(folder / "clean")


def shorten(work: Path, which: int) -> None:
    """One kept file ends before its end, as after a failure of power."""
    of_all = ("head.gram", "columns.gram")
    kept = sorted(path for path in work.rglob("*.*") if path.is_file() and path.name not in of_all)
    if kept:
        chosen = kept[which % len(kept)]
        data = chosen.read_bytes()
        chosen.unlink()
        chosen.write_bytes(data[: which % len(data)])


KEYS = st.sets(st.text(st.sampled_from("甲乙丙丁12a"), min_size=2, max_size=6), min_size=1, max_size=120)


def groups(keys: list[str]) -> list[tuple[str, ...]]:
    """The keys of each file."""
    marks = columns.numbers([n for n, key in enumerate(keys) if packing.ends(key, 4)], "uint64")
    spans = packing.cuts(columns.numbers([7] * len(keys), "int32"), marks)
    return [tuple(keys[begin:end]) for begin, end in spans]


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(KEYS)
def test_cuts_leave_nothing_out_and_keep_to_their_size(keys: set[str]) -> None:
    ordered = sorted(keys)
    found = groups(ordered)
    assert [key for group in found for key in group] == ordered
    assert all(7 * len(group) <= packing.LARGE + 7 for group in found)
    assert all(7 * len(group) >= packing.SMALL for group in found[:-1])


@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(KEYS, st.data())
def test_behind_another_key_the_cuts_fall_where_they_fell(keys: set[str], data: Any) -> None:
    ordered = sorted(keys)
    gone = data.draw(st.sampled_from(ordered))
    before, after = groups(ordered), groups([key for key in ordered if key != gone])
    at = next(n for n, group in enumerate(before) if gone in group)
    at -= at > 0 and gone == before[at][0]  # the file before may have ended because of the key
    assert after[:at] == before[:at]
    # once both cut at one place, they cut alike to the end
    ends = {group[0] for group in before[at + 1 :]} & {group[0] for group in after[at:]}
    if ends:
        first = min(ends)
        assert [g for g in before if g[0] >= first] == [g for g in after if g[0] >= first]
