"""A release is refused when the staged site does not hold what the stages promised."""

from __future__ import annotations

import datetime as dt
import gzip
import shutil
import struct
from pathlib import Path

import pytest

from gongkai import gate, pipeline
from gongkai.release import unpacked, verification
from gongkai.settings import Settings, read_column

PROJECT = Path(__file__).parents[2]
MINI = PROJECT / "tests/sites/mini"
DRAFT = """\
---
标题: 还没有写完的一条
单位: 区民政局
发布日期: 2026-11-20
公开事项: XZ-01
草稿: 是
---
这一句话只写在草稿里面任何人都不应当在网站上看到。
"""


@pytest.fixture(scope="module")
def checked():
    return pipeline.check(Settings(MINI, dt.date(2026, 11, 21), read_column(MINI)))


@pytest.fixture
def stage(mini_site, tmp_path):
    return Path(shutil.copytree(mini_site, tmp_path / "stage"))


def refusal(checked, stage):
    with pytest.raises(verification.NotVerified) as caught:
        verification.verify(checked, stage)
    return str(caught.value)


def test_a_site_as_it_was_built_is_in_order(checked, mini_site):
    lines = verification.verify(checked, mini_site)
    assert len(lines) == 3 and all(line.startswith("核对：") for line in lines)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda text: text.replace("<item>", "<thing>").replace("</item>", "</thing>"), "应有"),
        (lambda text: text[:-20], "读不出来"),
        (lambda text: None, "读不出来"),
    ],
)
def test_a_feed_that_is_broken_or_short_is_found(checked, stage, harm, said):
    feed = stage / "feeds/all.rss.xml"
    text = harm(feed.read_text("utf-8"))
    feed.unlink()
    if text is not None:
        feed.write_text(text, "utf-8")
    told = refusal(checked, stage)
    assert "feeds/all.rss.xml" in told or "all.rss.xml" in told
    assert said in told


def test_an_index_that_does_not_find_the_newest_page_is_found(checked, stage):
    for card in stage.glob("search/index/*/text/*.json"):
        card.write_text(card.read_text("utf-8").replace('"url":"', '"url":"x'), "utf-8")
    assert "搜索不到" in refusal(checked, stage)


def test_an_index_without_the_words_is_found(checked, stage):
    for chunk in stage.glob("search/index/*/index/*"):
        chunk.write_bytes(gzip.compress(b"\0\0\0\0"))
    assert "搜索不到" in refusal(checked, stage)


def test_a_site_without_an_index_is_found(checked, stage):
    shutil.rmtree(stage / "search/index")
    assert "搜索不到" in refusal(checked, stage)


def test_words_of_a_draft_are_looked_for_in_every_file(mini, stage):
    (mini / "content/items/minzheng-ju/2026/cao.md").write_text(DRAFT, "utf-8")
    checked = pipeline.check(Settings(mini, dt.date(2026, 11, 21), read_column(mini)))
    marked = verification.markers(checked.register, gate.released(checked.register))
    words = "这一句话只写在草稿里面任何人都不应当在网站上看到。"
    assert marked[words] == "content/items/minzheng-ju/2026/cao.md"
    verification.verify(checked, stage)
    (stage / "data/hidden.jsonl.gz").write_bytes(gzip.compress(words.encode()))
    told = refusal(checked, stage)
    assert told == "data/hidden.jsonl.gz 里有不该公布的文字，出自 content/items/minzheng-ju/2026/cao.md"


def test_what_the_search_knows_of_documents_is_read_part_by_part(tmp_path):
    part = gzip.compress("麒麟坊".encode())
    (tmp_path / "index").mkdir()
    (tmp_path / "index/columns.gram").write_bytes(struct.pack(">I", len(part)) + part)
    assert dict(unpacked.everything(tmp_path)) == {"index/columns.gram": "麒麟坊"}
