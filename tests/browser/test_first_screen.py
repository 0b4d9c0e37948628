"""The first screen of a phone: a small header, the title in its upper half, in every size; the menu."""

from __future__ import annotations

from typing import Any

import pytest

WIDTH, HEIGHT = 375, 812
#: a small phone's; its rules differ from the taller one's in English alone
SMALL = 667
#: so much of the screen may go to the header, and down to here the title begins
SHARE, HALF = 0.25, 0.5
SET = """([size, simple]) => {
  const root = document.documentElement;
  size ? root.setAttribute("data-size", size) : root.removeAttribute("data-size");
  simple ? root.setAttribute("data-simple", "yes") : root.removeAttribute("data-simple");
}"""
SIZES = (("", False), ("21", False), ("24", False), ("30", False), ("", True), ("30", True))
MEASURED = """() => [document.querySelector("header").getBoundingClientRect().bottom / innerHeight,
  document.querySelector("h1").getBoundingClientRect().top / innerHeight,
  document.documentElement.scrollWidth]"""
#: where each line of the title ends
TITLE = """() => { const words = document.createRange();
  words.selectNodeContents(document.querySelector("h1"));
  return [...new Set([...words.getClientRects()].map(line => Math.round(line.bottom)))]
    .filter((end, i, all) => !i || end - all[i - 1] > 9).map(end => end / innerHeight); }"""
#: in how many lines the column's name stands
LINES = """() => { const name = document.createRange();
  name.selectNodeContents(document.querySelector(".brand__column"));
  return new Set([...name.getClientRects()].map(line => line.top)).size; }"""
#: the stops of the header that do not stand to the right of the one before or in a row below it
ASTRAY = """() => {
  const shown = { contentVisibilityAuto: true, visibilityProperty: true };
  const stops = [...document.querySelectorAll("header :is(a, button, summary, input)")]
    .filter(stop => stop.checkVisibility(shown)).map(stop => [stop.outerHTML, stop.getBoundingClientRect()]);
  const after = (box, next) => next.left >= box.right - 4 || next.top >= box.bottom - 4;
  const astray = stops.filter(([, box], i) => i && !after(stops[i - 1][1], box));
  return [stops.length, astray.map(([html]) => html)];
}"""
TEMPLATES = (
    "home",
    "list",
    "policy",
    "consultation",
    "meeting",
    "event",
    "annual-report",
    "dataset",
    "page",
    "unit",
)
#: longer words in the same room
ENGLISH = ("en/", "en/accessibility/", "en/records/2026/business-start-up/", "en/search/")


@pytest.fixture
def phone(visitor: Any) -> Any:
    window = visitor(WIDTH)
    window.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    return window


@pytest.mark.parametrize("height", [SMALL, HEIGHT])
def test_the_header_is_small_and_the_title_high_in_every_size(site: Any, phone: Any, height: int) -> None:
    """Pages of every state too: a banner stands below the title."""
    phone.page.set_viewport_size({"width": WIDTH, "height": height})
    states = [page for template in TEMPLATES for page in site.of(template)] if height == SMALL else []
    low = []
    for address in (*ENGLISH, *states):
        page = phone.goto(address)
        for size, simple in SIZES:
            page.evaluate(SET, [size, simple])
            header, title, wide = page.evaluate(MEASURED)
            if header > SHARE or title > HALF or wide > WIDTH:
                low.append((address, size, simple, round(header, 2), round(title, 2), wide))
    assert low == []


@pytest.mark.parametrize("screen", [(360, 640), (390, 844), (768, 1024), (1280, 800), (1366, 768)])
def test_the_header_leaves_three_quarters_of_other_screens(visitor: Any, screen: tuple[int, int]) -> None:
    """At 30 pixels it took 28 of a hundred parts of a notebook's, in English 29 of a narrow phone's."""
    window, large = visitor(screen[0]), []
    window.page.set_viewport_size({"width": screen[0], "height": screen[1]})
    for address in ("policies/", "en/"):
        page = window.goto(address)
        for size, simple in SIZES:
            page.evaluate(SET, [size, simple])
            header, _, wide = page.evaluate(MEASURED)
            if header > SHARE or wide > screen[0]:
                large.append((address, size, simple, round(header, 3), wide))
    assert large == []


@pytest.mark.parametrize("size", ["", "24", "30"])
def test_two_lines_of_a_title_end_in_the_upper_half(site: Any, visitor: Any, size: str) -> None:
    """On a small phone, below the word of a state too: at 30 pixels they ended at three fifths."""
    window, low = visitor(WIDTH), {}
    window.page.set_viewport_size({"width": WIDTH, "height": SMALL})
    for address in (page for template in TEMPLATES for page in site.of(template)):
        page = window.goto(address)
        page.evaluate(SET, [size, False])
        lines = page.evaluate(TITLE)
        if lines[1:2] and lines[1] > HALF:
            low[address] = round(lines[1], 2)
    assert low == {}


