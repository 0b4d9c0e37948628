"""Drafts and records of the future: not one byte of them in the output, unpacked search index included."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from gongkai.column.validate import validate
from gongkai.load import load
from gongkai.records.base import ContentRecord
from gongkai.search.grams.shard import COLUMNS, columns

MINI = Path(__file__).parents[1] / "sites/mini"
#: words that only hidden records of the tiny column have: texts, titles, numbers, files, file names, dates
HIDDEN = {
    *("琉璃瓦", "麒麟坊", "〔2026〕99号", "XZ-2026-00099", "liuliwa", "zhanmulaosi", "mimi-caogao"),
    *("夜光杯", "鎏金册", "〔2027〕1号", "XZ-2027-00001", "yeguangbei", "weilai", "2027-01-05", "2027-01-06"),
}
#: choices that only hidden records fall under
HIDDEN_CHOICES = (
    "topic/culture",
    "topic/foreign",
    "domain/audit",
    "domain/culture",
    "year/2027",
    "form/video",
)


def everything(folder):
    """Every file and its bytes, packed ones unpacked, and words spaced for search put together again."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            if content.startswith(b"\x1f\x8b"):
                content = gzip.decompress(content).removeprefix(b"pagefind_dcd")
            elif file.name == COLUMNS:
                content = b"\n".join(columns(content))
            yield file.relative_to(folder).as_posix(), content


def test_the_tiny_column_has_what_must_be_hidden():
    text = b"".join(path.read_bytes() for path in sorted(MINI.rglob("*")) if path.is_file())
    names = " ".join(path.as_posix() for path in MINI.rglob("*"))
    assert [word for word in HIDDEN if word.encode() not in text and word not in names] == []


def test_no_word_of_a_hidden_record_is_anywhere(mini_site):
    found = [
        (name, word)
        for name, content in everything(mini_site)
        for word in HIDDEN
        if word in name or word.encode() in content or " ".join(word).encode() in content
    ]
    assert found == []


def test_nothing_stands_under_choices_that_only_hidden_records_have(mini_site):
    names = [name for name, _ in everything(mini_site)]
    assert [name for name in names for choice in HIDDEN_CHOICES if choice in name] == []


def test_packed_search_files_are_really_unpacked(mini_site):
    packed = [content for name, content in everything(mini_site) if name.endswith(".gram")]
    assert packed
    units = b"".join(part for content in packed for part in (content[::2], content[1::2], content))
    assert "政策".encode() in units  # in the tables of bounds
    assert not any(sign.encode() in units for sign in "琉璃麒麟鎏")


def test_the_same_column_on_a_later_day_shows_the_future_but_never_the_draft(command, tmp_path):
    done = command("build", "--root", MINI, "--date", "2027-01-10", "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stdout
    found = dict(everything(tmp_path / "site"))
    text = b"".join(found.values())
    assert "夜光杯".encode() in text and "files/2026/yeguangbei.pdf" in found
    for word in ("琉璃瓦", "liuliwa", "mimi-caogao"):
        assert word.encode() not in text


@pytest.mark.slow  # its sites are asked for by name, so their fixtures do not mark it
@pytest.mark.parametrize("root", [MINI, MINI.parents[2]], ids=["mini", "demo"])
def test_every_hidden_record_of_a_column_has_no_page(root, request):
    site = request.getfixturevalue("mini_site" if root == MINI else "demo_site")
    records = [r for r in validate(load(root).documents).records if isinstance(r, ContentRecord)]
    for record in records:
        shown = (site / record.url / "index.html").is_file()
        assert shown == (not record.held_back and record.published.isoformat() <= "2026-11-21"), record.id
