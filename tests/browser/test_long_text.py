"""The contents of a long text are at hand wherever its reader is, and lead to what can be seen."""

from __future__ import annotations

from typing import Any

import pytest

ADDRESS = "policies/2026/jiazhuang-dianti-buzhu-banfa/"
NAMES = """all => all.map(
  each => document.getElementById(each.getAttribute("aria-labelledby")).innerText)"""


@pytest.mark.parametrize("scripts", [True, False])
def test_a_bar_stays_on_a_phone_and_its_links_lead_below_it(visitor: Any, scripts: bool) -> None:
    page = visitor(375, java_script_enabled=scripts).goto(ADDRESS)
    page.set_viewport_size({"width": 375, "height": 812})
    page.locator("#tiao-9").scroll_into_view_if_needed()
    bar = page.locator(".toc > summary").bounding_box()
    assert 0 <= bar["y"] <= 2
    assert 44 <= bar["height"] <= 48
    page.click(".toc > summary")
    assert page.locator(".toc").bounding_box()["height"] <= 0.56 * 812
    page.get_by_role("link", name="第七条", exact=True).first.click()
    covered = page.locator(".toc").bounding_box()
    assert covered["y"] + covered["height"] <= page.locator("#tiao-7").bounding_box()["y"] + 1


def test_a_list_stands_beside_the_text_where_there_is_room(visitor: Any) -> None:
    page = visitor(1280).goto(ADDRESS)
    assert not page.is_visible(".toc > summary")
    page.locator("#tiao-15").scroll_into_view_if_needed()
    link = page.locator(".toc").get_by_role("link", name="第七条", exact=True)
    assert link.is_visible()
    assert link.bounding_box()["x"] < page.locator("#tiao-7").bounding_box()["x"]
    link.click()
    page.wait_for_function("Math.abs(document.getElementById('tiao-7').getBoundingClientRect().top) < 80")


def test_the_number_of_an_article_runs_in_with_its_words(visitor: Any) -> None:
    page = visitor(375).goto(ADDRESS)
    tops = page.evaluate("""() => [...document.querySelectorAll('h3.article-number')].map(
      number => [number, number.nextElementSibling].map(e => e.getClientRects()[0].top))""")
    assert len(tops) > 10
    assert all(abs(number - words) < 4 for number, words in tops)


def test_notes_have_names_of_their_own_and_carry_their_question(visitor: Any) -> None:
    page = visitor(1280).goto(ADDRESS)
    notes = page.locator(".gloss")
    names = notes.evaluate_all(NAMES)
    assert len(set(names)) == len(names) > 3
    links = page.locator(".gloss a").all_inner_texts()
    assert links
    assert all(text.endswith("？") for text in links)


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("template", ["annual-report", "page"])
def test_reports_and_guides_have_a_bar_that_leads_to_each_of_their_parts(
    site: Any, visitor: Any, template: str, width: int
) -> None:
    """A report's tables need the whole width: there the bar stays a bar."""
    address = site.of(template)[0] if template == "annual-report" else "en/guide/"
    page = visitor(width).goto(address)
    links = page.locator(".toc a").evaluate_all(
        "all => all.map(link => [link.textContent, document.querySelector(link.hash).textContent])"
    )
    assert len(links) >= 6 and all(name in part for name, part in links), links
    if width == 375 or template == "annual-report":
        page.click(".toc > summary")
        page.locator(".toc a").last.click()
        assert page.locator(".toc").bounding_box()["y"] <= 2
    if template == "annual-report" and width == 1280:
        wide = ".official .table-scroll"
        fits = "all => all.length && all.every(each => each.scrollWidth <= each.clientWidth + 1)"
        assert page.locator(wide).evaluate_all(fits)


def test_where_one_reads_is_marked_in_the_contents(site: Any, visitor: Any) -> None:
    """One place at a time, none above the text; at a wide window the list goes along."""
    for width in (375, 1280):
        page = visitor(width).goto(ADDRESS)
        assert page.locator(".toc [aria-current]").count() == 0
        places = page.eval_on_selector_all(".toc a", "all => all.map(link => link.hash.slice(1))")
        for place in (places[2], places[-1]):
            page.evaluate("id => document.getElementById(id).scrollIntoView()", place)
            page.wait_for_function(
                """id => [...document.querySelectorAll('.toc [aria-current=location]')]
                  .map(link => link.hash).join() === '#' + id""",
                arg=place,
                timeout=5000,
            )
