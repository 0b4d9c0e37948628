"""Everything can be done from the keyboard, and the keyboard never leads astray."""

from __future__ import annotations

from typing import Any

import pytest

# What has the focus: where it is, whether it can be seen, whether the focus shows.
FOCUS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const shown = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') : element;
  const box = shown.getBoundingClientRect();
  const after = getComputedStyle(element, '::after');
  const styles = [getComputedStyle(shown), after];
  return {
    what: element.outerHTML.slice(0, 120),
    inside: box.right > 0 && box.left >= -1 && box.left < innerWidth &&
            box.bottom > 0 && box.top < innerHeight,
    large: box.width >= 24 && box.height >= 24 || getComputedStyle(element).display === 'inline',
    marked: styles.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3),
  };
}"""


def stops(page: Any, most: int = 400) -> list[dict[str, Any]]:
    """Every stop of the Tab key, from the top of the page to its end."""
    found: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError("the keyboard goes round in a circle")


def test_skip_link_is_the_first_stop_and_leads_into_the_text(site: Any, visitor: Any) -> None:
    page = visitor().goto(site.of("policy")[0])
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    assert "跳到正文" in first["what"]
    assert first["inside"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_is_seen_marked_and_large_enough(site: Any, visitor: Any, width: int) -> None:
    window = visitor(width)
    for template in ("home", "list", "policy", "meeting", "search-page"):
        for stop in stops(window.goto(site.of(template)[0])):
            assert stop["inside"], stop
            assert stop["marked"], stop
            assert stop["large"], stop


def test_escape_closes_the_panel_and_gives_the_focus_back(site: Any, visitor: Any) -> None:
    page = visitor(375).goto("")
    page.focus("#modes-button")
    page.keyboard.press("Enter")
    assert page.get_attribute("#modes-button", "aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#modes') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "modes-button"
    assert page.get_attribute("#modes-button", "aria-expanded") == "false"
    assert not page.is_visible("#modes")


def test_a_chosen_size_is_kept_on_the_next_page_before_it_is_painted(site: Any, visitor: Any) -> None:
    window = visitor(375)
    page = window.goto("")
    page.click("#modes-button")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "24px"
    page = window.goto(site.of("policy")[0])
    assert page.evaluate("document.documentElement.dataset.size") == "24"
    page.click("#modes-button")
    page.click("#modes-reset")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "18px"


def test_no_letter_does_anything_by_itself(site: Any, visitor: Any) -> None:
    page = visitor().goto(site.of("policy")[0])
    before = page.evaluate("document.body.innerText"), page.url
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,;":
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement === document.body")
    assert (page.evaluate("document.body.innerText"), page.url) == before


def test_a_link_to_a_question_opens_it(site: Any, visitor: Any) -> None:
    page = visitor().goto(next(address for address in site.of("policy") if _asked(site, address)) + "#wen-2")
    assert page.evaluate("document.getElementById('wen-2').open")


def _asked(site: Any, address: str) -> bool:
    return 'id="wen-2"' in (site.folder / address / "index.html").read_text("utf-8")
