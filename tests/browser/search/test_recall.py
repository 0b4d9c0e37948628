"""Pagefind finds whole words: whatever is cut out of a document between them finds all that hold it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from playwright.sync_api import Browser

from gongkai.search import PAGEFIND, SearchDocument, normalise

from ...night import NIGHT

ASK = """async (queries) => {
  const { Search } = await import("/zwgk/assets/js/search/search.js");
  const search = new Search(new URL("index/", document.baseURI));
  const found = [];
  for (const query of queries) {
    const { results, approximate } = await search.search(query, {}, { limit: 1000 });
    found.push(approximate ? [] : results.map(({ url }) => url));
  }
  return found;
}"""
Make = Callable[..., list[SearchDocument]]


def fields(document: SearchDocument) -> list[str]:
    """Pieces no phrase may cross, with everything but letters and digits taken out."""
    texts = [document.title, document.number, document.unit, *re.split(r"[。！；\n]", document.text)]
    return [bare(text) for text in texts]


def bare(text: str) -> str:
    """Letters and digits only, words and numbers kept apart; written without the room's own tokeniser."""
    words = re.findall(r"[a-z0-9]+|[\u4e00-\u9fff]", normalise(text))
    return " " + " ".join(words) + " "


def cut(documents: list[SearchDocument], count: int) -> list[str]:
    """Random pieces of 2 to 12 characters, never inside a number or a Latin word."""
    chance = random.Random(20260101)
    found: list[str] = []
    while len(found) < count:
        document = chance.choice(documents)
        text = chance.choice([document.title, document.number, *re.split("[。！；\n]", document.text)])
        start = chance.randrange(max(1, len(text) - 1))
        piece = text[start : start + chance.randint(2, 12)]
        whole = re.search(rf"(?<![A-Za-z0-9]){re.escape(piece)}(?![A-Za-z0-9])", text)
        if whole and len(bare(piece).split()) > 1 and not re.search(r"\s", piece):
            found.append(piece)
    return found


def test_random_pieces_find_exactly_their_documents(
    browser: Browser, make_documents: Make, site: Callable[..., str]
) -> None:
    documents = make_documents(110 if NIGHT else 60, seed=7)
    held = {d.url: fields(d) for d in documents}
    queries = cut(documents, 45 if NIGHT else 25)
    page = browser.new_page()
    page.goto(site(documents, PAGEFIND) + "search/")
    answers = page.evaluate(ASK, queries)
    page.close()
    wrong = []
    for query, answer in zip(queries, answers, strict=True):
        truth = {url for url, parts in held.items() if any(bare(query) in part for part in parts)}
        assert truth
        if set(answer) != truth or len(answer) != len(truth):
            wrong.append((query, len(answer), len(truth)))
    assert wrong == []
