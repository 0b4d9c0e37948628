"""The browser normalises exactly as Python does."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from gongkai.search import normalise, spaced
from gongkai.search.grams.text import compact

BOTH = """async (texts) => {
  const { compact, normalise, prepare, spaced } = await import("/zwgk/assets/js/search/normalise.js");
  await prepare(texts.join(""));
  return texts.map((text) => [normalise(text), spaced(text), compact(text)]);
}"""


def test_browser_normalises_alike(
    browser: Browser, site: Callable[..., str], make_documents: Callable[..., Any]
) -> None:
    documents = make_documents(60)
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
    different = [text for text, answer in zip(texts, answers, strict=True) if forms(text) != answer]
    assert different == []


def forms(text: str) -> list[str]:
    """As Python has it; halves of characters made whole again."""
    halves = compact(text).encode("utf-16-le", "surrogatepass")
    return [normalise(text), spaced(text), halves.decode("utf-16-le")]


def samples() -> list[str]:
    """Random text of any assigned characters, the troublesome ones more often."""
    found: list[str] = []
    assigned = st.characters(exclude_categories=["Cs", "Cn", "Co"])
    awkward = st.sampled_from(
        "〔〕［］“”《》。！；\n\r\t\u3000\u200b\u2028\x1c\x85ςΣİſ①㎡ﬁ臺灣發號がｶﾞ\u0301한\u1112"
    )

    @settings(database=None)
    @given(st.lists(st.one_of(assigned, awkward), max_size=30).map("".join))
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found
