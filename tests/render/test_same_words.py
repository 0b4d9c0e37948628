"""Page, search, feed and open data hold the words of the text, whatever signs stand in them."""

from __future__ import annotations

import html
import re
from pathlib import Path

from gongkai.exports import record_rows
from gongkai.render.records.pages import document
from gongkai.render.site import full_text
from gongkai.text import plain_text

ITEM = "content/items/minzheng-ju/2026/jiuzhu.md"
WORDS = """补助金额=建筑面积*300元*60%，尺寸2*3*4米。

公示名单：张*军、李*芳、王**，共3人；<姓名>、A&B、x^2^、`乙`、__丙__。

+ 20%

联系人：王女士
电话：010-60000001"""


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_same_words_everywhere(mini: Path, framed) -> None:
    path = mini / ITEM
    head = path.read_text("utf-8").partition("\n---\n")[0]
    path.write_text(f"{head}\n---\n{WORDS}\n", "utf-8")
    site = framed(mini)
    (record,) = (each for each in site.facts.register.items if each.source.path == ITEM)
    wanted = _squeezed(WORDS)
    page = plain_text(site.bodies.html(record, record.url))
    assert _squeezed(page) == wanted
    assert wanted in _squeezed(document(site.facts, record, page).text)
    assert wanted in _squeezed(html.unescape(re.sub(r"<[^>]*>", "", full_text(site, record))))
    assert _squeezed(str(record_rows.row(record, site.facts.register)["正文"])) == wanted
