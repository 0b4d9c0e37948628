"""Nothing is cut off on the smallest phone in the largest type, or missing without JavaScript, or heavy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ..night import NIGHT

WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# WCAG 1.4.12, by a sheet the content security policy lets through
SPACED = """(sheet => [sheet.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`), sheet].slice(1))(new CSSStyleSheet())"""
FONT = "getComputedStyle(document.documentElement).fontSize"
CHOOSE = """size => {
  const radio = document.querySelector(`#modes [name=size][value="${size}"]`);
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}"""


# The lines of headings that begin with a mark that must not stand at the beginning of a line.
LINES = """() => [...document.querySelectorAll('h1, h2, h3, h4')].flatMap(heading => {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT), found = [];
  const box = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  let before = null;
  for (let node; (node = walker.nextNode()); ) {
    for (let at = 0; at < node.data.length; at++) {
      if (!node.data[at].trim()) continue;
      if (before && '）》〉”’〕】，。、；：！？'.includes(node.data[at])) {
        const here = box(node, at);
        if (here.height && here.top >= box(...before).bottom - 2) found.push(heading.textContent.trim());
      }
      before = [node, at];
    }
  }
  return found;
})"""


# Text that lies over other text: boxes of lines of two texts that cover each other by more than their edges.
COVERED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), boxes = [], found = [];
  const unseen = element => element !== document.body &&
    (getComputedStyle(element).clipPath !== 'none' || unseen(element.parentElement));
  for (let node; (node = walker.nextNode()); ) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility() || holder.closest('svg') || unseen(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 4 && box.height > 4) boxes.push({ box, node });
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  boxes.forEach(({ box, node }, at) => {
    const end = box.bottom - box.height / 3;
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < end; next++) {
      const other = boxes[next];
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      if (other.node !== node && across > 6) found.push(`${node.data.trim()} | ${other.node.data.trim()}`);
    }
  });
  return found.slice(0, 3);
}"""


