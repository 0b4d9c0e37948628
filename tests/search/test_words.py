"""The small file beside the index: what people say, columns, manners and weights."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai.search import SearchDocument, index, write_words
from gongkai.search.pieces import COUNT, piece_of
from gongkai.search.words import Named, tables

PLAIN = SearchDocument("a/", "关于甲的通知", "", "", "政策文件", "区民政局", "2026", "有效", "2026-03-01")


def test_words_in_the_form_of_queries_each_once_and_never_themselves() -> None:
    said = [
        ("安 电梯", ["加装电梯"]),
        ("ＧＤＰ", ["生产总值"]),
        ("安电梯", ["加装电梯", "电梯"]),
        ("电梯", ["电梯"]),
    ]
    assert tables(said, [])["aliases"] == {"gdp": ["生产总值"], "安电梯": ["加装电梯", "电梯"]}


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_they_are_given_in_changes_nothing(turned: bool) -> None:
    said = [("甲甲", ["乙"]), ("丙丙", ["丁"])]
    columns = [Named("政策", "policies/"), Named("会议", "meetings/", ("开会",))]
    if turned:
        said, columns = said[::-1], columns[::-1]
    found = tables(said, columns)
    assert list(found["aliases"]) == ["丙丙", "甲甲"]
    assert found["columns"] == [["会议", "meetings/", ["开会"]], ["政策", "policies/", []]]


def test_the_index_says_which_file_it_is(tmp_path: Path) -> None:
    index([PLAIN], tmp_path / "out", work=tmp_path / "work")
    packed = write_words(tables([("装电梯", ["加装电梯"])], []), tmp_path / "out")
    (file,) = (tmp_path / "out").glob("words-*.json")
    head = json.loads((tmp_path / "out/shards.json").read_text("utf-8"))
    assert head["words"] == file.name and head["engine"] == "grams"
    assert not {"aliases", "alike"} & json.loads(file.read_text("utf-8")).keys()
    assert 0 < packed < file.stat().st_size


def test_what_people_say_is_in_pieces_by_its_first_character_and_old_pieces_go(tmp_path: Path) -> None:
    index([PLAIN], tmp_path / "out", work=tmp_path / "work")
    for word in ("装电梯", "开饭馆"):
        write_words(tables([(word, ["加装电梯"])], []), tmp_path / "out")
    (folder,) = (tmp_path / "out").glob("said-*")
    head = json.loads((tmp_path / "out/shards.json").read_text("utf-8"))
    assert head["said"] == {"path": f"{folder.name}/", "count": COUNT}
    pieces = _pieces(tmp_path / "out")
    assert [n for n, piece in enumerate(pieces) if piece["aliases"]] == [piece_of("开")]
    assert all(piece_of(word[0]) == n for n, piece in enumerate(pieces) for word in piece["alike"])
    assert sum(len(piece["alike"]) for piece in pieces) == len(tables([], [])["alike"])


def test_a_query_reads_only_the_pieces_of_its_characters(
    tmp_path: Path, ask: Callable[..., list[dict[str, Any]]]
) -> None:
    index([replace(PLAIN, title="关于加装电梯的通知")], tmp_path / "out", work=tmp_path / "work")
    write_words(tables([("装电梯", ["加装电梯"]), ("开饭馆", ["餐饮"])], []), tmp_path / "out")
    (found,) = ask(tmp_path / "out", ["装电梯2026？"])
    numbers = {piece_of(char) for char in "装电梯2"}
    assert {f"{number}.json" for number in range(COUNT)} & {*found["read"]} == {f"{n}.json" for n in numbers}
    assert piece_of("2") == piece_of("z") and len(numbers) == 4
    (said,) = ask(tmp_path / "out", ["装电梯"])
    assert set(said["said"]) == {"加装电梯"}


def _pieces(folder: Path) -> list[dict[str, Any]]:
    path = folder / json.loads((folder / "shards.json").read_text("utf-8"))["said"]["path"]
    return [json.loads((path / f"{number}.json").read_text("utf-8")) for number in range(COUNT)]


def test_the_names_of_a_unit_stand_once_for_all_in_its_care(
    tmp_path: Path, ask: Callable[..., list[dict[str, Any]]]
) -> None:
    unit, other = (
        replace(PLAIN, url=f"units/{n}/", title=name) for n, name in enumerate(("区公安分局", "区税务局"))
    )
    index([unit, other], tmp_path / "out", work=tmp_path / "work")
    said = [
        ("身份证", ["区公安分局"]),
        ("12345", ["区税务局"]),
        ("护照", ["区公安分局"]),
        ("公安", ["区公安分局"]),
    ]
    write_words(tables(said, [], care=["身份证", "12345", "护照"]), tmp_path / "out")
    (file,) = (tmp_path / "out").glob("words-*.json")
    written = json.loads(file.read_text("utf-8"))
    assert written["care"] == [["区税务局"], ["区公安分局"]]
    said_of = {word: meant for piece in _pieces(tmp_path / "out") for word, meant in piece["aliases"].items()}
    assert said_of == {"12345": 0, "公安": ["区公安分局"], "护照": 1, "身份证": 1}
    for query, found in zip(
        ("护照", "12345", "公安"), ask(tmp_path / "out", ["护照", "12345", "公安"]), strict=True
    ):
        assert found["results"][0]["url"] == ("units/1/" if query == "12345" else "units/0/"), query
