"""Details of a page: who and when first, the rest named and folded."""

from __future__ import annotations

from markupsafe import Markup

from gongkai.render.records.views.fields import metadata
from gongkai.render.records.views.two_rows import GOING, two_rows


def rows(*labels: str) -> list[tuple[str, Markup]]:
    return [(label, Markup("值")) for label in labels]


def test_day_and_unit_come_first_whatever_their_place():
    main, rest = two_rows(rows("类型", "日期", "地点", "主办单位", "发布日期", "保管期限"))
    assert [label for label, _ in main] == ["日期", "主办单位"]
    assert [label for label, _ in rest] == ["类型", "地点", "发布日期", "保管期限"]


def test_who_must_go_somewhere_sees_where_when_and_for_how_much_without_unfolding():
    main, rest = two_rows(
        rows("编号", "受理单位", "服务对象", "收费依据及标准", "办理时限", "办理地点", "发布日期")
    )
    assert [label for label, _ in main] == ["办理地点", "办理时限", "收费依据及标准", "发布日期", "受理单位"]
    assert [label for label, _ in rest] == ["编号", "服务对象"]
    main, _ = two_rows(rows("单位", "地址", "开放时间", "提供", "核验日期", "摘要"))
    assert [label for label, _ in main] == ["地址", "开放时间", "核验日期", "单位"]


def test_one_row_more_is_not_folded_away():
    everything = rows("单位", "发布日期", "编号")
    assert two_rows(everything) == (everything, [])


def test_a_fold_alone_would_hide_all_there_is():
    everything = rows("编号", "来源", "关键词")
    assert two_rows(everything) == (everything, [])


def test_no_page_of_the_demonstration_shows_more_than_three_rows_before_its_text(demo):
    """Retention, numbers and sources are told below words that name them; where to go is no such thing."""
    loud = {
        url: labels
        for url, tree in demo.pages.items()
        if not url.startswith(("rulebook/", "duties/norm/"))
        and (first := tree.xpath("//body[not(starts-with(@class, 'type-unit'))]/main/dl[@class='meta']"))
        and len(labels := [dt.text for dt in first[0].xpath("./div/dt") if dt.text not in GOING]) > 3
    }
    assert loud == {}


def test_how_long_it_is_kept_is_folded_away_even_alone():
    main, rest = two_rows(rows("年度", "单位", "保管期限"))
    assert ([label for label, _ in main], [label for label, _ in rest]) == (["年度", "单位"], ["保管期限"])


def test_a_day_on_which_one_must_be_there_has_its_weekday(mini, framed):
    path = mini / "content/events/2026/kaifang.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    days = "日期: 2026-12-04\n预告日期: 2026-11-16\n"
    path.write_text(f"---\n名称: 开放日\n类型: 政务开放日\n主办单位: 区民政局\n{days}---\n安排。\n", "utf-8")
    site = framed(mini)
    told = dict(metadata(site, site.facts.register.record("kaifang")))
    assert "2026年12月4日（星期五）" in told["日期"]
    assert "2026年11月16日<" in told["预告日期"]
