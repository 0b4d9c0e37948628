"""One form for comparing: what it makes equal, and that the browser makes exactly the same."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from gongkai.search import normalise, spaced
from gongkai.search.make_traditional import JAVASCRIPT, PYTHON, as_javascript, as_python, table
from gongkai.search.normalise import BREAK

BOTH = """async (texts) => {
  const { normalise, spaced } = await import("/zwgk/assets/js/search/normalise.js");
  return texts.map((text) => [normalise(text), spaced(text)]);
}"""


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


def test_normalising_twice_changes_nothing() -> None:
    @settings(max_examples=300, deadline=None)
    @given(st.text())
    def check(text: str) -> None:
        assert normalise(normalise(text)) == normalise(text)
        assert spaced(normalise(text)) == spaced(text)

    check()


def test_committed_tables_are_what_the_script_writes() -> None:
    pairs = table()
    assert PYTHON.read_text(encoding="utf-8") == as_python(pairs)
    assert JAVASCRIPT.read_text(encoding="utf-8") == as_javascript(pairs)
    assert pairs["臺"] == "台" and pairs["發"] == "发" and "政" not in pairs


def test_browser_normalises_alike(
    browser: Browser, site: Callable[..., str], make: Callable[..., Any]
) -> None:
    documents = make(60)
    texts = [d.title + d.number + d.text for d in documents]
    texts += [
        *map(chr, range(0x20, 0x3400)),
        *map(chr, range(0xA000, 0xD800)),
        *map(chr, range(0xF900, 0x10000)),
    ]
    texts += ["".join(map(chr, range(code, code + 64))) for code in range(0x3400, 0xA000, 64)]
    texts += samples()
    # characters newer than Python's tables are letters to the browser and nothing yet to Python
    texts = ["".join(c for c in text if unicodedata.category(c) != "Cn") for text in texts]
    page = browser.new_page()
    page.goto(site(documents[:3]) + "search/")
    answers = page.evaluate(BOTH, texts)
    page.close()
    different = [t for t, (n, s) in zip(texts, answers, strict=True) if (normalise(t), spaced(t)) != (n, s)]
    assert different == []


def samples() -> list[str]:
    """Random text of any assigned characters, the troublesome ones more often."""
    found: list[str] = []
    assigned = st.characters(exclude_categories=["Cs", "Cn", "Co"])
    awkward = st.sampled_from(
        "〔〕［］“”《》。！；\n\r\t\u3000\u200b\u2028\x1c\x85ςΣİſ①㎡ﬁ臺灣發號がｶﾞ\u0301한\u1112"
    )

    @settings(max_examples=500, deadline=None, database=None, derandomize=True)
    @given(st.lists(st.one_of(assigned, awkward), max_size=30).map("".join))
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found
