"""Icons: words stand beside each, nobody hears them, and one that Material has not stops the build."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest

from gongkai.common.problems import OwnFaults
from gongkai.render.frame.icons import icon
from gongkai.render.frame.templates import environment

OVERRIDES = Path(__file__).parents[2] / "overrides"
WRITTEN = re.compile(r'\bicon\("([^"]+)"\)')
NAMES = sorted(
    {name for path in OVERRIDES.rglob("*.html") for name in WRITTEN.findall(path.read_text("utf-8"))}
)


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_of_a_template_is_there_and_is_not_read_out(name: str) -> None:
    drawing = lxml.html.fragment_fromstring(icon(name))
    assert drawing.tag == "svg" and [path.get("d")[0] for path in drawing] == ["M"]
    assert [drawing.get(each) for each in ("class", "aria-hidden", "focusable")] == ["icon", "true", "false"]


def test_icons_are_few() -> None:
    assert 4 <= len(NAMES) <= 8


@pytest.mark.parametrize(
    "name", ["material/rsss", "material/../logo", "../../../main", "fontawesome/solid/user"]
)
def test_one_that_is_not_there_stops_the_build_with_a_sentence(name: str) -> None:
    """Those of other sets stand in squares of other sizes."""
    template = environment(OVERRIDES).from_string("{{ icon(name) }}")
    with pytest.raises(OwnFaults) as caught:
        template.render(name=name)
    (problem,) = caught.value.problems
    assert f"icon(“{name}”)" in problem.message and "material/rss" in problem.fix


def test_no_icon_stands_without_words_beside_it(tiny) -> None:
    seen: dict[str, int] = {}
    for template, url in tiny.samples.items():
        icons = [each for each in tiny.pages[url].iter("svg") if each.get("class") == "icon"]
        assert [each.getparent() for each in icons if not each.getparent().text_content().strip()] == []
        seen[template] = len(icons)
    # search and large print on every page; the doors, the button for paper and the files beside
    assert min(seen.values()) == 2 and seen["home"] == 5 and seen["policy"] == 3
