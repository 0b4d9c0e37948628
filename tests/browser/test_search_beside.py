"""What stands beside the results on the built demonstration: the answer, rows of datasets, where to ask."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Request, Route, expect

from .axe import faults

if TYPE_CHECKING:
    from tests.browser.conftest import Open, Site, Visitor

ANSWER, ROWS, HELP = "[data-search-answer]", "[data-search-datasets]", "[data-search-help]"


def ask(seen: Visitor, query: str) -> Page:
    """The search page with the results of a query."""
    page = seen.goto(f"search/?q={query}")
    expect(page.locator("[data-search-status]")).to_have_text(
        re.compile("^(先是一条回答|(找到|没有找到|数据集里有).*)。$")
    )
    expect(page.locator("form[aria-busy]")).to_have_count(0)
    return page


@pytest.fixture
def company(site: Site) -> str:
    """A company of which more than one dataset has rows."""
    found: dict[str, set[str]] = {}
    for csv in sorted((site.folder / "datasets").glob("*/*.csv")):
        for name in re.findall(r"示例[\u4e00-\u9fff]+有限公司", csv.read_text("utf-8-sig")):
            found.setdefault(name, set()).add(csv.parent.name)
    return next(name for name in sorted(found) if len(found[name]) > 1)


def test_the_answer_stands_above_the_list_with_its_ground_its_state_and_whom_to_call(visitor: Open) -> None:
    seen = visitor(width=375)
    seen.page.clock.set_fixed_time(dt.datetime(2026, 11, 28, 12))
    page = ask(seen, "装电梯补多少钱")
    card = page.locator(ANSWER)
    expect(card.get_by_role("heading", name="一部电梯补多少钱？")).to_be_visible()
    expect(card).to_contain_text("四层28万元")
    expect(card).to_contain_text("今天（11月28日）有效")
    expect(card.get_by_role("link", name=re.compile("^怎样申请"))).to_be_visible()
    assert re.fullmatch(r"tel:\+?\d+(?:,\d+)?", card.locator("a[href^='tel:']").get_attribute("href") or "")
    first = page.locator("[data-search-results] li").first
    above, below = card.bounding_box(), first.bounding_box()
    assert above and below and above["y"] < below["y"]
    card.get_by_role("link", name=re.compile("第七条$")).click()
    expect(page).to_have_url(re.compile("#di-7-tiao$|#.*7"))
    assert seen.complaints == []


def test_the_state_is_that_of_the_readers_day(visitor: Open) -> None:
    """No new build is needed for what was known before."""
    for day, words in ((dt.datetime(2026, 12, 31), "尚未施行"), (dt.datetime(2027, 1, 1), "有效")):
        seen = visitor()
        seen.page.clock.set_fixed_time(day)
        card = ask(seen, "停10分钟要交钱吗").locator(ANSWER)
        expect(card.locator(".chip")).to_have_text(re.compile(f"{words}$"))


def test_an_answer_that_has_ended_says_so_and_leads_on(visitor: Open) -> None:
    card = ask(visitor(), "谁来申请").locator(ANSWER)
    expect(card).to_contain_text("当时的回答")
    expect(card).to_contain_text("不能再按这个回答办理")
    expect(card).to_contain_text("现在看示例区老旧小区加装电梯补助办法")
    expect(card.get_by_role("link", name=re.compile("^怎样申请"))).to_have_count(0)


def test_a_matter_a_number_or_a_filter_gets_no_answer(visitor: Open) -> None:
    seen = visitor()
    for query in ("加装电梯", "示建发〔2026〕21号", "装电梯补多少钱&type=政策文件"):
        expect(ask(seen, query).locator(ANSWER)).to_be_empty()


def test_a_company_is_looked_up_in_datasets_and_led_to(visitor: Open, company: str) -> None:
    seen = visitor(width=375)
    page = ask(seen, company)
    rows = page.locator(ROWS)
    expect(rows.get_by_role("heading")).to_contain_text(company)
    total = sum(int(re.findall(r"(\d+) 条$", each)[0]) for each in rows.locator("a").all_text_contents())
    expect(rows.get_by_role("heading")).to_contain_text(f"{total} 条")
    expect(page.locator("[data-search-results] li")).to_have_count(0)
    expect(page.locator(HELP)).to_contain_text("12345")
    link = rows.locator("a").first
    count = re.findall(r"(\d+) 条$", link.inner_text())[0]
    link.click()
    expect(page.locator("#rows-q")).to_have_value(company)
    expect(page.locator("[data-rows-status]")).to_have_text(re.compile(f"^共 {count} 条"))
    assert seen.complaints == []


def test_datasets_are_read_only_for_a_name_or_when_asked_for(visitor: Open, company: str) -> None:
    seen = visitor()
    read: list[str] = []
    seen.page.on("request", lambda request: read.append(request.url) if _of_rows(request) else None)
    for query in ("电梯", "装电梯补多少钱", company[2:4]):
        page = ask(seen, query)
    assert read == []
    page.get_by_role("button", name="到数据集里查").click()
    expect(page.locator(ROWS).get_by_role("heading")).to_contain_text(company[2:4])
    expect(page.locator(ROWS).locator("a").first).to_be_focused()
    assert read


def _of_rows(request: Request) -> bool:
    return "/table/" in request.url or "/js/rows/" in request.url


def test_a_credit_code_is_looked_up(visitor: Open, site: Site) -> None:
    files = sorted((site.folder / "datasets").glob("*/*.csv"))
    codes = [
        code for csv in files for code in re.findall(r"\b9111[0-9A-Z]{14}\b", csv.read_text("utf-8-sig"))
    ]
    page = ask(visitor(), codes[0].lower())
    expect(page.locator(ROWS).locator("a").first).to_be_visible()


def test_nothing_found_leads_to_a_unit_a_number_and_the_way_to_request(visitor: Open) -> None:
    page = ask(visitor(), "公园噪音扰民")
    ways = page.locator(HELP)
    expect(ways).to_contain_text("可能归区生态环境局管")
    expect(ways.locator("a[href='tel:12345']")).to_be_visible()
    ways.get_by_role("link", name="申请公开").click()
    expect(page).to_have_url(re.compile("/request/$"))


@pytest.mark.parametrize(
    ("width", "options"),
    [(375, {"modes": {"size": "30"}}), (1280, {"color_scheme": "dark"}), (320, {})],
    ids=["largest type", "dark", "narrow"],
)
def test_what_stands_beside_is_accessible(visitor: Open, company: str, width: int, options: dict) -> None:
    seen = visitor(width=width, **options)
    for query in ("装电梯补多少钱", company, "公园噪音扰民"):
        page = ask(seen, query)
        expect(page.locator(f"{ANSWER} section, {ROWS} section, {HELP} section").first).to_be_visible()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_answer_is_there_before_its_documents_and_is_not_drawn_again(visitor: Open) -> None:
    seen = visitor(width=375)
    page = seen.page
    held: list[Route] = []
    free: list[bool] = []
    page.route("**/index/all/text/**", lambda route: route.continue_() if free else held.append(route))
    page.goto(seen.address + "search/?q=装电梯补多少钱")
    card = page.locator(f"{ANSWER} > section")
    expect(card).to_be_visible()
    assert page.locator("[data-search-results] li").count() == 0
    card.evaluate("card => { card.dataset.same = '' }")
    free.append(True)
    for each in held:
        each.continue_()
    expect(page.locator("[data-search-count]")).to_have_text(re.compile("找到.*。$"))
    assert page.locator("[data-search-results] li").count() > 0
    expect(card).to_have_attribute("data-same", "")