SMALL = """() => [...document.body.querySelectorAll('*')].filter(element =>
  [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) &&
  parseFloat(getComputedStyle(element).fontSize) < 16).map(element => element.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("half", [0, 1])
def test_every_kind_of_page_holds_its_text_on_a_small_phone(site: Any, visitor: Any, half: int) -> None:
    """On one visit to each: in the largest type as a reader stored it, then as the panel sets the others."""
    window = visitor(320, {"size": "30"})
    found = []
    looked_at = [*site.kinds.values()] if NIGHT else site.faces
    for turn, address in enumerate([*looked_at, "search/?q=电梯"][half::2]):
        page = window.goto(address)
        if "?" in address:
            page.wait_for_selector("[data-search-results] li")
        assert page.evaluate(FONT) == "30px"
        found += [(address, *fault) for fault in (*over_the_edge(page), *over_one_another(page, turn))]
        found += [(address, "small", each) for each in page.evaluate(SMALL)]
    assert found == []


def over_the_edge(page: Any) -> Iterator[tuple[str, ...]]:
    """In every size – by day the ends –, and with the spacing a reader may ask for, at 320 pixels."""
    for size in ("30", "24", "21", "18") if NIGHT else ("30", "18"):
        page.evaluate(CHOOSE, size)
        assert page.evaluate(FONT) == f"{size}px"
        for sheets in ("[]", SPACED):
            page.evaluate(f"document.adoptedStyleSheets = {sheets}")
            if page.evaluate(WIDER) > 0:
                yield "over the edge", size, sheets
    page.evaluate("document.adoptedStyleSheets = []")


#: by day each page is looked at in one of the first two, neighbours of one template in turn
WINDOWS = ((375, "30"), (1280, "18"), (320, "18"), (375, "18"))


def over_one_another(page: Any, turn: int) -> Iterator[tuple[str, ...]]:
    """Text over text, lines of headings that begin with a closing mark; and tiny text in a wide window."""
    for width, size in WINDOWS if NIGHT else WINDOWS[turn % 2 :][:1]:
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(CHOOSE, size)
        yield from (("begins with a mark", f"{width}", size, line) for line in page.evaluate(LINES))
        yield from (("covered", f"{width}", size, pair) for pair in page.evaluate(COVERED))
    yield from (("small", f"{width}", each) for each in page.evaluate(SMALL))
    page.set_viewport_size({"width": 320, "height": 800})


def test_root_font_does_not_follow_the_window(site: Any, visitor: Any) -> None:
    sizes = {visitor(width).goto("").evaluate(FONT) for width in (320, 1280, 2560)}
    assert sizes == {"18px"}


SEEN = """() => ["h1", "#modes-button", "[data-print]"].map(
  each => document.querySelector(each)?.checkVisibility({ visibilityProperty: true }) ?? false)"""


def test_without_javascript_everything_is_there_and_no_dead_control(site: Any, visitor: Any) -> None:
    window = visitor(1280, java_script_enabled=False)
    for address in site.faces[:: 1 if NIGHT else 2]:
        assert window.goto(address).evaluate(SEEN) == [True, False, False], address
    assert window.goto("policies/").is_visible(".facets a")


def test_chips_keep_a_border_in_forced_colours(site: Any, visitor: Any) -> None:
    page = visitor(1280, forced_colors="active").goto("policies/")
    styles = "chips => chips.map(chip => getComputedStyle(chip).borderTopStyle)"
    borders = page.eval_on_selector_all(".chip", styles)
    assert borders
    assert "none" not in borders


def test_a_search_field_holds_a_word_in_the_largest_type(site: Any, visitor: Any) -> None:
    ems = """fields => fields.filter(field => field.checkVisibility()).map(field => {
      const style = getComputedStyle(field);
      const inner = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      return inner / parseFloat(style.fontSize);
    })"""
    window = visitor(320, {"size": "30"})
    for address in ("", "search/", *site.of("dataset"), "en/", "en/search/"):
        widths = window.goto(address).eval_on_selector_all(".search__input", ems)
        assert widths, address
        assert min(widths) >= 3, (address, widths)


FORCED = """icons => icons.map(element => {
  const probe = document.createElement('i'), system = ['CanvasText', 'LinkText', 'ButtonText'];
  document.body.append(probe);
  probe.style.setProperty('forced-color-adjust', 'none');
  const colours = system.map(name => { probe.style.color = name; return getComputedStyle(probe).color; });
  probe.remove();
  return colours.includes(getComputedStyle(element).color);
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_icons_take_the_colours_a_reader_forces(site: Any, visitor: Any, scheme: str) -> None:
    window = visitor(1280, forced_colors="active", color_scheme=scheme)
    for address in ("", *site.of("policy"), *site.of("list"), "search/"):
        followed = window.goto(address).eval_on_selector_all(".icon", FORCED)
        assert followed, address
        assert all(followed), address


@pytest.mark.parametrize("links", [".nav__link", ".facets__link"])
def test_only_what_is_chosen_is_marked_in_forced_colours(site: Any, visitor: Any, links: str) -> None:
    page = visitor(1280, forced_colors="active", color_scheme="dark").goto("policies/status/valid/")
    borders = f"""() => [...document.querySelectorAll('{links}')].map(link => [
      link.hasAttribute('aria-current'),
      getComputedStyle(link).borderBottomColor !== getComputedStyle(document.body).backgroundColor])"""
    marks = page.evaluate(borders)
    assert {chosen for chosen, _ in marks} == {True, False}
    assert all(chosen == marked for chosen, marked in marks)


def test_the_reader_s_own_type_twice_as_large_fits_a_small_phone(site: Any, visitor: Any) -> None:
    # Chromium takes the usual size at its start only; half the window is as narrow for the words.
    window = visitor(160)
    for address in ("", "policies/", "search/", "en/", *site.of("policy")):
        assert window.goto(address).evaluate(WIDER) <= 0, address


def test_who_owes_what_is_seen_whole_on_a_desk(visitor: Any) -> None:
    """It stood in one table of some sixty columns, five screens wide."""
    page = visitor(1280).goto("duties/matrix/")
    wide = page.eval_on_selector_all(
        ".owed-table .table-scroll", "all => all.map(each => each.scrollWidth - each.clientWidth)"
    )
    assert len(wide) > 2
    assert max(wide) <= 0
