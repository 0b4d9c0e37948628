"""A second build of the same: seen where nothing changed, and never where anything did."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.release import checksums, file_marks, unchanged
from gongkai.release.state import State, locked
from gongkai.release.unchanged import ASKED_VARIABLE, NAME, Note, asked, begun, keep, same

DAY = "2026-11-21"
OLD = 1_700_000_000


class Built:
    """A column and its site, as a build leaves them with a note of what was asked as ``a``."""

    def __init__(self, folder: Path) -> None:
        self.root, self.site, self.base = folder / "root", folder / "www/site", folder / "state"
        for path, text in {"content/a.md": "甲", "data/b.yml": "乙", "mkdocs.yml": "丙"}.items():
            self.write(self.root / path, text)
        for path in ("index.html", "a/index.html"):
            self.write(self.site / path, path)
        checksums.write(self.site, checksums.of(self.site))
        self.state = State.of(self.base, self.site)
        self.state.make()
        self.note_down()

    def write(self, path: Path, text: str) -> None:
        """As if written long ago."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        os.utime(path, (OLD, OLD))

    def note_down(self, day: str = "") -> None:
        found = begun(self.state, self.root)
        assert found
        names = str(self.root), str(self.site)
        keep(self.state, Note("a", *names, day, found.whole, dict(found.recent), "", "提示：一句"))

    def holds(self, wanted: str = "a", day: str = DAY) -> bool:
        return same(self.base, wanted, day) is not None

    @property
    def note(self) -> Path:
        return self.state.folder / NAME


@pytest.fixture
def built(tmp_path, monkeypatch) -> Built:
    program = tmp_path / "program/hooks/a.py"
    program.parent.mkdir(parents=True)
    program.write_text("", "utf-8")
    monkeypatch.setattr(unchanged, "CHECKOUT", tmp_path / "program")
    return Built(tmp_path)


def test_what_did_not_change_is_seen_and_what_was_said_is_kept(built):
    found = same(built.base, "a", DAY)
    assert found and (found.said, found.site) == ("提示：一句", str(built.site))
    assert built.holds(), "seen once, it is seen again"


def test_a_site_as_the_last_build_left_it_need_not_be_read(built):
    assert unchanged.untouched(built.state)
    built.write(built.root / "content/a.md", "甲甲")
    assert unchanged.untouched(built.state), "whatever is to be built of"
    other = replace(built.state, site=built.site.with_name("other"))
    assert not unchanged.untouched(other), "the note of another site"


@pytest.mark.parametrize("change", ["a page altered, its time set back", "a page removed", "the note gone"])
def test_a_site_that_was_touched_is_read(built, change):
    CHANGES[change](built)
    assert not unchanged.untouched(built.state)


Change = Callable[[Built], object]
CHANGES: dict[str, Change] = {
    "a file edited": lambda b: b.write(b.root / "content/a.md", "甲甲"),
    "of the same size, its time set back": lambda b: b.write(b.root / "content/a.md", "丁"),
    "a file added": lambda b: b.write(b.root / "content/c/d.md", "新"),
    "a file renamed": lambda b: (b.root / "content/a.md").rename(b.root / "content/c.md"),
    "a file removed": lambda b: (b.root / "data/b.yml").unlink(),
    "whose column it is": lambda b: b.write(b.root / "mkdocs.yml", "另"),
    "the program": lambda b: b.write(b.root.with_name("program") / "hooks/a.py", "pass"),
    "a link in the content": lambda b: (b.root / "content/l").symlink_to("a.md"),
    "a page altered, its time set back": lambda b: b.write(b.site / "a/index.html", "b/index.html"),
    "a page removed": lambda b: (b.site / "index.html").unlink(),
    "the site removed": lambda b: b.site.rename(b.site.with_name("gone")),
    "the list of the site": lambda b: (b.site / checksums.NAME).write_text("", "utf-8"),
    "the note cut short": lambda b: b.note.write_bytes(b.note.read_bytes()[:-20]),
    "the note of another version": lambda b: b.note.write_text(json.dumps({"form": 2}), "utf-8"),
    "the note no note": lambda b: b.note.write_text("[1]", "utf-8"),
    "the note gone": lambda b: b.note.unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_makes_a_build(built, change):
    assert built.holds()
    change(built)
    assert not built.holds()


def test_another_question_or_another_day_is_another_build(built):
    assert not built.holds(wanted="b")
    assert built.holds(day="2026-11-22"), "the day was asked for"
    built.note_down(day=DAY)
    assert built.holds() and not built.holds(day="2026-11-22")


def test_a_file_written_twice_within_a_tick_of_the_clock_is_told_by_its_content(built, monkeypatch):
    """The second time leaves no trace in size and times: so they are made the same for all files here."""
    line = file_marks._line
    monkeypatch.setattr(file_marks, "_line", lambda path, about: line(path, None))
    built.note_down()
    assert built.holds()
    (built.root / "content/a.md").write_text("丁", "utf-8")
    assert not built.holds()


def test_a_file_beside_ours_in_the_site_is_no_reason_to_build(built):
    (built.site / "robots.txt").write_text("", "utf-8")
    assert built.holds()


def test_while_another_build_runs_nothing_is_promised(built):
    with locked(built.state):
        assert not built.holds()


def test_the_note_of_one_site_says_nothing_of_another(built):
    note = unchanged._read(built.note)
    assert note
    unchanged._write(built.state.folder, replace(note, site=str(built.site.with_name("other"))))
    assert not built.holds()


def test_nobody_else_reads_what_was_said(built):
    assert stat.S_IMODE(built.note.stat().st_mode) == 0o600


def test_words_folder_and_our_variables_are_what_is_asked(tmp_path, monkeypatch):
    words, environment = ["build", "--root", "a"], {"GONGKAI_DATE": DAY, "PATH": "/bin"}
    known = asked(words, environment)
    assert known == asked([*words, "--again", "--profile"], environment | {"PATH": "/", ASKED_VARIABLE: "x"})
    assert known != asked(words[:2], environment)
    assert known != asked(words, {})
    monkeypatch.chdir(tmp_path)
    assert known != asked(words, environment)
