"""The column store read back by the few rules its files follow, and compared with the rows themselves."""

from __future__ import annotations

import gzip
import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.exports.datasets.compressed import Packer, deltas, order
from gongkai.exports.datasets.key_index import number_key
from gongkai.exports.datasets.name_index import END, NameIndex
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.search import normalise

FACETS = (8, 3)
NAME, NUMBER, CODE, DAY = 1, 0, 2, 7


def read(folder: Path, name: str) -> Any:
    return json.loads(gzip.decompress((folder / f"{name}.bin").read_bytes()))


def plane(folder: Path, name: str) -> list[int]:
    data = gzip.decompress((folder / f"{name}.bin").read_bytes())
    size = len(data) // 3
    return [data[i] | data[size + i] << 8 | data[2 * size + i] << 16 for i in range(size)]


def summed(steps: list[int]) -> list[int]:
    return [sum(steps[: place + 1]) for place in range(len(steps))]


@pytest.fixture(scope="module")
def table(inspections):
    rows, _, folder = inspections
    return rows, folder / "table"


def test_the_blocks_hold_every_row(table):
    rows, folder = table
    head = read(folder, "head")
    found = []
    for number in range(-(-head["count"] // head["block"])):
        kinds, *columns = read(folder, f"b/{number}")
        for place, kind in enumerate(kinds):
            cells = dict(zip(head["plain"], (column[place] for column in columns), strict=True))
            words = zip(head["facets"], head["values"], head["kinds"][kind], strict=True)
            cells |= {column: values[word] for column, values, word in words}
            found.append(tuple(cells[column] for column in range(len(head["fields"]))))
    assert found == rows


def test_the_chunks_count_every_kind_of_every_year(table):
    rows, folder = table
    head = read(folder, "head")
    assert (head["facets"], head["date"], head["sortable"]) == (list(FACETS), DAY, False)
    found: Counter[tuple[int, int]] = Counter()
    for number, (year, first, size, counts) in enumerate(head["chunks"]):
        kinds = plane(folder, f"p/{number}")
        assert dict(zip(counts[::2], counts[1::2], strict=True)) == Counter(kinds) and len(kinds) == size
        assert {row[DAY][:4] for row in rows[first : first + size]} == {str(year)}
        for kind in kinds:
            words = zip(head["values"], head["kinds"][kind], strict=True)
            found[(year, *(values[word] for values, word in words))] += 1
    assert found == Counter((int(row[DAY][:4]), row[8], row[3]) for row in rows)
    assert len(head["chunks"]) > len({year for year, *_ in head["chunks"]})


def test_names_lead_to_their_rows(table):
    rows, folder = table
    names: dict[str, int] = {}
    name_of = [names.setdefault(normalise(row[NAME]), len(names)) for row in rows]
    chunks = range(len(read(folder, "head")["chunks"]))
    assert [name for number in chunks for name in plane(folder, f"n/{number}")] == name_of
    listed = {}
    for file in range(-(-len(names) // 256)):
        for place, steps in enumerate(read(folder, f"s/{file}")[0]):
            listed[file * 256 + place] = summed(steps)
    assert listed == {
        name: [row for row, each in enumerate(name_of) if each == name] for name in range(len(names))
    }
    assert read(folder, "counts") == [len(listed[name]) for name in range(len(names))]


def test_numbers_and_codes_lead_to_their_rows(table):
    rows, folder = table
    firsts = read(folder, "search")["keys"]
    found: dict[str, list[int]] = {}
    for file, first in enumerate(firsts):
        keys, lists, _ = read(folder, f"k/{file}")
        assert keys[0] == first
        found |= dict(zip(keys, lists, strict=True))
    wanted: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        wanted.setdefault(number_key(row[NUMBER]), []).append(place)
        wanted.setdefault(row[CODE].lower(), []).append(place)
    assert found == wanted
    assert list(found) == sorted(found, key=order)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("示市监检〔2026〕00023号", "23 示市监检(2026)号"),
        ("示市监检［２０２６］２３ 号", "23 示市监检(2026)号"),
        ("SF-001", "1 sf-"),
        ("无号", " 无号"),
    ],
)
def test_a_number_is_known_by_its_last_digits(number, key):
    assert number_key(number) == key


@given(st.lists(st.text("京禾药藥店（(A１ 𠮷", min_size=1, max_size=8), min_size=1, max_size=30))
def test_pairs_with_places_find_exactly_the_names_that_hold_a_word(tmp_path_factory, written):
    folder = tmp_path_factory.mktemp("names")
    names = NameIndex(0)
    names.add([(each,) for each in written])
    packer = Packer(folder)
    told = names.write(packer, [0] * len(written))
    pairs: dict[str, Any] = {}
    for file, first in enumerate(told["pairs"]):
        piece = read(folder, f"g/{file}")
        assert next(iter(piece)) == first
        pairs |= piece
    known = list(dict.fromkeys(map(normalise, written)))
    for word in {name[start : start + 3] for name in known for start in range(len(name))}:
        if len(word) > 1:
            assert holding(pairs, word) == {place for place, name in enumerate(known) if word in name}
    for char in set("".join(known)):
        starting = [pair for pair in pairs if pair[0] == char]
        assert set().union(*(summed(pairs[pair][0]) for pair in starting)) == {
            place for place, name in enumerate(known) if char in name
        }
    assert all(pair[0] != END for pair in pairs)


def holding(pairs: dict[str, Any], word: str) -> set[int]:
    """Names in which the pairs of a word stand one behind the other."""
    found = None
    for step in range(len(word) - 1):
        steps, places = pairs.get(word[step : step + 2], ([], []))
        here = {(name, place - step) for name, place in zip(summed(steps), places, strict=True)}
        found = here if found is None else found & here
    return {name for name, _ in found or ()}


@given(st.lists(st.integers(0, 1000), unique=True).map(sorted))
def test_steps_lead_back_to_the_numbers(numbers):
    assert summed(deltas(numbers)) == numbers


def test_new_rows_change_the_last_files_only(inspections, write_again, tmp_path):
    """What a reader's browser keeps of the older rows stays right."""
    rows, _, folder = inspections
    root = tmp_path / "root"
    shutil.copytree(folder.parents[2], root, ignore=shutil.ignore_patterns("site"))
    newest = root / "data/datasets/jiancha/2026.csv"
    row = ",".join(("示检〔2026〕999999号", "示例新店", "", *rows[-1][3:7], "2026-11-20", rows[-1][8]))
    newest.write_text(newest.read_text("utf-8") + row + "\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gongkai.exports.datasets.column_store.CHUNK", 300)
        _, after = write_again(root, tmp_path / "site", "2026-11-21")
    changed = [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.glob("table/[bpn]/*"))
        if path.read_bytes() != (after / path.relative_to(folder)).read_bytes()
    ]
    assert len(changed) == 3, changed


@pytest.mark.parametrize(("count", "sizes"), [(1, [1]), (127, [127]), (128, [128]), (129, [128, 1])])
def test_the_last_block_holds_what_is_left(written, count, sizes):
    rows = "".join(f"示-{number},区民政局,2026-11-02\n" for number in range(count))
    _, folder = written(
        {
            "data/units/minzheng-ju.yml": "名称: 区民政局\n",
            f"{FOLDER}datapackage.yml": PACKAGE,
            f"{FOLDER}2026.csv": f"{HEAD}{rows}",
        }
    )
    store = folder / "table"
    assert read(store, "head")["count"] == count
    assert [len(read(store, f"b/{number}")[0]) for number in range(len(sizes))] == sizes
    assert len(list((store / "b").iterdir())) == len(sizes)
