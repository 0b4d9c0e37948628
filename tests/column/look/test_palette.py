"""theme.palette: every colour that is taken can be read in light and dark, what cannot be is refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai.column.look import palette
from gongkai.column.look.contrast import faint, sets
from gongkai.common.material import colours

TOKENS = (Path(__file__).parents[3] / "overrides/assets/css/10-tokens.css").read_text("utf-8")
REFUSED = {"amber", "lime", "orange", "yellow"}
NAMES = [name for name in colours("primary") if name not in REFUSED]


def hues(styles: str) -> list[dict[str, str]]:
    """The tokens of light, then of dark pages."""
    return [dict(re.findall(r"--([a-z-]+): (#\w{6});", part)) for part in styles.split("@media")]


@pytest.mark.parametrize("name", NAMES)
def test_a_colour_that_is_taken_passes_on_light_and_dark_pages(name: str) -> None:
    light, dark = hues(palette.styles({"primary": name}, TOKENS))
    assert set(light) == set(dark) == {"blue"} and light != dark
    ours = sets(TOKENS)
    assert [list(faint({**one, **other})) for one, other in ((ours[0], light), (ours[1], dark))] == [[], []]


def test_the_tone_that_passes_as_it_is_stays_materials_own() -> None:
    assert len(NAMES) == 15
    light, _ = hues(palette.styles({"primary": "indigo"}, TOKENS))
    assert light["blue"] in colours("primary")["indigo"]


def test_an_accent_is_the_ring_of_the_focus_as_material_has_it() -> None:
    (ring,) = colours("accent")["amber"]
    assert ring == "#ffaa00"  # written as #fa0 there
    assert hues(palette.styles({"accent": "amber"}, TOKENS)) == [{"focus-ring": ring}] * 2


def test_light_and_dark_pages_may_have_a_palette_each() -> None:
    both = [{"scheme": "slate", "primary": "lime"}, {"scheme": "default", "primary": "light blue"}]
    light, dark = hues(palette.styles(both, TOKENS))
    assert dark["blue"] in colours("primary")["lime"]
    assert light == hues(palette.styles({"primary": "light-blue"}, TOKENS))[0]


@pytest.mark.parametrize(
    ("written", "at", "message"),
    [
        ({"primary": "amber"}, ("primary",), "“amber”在浅色的网页上看不清"),
        ([{"primary": "teal"}, {"scheme": "slate", "primary": "black"}], ("primary",), "没有“black”这种颜色"),
        ({"accent": "brown"}, ("accent",), "没有“brown”这种颜色"),
        ("teal", (), "要写成“键: 值”"),
    ],
)
def test_what_cannot_be_had_is_refused_with_what_can(
    written: object, at: tuple[str, ...], message: str
) -> None:
    with pytest.raises(palette.Refused, match=message) as caught:
        palette.styles(written, TOKENS)
    assert caught.value.at == at and "teal、" in caught.value.fix


def test_the_names_that_are_offered_instead_are_those_that_pass() -> None:
    with pytest.raises(palette.Refused) as caught:
        palette.styles({"primary": "yellow"}, TOKENS)
    assert set(caught.value.fix.removeprefix("换成 ").split("、")) == set(NAMES)


def test_where_no_colour_is_named_nothing_is_written() -> None:
    assert palette.styles({"scheme": "default"}, TOKENS) == ""
