"""The drawing and the table of rooms show what the code imports, and only the code decides."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gongkai.desk.reference import architecture, drawing

SVG = "{http://www.w3.org/2000/svg}"
CONTRACT = """\
[[tool.importlinter.contracts]]
name = "circles"
type = "acyclic_siblings"
[[tool.importlinter.contracts]]
name = "inside a room"
type = "layers"
layers = ["one", "two"]
[[tool.importlinter.contracts]]
name = "rooms"
type = "layers"
layers = ["__main__", "top", "middle", "ground"]
exhaustive = true
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A package of three rooms, one of them a file."""
    files = {
        "pyproject.toml": CONTRACT,
        "hooks/gongkai/ground/__init__.py": '"""Nothing → <tools> & more.\n\nMore words.\n"""\n',
        "hooks/gongkai/ground/a.py": "def a() -> None: ...\n",
        "hooks/gongkai/middle.py": '"""Tools → things."""\nfrom gongkai.ground import a\n',
        "hooks/gongkai/top/__init__.py": '"""Things → a house."""\nfrom gongkai import middle\n',
        "hooks/gongkai/top/b.py": (
            "import gongkai_other\nfrom gongkai.ground.a import a\nfrom gongkai.top import c\n"
            "def late() -> None:\n    from gongkai.ground import a, other\n"
        ),
        "docs/architecture.md": "By hand.\n<!-- rooms -->\nold\n<!-- /rooms -->\nBy hand too.\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def test_rooms_stand_in_the_order_of_the_contract_with_their_own_words(project):
    found = architecture.rooms(project)
    assert [(each.name, each.text) for each in found] == [
        ("ground", "Nothing → <tools> & more."),
        ("middle", "Tools → things."),
        ("top", "Things → a house."),
    ]


def test_a_room_knows_modules_each_once_those_of_functions_too_and_not_its_own(project):
    assert [dict(each.knows) for each in architecture.rooms(project)] == [
        {},
        {"ground": 1},
        {"middle": 1, "ground": 2},
    ]


def test_the_table_is_made_and_what_is_written_by_hand_stays(project):
    page = architecture.page(project)
    assert page.startswith("By hand.\n<!-- rooms -->\n\n| room | takes → gives |\n|---|---|\n| `ground` |")
    assert page.endswith("| `top` | Things → a house |\n\n<!-- /rooms -->\nBy hand too.\n")
    assert "old" not in page


@pytest.fixture(scope="module")
def found() -> list[architecture.Room]:
    """The rooms of this checkout."""
    return architecture.rooms()


@pytest.fixture(scope="module")
def drawn() -> ElementTree.Element:
    """Their drawing."""
    return ElementTree.fromstring(drawing.page())


def test_every_room_says_what_it_takes_and_gives(found):
    silent = [each.name for each in found if "→" not in each.text]
    assert silent == ["common"], "tools take and give all sorts of things"


def test_the_drawing_can_be_read_without_being_seen(found, drawn):
    assert drawn.attrib["role"] == "img"
    assert drawn.attrib["aria-labelledby"] == "title desc"
    said = drawn.findtext(f"{SVG}desc") or ""
    for room in found:
        known = re.search(rf"\b{room.name} imports ([^.]+)\.", said)
        assert known
        assert dict(each.rsplit(" ", 1) for each in known[1].split(", ") if " " in each) == {
            name: "10+" if count > 9 else str(count) for name, count in room.knows.items()
        }


def test_every_line_of_the_drawing_goes_down_and_every_number_stands_on_one(found, drawn):
    lanes = {}
    for path in drawn.iter(f"{SVG}path"):
        if path.get("class") == "lane" and (
            ends := re.fullmatch(r"M\d+ (\d+)H(\d+)V(\d+)", path.attrib["d"])
        ):
            start, x, end = map(int, ends.groups())
            assert end > start
            lanes[x] = (start, end)
    counts = [(int(each.attrib["cx"]), int(each.attrib["cy"])) for each in drawn.iter(f"{SVG}circle")]
    assert len(counts) == sum(len(each.knows) for each in found)
    assert all(lanes[x][0] < y <= lanes[x][1] for x, y in counts)


def test_no_line_of_a_box_is_longer_than_the_box(found, drawn):
    notes = [each.text or "" for each in drawn.iter(f"{SVG}text") if each.get("class") == "note"]
    assert max(map(len, notes)) <= 64
    assert len(notes) <= 2 * len(found), "a box has room for two lines"
