"""What no text may hold, however it is written: found at its place, with what is meant instead."""

from __future__ import annotations

import html
import unicodedata
from html.entities import html5

import pytest

from gongkai.load.decoding import characters, look_alikes
from gongkai.text import Converter

CODED = {
    "&#x202e;": "改变文字方向的控制符 U+202E",
    "&#X202E;": "U+202E",
    "&\\#8203;": "零宽空格 U+200B",
    "&\\#x200b": "零宽空格 U+200B",
    "&#8203;": "零宽空格 U+200B",
    "&#8203": "零宽空格 U+200B",
    "&#0008203;": "零宽空格 U+200B",
    "&ZeroWidthSpace;": "零宽空格 U+200B",
    "&shy;": "软连字符 U+00AD",
    "&shy": "软连字符 U+00AD",
    "&zwj;": "零宽连字符 U+200D",
    "&lrm;": "方向标记 U+200E",
    "&NoBreak;": "U+2060",
    "&InvisibleTimes;": "U+2062",
    "&#0;": "U+FFFD",
    "&#xD800;": "U+FFFD",
    "&#x110000;": "U+FFFD",
    "&#99999999999999999999;": "U+FFFD",
    "&#7;": "U+0007",
    "&#xFEFF;": "BOM U+FEFF",
    "&#xE5E5;": "造字区的字 U+E5E5",
    "&#x2F06;": "部首“⼆” U+2F06",
}
HARMLESS = "&amp; &lt; &nbsp; &emsp; &copy; &#20013; &#x4E2D; &#65 AT&T ?a=1&b=2 &shape; 𠮷㐂䶮 ㎡ ① Ａ 﨑 ❤️"
PLACES = {
    "a title": ("content/pages/a.md", "---\n标题: 指{}南\n更新日期: 2026-09-01\n---\n正文。\n", 2, 6),
    "the text": ("content/pages/a.md", "---\n标题: 指南\n更新日期: 2026-09-01\n---\n正{}文。\n", 5, 2),
    "a table's cell": ("content/pages/a.md", "---\n标题: 南\n---\n|a|b|\n|-|-|\n|1|二{}|\n", 6, 5),
    "an address": ("content/pages/a.md", "---\n标题: 南\n---\n[甲](https://a.cn/{})\n", 4, 18),
    "a link's title": ("content/pages/a.md", '---\n标题: 南\n---\n[甲](b.md "{}题")\n', 4, 11),
    "what a picture shows": ("content/pages/a.md", "---\n标题: 南\n---\n![{}](a.png)\n", 4, 3),
    "a tag": ("content/pages/a.md", '---\n标题: 南\n---\n<span title="{}">甲</span>\n', 4, 14),
    "a unit": ("data/units/minzheng-ju.yml", "名称: 区民政局\n职责: 救{}助\n", 2, 6),
}


@pytest.mark.parametrize("written", CODED)
def test_a_character_by_its_entity(written):
    (spot,) = characters.spots(f"甲{written}乙")
    told = characters.fault("a.md", spot, 1, 2)
    assert CODED[written] in told.message
    assert f"“{written}”" in told.message
    assert not characters.found_in(characters.cleaned(f"甲{written}乙"))


def test_entities_of_ordinary_characters_are_left_alone():
    assert not characters.found_in(HARMLESS)
    assert characters.cleaned(HARMLESS) == HARMLESS


def test_every_name_html_knows_of_a_bad_character_is_found():
    bad = [name for name, value in html5.items() if characters.BAD.search(value)]
    assert len(bad) > 15
    assert [name for name in bad if not characters.found_in(f"&{name}")] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("written", ["\u200b", "&#8203;", "&#x200B;", "&ZeroWidthSpace;", "&#8203"])
def test_one_place_however_it_is_written(read, place, written):
    path, text, line, column = PLACES[place]
    told = [each for each in read({path: text.format(written)}).problems if each.rule == "hidden-character"]
    assert [(each.line, each.column) for each in told] == [(line, column)]
    assert "零宽空格 U+200B" in told[0].message


@pytest.mark.parametrize("body", ["&#82**03**;", "&amp;#8203;", "`&`#8203;", "&#82\n03;", "&<b></b>#8203;"])
def test_what_is_not_refused_puts_none_on_the_page(body):
    assert not characters.found_in(body)
    assert not characters.BAD.search(html.unescape(Converter().convert(body).html))


LOOK_ALIKES = {
    "⼆": "二", "⽼": "老", "⼩": "小", "⻓": "长", "⻅": "见",
    "\uf9dc": "隆", "\ue863": "䶮", "\ue815": "厂",
}  # fmt: skip


@pytest.mark.parametrize("char", LOOK_ALIKES)
def test_the_usual_character_is_offered(read, char):
    text = f"---\n标题: 指南\n更新日期: 2026-09-01\n---\n第{char}条　甲。\n"
    loaded = read({"content/pages/a.md": text})
    (told,) = loaded.problems
    assert (told.rule, told.line, told.column) == ("look-alike-character", 5, 2)
    assert told.fix == f"改为“{LOOK_ALIKES[char]}”"
    assert f"U+{ord(char):04X}" in told.message
    assert loaded.documents[0].body == f"第{LOOK_ALIKES[char]}条　甲。\n"


def test_a_character_of_no_font_is_told_without_guessing(read):
    (told,) = read({"data/units/minzheng-ju.yml": "名称: 区\ue123局\n"}).problems
    assert (told.rule, told.line, told.column) == ("look-alike-character", 1, 6)
    assert "空框" in told.message
    assert "“名称: 区”后面" in told.message
    assert "重新输入" in told.fix


def test_what_is_offered_is_itself_no_look_alike():
    every = [*map(chr, range(0x2E80, 0x2FE0)), *map(chr, range(0xE000, 0xFB00))]
    offered = {char: look_alikes.usual(char) for char in every if characters.BAD.match(char)}
    assert [char for char, usual in offered.items() if characters.found_in(usual)] == []
    kangxi = {char: usual for char, usual in offered.items() if "\u2f00" <= char <= "\u2fd5"}
    assert {unicodedata.name(usual)[:3] for usual in kangxi.values()} == {"CJK"}
