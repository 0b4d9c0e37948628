"""Every version of a policy has a page, and all but the first a comparison; their addresses and links."""

from __future__ import annotations

import pytest

from gongkai.gate import addresses
from gongkai.render import full_text
from gongkai.render.records import version_pages

from .amended import BASE, COMING, FIRST, OLD, URL, later, policy


def test_a_policy_that_nothing_amends_has_no_word_of_it(column):
    made = column({})
    assert made.versions() == []
    assert 'id="lici"' not in made.text() and 'class="change' not in made.text()


def test_before_the_first_day_of_effect_the_page_has_the_original(column):
    made = column({**COMING})
    assert "丁。" in made.tree().xpath("//section[@id='tiao-4']")[0].text_content()
    assert "将来的。" not in made.text() and "2027年3月1日起有修改" in made.text()


def test_every_version_has_a_page_and_all_but_the_first_a_comparison(column):
    made = column({**FIRST, **COMING})
    assert made.versions() == [
        "@2020-03-01/", "@2022-05-01/", "@2022-05-01/duibi/", "@2027-03-01/", "@2027-03-01/duibi/",
    ]  # fmt: skip
    assert "30元" in made.text(f"{URL}@2020-03-01/") and "60元" not in made.text(f"{URL}@2020-03-01/")
    assert "到2022年4月30日为止" in made.text(f"{URL}@2020-03-01/")
    assert "这是2022年5月1日起的文字，到2027年2月28日为止" in made.text(f"{URL}@2022-05-01/")
    assert "这是将来的文字，2027年3月1日起施行" in made.text(f"{URL}@2027-03-01/")
    assert made.marks("tiao-2", f"{URL}@2020-03-01/") == []


def test_the_page_of_the_policy_stands_for_its_versions(column):
    made = column({**FIRST})
    for url in (f"{URL}@2022-05-01/", f"{URL}@2022-05-01/duibi/"):
        page = made.planned[url].make()
        assert f'<link rel="canonical" href="https://www.example.gov.cn/zwgk/{URL}">' in page.head
        assert page.document is None
    assert list(version_pages.PART.in_map(None)) == []


def test_links_of_a_version_lead_where_those_of_the_text_do(column):
    made = column({**FIRST})
    hrefs = made.tree(f"{URL}@2020-03-01/").xpath("//section[@id='tiao-2']//a/@href")
    assert hrefs == ["../../../../files/2026/biao.pdf"]


def test_the_comparison_goes_article_by_article(column):
    tree = column({**FIRST}).tree(f"{URL}@2022-05-01/duibi/")
    heads = [" ".join(each.text_content().split()) for each in tree.xpath("//section[@class='pair']/h3")]
    assert heads == ["第一条 ×删去", "第二条 △修改", "第三条之一 ＋新增"]
    row = tree.xpath("//section[@id='tiao-2']")[0]
    assert row.xpath("string(.//del)") == "（删去）30（完）"
    assert row.xpath("string(.//ins)") == "（新增）60（完）"
    # said in words: what would say the element too is told not to
    assert not tree.xpath("//*[self::del or self::ins][not(@role='none')]")
    # an article that is new as a whole is said so once, in its heading
    assert {
        each.get("id") for each in tree.xpath("//section[.//ins]/ancestor-or-self::*[@class='pair']")
    } == {"tiao-2"}
    assert [each.text_content() for each in tree.xpath("//details/summary")] == [
        "没有改：第三条",
        "没有改：第四条",
    ]
    assert tree.xpath("//section[@id='yuan-tiao-1']")


def test_a_version_says_what_was_suspended_while_it_held(column):
    stop = later("ting", "2021-06-01", "[{停: 第三条, 止: 2021-12-31}]")
    made = column({**FIRST, **stop})
    assert len(made.marks("tiao-3", f"{URL}@2020-03-01/")) == 1
    assert made.marks("tiao-3", f"{URL}@2022-05-01/") == []


@pytest.mark.parametrize(
    ("more", "seen"),
    [
        ("草稿: 是\n", False),
        ("公开属性: 不予公开\n不公开理由: 无\n", True),
    ],
)
def test_what_readers_do_not_have_leaves_no_word(column, more, seen):
    hidden = later("mi", "2022-05-01", "[{改: 第二条, 新文: 秘密的新文。}]", more)
    if seen:
        hidden = {path: text.replace("\n正文。", "") for path, text in hidden.items()}
    made = column(hidden)
    assert all("秘密" not in made.text(url) for url in made.planned)
    assert bool(made.versions()) is seen
    assert set(made.versions()) == {
        url.removeprefix(URL) for url in addresses.current(made.register) if "@" in url
    }


