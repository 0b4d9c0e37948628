"""What is found is what is there: all kinds of queries against a reading of every document."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.search import SearchDocument, index
from gongkai.search.grams import buckets, hot, leaves, packing, parts

#: Node over whole indexes
pytestmark = pytest.mark.slow
Ask = Callable[..., list[dict[str, Any]]]
Bench = dict[str, Any]
PLAIN = SearchDocument("a/", "关于甲的通知", "", "", "政策文件", "区民政局", "2026", "有效", "2026-03-01")


def wrong(
    bench: Bench, documents: list[SearchDocument], asked: list[str], answers: list[dict[str, Any]]
) -> list[Any]:
    """Queries whose answer is not the truth, or that take a part of a number for the whole of it."""
    truth = bench["Truth"](documents)
    faults = []
    for query, answer in zip(asked, answers, strict=True):
        found = answer["found"]
        whole = {url for url, partial in found.items() if not partial}
        if found.keys() != truth.holding(query) or whole != truth.whole(query):
            faults.append((query, len(found), len(truth.holding(query)), len(whole), len(truth.whole(query))))
    return faults


@pytest.mark.parametrize(
    "running", [pytest.param(3000, marks=pytest.mark.night, id="one shard"), pytest.param(60, id="years")]
)
def test_every_kind_of_query_finds_exactly_what_holds_it(
    tmp_path: Path, bench: Bench, ask: Ask, running: int
) -> None:
    column = bench["make"](120, seed=3)
    queries = [each for each in bench["draw"](column, seed=running) if each.exact]
    assert len(queries) > 300 and len({each.kind for each in queries}) == 19
    index(column.documents, tmp_path / "out", work=tmp_path / "work", running=running, closed=90)
    asked = [each.text for each in queries]
    answers = ask(tmp_path / "out", asked)
    assert wrong(bench, column.documents, asked, answers) == []
    truth = bench["Truth"](column.documents)
    for query, answer in zip(asked, answers, strict=True):
        first = {result["url"] for result in answer["results"][: len(truth.named(query))]}
        assert first == truth.named(query) or len(first) == 10


def test_a_comma_breaks(tmp_path: Path, ask: Ask) -> None:
    document = replace(PLAIN, text="坚持从严管理，加强公开。\n第一行\n第二行")
    index([document], tmp_path / "out", work=tmp_path / "work")
    asked = ["理，加", "理加", "一行第", "第二行", "通知区", "甲的通知"]
    assert [len(each["found"]) for each in ask(tmp_path / "out", asked)] == [1, 0, 0, 1, 0, 1]


def test_part_of_a_number_is_told_apart_and_stands_below(tmp_path: Path, ask: Ask) -> None:
    texts = {"2026-09": "共15年。", "2026-08": "共5年。", "2026-07": "编号15年，期限5年。", "2026-06": "A5年"}
    documents = [replace(PLAIN, url=f"{day}/", date=f"{day}-01", text=text) for day, text in texts.items()]
    index(documents, tmp_path / "out", work=tmp_path / "work")
    (answer,) = ask(tmp_path / "out", ["5年"])
    assert [result["url"] for result in answer["results"]] == ["2026-08/", "2026-07/", "2026-09/", "2026-06/"]
    assert (answer["count"], answer["partial"]) == (4, 2)


def test_texts_of_any_length_and_script(tmp_path: Path, bench: Bench, ask: Ask) -> None:
    """A very long line, one line very many times, characters outside the BMP."""
    line = "".join(f"第{n}条𠮷野家甲乙{n * 7}丙；" for n in range(1000))
    many = replace(
        PLAIN, url="many/", text="本办法自公布之日起施行，由区民政局负责解释并组织实施工作。\n" * 2300
    )
    documents = [
        PLAIN,
        replace(PLAIN, url="long/", text=line),
        many,
        replace(PLAIN, url="astral/", text="𠮷𠮷，野"),
    ]
    index(documents, tmp_path / "out", work=tmp_path / "work")
    asked = [line[at : at + 40] for at in range(16000, 16460, 23)]
    asked += [line[at : at + 5] for at in range(16000, 16270, 3)]
    asked += [
        "𠮷",
        "𠮷野",
        "𠮷𠮷",
        "野",
        "由区民政局负责解释并组织实施工作。",
        "本办法自公布之日起施行，由区民政局负责解释并组织实施工作。",
    ]
    assert wrong(bench, documents, asked, ask(tmp_path / "out", asked)) == []


def test_what_few_files_tell_is_not_looked_for_in_every_document(tmp_path: Path, ask: Ask) -> None:
    """Twenty documents begin alike, two files tell them apart; eleven that no file tells apart are read."""
    texts = [f"编号庚第{n}项某{n * 7}件" for n in range(20)] + [f"天地玄黄{n}" for n in range(30)]
    documents = [replace(PLAIN, url=f"{n}/", text=text) for n, text in enumerate(texts)]
    index(documents, tmp_path / "out", work=tmp_path / "work")
    told, read = ask(tmp_path / "out", ["庚第13项某91件", "天地玄黄19"])
    assert (list(told["found"]), list(read["found"])) == (["13/"], ["39/"])
    told_texts, read_texts = (sum(name.startswith("2026-") for name in each["read"]) for each in (told, read))
    assert told_texts <= 2 and read_texts >= 11


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything cut so small that a few texts have it all: leaves in parts, hot strings, many tables."""
    for module, name, value in (
        (leaves, "LIMIT", 3), (parts, "MOST", 5), (parts, "BLOCK", 7),
        (buckets, "BUCKET", 50), (buckets, "BLOCK", 70),
        (packing, "SMALL", 30), (packing, "LARGE", 60), (packing, "RARE", 1), (packing, "FAN", 4),
        (hot, "SMALL", 20), (hot, "LARGE", 60),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, value)


