"""The page of 依申请公开: the steps drawn and listed, the form to print, the files to download."""

from __future__ import annotations

import re

import pytest

from gongkai.render.charts.flow import wrapped

URL = "request/"


def test_the_drawing_and_the_list_have_the_same_steps_and_limits(demo):
    (section,) = demo.pages[URL].xpath("//section[@id='liucheng-application']")
    drawings = section.xpath(".//*[local-name()='svg'][@role='img']")
    assert [each.get("width") for each in drawings] == ["600", "288"]
    (listed,) = section.xpath(".//ol")
    names = [each.text_content() for each in listed.xpath(".//strong")]
    assert len(names) == 8
    limits = ["7个工作日", "15个工作日", "20个工作日", "60日", "6个月"]
    for drawing in drawings:
        (told,) = drawing.xpath("./*[local-name()='desc']")
        drawn = "".join(each.text_content() for each in drawing.xpath(".//*[local-name()='text']"))
        for text in (re.sub(r"[；，]", "", told.text_content()), drawn, listed.text_content()):
            assert [word for word in (*names, *limits) if word not in text] == []


def test_every_step_cites_its_article(demo):
    (listed,) = demo.pages[URL].xpath("//ol[@class='flow-list']")
    steps = listed.xpath(".//li")
    assert all("依据：" in step.text_content() and "第" in step.text_content() for step in steps)


def test_the_form_stands_on_the_page_and_its_files_with_their_sizes(demo):
    (section,) = demo.pages[URL].xpath("//section[@id='biaoge-application']")
    assert [each.text_content()[:2] for each in section.xpath(".//caption")] == [
        "一、",
        "二、",
        "三、",
        "四、",
        "五、",
    ]
    links = section.xpath(".//ul[contains(@class, 'files')]//a")
    assert len(links) == 4
    for link in links:
        assert re.search(r"（(DOCX|PDF)，\d+ KB）$", link.text_content())
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
