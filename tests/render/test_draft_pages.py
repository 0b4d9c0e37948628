"""From draft to law: a consultation's draft beside what came of it, with the opinions on each article."""

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
from gongkai.render.records import draft_pages, pages

OVERRIDES = Path(__file__).parents[2] / "overrides"
ASKED = "content/consultations/2026/zhengqiu.md"
LAW = "content/policies/2026/banfa.md"
URL = "consultations/2026/zhengqiu/"
PAGE = f"{URL}duizhao/"
DRAFT = (
    "第一条　为了办好这件事，制定本办法。\n\n第二条　费用为30元。\n\n"
    "第三条　每户只能申请一次。\n\n第四条　自2026年施行。"
)
FINAL = (
    "第一章　总则\n\n第一条　为了办好这件事，制定本办法。\n\n第二条　新写的一条完全不同。\n\n"
    "第二章　费用\n\n第三条　费用为60元。\n\n第四条　自2026年施行。"
)
GONE = "- 地址: {}\n  撤下日期: 2026-11-01\n  理由: 重复发布\n"
OPINIONS = """\
反馈:
  公布日期: {day}
  意见总数: 20
  采纳数: 9
  未采纳理由:
    - {{意见: 一律免费, 理由: 没有资金。}}
    - {{意见: 不限次数, 理由: 名额有限。}}
  逐条意见:
    - {{条款: 第一条, 意见: 写得好, 采纳情况: 部分采纳, 说明: 不用改。}}
    - {{条款: 第二条, 意见: 提高到60元, 条数: 8, 采纳情况: 采纳, 说明: 照改。}}
    - {{条款: 第三条, 意见: 不限次数, 条数: 3, 采纳情况: 未采纳, 说明: 改由细则规定。}}
"""


def asked(draft: str = DRAFT, day: str = "2026-07-08", more: str = "形成的文件: banfa\n") -> str:
    return (
        "---\n标题: 某办法（草案）征求意见\n单位: 区民政局\n发布日期: 2026-05-06\n开始日期: 2026-05-06\n"
        f"截止日期: 2026-06-06\n方式: 信函：区民政局\n{OPINIONS.format(day=day)}{more}---\n{draft}\n"
    )


def law(body: str = FINAL, more: str = "", title: str = "某办法") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: 2026-08-01\n发布日期: 2026-08-03\n"
        f"施行日期: 2026-09-01\n是否规范性文件: 否\n{more}---\n{body}\n"
    )


class Pages:
    """The pages of a column, by their addresses."""

    def __init__(self, register):
        self.register = register
        released = gate.released(register, moved=addresses.moved(register))
        self.site = Site.of(Facts(released, door.plan(released), Applied()), OVERRIDES)
        self.planned = {
            each.url: each for each in [*draft_pages.planned(self.site), *pages.planned(self.site)]
        }

    def tree(self, url: str = PAGE):
        return lxml.html.fromstring(f"<main>{self.planned[url].make().content}</main>")

    def words(self, url: str = PAGE, path: str = ".") -> str:
        return " ".join(" ".join(each.text_content() for each in self.tree(url).xpath(path)).split())

    def led(self, url: str, inside: str = "") -> int:
        """How many links lead from a page, or from a part of it, to the comparison."""
        up = "../" * url.count("/")
        wanted = {"duizhao/", f"{up}{PAGE}"} | {f"{up[3 * n :]}{PAGE.split('/', n)[n]}" for n in range(3)}
        return sum(each in wanted for each in self.tree(url).xpath(f"{inside}//a/@href"))


@pytest.fixture
def column(small_column):
    def make(files: dict[str, str] | None = None, today: str = "2026-11-21") -> Pages:
        return Pages(
            small_column({ASKED: asked(), LAW: law(), **(files or {})}, dt.date.fromisoformat(today))
        )

    return make


def test_article_stands_beside_article_paired_by_matter_below_its_chapter(column):
    made = column()
    heads = "//section[@id='duizhao']//*[self::h3 or self::h4]"
    assert [" ".join(each.text_content().split()) for each in made.tree().xpath(heads)] == [
        "第一章 总则 ＋新增",
        "第一条 没有改",
        "第二条 ＋新增",
        "第二章 费用 ＋新增",
        "第三条（原第二条） △修改",
        "第三条 ×删去",
        "第四条",
    ]  # fmt: skip
    assert made.words(path="//section[@id='tiao-3']//del") == "（删去）30（完）"
    assert made.words(path="//section[@id='tiao-3']//ins") == "（新增）60（完）"
    assert "没有改 2 条，修改 1 条，新增 1 条，删去 1 条。" in made.words()


