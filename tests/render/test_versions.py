"""Pages of an amended policy: the text of the day, marks at its articles, its versions compared."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import lxml.html
import pytest

from gongkai import gate
from gongkai.exports import door
from gongkai.gate import addresses
from gongkai.law.applied import Applied
from gongkai.render import Facts, Site, full_text
from gongkai.render.records import pages, version_pages

OVERRIDES = Path(__file__).parents[2] / "overrides"
OLD = "content/policies/2020/jiu.md"
URL = "policies/2020/jiu/"
LINKED = "见[表](../../files/2026/biao.pdf)"
BASE = f"第一条　甲。\n\n第二条　费用为30元。\n\n{LINKED}。\n\n第三条　丙。\n\n第四条　丁。"


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: 2020-03-01\n施行日期: {day}\n"
        f"是否规范性文件: 否\n{more}---\n{body}\n"
    )


def later(name: str, day: str, operations: str, more: str = "", kind: str = "修改") -> dict[str, str]:
    text = policy(f"{name}决定", day, "正文。", f"{kind}: [{{文件: jiu, 操作: {operations}}}]\n{more}")
    return {f"content/policies/{day[:4]}/{name}.md": text}


FIRST = later(
    "yi", "2022-05-01", "[{改: 第二条, 新文: 费用为60元。}, {增: 第三条之一, 新文: 新的。}, {删: 第一条}]"
)
COMING = later("er", "2027-03-01", "[{改: 第四条, 新文: 将来的。}]")


class Pages:
    """The pages of the policies of a column, by their addresses."""

    def __init__(self, register):
        self.register = register
        released = gate.released(register)
        self.site = site = Site.of(Facts(released, door.plan(released), Applied()), OVERRIDES)
        planned = [*version_pages.planned(site), *pages.planned(site)]
        self.planned = {each.url: each for each in planned}

    def text(self, url: str = URL) -> str:
        return self.planned[url].make().content

    def tree(self, url: str = URL):
        return lxml.html.fromstring(f"<main>{self.text(url)}</main>")

    def marks(self, article: str, url: str = URL) -> list[str]:
        found = self.tree(url).xpath(f"//section[@id='{article}']//p[@class and contains(@class, 'change')]")
        return [" ".join(each.text_content().split()) for each in found]

    def versions(self) -> list[str]:
        return sorted(url.removeprefix(URL) for url in self.planned if "@" in url)


@pytest.fixture
def column(small_column):
    def make(files: dict[str, str], body: str = BASE, today: str = "2026-11-21", more: str = "") -> Pages:
        old = {OLD: policy("旧办法", "2020-03-01", body, more)}
        return Pages(small_column({**old, **files}, dt.date.fromisoformat(today)))

    return make


def test_a_policy_that_nothing_amends_has_no_word_of_it(column):
    made = column({})
    assert made.versions() == []
    assert 'id="lici"' not in made.text() and 'class="change' not in made.text()


def test_the_page_has_the_text_of_the_day_and_marks_what_became_of_each_article(column):
    made = column({**FIRST, **COMING})
    article = made.tree().xpath("//section[@id='tiao-2']")[0].text_content()
    assert "费用为60元。" in article and "30元" not in article
    assert made.marks("tiao-2") == ["△自2022年5月1日起修改，依据《yi决定》。看原来的文字：第二条"]
    assert made.marks("tiao-3-zhi-1") == ["△自2022年5月1日起新增，依据《yi决定》。看对比：第三条之一"]
    assert made.marks("tiao-3") == []
    assert made.marks("tiao-4") == ["○自2027年3月1日起将修改，依据《er决定》。看将来的文字：第四条"]
    assert "截至2026年11月21日已知的修改都已写入。" in made.text()


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
    assert "这是2026年11月21日的文字" in made.text(f"{URL}@2022-05-01/")
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
    assert [each.text_content() for each in tree.xpath("//details/summary")] == [
        "没有改：第三条",
        "没有改：第四条",
    ]
    assert tree.xpath("//section[@id='yuan-tiao-1']")


def test_what_is_not_written_in_is_listed_at_the_article_and_counted(column):
    body = "《旧办法》第三条中的“丙”修改为“戊”。\n\n《旧办法》第四条修改得更好。"
    vague = {"content/policies/2023/san.md": policy("某决定", "2023-05-01", body, "修改: [{文件: jiu}]\n")}
    made = column({**vague})
    text = made.text()
    assert "还有 2 处没有写入" in text and "请和修改它的文件一起看" in text
    assert [each.partition("，没有")[0] for each in made.marks("tiao-3")] == [
        "△《某决定》对这一条的修改有一处没有写入：词句的替换还没有人核对"
    ]


def test_an_article_is_marked_while_it_is_suspended(column):
    stop = later("ting", "2026-06-01", "[{停: 第三条, 止: 2026-12-31}]")
    assert column(stop).marks("tiao-3") == ["×自2026年6月1日起至2026年12月31日停止执行，依据《ting决定》。"]
    assert column(stop).versions() == []
    assert column(stop, today="2027-01-01").marks("tiao-3") == []


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


def test_a_text_printed_in_a_notice_has_its_marks_too(column):
    made = column({**FIRST}, f"现将《某办法》印发给你们。\n\n某办法\n\n{BASE}")
    tree = made.tree()
    marked = tree.xpath("//section[p[contains(@class, 'change')]]")
    assert len(marked) == 2 and "费用为60元" in marked[0].text_content()


def test_a_mark_stays_until_the_article_changes_again(column):
    second = later("zai", "2024-05-01", "[{改: 第四条, 新文: 又一个。}]")
    made = column({**FIRST, **second})
    assert made.marks("tiao-2") == ["△自2022年5月1日起修改，依据《yi决定》。看原来的文字：第二条"]
    assert made.marks("tiao-4") == ["△自2024年5月1日起修改，依据《zai决定》。看原来的文字：第四条"]


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


def explaining(day: str, *asked: tuple[str, str]) -> dict[str, str]:
    questions = "".join(f"  - 问: {about}问？\n    答: 答。\n    对应条款: {about}\n" for about, _ in asked)
    notes = "".join(f"  - 条款: {about}\n    解读: {words}\n" for about, words in asked)
    head = f"标题: 解读\n解读文件: [jiu]\n解读形式: 简明问答\n发布日期: {day}\n"
    text = f"---\n{head}问答:\n{questions}逐条解读:\n{notes}---\n正文。\n"
    return {"content/interpretations/2020/jiedu.md": text}


RENUMBERING = later(
    "yi",
    "2022-05-01",
    "[{改: 第二条, 新文: 费用为60元。}, {删: 第一条}, {增: 第二条, 新文: 新的。}, {顺序: 相应调整}]",
)


def test_an_interpretation_stands_beside_the_article_it_explains_whatever_its_number_now(column):
    """第二条 of then is 第一条 now and says something else, 第三条 kept its number and its words."""
    said = explaining("2020-03-01", ("第一条", "甲的解读"), ("第二条", "三十元"), ("第三条", "丙的解读"))
    page = column({**RENUMBERING, **said}).tree()
    notes = {
        each.getparent().get("id"): " ".join(each.text_content().split())
        for each in page.xpath("//aside[@class='gloss']")
    }
    assert notes["tiao-1"] == "解读第一条 （2022年5月1日起已修改，讲的是以前的文字）三十元 第二条问？"
    assert notes["tiao-3"] == "解读第三条 丙的解读 第三条问？"
    assert set(notes) == {"tiao-1", "tiao-3"}
    links = [each.text_content().strip() for each in page.xpath("//p[@class='qa__more']")]
    assert links == [
        "对应条款：第一条（已删去，讲的是以前的文字）",
        "对应条款：第二条（2022年5月1日起已修改，讲的是以前的文字）",
        "对应条款：第三条",
    ]


def test_an_interpretation_of_the_amendment_explains_the_new_text(column):
    said = explaining("2022-04-20", ("第一条", "六十元"))
    both = {path: text.replace("[jiu]", "[jiu, yi]") for path, text in said.items()}
    page = column({**RENUMBERING, **both}).tree()
    (note,) = page.xpath("//aside[@class='gloss']")
    assert (note.getparent().get("id"), "以前" in note.text_content()) == ("tiao-1", False)


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


def test_what_is_to_come_and_not_written_in_is_counted(column):
    """The page of today has all of its own; the coming version lacks one, so not everything known is in."""
    unknown = later("er", "2027-03-01", "[{改: 第九条, 新文: 将来的。}]")
    assert "以后的还有 1 处没有写入，见下面每一版。" in column({**FIRST, **unknown}).text()
    assert "截至2026年11月21日已知的修改都已写入。" in column({**FIRST, **COMING}).text()


def test_a_comparison_says_whether_the_change_is_still_to_come(column):
    made = column({**FIRST, **COMING})
    assert "这是将来的修改，2027年3月1日起施行" in made.text(f"{URL}@2027-03-01/duibi/")
    assert "banner" not in made.text(f"{URL}@2022-05-01/duibi/")


def test_a_suspension_that_has_not_begun_is_told_as_one_to_come(column):
    stop = later("ting", "2026-06-01", "[{停: 第三条, 起: 2026-12-01, 止: 2026-12-31}]")
    assert column(stop).marks("tiao-3") == [
        "○自2026年12月1日起至2026年12月31日将停止执行，依据《ting决定》。"
    ]
    assert column(stop, today="2026-12-01").marks("tiao-3")[0].startswith("×自2026年12月1日起")


def test_every_coming_change_is_marked_also_where_an_earlier_one_renumbers(column):
    second = later("san", "2028-03-01", "[{改: 第三条, 新文: 更远的。}]")
    first = later("er", "2027-03-01", "[{删: 第一条}, {顺序: 相应调整}]")
    made = column({**first, **second})
    assert made.marks("tiao-1") == ["○自2027年3月1日起将删去，依据《er决定》。看将来的文字：第一条"]
    assert made.marks("tiao-4") == [
        "○自2027年3月1日起将改条号，依据《er决定》。看将来的文字：第四条",
        "○自2028年3月1日起将修改，依据《san决定》。看将来的文字：第四条",
    ]


def test_the_text_of_feeds_says_that_it_reads_otherwise_now(column):
    made = column(FIRST)
    site = made.site
    said = full_text(site, site.facts.register.policy("jiu"))
    assert "下面是公布时的文字，2022年5月1日起已修改。" in said
    assert 'href="https://www.example.gov.cn/zwgk/policies/2020/jiu/"' in said
    assert "公布时的文字" not in full_text(site, site.facts.register.policy("yi"))


def test_a_policy_says_at_its_top_that_it_will_be_repealed(column):
    words = "本文件2026年12月1日起被废止，见《新办法》。在这一天以前仍然有效。"
    new = {"content/policies/2026/xin.md": policy("新办法", "2026-12-01", "正文。", "废止: [{文件: jiu}]\n")}

    def banners(today: str) -> list[str]:
        found = column(new, today=today).tree().xpath("//section[@aria-label='将要废止']//text()")
        return ["".join(found).replace("○", "").strip()]

    assert banners("2026-11-30") == [words]
    assert banners("2026-12-01") == [""]


def test_an_article_that_is_repealed_is_told_as_repealed(column):
    made = column(later("fei", "2022-05-01", "[{删: 第三条, 理由: 废止}]", kind="部分废止"))
    assert made.marks("tiao-3")[0].startswith("◎自2022年5月1日起废止，依据《fei决定》。")
    assert "废止 1 条" in made.text(f"{URL}@2022-05-01/duibi/").replace("，", " ")


def test_the_history_tells_a_suspension_and_its_end(column):
    made = column(later("ting", "2026-06-01", "[{停: 第三条, 止: 2026-12-31}]"))
    told = made.tree().xpath("//*[@id='yange']")[0].text_content().split()
    assert "2026年6月1日" in told and any(each.startswith("第三条停止执行，见") for each in told)
    assert "2027年1月1日" in told and any(each.startswith("（预定）第三条恢复执行") for each in told)
    assert not any("被修改" in each for each in told)
