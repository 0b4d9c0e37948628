"""Words of two characters that are written wrong, English words among Chinese ones: asked as in a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from gongkai.search import SearchDocument, index, write_typing_aids, write_words
from gongkai.search.words import tables

PLAIN = SearchDocument("a/", "", "", "", "政策文件", "区民政局", "2026", "有效", "2026-03-01")
#: address → title and text
PAGES = {
    "poor/": ("最低生活保障办法", "低保金按月发放。"),
    "lock/": ("地锁管理办法", "不得私装地锁。"),
    "land/": ("征收办法", "土地所有权人应当到场。"),
    "heat/": ("供暖保障", "十一月十五日开始供暖。"),
    "dog/": ("养犬登记", "每年登记一次。"),
    "parking/": ("停车收费办法", "夜间停车按次收费。"),
    "sign/": ("签书面合同意见", "当面签字。"),
    "joint/": ("共同合意登记", "双方同合意思表示。"),
}
#: what is typed → what is offered, and what stands first
ASKED: dict[str, tuple[str | None, str | None]] = {
    # the same sound, where the word stands nowhere
    "低宝": ("低保", "poor/"),
    "办低宝": ("办低保", "poor/"),
    # it stands in 土地所有权, but is no word there
    "地所": ("地锁", "lock/"),
    "土地": (None, "land/"),
    "所有权": (None, "land/"),
    # a sign that looks like the right one
    "供暧": ("供暖", "heat/"),
    "甲乙": (None, None),
    # two in the wrong order: what holds them as they were meant stands before what only has more of the pairs
    "面同合意": ("面合同意", "sign/"),
    "书面同合意": ("书面合同意", "sign/"),
    # English among Chinese words; alone, where two words are known
    "dog license 怎么办": (None, "dog/"),
    "how much is the parking fee": (None, "parking/"),
    "what is the weather": (None, None),
    # pinyin is none
    "yangquan": (None, "dog/"),
}


def test_words_that_were_meant_are_asked(tmp_path: Path, ask: Callable[..., list[dict[str, Any]]]) -> None:
    documents = [replace(PLAIN, url=url, title=title, text=text) for url, (title, text) in PAGES.items()]
    said = tables([("低保", ["最低生活保障"]), ("狗证", ["养犬登记"])], [])
    index(documents, tmp_path / "out", work=tmp_path / "work")
    write_words(said, tmp_path / "out")
    write_typing_aids(documents, said, lambda title: [title[:2], title[2:]], tmp_path / "out")
    for (query, (offered, first)), answer in zip(ASKED.items(), ask(tmp_path / "out", [*ASKED]), strict=True):
        assert [each["query"] for each in answer["instead"]][:1] == ([offered] if offered else []), query
        assert [each["url"] for each in answer["results"]][:1] == ([first] if first else []), query


def test_a_long_name_that_stands_somewhere_is_not_looked_for_in_pieces(
    tmp_path: Path, ask: Callable[..., list[dict[str, Any]]]
) -> None:
    """One character shorter, and what holds most of it stands behind what holds it."""
    texts = {"won/": "中标单位为示例桥春餐饮有限公司。", "other/": "示例餐饮有限公司，桥春餐饮公司。"}
    documents = [replace(PLAIN, url=url, title=url[:-1], text=text) for url, text in texts.items()]
    index(documents, tmp_path / "out", work=tmp_path / "work")
    write_words(tables([], []), tmp_path / "out")
    whole, shorter = ask(tmp_path / "out", ["示例桥春餐饮有限公司", "示例桥春餐饮有限公"])
    assert [each["url"] for each in whole["results"]] == ["won/"]
    assert [each["url"] for each in shorter["results"]] == ["won/", "other/"]


def test_of_a_word_only_the_sign_is_put_right_that_is_in_all_pairs_that_stand_nowhere(
    call: Callable[..., list[Any]],
) -> None:
    """Each writing that is tried costs files: 供暧费用 has its fault in both pairs of 暧, not in 费."""
    places = call(
        "misread.js", "suspected", [[[True, False, False]], [[True, True, True]], [[False, True, False]]]
    )
    assert places == [[2], [0, 1, 2, 3], []]
    assert call("misread.js", "suspected", [[[False, True, True]], [[True, True, False]]]) == [[0, 1], [2, 3]]
