"""What gathering lists hold and in which order: amounts, benefits, translations, columns."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gongkai.exports import door
from gongkai.law.example import a_policy
from gongkai.records.types.budget import Budget
from gongkai.records.types.response import Response
from gongkai.records.types.translation import Translation
from gongkai.render import Facts, Site
from gongkai.render.gathering import all_columns, benefits, english, three_public
from gongkai.settings import PROJECT

BENEFIT = """
  适用对象: 小微企业
  支持方式: [资金补贴]
  支持内容: 补贴30%
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报开始: 2026-11-10
  申报截止: {end}
  咨询方式: 窗口"""
PRESS = "---\n会议名称: 发布会\n类型: 新闻发布会\n日期: 2026-11-30\n预告日期: 2026-11-20\n---\n安排。\n"
ANSWER = Response.EXAMPLE.replace("区城市管理委", "区民政局")
ITEM = "---\n标题: 第{n}件\n单位: 区民政局\n发布日期: 2026-10-{n:02}\n---\n正文。\n"


@pytest.fixture
def site_of(small_column):
    """Files → what pages are made from."""

    def make(files):
        register = small_column(files)
        return Site.of(Facts(register, door.plan(register)), PROJECT / "overrides")

    return make


def a_budget(year: int, unit: str, slug: str, whole: str) -> dict[str, str]:
    text = Budget.EXAMPLE.replace("2026-", f"{year}-").replace("合计: 12.60", f"合计: {whole}")
    return {f"data/budgets/{year}/{slug}.yml": text.replace("区民政局", unit)}


def test_a_year_comes_to_the_totals_of_its_units_and_is_drawn_oldest_first(views, site_of):
    files = {
        **a_budget(2024, "区民政局", "minzheng-ju", "12.70"),
        **a_budget(2025, "区民政局", "minzheng-ju", "12.60"),
        **a_budget(2026, "区民政局", "minzheng-ju", "12.50"),
        **a_budget(2026, "区住房城市建设委", "zhufang-jianshe-wei", "20.10"),
    }
    view = views(three_public, site_of(files))["budgets/three-public/"]
    assert [(each.year, each.counts, each.amounts) for each in view.sums] == [
        (2026, (2, 0), (Decimal("32.60"), None)),
        (2025, (1, 0), (Decimal("12.60"), None)),
        (2024, (1, 0), (Decimal("12.70"), None)),
    ]
    assert "预算：2024年 12.70，2025年 12.60，2026年 32.60；" in view.drawing
    assert [(row.label, list(row.amounts)) for row in view.rows] == [
        ("区民政局", [Decimal("12.50"), None, Decimal("12.60"), None, Decimal("12.70"), None]),
        ("区住房城市建设委", [Decimal("20.10"), None, None, None, None, None]),
    ]


def test_of_benefits_that_are_open_the_soonest_to_close_stands_first(small_column):
    files: dict[str, str] = {}
    for number, (slug, end) in enumerate((("a", "2026-12-31"), ("b", "2026-12-01"), ("c", "2026-12-20"))):
        files |= a_policy(
            slug, 发文字号=f"示民发〔2026〕{number + 1}号", 施行日期="2026-11-10", 服务对象="企业",
            惠企要素=BENEFIT.format(end=end),
        )  # fmt: skip
    assert [each.slug for each in benefits._ordered(Facts(small_column(files)))] == ["b", "c", "a"]


def test_every_translation_stands_once_in_the_pages_of_the_list(views, site_of):
    files = {f"content/items/minzheng-ju/2026/i{n}.md": ITEM.format(n=n) for n in range(1, 23)}
    for n in range(1, 23):
        text = Translation.EXAMPLE.replace("policies/2026/jiazhuang-dianti", f"items/minzheng-ju/2026/i{n}")
        files[f"content/en/records/2026/i{n}.md"] = text
    found = views(english, site_of(files))
    pages = [found["en/records/"], found["en/records/page/2/"]]
    assert [len(page.entries) for page in pages] == [20, 2]
    assert len({entry.record.slug for page in pages for entry in page.entries}) == 22


def test_answers_stand_with_the_press_conferences_and_not_a_second_time(site_of):
    site = site_of({"content/meetings/2026/fabu.md": PRESS, "content/responses/2026/tingche.md": ANSWER})
    assert site.facts.register.public(Response)
    addresses = [address for _, rows in all_columns.linked(site, "") for _, address, _ in rows]
    assert addresses.count("concerns/") == 1 and "responses/" not in addresses