def test_opinions_stand_beside_the_article_of_the_draft_that_they_name(column):
    made = column()
    found = {
        name: made.words(path=f"//section[@id='{name}']/div[@class='pair__opinions']")
        for name in ("tiao-1", "tiao-2", "tiao-3", "yuan-tiao-3")
    }
    assert found == {
        "tiao-1": "对这一条的意见 写得好 △部分采纳 对草案第一条的意见 说明：不用改。",
        "tiao-2": "",
        "tiao-3": "对这一条的意见 提高到60元 √采纳 对草案第二条的意见，8 条 说明：照改。",
        "yuan-tiao-3": "对这一条的意见 不限次数 ×未采纳 对草案第三条的意见，3 条 理由：改由细则规定。",
    }
    assert "收到意见 20 条，采纳 9 条，没有采纳 11 条。其中 12 条写明对哪一条的意见" in made.words()


def test_what_was_not_taken_and_names_no_article_stands_at_the_end(column):
    assert column().words(path="//section[@id='qita']//li") == "一律免费 ×未采纳 理由：没有资金。"


def test_before_the_day_of_the_feedback_nobody_reads_an_opinion(column):
    late = {ASKED: asked(day="2026-11-22")}
    before, after = column(late), column(late, "2026-11-22")
    assert "意见和采纳情况还没有公布" in before.words() and not before.tree().xpath(
        "//*[@class='pair__opinions']"
    )
    assert "提高到60元" not in before.words() + before.words(URL) and "一律免费" not in before.words()
    assert before.words(path="//summary") == "没有改：第一条 没有改：第四条"
    assert "提高到60元" in after.words() and "提高到60元" in after.words(URL)


@pytest.mark.parametrize(
    "files",
    [
        {ASKED: asked("草案见附件。")},
        {ASKED: asked(more="")},
        {LAW: law("没有分条的通知。")},
        {LAW: law(more="草稿: 是\n")},
        {LAW: law("", more="公开属性: 不予公开\n不公开理由: 涉密\n")},
        {LAW: law().replace("发布日期: 2026-08-03", "发布日期: 2026-12-03")},
        {"data/addresses/biandong.yml": GONE.format("policies/2026/banfa/")},
        {"data/addresses/biandong.yml": GONE.format(URL)},
    ],
)
def test_there_is_no_page_where_readers_lack_one_of_the_two_in_articles(column, files):
    made = column(files)
    assert PAGE not in made.planned and PAGE not in addresses.current(made.register)
    assert sum(made.led(url) for url in made.planned) == 0


def test_the_address_is_registered_and_goes_with_either_of_the_two(column):
    assert addresses.current(column().register)[PAGE] == "某办法（草案和定稿逐条对照）"
    for gone in ("policies/2026/banfa/", URL):
        register = column({"data/addresses/biandong.yml": GONE.format(gone)}).register
        register.published = {PAGE: "", gone: ""}
        assert PAGE in {each.address for each in addresses.moved(register) if each.withdrawn_on}


@pytest.mark.parametrize("path", [ASKED, LAW])
def test_the_address_is_not_lost_while_one_of_the_two_waits_for_its_day(column, path):
    text = {ASKED: asked(), LAW: law()}[path].replace("发布日期: 2026-0", "发布日期: 2027-0")
    register = column({path: text}).register
    register.published = {PAGE: ""}
    assert PAGE in addresses.awaited(register)


def test_the_page_moves_with_its_consultation(column):
    old = "consultations/2026/jiu/"
    register = column({"data/addresses/biandong.yml": f"- 地址: {old}\n  转到: {URL}\n"}).register
    register.published = {f"{old}duizhao/": ""}
    assert (f"{old}duizhao/", PAGE) in {(each.address, each.to) for each in addresses.moved(register)}


MATTER = """\
- 编号: JC2026-01
  事项: 某事
  承办单位: 区民政局
  目录公布日期: 2026-04-13
  法定程序:
    公众参与: {日期: 2026-06-06, 记录: [zhengqiu]}
  形成的文件: [banfa]
"""


