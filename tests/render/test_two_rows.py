"""Details of a page: who and when first, the rest named and folded."""

from __future__ import annotations

from markupsafe import Markup

from gongkai.render.records.views.two_rows import two_rows


def rows(*labels: str) -> list[tuple[str, Markup]]:
    return [(label, Markup("值")) for label in labels]


def test_day_and_unit_come_first_whatever_their_place():
    main, rest = two_rows(rows("类型", "日期", "地点", "主办单位", "发布日期", "保管期限"))
    assert [label for label, _ in main] == ["日期", "主办单位"]
    assert [label for label, _ in rest] == ["类型", "地点", "发布日期", "保管期限"]


def test_one_row_more_is_not_folded_away():
    everything = rows("单位", "发布日期", "编号")
    assert two_rows(everything) == (everything, [])


def test_a_fold_alone_would_hide_all_there_is():
    everything = rows("编号", "来源", "关键词")
    assert two_rows(everything) == (everything, [])


def test_no_page_of_the_demonstration_shows_more_than_three_rows_before_its_text(demo):
    """Retention, numbers and sources are told below words that name them."""
    loud = {
        url: len(first[0].xpath("./div"))
        for url, tree in demo.pages.items()
        if not url.startswith(("rulebook/", "duties/norm/"))
        and (first := tree.xpath("//body[not(starts-with(@class, 'type-unit'))]/main/dl[@class='meta']"))
        and len(first[0].xpath("./div")) > 3
    }
    assert loud == {}


def test_how_long_it_is_kept_is_folded_away_even_alone():
    main, rest = two_rows(rows("年度", "单位", "保管期限"))
    assert ([label for label, _ in main], [label for label, _ in rest]) == (["年度", "单位"], ["保管期限"])
