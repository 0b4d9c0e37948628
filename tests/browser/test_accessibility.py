"""axe finds nothing on a page of every kind, in every scheme, width and mode a reader may choose."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from ..night import NIGHT
from .axe import EVERYTHING, faults

GEOMETRY = ["target-size", "scrollable-region-focusable", "css-orientation-lock", "meta-viewport"]
COLOURS = ["color-contrast-enhanced", "link-in-text-block"]
#: What depends on scheme, width and modes; the rest is the same markup everywhere.
APPEARANCE: dict[str, Any] = {"runOnly": {"type": "rule", "values": [*COLOURS, *GEOMETRY]}}
SIZES: dict[str, Any] = {"runOnly": {"type": "rule", "values": GEOMETRY}}
#: rule sets and single rules by the words of the accessibility statement
NAMES = {
    "wcag2a": "WCAG 2.0 A级", "wcag2aa": "WCAG 2.0 AA级", "wcag21a": "WCAG 2.1 A级",
    "wcag21aa": "WCAG 2.1 AA级", "wcag22aa": "WCAG 2.2 AA级", "best-practice": "最佳实践",
    "color-contrast-enhanced": "文字对比度7比1", "target-size": "点按区域大小",
    "light": "浅色", "dark": "深色", "contrast": "高对比度", "simple": "简约",
}  # fmt: skip
#: width and modes of a window → its schemes, by which rules each; the first is there as it opens
WINDOWS: list[tuple[int, dict[str, Any], dict[str, dict[str, Any]]]] = [
    (375, {}, {"light": EVERYTHING, "dark": APPEARANCE}),
    (1280, {}, {"dark": EVERYTHING, "light": APPEARANCE}),
    (320, {"size": "30"}, {"light": SIZES}),
    (375, {"size": "24", "simple": True}, {"light": APPEARANCE}),
    (1280, {"size": "21", "contrast": True}, {"light": APPEARANCE}),
    (320, {}, {"light": SIZES}),
    (1280, {"contrast": True, "simple": True}, {"light": APPEARANCE}),
]
#: In every window by night, which takes as long as all other tests together. By day every page once, by
#: every rule, in one of these: neighbours in the list of pages, which are of one template, each in another.
TURNS: list[tuple[int, dict[str, Any], str]] = [
    (width, modes, scheme) for width, modes, schemes in WINDOWS for scheme in schemes
]
#: the size a reader gets without choosing
USUAL_SIZE = 18
TEMPLATES = {
    "home", "list", "policy", "interpretation", "meeting", "item", "page", "unit", "units", "catalogue",
    "catalogue-index", "columns", "feeds", "search-page", "not-found",
}  # fmt: skip


def test_every_template_is_looked_at(site: Any) -> None:
    assert {kind.split()[0] for kind in site.kinds} >= TEMPLATES


def test_axe_would_find_a_fault(site: Any, visitor: Any) -> None:
    page = visitor().goto("")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    for colour in ("#bbb", "#707070"):
        style = f"font-size: 18px; font-weight: 400; color: {colour}"
        page.evaluate("style => { document.querySelector('h1').style.cssText = style }", style)
        found = " ".join(faults(page))
        assert "color-contrast" in found, colour
        assert "html-has-lang" in found


def test_the_accessibility_statement_says_what_is_tested(site: Any, visitor: Any) -> None:
    page = visitor().goto("accessibility/")
    rows = page.locator("#ceshi dl > div").evaluate_all(
        "rows => rows.map(row => [...row.children].map(c => c.textContent))"
    )
    said = dict(rows)
    year, month, day = map(int, site.today.split("-"))
    widths = {width for width, _, _ in WINDOWS}
    chosen = [modes for _, modes, _ in WINDOWS]
    sizes = {USUAL_SIZE, *(int(modes["size"]) for modes in chosen if "size" in modes)}
    displays = {scheme for _, _, schemes in WINDOWS for scheme in schemes}
    displays |= {name for modes in chosen for name in modes} - {"size"}
    engine = Axe().run(page, options={"runOnly": ["wcag2a"]}).response["testEngine"]
    assert said["测试日期"] == f"{year}年{month}月{day}日"
    assert said["工具"] == f"{engine['name']} {engine['version'].rpartition('.')[0]}，Chromium 浏览器"
    assert said["检查规则"].split("、") == [
        NAMES[each] for each in (*EVERYTHING["runOnly"], *EVERYTHING["rules"])
    ]
    assert said["屏幕宽度"] == "、".join(map(str, sorted(widths))) + " 像素"
    assert said["字号"] == "、".join(map(str, sorted(sizes))) + " 像素"
    assert set(said["显示方式"].split("、")) == {NAMES[each] for each in displays}
    assert 0 <= len(site.faces) - int(said["页面"].split()[0]) < 10, len(site.faces)


@pytest.mark.parametrize("turn", range(len(TURNS)))
def test_axe_finds_nothing(site: Any, visitor: Any, turn: int) -> None:
    width, modes, scheme = TURNS[turn]
    window = visitor(width, modes, color_scheme=scheme)
    found = [fault for address in site.faces[turn :: len(TURNS)] for fault in faults(window.goto(address))]
    assert found == []
    assert window.complaints == []


@pytest.mark.night
@pytest.mark.parametrize(("width", "modes", "schemes"), WINDOWS)
def test_axe_finds_nothing_on_any_kind_of_page_in_any_window(
    site: Any, visitor: Any, width: int, modes: dict[str, Any], schemes: dict[str, dict[str, Any]]
) -> None:
    """Scripts do not ask for the scheme, so one visit to a page is looked at in both."""
    window = visitor(width, modes, color_scheme=next(iter(schemes)))
    found = []
    for address in site.kinds.values():
        page = window.goto(address)
        for scheme, rules in schemes.items():
            page.emulate_media(color_scheme=scheme)
            found += faults(page, rules)
    assert found == []
    assert window.complaints == []


@pytest.mark.parametrize(("width", "template"), [(320, "policy"), (1280, "list"), (320, "catalogue")])
def test_axe_finds_nothing_in_the_open_panel_and_folds(
    site: Any, visitor: Any, width: int, template: str
) -> None:
    window = visitor(width)
    for address in site.of(template) if NIGHT else site.of(template)[-2:]:
        page = window.goto(address)
        page.click("#modes-button")
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
        assert faults(page) == []
