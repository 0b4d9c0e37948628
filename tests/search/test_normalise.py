"""One form for comparing: what it makes equal, and that the browser makes exactly the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.search import normalise, spaced
from gongkai.search.make_traditional import JAVASCRIPT, PYTHON, as_javascript, as_python, table
from gongkai.search.normalise import BREAK, _folded, _spaces
from gongkai.search.traditional import TRADITIONAL

from ..night import NIGHT


@pytest.mark.parametrize(
    "typed",
    [
        "西政发〔2023〕5号",
        "西政发[2023]5号",
        "西政发［２０２３］５号",
        "西政发(2023)5号",
        "西政發（2023）5號",
        "西政发【2023】5号",
    ],
)
def test_every_way_to_type_a_document_number_is_one(typed: str) -> None:
    assert normalise(typed) == "西政发(2023)5号"
    assert spaced(typed) == "西 政 发 2023 5 号"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("老旧小区，改造", "老 旧 小 区 改 造"),
        ("GB/T 19001-2016", "gb t 19001 2016"),
        ("电话010-83926666", "电 话 010 83926666"),
        ("關於臺灣同胞", "关 于 台 湾 同 胞"),
        ("ＡＢＣ　café", "abc cafe"),
        ("一句。二句；\n\n三句！", f"一 句 {BREAK} 二 句 {BREAK} 三 句"),
        ("2023年12月", "2023 年 12 月"),
        ("𠮷野家 〇二 々", "𠮷 野 家 〇 二 々"),
        ("《》，。", ""),
    ],
)
def test_tokens(text: str, tokens: str) -> None:
    assert spaced(text) == tokens


def test_what_is_not_looked_at_closely_stays_as_it_is() -> None:
    """The quick way of a text makes what the long way of every sign makes."""
    step = 1 if NIGHT else 7
    han = range(0x2E80, 0xA000, step)
    for code in (
        *range(0x250),
        *range(0x2000, 0x2100),
        *range(0x2E80, 0x3400),
        *han,
        *range(0xF900, 0x10000),
    ):
        text = f"甲{chr(code)}乙"
        assert normalise(text) == _spaces(_folded(text)), hex(code)


def test_normalising_twice_changes_nothing() -> None:
    @given(st.text())
    def check(text: str) -> None:
        assert normalise(normalise(text)) == normalise(text)
        assert spaced(normalise(text)) == spaced(text)

    check()


def test_committed_tables_are_what_the_script_writes() -> None:
    pairs = table()
    assert PYTHON.read_text(encoding="utf-8") == as_python(pairs)
    assert JAVASCRIPT.read_text(encoding="utf-8") == as_javascript(pairs)
    assert pairs["臺"] == "台" and pairs["爲"] == "为" and pairs["發"] == "发" and "政" not in pairs


def test_the_browser_reads_the_table_for_every_traditional_character_and_for_no_simplified_text(
    call: Callable[..., list[Any]],
) -> None:
    rare = call("normalise.js", "rare", [[char] for char in TRADITIONAL])
    assert [char for char, found in zip(TRADITIONAL, rare, strict=True) if not found] == []
    texts = ["老旧小区综合整治，二〇二六年〔2026〕5号", "GB/T 7714—2015 café ①", "\uf900"]
    assert call("normalise.js", "rare", [[text] for text in texts]) == [False, False, True]


def test_the_browser_makes_each_traditional_character_the_one_that_python_makes_it(
    call: Callable[..., list[Any]],
) -> None:
    assert call("normalise.js", "normalise", [[TRADITIONAL]]) == [normalise(TRADITIONAL)]
