"""What every row of a list is, is said once above it; a row among others says it itself."""

from __future__ import annotations

import pytest

ONCE = "//main//p[@class='row']/span[contains(@class, 'chip--example')]"


def marked(rows):
    return [row for row in rows if row.xpath(".//span[@class='unit' and text()='示例']")]


@pytest.mark.parametrize("url", ["budgets/three-public/", "quality/push-rate/list/"])
def test_a_list_of_examples_alone_says_so_once(demo, url):
    page = demo.pages[url]
    rows = page.xpath("//main//tbody/tr")
    assert rows and not marked(rows)
    assert len(page.xpath(ONCE)) == 1


def test_examples_among_others_are_marked_row_by_row(demo):
    for section in demo.pages["functions/"].xpath("//main//section[.//table]"):
        rows = section.xpath(".//tbody/tr")
        told = section.xpath(".//p[@class='row']/span[contains(@class, 'chip--example')]")
        assert len(marked(rows)) < len(rows) and not (told and marked(rows))


def test_the_log_of_a_demonstration_leaves_it_to_the_bar_above(demo):
    rows = demo.pages["log/"].xpath("//main//section//li")
    assert rows and not [row for row in rows if row.text_content().endswith("，示例")]
    assert demo.pages["log/"].xpath("//p[@class='demo']")