def test_addresses_of_versions_are_registered_and_go_with_what_made_them(column):
    made = column({**FIRST, **COMING})
    current = addresses.current(made.register)
    assert {url.removeprefix(URL) for url in current if "@" in url} == set(made.versions())
    assert current[f"{URL}@2022-05-01/"] == "旧办法（2022-05-01起的文字）"


def test_what_a_version_says_of_its_own_articles_leads_to_them(column):
    made = column({**FIRST}, f"{BASE}\n\n第五条　违反本办法第一条的，改正。")
    hrefs = made.tree(f"{URL}@2020-03-01/").xpath("//section[@id='tiao-5']//p/a/@href")
    assert hrefs == ["#tiao-1"]


def test_versions_go_with_the_policy_or_with_what_made_them(small_column):
    old = {OLD: policy("旧办法", "2020-03-01", BASE)}
    known = addresses.current(small_column({**old, **FIRST}))
    texts = {address for address in known if "@" in address}
    for row in (
        f"地址: {URL}\n  撤下日期: 2026-11-01\n  理由: 重复发布",
        "地址: policies/2022/yi/\n  撤下日期: 2026-11-01\n  理由: 重复发布",
    ):
        register = small_column({**old, **FIRST, "data/addresses/biandong.yml": f"- {row}\n"})
        register.published = known
        assert texts <= {each.address for each in addresses.moved(register)}


def test_versions_of_a_policy_that_moved_lead_to_the_new_ones(small_column):
    known = addresses.current(small_column({OLD: policy("旧办法", "2020-03-01", BASE), **FIRST}))
    moved = {
        path.replace("jiu", "xin"): text for path, text in {OLD: policy("旧办法", "2020-03-01", BASE)}.items()
    }
    amending = {path: text.replace("文件: jiu", "文件: xin") for path, text in FIRST.items()}
    rows = {"data/addresses/biandong.yml": f"- 地址: {URL}\n  转到: policies/2020/xin/\n"}
    register = small_column({OLD: None, **moved, **amending, **rows})
    register = type(register)(
        [each for each in register.records if each.slug != "jiu"],
        register.today,
        register.column,
        published=known,
    )
    told = {each.address: each.to for each in addresses.moved(register)}
    assert told[f"{URL}@2022-05-01/duibi/"] == "policies/2020/xin/@2022-05-01/duibi/"


def test_the_page_of_a_version_tells_of_corrections_and_leads_to_the_words_before(column):
    """A reader who comes by the address of a day sees that the text was published with other words."""
    head = "标题: 更正费用\n更正对象: policies/2020/jiu\n更正日期: 2026-11-20\n"
    words = f"{head}原文: 戊\n更正后: 丙\n原因: 录入有误。\n"
    files = {**FIRST, "content/corrections/2026/fei.md": f"---\n{words}---\n"}
    assert "这一页有更正" not in column(FIRST).text(f"{URL}@2020-03-01/")
    pages_ = column(files)
    for url in (f"{URL}@2020-03-01/", f"{URL}@2022-05-01/"):
        assert "这一页有更正" in pages_.text(url)
        assert "corrections/2026/fei/" in pages_.text(url)
        assert "公布的文字，更正过。" in pages_.text(url)


def test_a_comparison_says_whether_the_change_is_still_to_come(column):
    made = column({**FIRST, **COMING})
    assert "这是将来的修改，2027年3月1日起施行" in made.text(f"{URL}@2027-03-01/duibi/")
    assert "banner" not in made.text(f"{URL}@2022-05-01/duibi/")


def test_the_text_of_feeds_says_that_it_reads_otherwise_now(column):
    made = column(FIRST)
    site = made.site
    said = full_text(site, site.facts.register.policy("jiu"))
    assert "下面是公布时的文字，2022年5月1日起已修改。" in said
    assert 'href="https://www.example.gov.cn/zwgk/policies/2020/jiu/"' in said
    assert "公布时的文字" not in full_text(site, site.facts.register.policy("yi"))
