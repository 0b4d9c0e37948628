"""Letters of drawings are of the reader's size, in every width and type, and none is cut."""

from __future__ import annotations

from typing import Any

import pytest

#: of each drawing that is seen: how large its letters are in small type, how far they go beyond the window
LETTERS = """() => [...document.querySelectorAll('svg:is(.bars, .spark, .flow)')]
  .filter(drawing => drawing.checkVisibility()).map(drawing => {
    const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
    const small = parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8889;
    const words = [...drawing.querySelectorAll('text')];
    const edges = words.map(each => each.getBoundingClientRect());
    return [scale * parseFloat(getComputedStyle(words[0]).fontSize) / small,
      Math.max(0, ...edges.map(each => each.right - innerWidth), ...edges.map(each => -each.left))];
  })"""


#: widths of windows with the reader's size of type
SCREENS = ((375, None), (375, "30"), (768, "24"), (1280, "30"))


def test_letters_of_drawings_are_as_large_as_small_type(site: Any, visitor: Any) -> None:
    window, drawn = visitor(), 0
    for address in (*site.of("project"), *site.of("budget"), "quality/", "request/"):
        page = window.goto(address)
        for width, size in SCREENS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("size => document.documentElement.dataset.size = size", size or "18")
            for letters, beyond in page.evaluate(LETTERS):
                assert letters == pytest.approx(1, abs=0.1) and beyond == 0, (address, width, size)
                drawn += 1
    assert drawn > 20
