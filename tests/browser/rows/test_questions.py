"""The browser's answers to many kinds of questions, against a scan of all rows; no site around the files."""

from __future__ import annotations

import datetime as dt
import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from gongkai.column.register import Register
from gongkai.column.validate import validate
from gongkai.exports.datasets import write
from gongkai.load import load
from gongkai.records.column import Column

PROJECT = Path(__file__).parents[3]
BENCH = runpy.run_path(str(PROJECT / "scripts/lib/bench_rows.py"))
HOST = "https://column.test/zwgk/"
ASK = """async ([searches, scanned]) => {
  const { Store } = await import('./assets/js/rows/store.js');
  const { read, write } = await import('./assets/js/rows/address.js');
  const store = new Store(new URL('datasets/jiancha/table/', document.baseURI), 'v');
  const head = await store.open();
  if (scanned) head.bytes.rows = 1e9;
  const found = [];
  for (const search of searches) {
    const asked = read(search, head);
    const answer = await store.ask({ ...asked, oldest: asked.column === head.date && asked.up });
    const total = await answer.total();
    const pages = Math.max(1, Math.ceil(total / head.page));
    const from = (Math.min(asked.page, pages) - 1) * head.page;
    const rows = await store.rows(await answer.ids(from, from + head.page));
    found.push([total, rows.map((cells) => cells[0]), decodeURIComponent(write(asked, head))]);
  }
  return found;
}"""
PAGE = "<!doctype html><html lang=zh-CN><title>甲</title>"


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Any]]:
    """3,000 rows in chunks of 300, and questions with their answers."""
    root = tmp_path_factory.mktemp("rows")
    rows = BENCH["make"](root, 3_000)
    loaded = load(root)
    column: Any = Column.model_validate(
        {
            "门户名称": "甲",
            "栏目网址": HOST,
            "网站域名": "column.test",
            "网站标识码": "1100000000",
            "主办单位": "甲",
            "联系方式": "甲",
        }
    )
    records = validate(loaded.documents).records
    register = Register(records, dt.date(2026, 11, 21), column, tables=loaded.tables)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gongkai.exports.datasets.column_store.CHUNK", 300)
        write(register, root, root / "site")
    return root / "site", BENCH["questions"](rows)


@pytest.mark.parametrize("scanned", [False, True], ids=["as planned", "scanning for every word"])
def test_every_answer_is_that_of_a_full_scan(
    asked: tuple[Path, list[Any]], browser: Browser, scanned: bool
) -> None:
    folder, questions = asked

    def answer(route: Route) -> None:
        path = route.request.url.split("?")[0].removeprefix(HOST)
        file = PROJECT / "overrides" / path if path.startswith("assets/") else folder / path
        if path:
            route.fulfill(path=file)
        else:
            route.fulfill(body=PAGE, content_type="text/html")

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto(HOST)
    found = page.evaluate(ASK, [[each.search for each in questions], scanned])
    page.close()
    wrong = [
        (question.label, total, question.total)
        for question, (total, numbers, _) in zip(questions, found, strict=True)
        if (total, numbers) != (question.total, question.numbers)
    ]
    assert wrong == []
    assert len(questions) > 60 and json.dumps([each[2] for each in found])
    page_of = {question.label: address for question, (_, _, address) in zip(questions, found, strict=True)}
    assert page_of["区市场监管局 2024年"] == "year=2024&检查机关=区市场监管局"