@pytest.mark.parametrize("size", ["18", "24", "30"])
@pytest.mark.parametrize("address", ["policies/", "en/"])
def test_all_settings_are_seen_at_once_in_every_size(visitor: Any, address: str, size: str) -> None:
    page = visitor(WIDTH, {"size": size}).goto(address)
    page.set_viewport_size({"width": WIDTH, "height": SMALL})
    page.click("#modes-button")
    box = page.locator("#modes").bounding_box()
    assert box["y"] + box["height"] <= SMALL


def test_what_can_be_done_today_and_a_number_stand_on_the_first_screen(visitor: Any) -> None:
    window = visitor(WIDTH)
    window.page.set_viewport_size({"width": WIDTH, "height": SMALL})
    for address in ("", "person/", "company/"):
        page = window.goto(address)
        number = page.locator("main a[href='tel:12345']").first.bounding_box()
        assert number["y"] + number["height"] <= SMALL, address
    assert window.goto("").locator("#jintian").bounding_box()["y"] <= SMALL - 100
    assert window.goto("company/").locator("main a[href$='benefits/']").first.bounding_box()["y"] <= SMALL / 2


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("contacts/", "[data-row] .entry__title"),
        ("functions/", "tr[data-row] th"),
        ("annual-reports/", ".entry__title"),
    ],
)
def test_a_list_begins_on_the_first_screen(phone: Any, address: str, first: str) -> None:
    """What was written about the reports stood before them: the first began at 1,423."""
    box = phone.goto(address).locator(first).first.bounding_box()
    assert box["y"] + box["height"] <= HEIGHT


def test_how_to_act_stands_on_the_first_screen(site: Any, phone: Any) -> None:
    """A number or an address that a touch opens: an event's began at 1,074, below day and place.

    A day that was moved is told before, as whoever knows the old one would go on it.
    """
    far = {}
    invited = [page for kind in ("event", "meeting", "consultation", "service") for page in site.of(kind)]
    for address in (*invited, "request/", "report-error/", "accessibility/"):
        page = phone.goto(address)
        if page.is_visible("[aria-label='日期变更']"):
            continue
        doors = page.locator(".act a:is([href^='tel:'], [href^='mailto:']) >> visible=true")
        if doors.count() and (box := doors.first.bounding_box())["y"] + box["height"] > HEIGHT:
            far[address] = box["y"]
    assert far == {}


def test_the_name_of_the_column_is_not_broken_before_its_last_sign(phone: Any) -> None:
    page, lines = phone.goto("policies/"), {}
    for size, _simple in SIZES:
        page.evaluate(SET, [size, False])
        lines[size] = page.evaluate(LINES)
    assert set(lines.values()) == {1}, lines


@pytest.mark.parametrize("width", [WIDTH, 1280])
@pytest.mark.parametrize("size", ["", "30"])
def test_the_keyboard_goes_through_the_header_as_it_is_read(visitor: Any, width: int, size: str) -> None:
    page = visitor(width).goto("policies/")
    page.evaluate(SET, [size, False])
    stops, astray = page.evaluate(ASTRAY)
    assert stops >= 5
    assert astray == []


def test_the_menu_opens_without_scripts_and_holds_the_other_language(visitor: Any) -> None:
    page = visitor(WIDTH, java_script_enabled=False).goto("policies/")
    assert not page.is_visible(".nav__link")
    page.click(".menu > summary")
    assert page.is_visible(".nav__link >> nth=0")
    assert page.is_visible(".nav .language")
    assert page.locator(".nav").bounding_box()["y"] < page.locator(".site-search").bounding_box()["y"]


def test_a_row_of_links_where_there_is_room(visitor: Any) -> None:
    page = visitor(1280).goto("policies/")
    assert not page.is_visible(".menu > summary")
    assert page.is_visible(".nav__link >> nth=0")


def test_one_link_leads_back_on_a_phone(site: Any, phone: Any) -> None:
    page = phone.goto(site.of("policy")[0])
    assert page.locator(".crumbs li:visible").all_inner_texts() == ["政策文件"]


def test_the_row_of_links_is_one_row_in_both_languages(visitor: Any) -> None:
    """Above the page's own place in bold, too: what does not fit beside the search sends it below."""
    window, rows = visitor(1280), {}
    for address in (*ENGLISH, "", "request/"):
        page = window.goto(address)
        for size in ("", "21"):
            page.evaluate(SET, [size, False])
            tops = page.eval_on_selector_all(".nav li", "all => all.map(each => each.offsetTop)")
            rows[address, size] = len(tops) > 5 and len(set(tops))
    assert {place: count for place, count in rows.items() if count != 1} == {}


@pytest.mark.parametrize("address", ["en/", "policies/"])
def test_the_box_stands_beside_the_links_on_a_small_desktop(visitor: Any, address: str) -> None:
    page = visitor(1024).goto(address)
    tops = [page.locator(part).bounding_box()["y"] for part in (".nav", ".site-search")]
    assert abs(tops[0] - tops[1]) < 10
