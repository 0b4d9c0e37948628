"""Latin letters that mean Chinese words, and words mistyped: built, then asked as a browser asks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gongkai.search import SearchDocument, index, pinyin, write_typing_aids, write_words
from gongkai.search.readings import characters
from gongkai.search.words import Named, tables

PLAIN = SearchDocument("a/", "关于甲的通知", "", "", "政策文件", "区民政局", "2026", "有效", "2026-03-01")
TITLES = {
    "lift/": "老旧小区加装电梯补助办法",
    "parking/": "公共停车场管理办法",
    "waste/": "生活垃圾分类实施细则",
    "units/housing/": "区住房城市建设委",
    "task/": "要点任务：医疗保障",
}

TYPES = {"task/": "要点任务"}


def cut(title: str) -> list[str]:
    """Words of two characters, so that phrases begin where they do in these titles."""
    return [title[at : at + 2] for at in range(0, len(title), 2)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("aids")
    documents = [
        replace(
            PLAIN, url=url, title=title, text=f"{title}，自公布之日起施行。", type=TYPES.get(url, "政策文件")
        )
        for url, title in TITLES.items()
    ]
    said = tables([("住建委", ["区住房城市建设委"])], [Named("政策解读", "interpretations/")])
    index(documents, folder / "out", work=folder / "work")
    write_words(said, folder / "out")
    write_typing_aids(documents, said, cut, folder / "out")
    return folder / "out"


Ask = Callable[..., list[dict[str, Any]]]


@pytest.mark.parametrize(
    ("typed", "meant", "first"),
    [
        ("dianti", "电梯", "lift/"),
        ("jiazhuang dianti", "加装电梯", "lift/"),
        ("JZDT", "加装电梯", "lift/"),
        ("jiazhdt", "加装电梯", "lift/"),
        # no name has both, each of them is a word
        ("laji xize", "垃圾 细则", "waste/"),
        ("zhujianwei", "区住房城市建设委", "units/housing/"),
        ("yiliao", None, None),
        ("jz", None, None),
        ("dian", None, None),
    ],
)
def test_letters_find_what_is_read_so(built: Path, ask: Ask, typed: str, meant: str, first: str) -> None:
    (answer,) = ask(built, [typed])
    assert answer["said"][:1] == ([meant] if meant else [])
    assert [each["url"] for each in answer["results"]][:1] == ([first] if first else [])


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("加装电悌", "加装电梯"),  # the same sound
        ("停车厂", "停车场"),
        ("加装电捷", "加装电梯"),  # the wrong sign, seldom the same sound
        ("生活垃分类", "生活垃圾分类"),  # one missing
        ("生活垃垃圾分类", "生活垃圾分类"),  # one too many
        ("加装梯电", "加装电梯"),  # two in the wrong order
        ("电悌 补助", "电梯 补助"),
        ("电", None),
        ("甲乙丙丁戊", None),
    ],
)
def test_mistyped_words_are_offered_never_asked(built: Path, ask: Ask, typed: str, offered: str) -> None:
    (answer,) = ask(built, [typed])
    assert [each["query"] for each in answer["instead"]] == ([offered] if offered else [])
    assert answer["approximate"] or offered or typed == "电"
    assert answer["count"] <= 50


def test_files_stay_small_and_are_named_in_the_head(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pinyin, "_MOST", 5)
    monkeypatch.setattr(pinyin, "_FILE", 100)
    (tmp_path / "shards.json").write_text("{}", "utf-8")
    names = [f"{one}{two}" for one in characters()["shi"][:40] for two in "是十"] + ["电梯", "银行"]
    assert pinyin.write(names, lambda name: [name], tmp_path) == 7
    head = json.loads((tmp_path / "shards.json").read_text("utf-8"))
    listed = json.loads((tmp_path / head["pinyin"]).read_text("utf-8"))
    assert (listed["keys"], len(listed["names"])) == (["dt", "yh"], 2)
    found: dict[str, list[Any]] = {}
    for name in listed["names"]:
        found |= json.loads((tmp_path / name).read_text("utf-8"))
    assert len(found["ss"]) == 5 and found["yh"] == [["银行", "yin hang", 1]]


def test_phrases_begin_at_words_and_keep_their_number() -> None:
    counted = pinyin.counted(["加装电梯（试行）", "加装电梯"], cut)
    assert counted == {("加装", "电梯"): 2, ("电梯",): 2, ("试行",): 1}
