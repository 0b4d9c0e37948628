"""The page of 依申请公开: the steps drawn and listed, the form to print, the files to download."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest

from gongkai.records.types.form import Form
from gongkai.records.types.procedure import Procedure
from gongkai.records.vocabulary.units import WayKind
from gongkai.render.charts.flow import wrapped

URL = "request/"


def test_the_drawing_and_the_list_have_the_same_steps_and_limits(demo, recorded):
    (section,) = demo.pages[URL].xpath("//section[@id='liucheng-application']")
    drawings = section.xpath(".//*[local-name()='svg'][@role='img']")
    assert [each.get("width") for each in drawings] == ["600", "288"]
    (listed,) = section.xpath(".//ol")
    names = [each.text_content() for each in listed.xpath(".//strong")]
    (procedure,) = [each for each in recorded.everything(Procedure) if each.slug == "application"]
    assert sorted(names) == sorted(step.title.zh for step in procedure.steps)
    limits = [f"{s.limit.number}{s.limit.unit.value}" for s in procedure.steps if s.limit]
    for drawing in drawings:
        (told,) = drawing.xpath("./*[local-name()='desc']")
        drawn = "".join(each.text_content() for each in drawing.xpath(".//*[local-name()='text']"))
        for text in (re.sub(r"[；，]", "", told.text_content()), drawn, listed.text_content()):
            assert [word for word in (*names, *limits) if word not in text] == []


def test_every_step_cites_its_article(demo):
    (listed,) = demo.pages[URL].xpath("//section[@id='liucheng-application']/ol")
    steps = listed.xpath(".//li")
    assert all("依据：" in step.text_content() and "第" in step.text_content() for step in steps)


def test_the_form_stands_on_the_page_and_its_files_with_their_sizes(demo, recorded):
    (section,) = demo.pages[URL].xpath("//section[@id='biaoge-application']")
    (form,) = [each for each in recorded.everything(Form) if each.slug == "application"]
    captions = [each.text_content() for each in section.xpath(".//caption")]
    for caption, part in zip(captions, form.parts, strict=True):
        assert caption.startswith(part.title.zh)
    links = section.xpath(".//ul[contains(@class, 'files')]//a")
    assert len(links) == 2 * len(form.languages)
    for link in links:
        assert re.search(r"（(DOCX|PDF)，\d+\sKB）$", link.text_content())
        assert (demo.folder / "request" / link.get("href")).resolve().is_file()


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("收到申请之日起", 4, ["收到申请", "之日起"]),
        ("一二三四。五", 4, ["一二三四。", "五"]),
        ("within 20 days", 4.5, ["within", "20 days"]),
        ("", 4, []),
    ],
)
def test_lines_break_between_characters_and_before_words(text, ems, lines):
    assert wrapped(text, ems) == lines


#: a channel → the words by which a text offers it
OFFERS = {
    WayKind.ONLINE: r"网上(?:填|申请|提交)|\bonline\b",
    WayKind.EMAIL: r"邮件|邮箱|\be-mail\b",
    WayKind.POST: r"邮寄|寄信|寄给|\bby post\b",
    WayKind.VISIT: r"当面|\b[Ii]n person\b",
    WayKind.FAX: r"传真|\bfax\b",
}


def test_how_to_apply_is_said_once_and_no_text_offers_another_way(demo, recorded):
    (page,) = [each for each in recorded.pages if each.url == URL]
    offered = {each.channel for each in page.ways}
    for url in (URL, "guide/", "en/request/"):
        (main,) = deepcopy(demo.pages[url]).xpath("//main")  # the pages are those of all tests
        for box in main.xpath(".//*[@class='act'] | .//*[starts-with(@id, 'biaoge-')]"):
            box.drop_tree()
        named = {kind for kind, words in OFFERS.items() if re.search(words, main.text_content())}
        assert named <= offered, (url, named - offered)
        tables = [each.text_content() for each in main.iter("table")]
        assert [each for each in tables if sum(bool(re.search(w, each)) for w in OFFERS.values()) > 1] == []


def test_who_got_no_answer_is_told_what_to_do_and_led_there_from_the_top(demo, recorded):
    (main,) = demo.pages[URL].xpath("//main")
    (link,) = main.xpath(".//*[contains(@class, 'jumps')]/a[contains(., '没有答复')]")
    (section,) = main.xpath(f".//section[@id='{link.get('href').removeprefix('#')}']")
    steps = [each.text_content() for each in section.iter("li")]
    for words, article in (
        ("20个工作日", "第三十三条"),
        ("投诉、举报", "第五十一条"),
        ("行政复议", "第二十条"),
        ("起诉", "第四十五条"),
    ):
        assert any(words in step and article in step for step in steps), words
    (page,) = [each for each in recorded.pages if each.url == URL]
    assert "申请没有答复" in page.asked


def test_numbers_of_all_units_stand_folded_behind_the_form(demo):
    for url in (URL, "en/request/"):
        (main,) = demo.pages[url].xpath("//main")
        ids = [each.get("id") for each in main.iter("section")]
        assert ids.index("zixun-dianhua") > ids.index("biaoge-application")
        (fold,) = main.xpath(".//section[@id='zixun-dianhua']/details")
        rows = fold.xpath(".//tbody/tr")
        assert str(len(rows)) in fold.findtext("summary")
