"""On a phone a table shows its figures at once and a dataset its search; official forms where they fit."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

REPORT = "annual-reports/qu-zhengfu-2020/"
DATASET = "datasets/shuangsuiji-jiancha/"
#: tables of which no figure of the first row can be seen, or whose labels take more than two fifths
HIDDEN = """() => [...document.querySelectorAll(".table-scroll > table:not(.cards)")].filter(table => {
  const row = [...table.tBodies].flatMap(body => [...body.rows]).find(row => row.querySelector("td.number"));
  if (!row || !table.checkVisibility()) return false;
  const seen = table.parentElement.getBoundingClientRect();
  const figure = row.querySelector("td.number").getBoundingClientRect();
  const label = row.cells[0].getBoundingClientRect();
  return figure.right > seen.right + 1 || label.width > 0.4 * seen.width;
}).map(table => table.textContent.trim().slice(0, 40))"""


@pytest.mark.parametrize("address", [REPORT, "budgets/three-public/"])
def test_a_figure_of_every_table_is_seen_on_a_phone(visitor: Any, address: str) -> None:
    page = visitor(375).goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate(HIDDEN) == []


def test_a_table_that_goes_on_says_so_and_keeps_its_labels(visitor: Any) -> None:
    page = visitor(375).goto("budgets/three-public/")
    region = page.locator("#danwei .table-scroll")
    assert "→" in region.get_attribute("data-cue")
    label = region.locator("tbody th").first
    before = label.bounding_box()["x"]
    region.evaluate("each => each.scrollLeft = 200")
    assert label.bounding_box()["x"] == before
    assert region.evaluate("each => each.scrollLeft") > 100


def test_official_tables_are_whole_from_1280_pixels_on_and_rows_below(visitor: Any) -> None:
    page = visitor(1280).goto(REPORT)
    official = page.locator(".official .table-scroll")
    assert official.count() == 3
    assert official.evaluate_all("all => all.every(each => each.scrollWidth <= each.clientWidth + 1)")
    page.set_viewport_size({"width": 1279, "height": 800})
    assert not official.first.is_visible()
    assert page.locator(".unofficial").first.is_visible()


def test_a_dataset_begins_with_its_search_and_leads_to_what_it_finds(visitor: Any) -> None:
    page = visitor(375).goto(DATASET)
    page.set_viewport_size({"width": 375, "height": 812})
    box = page.locator("#rows-q")
    expect(box).to_be_visible()
    assert box.bounding_box()["y"] < 0.7 * 812
    assert not page.is_visible("select[name=year]")
    box.fill("餐饮")
    page.keyboard.press("Enter")
    status = page.locator("[data-rows-status]")
    expect(status).to_contain_text("共")
    expect(status).to_be_focused()
    page.wait_for_function("document.activeElement.getBoundingClientRect().top < 300")
    assert page.locator("#shuju tbody tr").first.bounding_box()["y"] < 812
