"""Lists narrowed in the browser: choices, words and days together; the address says all of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

COUNT = "#narrow-count"


@pytest.fixture(scope="module")
def lines(site: Any) -> list[dict[str, Any]]:
    """The lines of the list of policies, as the browser gets them."""
    found = []
    for file in sorted((site.folder / "policies/lines").glob("*.json")):
        told = json.loads(file.read_text("utf-8"))
        for line in told["lines"]:
            found.append(
                {"title": line[1], "day": line[2], **dict(zip(told["facets"], line[5], strict=True))}
            )
    return found


def shown(page: Any) -> list[str]:
    return [each.inner_text() for each in page.query_selector_all("#narrow-list .entry__title")]


def test_two_choices_leave_what_has_both_and_the_counts_say_what_a_third_would(
    visitor: Any, lines: Any
) -> None:
    page = visitor(1280).goto("policies/?status=valid&audience=person")
    page.wait_for_selector(f"{COUNT}:has-text('共')")
    page.wait_for_selector("#narrow-clear:not([hidden])")
    wanted = [each for each in lines if "valid" in each["status"] and "person" in each["audience"]]
    assert 1 < len(wanted) < len(lines)
    assert page.inner_text(COUNT) == f"共 {len(wanted)} 件"
    assert sorted(shown(page)) == sorted(each["title"] for each in wanted)
    page.click(".facets > summary")
    link = page.query_selector("a[data-facet=year]:visible")
    slug, name = link.get_attribute("data-slug"), link.get_attribute("data-facet")
    left = [each for each in wanted if slug in each[name]]
    assert link.query_selector("[data-count]").inner_text() == str(len(left)) != "0"
    link.click()
    page.wait_for_selector("#narrow-clear:not([hidden])")
    assert f"{name}={slug}" in page.url and "status=valid" in page.url
    assert page.inner_text(COUNT) == f"共 {len(left)} 件"


def test_one_choice_taken_back_leads_to_the_page_of_the_other(visitor: Any) -> None:
    page = visitor(1280).goto("policies/?status=valid&audience=person")
    page.wait_for_selector("#narrow-clear:not([hidden])")
    page.click(".facets > summary")
    page.click("a[data-facet=status][aria-current]")
    page.wait_for_url("**/policies/audience/person/")
    combined = page.query_selector("a[data-facet=status][data-slug=valid]")
    assert combined.get_attribute("href").endswith("?audience=person&status=valid")


def test_words_and_days_narrow_and_stand_in_the_address(visitor: Any, lines: Any) -> None:
    page = visitor(1280).goto("policies/")
    page.fill("#narrow-q", "电梯")
    page.fill("#narrow-from", "2021-01-01")
    page.select_option("#narrow-sort", "old")
    page.click("#narrow button")
    page.wait_for_selector("#narrow-clear:not([hidden])")
    wanted = [each for each in lines if "电梯" in each["title"] and each["day"] >= "2021-01-01"]
    assert wanted and page.inner_text(COUNT) == f"共 {len(wanted)} 件"
    assert shown(page) == [each["title"] for each in sorted(wanted, key=lambda each: each["day"])]
    assert page.url.endswith("?q=%E7%94%B5%E6%A2%AF&from=2021-01-01&sort=old")
    assert page.input_value("#narrow-q") == "电梯"
    beside = page.query_selector("#narrow-count + p a")
    assert beside.get_attribute("href").endswith("/search/?q=%E7%94%B5%E6%A2%AF")


def test_without_javascript_there_is_no_control_that_does_nothing(visitor: Any) -> None:
    window = visitor(1280, java_script_enabled=False)
    page = window.goto("policies/audience/person/")
    assert not page.is_visible("#narrow")
    page.evaluate("document.querySelectorAll('.facets').forEach(each => each.open = true)")
    assert page.is_visible("a[data-facet=audience]") and not page.is_visible("a[data-facet=status]")


@pytest.mark.parametrize(
    ("address", "facet", "slug"),
    [
        ("answers/", "state", "valid"),
        ("catalogue/", "state", "done"),
        ("log/", "kind", "updated"),
        ("quality/push-rate/list/", "result", "met"),
    ],
)
def test_lists_of_other_things_are_narrowed_by_the_same_form(
    visitor: Any, site: Any, address: str, facet: str, slug: str
) -> None:
    every = []
    for file in sorted((site.folder / address / "lines").glob("*.json")):
        told = json.loads(file.read_text("utf-8"))
        place = told["facets"].index(facet)
        every += [(line[1], line[2]) for line in told["lines"] if slug in line[5][place]]
    wanted = [(title, day) for title, day in every if day and day >= "2026-01-01"]
    page = visitor(375).goto(f"{address}{facet}/{slug}/" if address == "catalogue/" else address)
    page.click(".narrow-fold > summary")
    page.select_option(f"#narrow-{facet}", slug)
    page.fill("#narrow-from", "2026-01-01")
    page.select_option("#narrow-sort", "old")
    page.click("#narrow button")
    page.wait_for_selector("#narrow-clear:not([hidden])")
    assert page.url.endswith(f"{address}?from=2026-01-01&sort=old&{facet}={slug}")
    assert len(wanted) > 1 and page.inner_text(COUNT).startswith(f"共 {len(wanted)} ")
    assert shown(page) == [title for title, _ in sorted(wanted, key=lambda each: each[1])][:50]
    assert page.input_value(f"#narrow-{facet}") == slug
    assert page.query_selector("#narrow-list .entry").bounding_box()["y"] < 812
    left = page.text_content(f"#narrow-{facet} option[value={slug}]")
    assert left.endswith(f"（{len(wanted)}）") and left[: left.index("（")] in page.inner_text(
        ".narrow-fold > summary"
    )


def test_what_can_be_chosen_further_is_no_longer_than_the_list_that_is_left(visitor: Any) -> None:
    page = visitor(375).goto("items/?unit=minzheng-ju&year=2026")
    page.wait_for_selector("#narrow-clear:not([hidden])")
    page.evaluate(
        "document.querySelectorAll('.facets, .facets details').forEach((each) => (each.open = true))"
    )
    facets, rows = (page.query_selector(each).bounding_box() for each in (".facets", "#narrow-list"))
    assert len(shown(page)) < 10 and facets["height"] < rows["height"]
    # both choices can be taken back
    assert len(page.query_selector_all(".facets a[aria-current]:visible")) == 2


@pytest.mark.parametrize("address", ["functions/", "contacts/", "units/", "duties/"])
def test_a_list_that_stands_whole_is_narrowed_while_one_types_and_its_address_says_so(
    visitor: Any, address: str
) -> None:
    page = visitor(375).goto(address)
    rows = page.query_selector_all("[data-row]")
    wanted = [each.text_content() for each in rows if "住房" in each.text_content()]
    page.fill("#here-q", "住房")
    page.wait_for_url(f"**/{address}?q=%E4%BD%8F%E6%88%BF")
    left = [each.text_content() for each in page.query_selector_all("[data-row]:visible")]
    assert 0 < len(left) < len(rows) and left == wanted
    assert page.inner_text("#here-count") == f"共 {len(left)} 个单位"
    page.reload()
    assert len(page.query_selector_all("[data-row]:visible")) == len(left)
    page.fill("#here-q", "")
    assert len(page.query_selector_all("[data-row]:visible")) == len(rows)
    bare = visitor(375, java_script_enabled=False).goto(address)
    assert not bare.is_visible("#here") and len(bare.query_selector_all("[data-row]:visible")) == len(rows)
