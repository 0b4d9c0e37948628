"""惠企政策: who may apply today, by links alone."""

from __future__ import annotations

import json
import re

import pytest

from gongkai.law.example import a_policy
from gongkai.records.vocabulary.documents import Audience, BenefitState

BENEFIT = """
  适用对象: 小微企业
  支持方式: [资金补贴]
  支持内容: 补贴30%
  申报条件: [依法纳税]
  申报方式:
    - 渠道: 网上
      网址: https://www.example.gov.cn/shenbao/
  申报开始: 2026-11-10
  申报截止: 2026-12-31
  咨询方式: 窗口"""

#: whom a list of benefits can be narrowed to
BUSINESS = (Audience.COMPANY, Audience.SOLE_TRADER, Audience.ORGANISATION)


def test_the_state_follows_the_dates_and_the_policys_own(small_column):
    named = {"服务对象": "企业", "惠企要素": BENEFIT}
    files = {**a_policy("open", **named), **a_policy("ended", 失效日期="2026-11-20", **named)}
    files |= a_policy("always", 服务对象="企业", 惠企要素=BENEFIT.replace("  申报截止: 2026-12-31\n", ""))
    register = small_column(files)
    states = {p.slug: register.benefit_state(p) for p in register.policies if p.benefit}
    assert states == {"open": BenefitState.OPEN, "ended": BenefitState.ENDED, "always": BenefitState.ALWAYS}
    assert {p.slug for p in register.benefits} == {"open", "always"}
    periods = {p.slug: p.benefit.period for p in register.policies if p.benefit}
    assert (
        periods["open"] == "2026年11月10日至2026年12月31日（星期四）"
        and periods["always"] == "2026年11月10日起常年受理"
    )


def named(page):
    """The titles of a list, top to bottom."""
    return [title.text_content() for title in page.xpath("//article/h2")]


def test_open_ones_come_first_and_each_says_its_own_state(demo, recorded):
    page = demo.pages["benefits/"]
    states = {policy.title: recorded.benefit_state(policy) for policy in recorded.benefits}
    assert sorted(named(page)) == sorted(states)
    order = [list(BenefitState).index(states[title]) for title in named(page)]
    assert order == sorted(order)
    # a state stands only where the browser puts that of the reader's day in its place
    told = {state.value for state in BenefitState}
    for title, article in zip(named(page), page.xpath("//article"), strict=True):
        (chip,) = article.xpath("./div[@data-by-day]/p/span[contains(@class, 'chip')]")
        assert states[title].value in chip.text_content()
    assert told.isdisjoint(head.text_content() for head in page.xpath("//h1 | //h2 | //h3"))
    labels = [dt.text_content() for dt in page.xpath("//article")[0].xpath(".//dt[not(ancestor::template)]")]
    assert labels == ["适用对象", "支持内容", "申报条件", "申报方式", "申报期限", "咨询方式"]


def test_choices_are_pages_of_their_own(demo, recorded):
    choices: dict[str, list[str]] = {}
    for policy in recorded.benefits:
        terms = {
            "state": [recorded.benefit_state(policy)],
            "kind": policy.benefit.kinds,
            "audience": [each for each in BUSINESS if each in policy.audiences],
        }
        for address in (f"benefits/{facet}/{term.slug}/" for facet in terms for term in terms[facet]):
            choices.setdefault(address, []).append(policy.title)
    assert choices
    for address, titles in choices.items():
        assert sorted(named(demo.pages[address])) == sorted(titles), address


def test_a_policy_shows_what_it_gives_and_whether_one_may_apply(demo, recorded):
    for policy in recorded.benefits:
        (section,) = demo.pages[policy.url].xpath("//section[@id='huiqi']")
        state = recorded.benefit_state(policy)
        assert section.xpath(f".//*[contains(@class, 'chip--{state.slug}')]"), policy.id
    feed = (demo.folder / "feeds/benefits.rss.xml").read_text("utf-8")
    _, *led = re.findall("<link>[^<]*/zwgk/([^<]*)</link>", feed)
    assert set(led) == {policy.url for policy in recorded.benefits}, "what is new, and what happened to it"


def test_conditions_are_a_table_that_is_the_data_of_platforms_too(demo, recorded):
    page = demo.pages["benefits/check/"]
    rows = page.xpath("//tr[@data-benefit]")
    lines = (demo.folder / "data/benefits.jsonl").read_text("utf-8").splitlines()
    given = {each["名称"]: each for each in map(json.loads, lines)}
    assert set(given) == {policy.title for policy in recorded.benefits}
    for row in rows:
        told, handed = json.loads(row.get("data-benefit")), given.pop(row.xpath("string(th/a)"))
        assert told["条件"] == [json.loads(each) for each in handed["条件"]]
        assert (told["截止"], handed["可计算"]) == (handed["申报截止"], "是")
        # without a script the same stands in words
        for each in told["条件"]:
            assert each["说明"] in row.text_content()
    assert given == {}
    paid = [json.loads(line) for line in (demo.folder / "data/benefits-paid.jsonl").open(encoding="utf-8")]
    assert len(paid) == len(page.xpath("//section[@id='duixian']//tbody/tr")) > 0
    assert all(each["来源"] in page.text_content() for each in paid)


@pytest.mark.parametrize(
    ("end", "word", "since"),
    [
        ("失效日期: 2026-11-20", "失效", "2026年11月21日起失效"),
        ("废止日期: 2026-11-20\n废止依据: 示政发〔2026〕3号", "废止", "2026年11月20日起废止"),
    ],
)
def test_a_policy_that_ended_still_has_its_page_and_says_that_nothing_can_be_applied_for(
    command, mini, read_back, tmp_path, end, word, since
):
    path = mini / "content/policies/2025/yanglao.md"
    fields = f"{end}\n服务对象: 企业\n惠企要素: {BENEFIT}\n"
    text = path.read_text("utf-8").replace("\n---\n", f"\n{fields}---\n", 1)
    path.write_text(text, "utf-8")
    done = command("build", "--root", mini, "--site-dir", tmp_path / "site", GONGKAI_NO_SEARCH="1")
    assert done.returncode == 0, done.stdout
    site = read_back(tmp_path / "site")
    page = site.pages["policies/2025/yanglao/"]
    (section,) = page.xpath("//section[@id='huiqi']")
    words = section.text_content()
    assert f"这份文件已经{word}，不能再按它申报" in words and section.xpath(
        ".//*[contains(@class, 'chip--ended')]"
    )
    assert "已经结束（原来是：2026年11月10日至2026年12月31日（星期四））" in words and not section.xpath(
        ".//a[contains(@href, 'shenbao')]"
    )
    assert since in page.text_content()
    # the list and its feed keep their addresses
    assert "现在没有可以申报的惠企政策" in site.pages["benefits/"].text_content()
    assert (site.folder / "feeds/benefits.rss.xml").is_file()
