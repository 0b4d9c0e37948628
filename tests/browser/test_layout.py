"""Nothing is cut off on the smallest phone in the largest type, or missing without JavaScript, or heavy."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 1.4.12, by a sheet the content security policy lets through
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                         word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("size", ["18", "21", "24", "30"])
def test_nothing_runs_over_the_edge_of_a_small_phone(site: Any, visitor: Any, size: str) -> None:
    window = visitor(320, {"size": size})
    wide = []
    for address in site.kinds.values():
        page = window.goto(address)
        for spaced in (False, True):
            if spaced:
                page.evaluate(SPACING)
            if page.evaluate(WIDER) > 0:
                wide.append((address, spaced))
    assert wide == []


def test_root_font_does_not_follow_the_window(site: Any, visitor: Any) -> None:
    sizes = {
        visitor(width).goto("").evaluate("getComputedStyle(document.documentElement).fontSize")
        for width in (320, 1280, 2560)
    }
    assert sizes == {"18px"}


def test_no_text_is_smaller_than_16_pixels(site: Any, visitor: Any) -> None:
    small = """() => [...document.body.querySelectorAll('*')].filter(element =>
        [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) &&
        parseFloat(getComputedStyle(element).fontSize) < 16).map(element => element.outerHTML.slice(0, 80))"""
    for width in (320, 1280):
        window = visitor(width)
        for address in site.kinds.values():
            assert window.goto(address).evaluate(small) == []


def test_without_javascript_everything_is_there_and_no_dead_control(site: Any, visitor: Any) -> None:
    window = visitor(1280, java_script_enabled=False)
    for address in site.kinds.values():
        page = window.goto(address)
        assert page.is_visible("h1")
        assert not page.is_visible("#modes-button")
        assert not page.is_visible("[data-print]")
    assert window.goto("policies/").is_visible(".facets a")


def test_chips_keep_a_border_in_forced_colours(site: Any, visitor: Any) -> None:
    page = visitor(1280, forced_colors="active").goto("policies/")
    styles = "chips => chips.map(chip => getComputedStyle(chip).borderTopStyle)"
    borders = page.eval_on_selector_all(".chip", styles)
    assert borders
    assert "none" not in borders


def test_pages_are_light(site: Any, visitor: Any) -> None:
    """60 KB for a policy, 100 KB for any page, as sent with gzip, pictures and search apart."""
    window = visitor()
    sizes: list[int] = []
    window.page.on("response", lambda answer: sizes.append(len(gzip.compress(answer.body()))))
    for template in ("policy", "interpretation", "list", "home", "units", "catalogue"):
        for address in site.of(template):
            sizes.clear()
            window.goto(address).wait_for_load_state("networkidle")
            assert 0 < sum(sizes) <= (60 if template == "policy" else 100) * 1024, (address, sizes)
