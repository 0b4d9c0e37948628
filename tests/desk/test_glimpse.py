"""What a preview shows at once after a save: the page as the whole build will make it, or nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai import pipeline, render
from gongkai.desk import glimpse as desk
from gongkai.desk.glimpse import Glimpse, Memory, seen_on
from gongkai.exports import door
from gongkai.gate import released
from gongkai.law.applied import Applied
from gongkai.load import read_document
from gongkai.records.types.duty_norm import DutyNorm
from gongkai.render.records import pages
from gongkai.settings import PROJECT, Settings, read_column

PAGE = "guide/"


@pytest.fixture
def settings(mini) -> Settings:
    return Settings(mini, dt.date(2026, 11, 21), read_column(mini))


def whole(settings: Settings) -> render.Site:
    """As the last whole build left it, without what is owed and measured."""
    register = released(pipeline.read(settings)[0])
    return render.Site.of(render.Facts(register, door.plan(register), Applied()), PROJECT / "overrides")


def made(site: render.Site, url: str) -> str:
    (planned,) = [each for each in render.plan(site) if each.url == url]
    return render.shells(site).join(planned.make())


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def glimpse(settings: Settings, memory: Memory) -> Glimpse:
    return Glimpse(seen_on(settings, pipeline.read(settings, memory.taken_in)[0]))


def test_a_page_is_made_at_once_as_the_whole_build_will_make_it(settings, mini):
    memory = Memory()
    edit(mini / "content/pages/guide.md", "本指南说明", "这份指南说明")
    seen = glimpse(settings, memory)
    page = seen.page(PAGE)
    assert page and "这份指南说明" in page and page == made(whole(settings), PAGE)
    assert seen.page("nowhere/") is None


def test_a_unit_renamed_shows_on_every_page_that_names_it(settings, mini):
    memory = Memory()
    assert "010-00000002" in str(glimpse(settings, memory).page("units/minzheng-ju/"))
    edit(mini / "data/units/minzheng-ju.yml", "010-00000002", "010-12345678")
    assert "010-12345678" in str(glimpse(settings, memory).page("units/minzheng-ju/"))


def test_a_part_that_cannot_be_planned_leaves_the_others(settings, monkeypatch):
    def failing(_: render.Site) -> list[render.Planned]:
        raise KeyError("of a file with faults")

    monkeypatch.setattr(pages, "PART", replace(pages.PART, pages=failing))
    seen = glimpse(settings, Memory())
    assert PAGE not in seen.planned and "units/minzheng-ju/" in seen.planned


def test_only_what_was_written_is_read_again(settings, mini, monkeypatch):
    read: list[str] = []

    def counted(root: str, path: str) -> object:
        read.append(path)
        return desk_read(root, path)

    desk_read = read_document
    monkeypatch.setattr(desk, "read_document", counted)
    memory = Memory()
    before, _ = memory.taken_in(mini)
    assert len(read) >= len(before.documents) > 10
    read.clear()
    edit(mini / "content/pages/guide.md", "本指南说明", "这份指南说明")
    (mini / "content/pages/neu.md").write_text((mini / "content/pages/guide.md").read_text("utf-8"), "utf-8")
    loaded, validated = memory.taken_in(mini)
    assert sorted(read) == ["content/pages/guide.md", "content/pages/neu.md"]
    assert len(loaded.documents) == len(before.documents) + 1
    assert [each.source.path for each in validated.records] == [
        each.source.path for each in pipeline.read(settings)[0].every if not isinstance(each, DutyNorm)
    ]