def test_what_a_decision_names_came_of_its_consultation_too(column):
    made = column({ASKED: asked(more=""), "data/decisions/2026.yml": MATTER})
    decision = next(url for url in made.planned if url.startswith("decisions/"))
    assert PAGE in made.planned
    ways = {
        (URL, "//p[contains(@class, 'jumps')]"),
        (URL, "//*[@id='fankui']"),
        ("policies/2026/banfa/", "//p[contains(@class, 'jumps')]"),
        ("policies/2026/banfa/", "//*[@id='lailong']"),
        (decision, "//ol[@class='steps']"),
    }
    assert {way for way in ways if made.led(*way) != 1} == set()


def test_the_first_document_with_articles_is_the_one(column):
    files = {
        "content/policies/2026/tongzhi.md": law("印发给你们。", title="通知"),
        ASKED: asked(more="形成的文件: [tongzhi, banfa]\n"),
    }
    assert column(files).words(path="//h1").startswith("某办法")


def test_two_consultations_on_one_document_have_a_page_each(column):
    made = column({"content/consultations/2026/zaici.md": asked().replace("2026-05-06", "2026-05-20")})
    assert f"{PAGE.replace('zhengqiu', 'zaici')}" in made.planned
    jumps = made.words("policies/2026/banfa/", "//p[contains(@class, 'jumps')]")
    assert "草案（2026年5月6日征求意见）和定稿逐条对照 草案（2026年5月20日征求意见）和定稿逐条对照" in jumps


def test_the_final_text_is_that_as_issued_and_leads_to_today_s(column):
    assert "又修改过" not in column().words()
    change = law("正文。", "修改: [{文件: banfa, 操作: [{改: 第三条, 新文: 费用为90元。}]}]\n", "修改决定")
    made = column({"content/policies/2026/xiugai.md": change})
    assert "60" in made.words(path="//section[@id='tiao-3']//ins") and "90元" not in made.words()
    assert "公布以后又修改过，看今天的文字" in made.words()
    assert "../../../../policies/2026/banfa/@2026-08-31/" in made.tree().xpath("//a/@href")


def test_what_changes_for_readers_stands_at_the_top_and_in_the_feed(column):
    made = column({LAW: law(more="变了什么: [费用多了一倍]\n")})
    assert made.words(path="//div[@class='summary']") == "对您来说变了什么 费用多了一倍"
    assert "费用多了一倍" in made.words("policies/2026/banfa/", "//div[@class='summary']")
    assert "<li>费用多了一倍</li>" in full_text(made.site, made.site.facts.register.policy("banfa"))
    assert "变了什么" not in column().words() + column().words("policies/2026/banfa/")


def test_machines_are_told_that_the_page_is_its_own(column):
    made = column()
    page = made.planned[PAGE].make()
    assert f'<link rel="canonical" href="https://www.example.gov.cn/zwgk/{PAGE}">' in page.head
    assert list(draft_pages.PART.in_map(made.site.facts)) == [(PAGE, dt.date(2026, 9, 1))]


def test_opinions_on_no_article_of_the_draft_are_not_lost(column):
    text = asked().replace("条款: 第三条", "条款: 第九条")
    assert "不限次数 ×未采纳 对草案第九条的意见，3 条" in column({ASKED: text}).words(
        path="//section[@id='qita']"
    )


TABLE = "第一条　照下表。\n\n表：标准\n\n| 时段 | 价格 |\n|---|---|\n| 白天 | {} |"


def test_a_table_is_a_table_on_both_sides_with_the_cell_that_changed(column):
    made = column({ASKED: asked(TABLE.format("2元")), LAW: law(TABLE.format("3元"))})
    old, new = made.tree().xpath("//section[@id='tiao-1']//table")
    assert [each.text_content() for each in old.xpath(".//th")] == ["时段", "价格"]
    assert (old.xpath("string(caption)"), new.xpath("string(caption)")) == ("表：标准", "表：标准")
    assert [each.text_content() for each in new.xpath(".//ins")] == ["（新增）3（完）"]
    assert old.xpath("string(tbody/tr/td[2])") == "（删去）2（完）元"


def test_words_that_became_a_table_are_told_whole_on_both_sides(column):
    said = "白天首小时以内2元。"
    files = {ASKED: asked(f"第一条　照下表。\n\n{said}"), LAW: law(TABLE.format("首小时以内2元"))}
    made = column(files)
    assert made.words(path="//section[@id='tiao-1']//del") == f"（删去）{said}（完）"
    assert len(made.tree().xpath("//section[@id='tiao-1']//table//ins")) == 5
