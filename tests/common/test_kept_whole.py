"""What is kept is believed only as it was written."""

from __future__ import annotations

import pytest

from gongkai.common import kept_whole


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/a").write_bytes(b"12345")
    (tmp_path / "b").write_bytes(b"123")
    return tmp_path


def test_a_sealed_folder_says_how_large_it_is(folder):
    assert kept_whole.size_of(folder) is None
    kept_whole.seal(folder)
    (folder / ".note").write_text("of whoever keeps it")
    assert kept_whole.size_of(folder) == 8


@pytest.mark.parametrize(
    "spoil",
    [
        lambda at: (at / "deep/er/a").write_bytes(b"12"),
        lambda at: (at / "b").unlink(),
        lambda at: (at / "deep/new").write_bytes(b""),
        lambda at: (at / "b").rename(at / "c"),
        lambda at: (at / ".whole").write_bytes(b"\xff"),
        lambda at: (at / ".whole").unlink(),
    ],
    ids=["cut short", "missing", "too many", "another name", "no seal", "seal gone"],
)
def test_a_folder_that_is_not_as_it_was_is_none(folder, spoil):
    kept_whole.seal(folder)
    spoil(folder)
    assert kept_whole.size_of(folder) is None


def test_a_file_is_found_with_the_bytes_it_was_kept_with(tmp_path):
    assert kept_whole.found(tmp_path, "a1.pdf") is None
    kept = kept_whole.put(tmp_path, "a1.pdf", b"clean")
    assert kept_whole.found(tmp_path, "a1.pdf") == (kept, b"clean")
    assert kept_whole.found(tmp_path, "a.pdf") is None
    kept.write_bytes(b"cle")
    assert kept_whole.found(tmp_path, "a1.pdf") is None
    again = kept_whole.put(tmp_path, "a1.pdf", b"cleaner")
    assert kept_whole.found(tmp_path, "a1.pdf") == (again, b"cleaner")
