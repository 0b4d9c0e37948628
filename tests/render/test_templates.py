"""The filters of our templates, and what the environment refuses."""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from pathlib import Path

import jieba
import jinja2
import pytest

from gongkai.common.said_days import cn_date
from gongkai.render.bodies import fill_notes
from gongkai.render.frame import title_words
from gongkai.render.frame.templates import environment, filesize

OVERRIDES = Path(__file__).parents[2] / "overrides"
CONTENT = OVERRIDES.parent / "content"


def test_a_date_is_written_as_in_chinese_text():
    assert cn_date(dt.date(2026, 1, 5)) == "2026年1月5日"


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1 KB"),
        (1, "1 KB"),
        (1536, "2 KB"),
        (319_488, "312 KB"),
        (1024 * 1024 - 1, "1024 KB"),
        (1_468_006, "1.4 MB"),
    ],
)
def test_a_size_is_never_nothing(size, words):
    assert filesize(size) == words.replace(" ", "\N{NO-BREAK SPACE}")


def test_no_word_is_cut_by_what_a_screen_reader_stops_at():
    """In the name of a link or heading ``<wbr>`` is read as a space, and a search in the page stops at it."""
    files = [path for path in OVERRIDES.rglob("*") if path.suffix in {".html", ".js"}]
    assert len(files) > 100
    assert not [path.name for path in files if re.search(r"<wbr|&shy;|\u200b", path.read_text("utf-8"))]


def test_words_learnt_as_needed_cut_as_the_whole_dictionary_does():
    whole = jieba.Tokenizer()
    whole.FREQ, whole.total = whole.gen_pfdict(whole.get_dict_file())
    whole.initialized = True
    titles = [path.read_text("utf-8").split("\n", 2)[1] for path in sorted(CONTENT.rglob("*.md"))]
    learning = title_words.Segmenter()
    assert len(titles) > 100
    for title in titles:
        assert list(learning.cut(title)) == list(whole.cut(title, HMM=False))


def test_words_are_read_from_the_package_not_from_a_shared_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "jieba.cache").write_bytes(b"not ours")
    title_words.segmenter.cache_clear()
    assert title_words.title_words("老旧小区加装电梯办法") == ["老", "旧", "小区", "加装", "电梯", "办法"]
    assert (tmp_path / "jieba.cache").read_bytes() == b"not ours"


def test_an_unknown_name_in_a_template_is_an_error():
    made = environment(OVERRIDES)
    with pytest.raises(jinja2.UndefinedError):
        made.from_string("{{ nothing }}").render()
    assert made.from_string("{{ a }}").render(a="<b>") == "&lt;b&gt;"


@pytest.mark.parametrize(
    "path", sorted(OVERRIDES.rglob("*.html")), ids=lambda p: p.relative_to(OVERRIDES).as_posix()
)
def test_every_template_can_be_read(path):
    environment(OVERRIDES).get_template(path.relative_to(OVERRIDES).as_posix())


def test_notes_go_into_their_holes_and_other_holes_close():
    html = "<p>一</p><!--notes:tiao-1--><p>二</p><!--notes:tiao-2--><!-- 注 -->"
    assert fill_notes(html, {"tiao-1": "<i>\\1</i>"}) == "<p>一</p><i>\\1</i><p>二</p><!-- 注 -->"
