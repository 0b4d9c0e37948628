"""axe finds nothing on a page of every kind, in every scheme, width and mode a reader may choose."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

GEOMETRY = ["target-size", "scrollable-region-focusable", "css-orientation-lock", "meta-viewport"]
#: 7:1 for text is AAA in WCAG and the bar of this column
COLOURS = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]
EVERYTHING: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
#: What depends on scheme, width and modes; the rest is the same markup everywhere.
APPEARANCE: dict[str, Any] = {"runOnly": {"type": "rule", "values": [*COLOURS, *GEOMETRY]}}
SIZES: dict[str, Any] = {"runOnly": {"type": "rule", "values": GEOMETRY}}
TEMPLATES = {
    "home", "list", "policy", "interpretation", "meeting", "item", "page", "unit", "units", "catalogue",
    "catalogue-index", "columns", "feeds", "search-page", "not-found",
}  # fmt: skip


def faults(page: Any, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """What axe finds, one line a rule, with the first element."""
    # Without the list of all that is well, it takes half the time.
    found = Axe().run(page, options={**rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{page.url} {fault['id']}: {fault['nodes'][0]['html']}" for fault in found]


def test_every_template_is_looked_at(site: Any) -> None:
    assert {kind.split()[0] for kind in site.kinds} >= TEMPLATES


def test_axe_would_find_a_fault(site: Any, visitor: Any) -> None:
    page = visitor().goto("")
    page.evaluate("document.querySelector('h1').style.color = '#888'")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    found = " ".join(faults(page))
    assert "color-contrast" in found
    assert "html-has-lang" in found


# Each scheme and each layout has one full run; where only one of the two is new, only what it can change.
@pytest.mark.parametrize(
    ("width", "scheme", "rules"),
    [
        (375, "light", EVERYTHING),
        (1280, "dark", EVERYTHING),
        (375, "dark", APPEARANCE),
        (1280, "light", APPEARANCE),
        (320, "light", SIZES),
    ],
)
def test_axe_finds_nothing(site: Any, visitor: Any, width: int, scheme: str, rules: dict[str, Any]) -> None:
    window = visitor(width, color_scheme=scheme)
    found = [fault for address in site.kinds.values() for fault in faults(window.goto(address), rules)]
    assert found == []
    assert window.complaints == []


@pytest.mark.parametrize(
    ("width", "modes", "rules"),
    [
        (320, {"size": "30"}, SIZES),
        (375, {"size": "24", "simple": True}, APPEARANCE),
        (1280, {"contrast": True}, APPEARANCE),
        (1280, {"size": "21", "contrast": True, "simple": True}, APPEARANCE),
    ],
)
def test_axe_finds_nothing_in_the_modes(
    site: Any, visitor: Any, width: int, modes: dict[str, Any], rules: dict[str, Any]
) -> None:
    window = visitor(width, modes)
    found = [fault for address in site.kinds.values() for fault in faults(window.goto(address), rules)]
    assert found == []


def test_axe_finds_nothing_in_the_open_panel_and_folds(site: Any, visitor: Any) -> None:
    for width in (320, 1280):
        window = visitor(width)
        for address in [*site.of("policy"), *site.of("list"), *site.of("catalogue")]:
            page = window.goto(address)
            page.click("#modes-button")
            page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
            assert faults(page) == []
