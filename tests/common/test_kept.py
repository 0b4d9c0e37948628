"""What is kept between builds is believed whole or not at all, and is no more than one build used."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.common.kept import Kept

PIECES = {f"第{number}页".encode(): f"内容{number}".encode() * 40 for number in range(2)}


def keep(folder, pieces=PIECES, program=b"1", name="0"):
    kept = Kept(folder, program)
    for words, piece in pieces.items():
        kept.put(kept.key(words), piece)
    kept.save(name)
    return kept


def found(folder, program=b"1"):
    kept = Kept(folder, program)
    return {words: piece for words in PIECES if (piece := kept.get(kept.key(words))) is not None}


def test_what_was_saved_is_found_by_the_same_program_only(tmp_path):
    keep(tmp_path / "pages")
    assert found(tmp_path / "pages") == PIECES
    assert found(tmp_path / "pages", b"2") == {}


def test_parts_of_a_key_are_told_apart():
    kept = Kept()
    assert len({kept.key(b"ab", b"c"), kept.key(b"a", b"bc"), kept.key(b"abc"), kept.key(b"abc", b"")}) == 4


def test_without_a_folder_nothing_is_kept():
    kept = Kept()
    kept.put(kept.key(b"a"), b"b")
    kept.save("0")
    kept.only(())
    assert not kept.keeps and kept.get(kept.key(b"a")) is None


def test_only_what_the_last_build_used_stays(tmp_path):
    """Used again it stays, with what is new; what nobody asked for goes, and so do files of before."""
    keep(tmp_path, name="0")
    keep(tmp_path, {"别的".encode(): b"x"}, name="7")
    again = Kept(tmp_path, b"1")
    first, *_ = PIECES
    assert again.get(again.key(first)) == PIECES[first]
    again.put(again.key(b"new"), b"piece")
    again.save("0")
    again.only(["0"])
    assert [file.name for file in tmp_path.iterdir()] == ["0"]
    assert found(tmp_path) == {first: PIECES[first]}
    assert Kept(tmp_path, b"1").get(again.key(b"new")) == b"piece"


@pytest.mark.parametrize("damage", ["cut", "changed", "longer"])
def test_a_damaged_file_gives_what_was_kept_or_nothing(tmp_path, damage):
    keep(tmp_path)
    whole = (tmp_path / "0").read_bytes()
    lost = 0
    for at in range(0, len(whole), 5):
        spoilt = {
            "cut": whole[:at],
            "changed": whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :],
            "longer": whole + whole[:at],
        }[damage]
        (tmp_path / "0").write_bytes(spoilt)
        left = found(tmp_path)
        lost += left != PIECES
        assert left.items() <= PIECES.items()
    assert lost >= len(whole) // 5


def test_another_run_may_save_meanwhile(tmp_path):
    keep(tmp_path)
    reading = Kept(tmp_path, b"1")
    keep(tmp_path, {b"other": b"piece"})
    assert {words: reading.get(reading.key(words)) for words in PIECES} == PIECES
    assert found(tmp_path) == {}


def test_a_process_that_builds_often_holds_no_more_files(tmp_path):
    keep(tmp_path)
    before = len([*Path("/proc/self/fd").iterdir()])
    for _ in range(5):
        assert found(tmp_path) == PIECES
    assert len([*Path("/proc/self/fd").iterdir()]) == before


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "pages").write_text("a file in the place of the folder")
    keep(tmp_path / "pages")
    assert found(tmp_path / "pages") == {}
