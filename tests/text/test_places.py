"""Where the parts of a page begin in its words, so that a search can lead there."""

from __future__ import annotations

from gongkai.text import places, plain_text

HTML = """<h2 id="h-1">第一章　总则</h2>
<section class="article" id="tiao-1"><p><strong>第一条</strong>　为了方便居民。</p></section>
<details class="fold qa" id="wen-1"><summary>1. 怎样办？</summary><p>到窗口。</p></details>
<p>没有地址的一段。</p>"""


def test_each_part_is_known_by_its_first_line() -> None:
    found = places(HTML)
    assert found == [("h-1", "第一章　总则"), ("tiao-1", "第一条　为了方便居民。"), ("wen-1", "1. 怎样办？")]
    lines = plain_text(HTML).split("\n")
    assert all(line in lines for _, line in found)


def test_an_empty_part_leads_to_what_follows_and_plain_text_has_none() -> None:
    assert places('<div id="a"></div><p id="b">字</p>') == [("a", "字"), ("b", "字")]
    assert places("<p>字</p>") == []
