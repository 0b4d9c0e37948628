"""How people ask for a column: it is a document with what it is about, and its own questions lead to it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from gongkai.render.gathering import column_questions


def cards(site: Path) -> dict[str, dict[str, Any]]:
    """Address → what search shows of it."""
    found = (json.loads(path.read_text("utf-8")) for path in site.glob("search/index/*/text/*.json"))
    return {each["url"]: each for each in found}


def work() -> dict[str, dict[str, list[str]]]:
    """Those of pages for officials, in the form of the others."""
    return {url: {"asked": asked} for url, asked in column_questions._work().items()}


def test_every_column_is_found_by_what_people_ask_for_it(demo):
    known, found = json.loads(column_questions._SHIPPED.read_text("utf-8")), cards(demo.folder)
    assert found["meetings/"]["type"] == "栏目" and found["meetings/"]["title"] == "会议开放"
    assert found["report-error/"]["type"] == "页面"
    # line by line for officials, as a whole for readers; the English version has a search of its own
    assert {found[url]["type"] for url in ("quality/", "retention/", "en/")} == {"栏目"}
    assert any("请客吃饭" in found[url]["asked"] for url in found if url.startswith("budgets/three-public/"))
    # a line stays one, and has its questions too
    assert found["quality/dead-links/"]["type"] == found["duties/matrix/"]["type"] == "公开质量"
    assert found["rulebook/review-recorded/"]["type"] == "规则"
    assert {asked["type"] for asked in found.values() if "新人要学什么" in asked.get("asked", "")} == {
        "要点任务"
    }
    for url, each in (known | work()).items():
        assert url in found, url
        assert set(each["asked"]) <= set(found[url]["asked"].split("\n")), url


def test_no_two_columns_are_asked_for_in_the_same_words() -> None:
    known = json.loads(column_questions._SHIPPED.read_text("utf-8")) | work()
    asked = [question for each in known.values() for question in each["asked"]]
    assert len(asked) == len(set(asked))
    assert all(each["asked"] for each in known.values())


def test_who_types_only_the_word_for_a_column_is_led_there(demo):
    """A question of one word names it, a longer one only leads there among others."""
    assert "投诉" in column_questions.named_by("contacts/")
    assert "打12345" not in column_questions.named_by("contacts/")
    (path,) = demo.folder.glob("search/index/words-*.json")
    columns = {address: others for _, address, others in json.loads(path.read_text("utf-8"))["columns"]}
    assert "投诉" in columns["contacts/"] and "预算" in columns["budgets/"]
    assert "有事打哪个电话" not in columns["contacts/"]
