"""The five tasks of 编辑手册, done as they are written: its words and pictures against the desk's screens."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from PIL import Image

import desk_pictures
import desk_tour

PROJECT = Path(__file__).parents[2]
PICTURES = PROJECT / "docs/pictures"
GOOD = PROJECT / "tests/sites/good"
_HANDBOOK = (PROJECT / "docs/编辑手册.md").read_text("utf-8")
_FIVE = _HANDBOOK.partition("## 五件事，照着做一遍\n")[2].partition("\n## ")[0]
#: task by task, as they are written
WRITTEN = re.split(r"^### .*\n", _FIVE, flags=re.MULTILINE)[1:]
LARGEST = 40_000
SMALL = {"width": 375, "height": 760}


@pytest.fixture(scope="module")
def tour(browser, tmp_path_factory):
    with desk_pictures.office(GOOD, tmp_path_factory.mktemp("tour"), dt.date(2026, 11, 21)) as tour:
        tour.page = desk_pictures.window(browser)
        yield tour
        tour.page.context.close()


@pytest.mark.parametrize(
    ("task", "written"),
    [*zip(desk_tour.TASKS, WRITTEN, strict=True)],
    ids=[each.__name__ for each in desk_tour.TASKS],
)
def test_a_task_is_done_as_it_is_written_and_its_pictures_show_these_screens(tour, task, written):
    kinds: dict[str, str] = {}

    def look(name, page):
        kinds[f"desk-{name}.png"] = desk_pictures.kind(page)
        page.set_viewport_size(SMALL)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], name
        page.set_viewport_size({"width": desk_pictures.WIDE, "height": desk_pictures.HIGH})

    tour.look = look
    task(tour)
    prose = re.sub(r"!\[[^\]]*\]", "", written)
    assert re.findall(r"\*\*(.+?)\*\*", prose) == tour.pressed
    assert [each for each in re.findall(r"“([^”]+)”", prose) if each not in tour.seen] == []
    assert re.findall(r"\(pictures/([^)]+)\)", written) == [*kinds]
    changed = [name for name, kind in kinds.items() if desk_pictures.kept_kind(PICTURES / name) != kind]
    assert changed == [], "these screens are others now: scripts/screenshots --handbook"


def test_every_picture_of_the_desk_is_in_the_handbook_small_and_of_one_size():
    named = {*re.findall(r"\(pictures/(desk-[^)]+)\)", _FIVE)}
    found = {each.name: each for each in PICTURES.glob("desk-*.png")}
    assert named == {*found}
    size = (round(desk_pictures.WIDE * desk_pictures.SCALE), round(desk_pictures.HIGH * desk_pictures.SCALE))
    for file in found.values():
        with Image.open(file) as picture:
            assert picture.size == size, file.name
        assert file.stat().st_size < LARGEST, file.name