def test_hostile_texts(tmp_path: Path, bench: Bench, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Random texts of few characters, cut very small, so that everything is hot, long or at an edge."""
    small(monkeypatch)
    texts: list[str] = []

    @settings(max_examples=80, deadline=None, database=None, derandomize=True)
    @given(st.text(st.sampled_from("甲乙12a𠮷，。 \n〔）臺ﬁ\uffff\u3000"), max_size=60))
    def collect(made: str) -> None:
        texts.append(made)

    collect()
    documents = [replace(PLAIN, url=f"{n}/", title=f"件{n}", text=made) for n, made in enumerate(texts)]
    index(documents, tmp_path / "out", work=tmp_path / "work")
    pieces = {
        made[at : at + size] for made in texts for at in range(0, len(made), 9) for size in (1, 2, 4, 9)
    }
    asked = [each for each in sorted(pieces) if bench["parts"](each)]
    assert len(asked) > 200
    assert wrong(bench, documents, asked, ask(tmp_path / "out", asked)) == []


def test_filters_count_each_of_several_topics(tmp_path: Path, ask: Ask) -> None:
    documents = [
        replace(PLAIN, topic=("民政养老", "住房保障"), audience=("个人",)),
        replace(PLAIN, url="b/", topic=("住房保障",), unit=""),
        replace(PLAIN, url="c/", title="另一件"),
    ]
    index(documents, tmp_path / "out", work=tmp_path / "work")
    (answer,) = ask(tmp_path / "out", ["通知"])
    assert answer["facets"]["topic"] == {"民政养老": 1, "住房保障": 2}
    assert answer["facets"]["audience"] == {"个人": 1} and answer["facets"]["unit"] == {"区民政局": 1}
    (chosen,) = ask(tmp_path / "out", [""], topic="住房保障")
    assert [result["url"] for result in chosen["results"]] == ["b/", "a/"]
    assert chosen["facets"]["topic"] == {"民政养老": 1, "住房保障": 2}
    overview = json.loads((tmp_path / "out/shards.json").read_text("utf-8"))["facets"]
    assert overview["topic"] == answer["facets"]["topic"]
