"""What a search knows beside its index: answers with whom to call, units with their duties, datasets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai.column.answers import gathered
from gongkai.records.types.dataset import Dataset
from gongkai.records.vocabulary.documents import AnswerState


def named(site: Path, key: str) -> Any:
    """What a file holds that the index of a built site names."""
    folder = site / "search/index"
    name = json.loads((folder / "shards.json").read_text("utf-8"))[key]
    return json.loads((folder / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def cards(demo):
    """Address → the card of an answer, as a browser reads it."""
    packs = named(demo.folder, "answers")["packs"]
    files = [demo.folder / f"search/index/answers/{name}.json" for name in packs]
    return {card["url"]: card for file in files for card in json.loads(file.read_text("utf-8"))}


def test_every_answer_has_a_card_with_its_words_its_ground_and_whom_to_call(cards, recorded):
    found = {each.url: each for each in gathered(recorded)}
    assert cards.keys() == found.keys()
    for url, answer in found.items():
        card = cards[url]
        assert card["question"] == answer.asked.question
        assert answer.asked.answer.startswith(card["answer"]) and card["cut"] == (
            card["answer"] != answer.asked.answer
        )
        assert card["states"][0] == ["", answer.state.value, answer.state.slug]
        assert card["phones"] and all(len(phone) == 4 for phone in card["phones"])
        assert [each["url"] for each in card["bases"]] == [each.address for each in answer.bases[:2]]
        assert all(each["title"] in card["about"] for each in card["bases"])


def test_of_what_has_ended_the_card_leads_on_and_to_no_guide(cards, recorded):
    ended = [cards[each.url] for each in gathered(recorded) if each.state is AnswerState.ENDED]
    assert ended and not any(card["services"] for card in ended)
    assert any("successor" in basis for card in ended for basis in card["bases"])
    coming = [cards[each.url] for each in gathered(recorded) if each.state is AnswerState.NOT_YET]
    assert coming and all(card["states"][1][1:] == ["有效", "valid"] for card in coming)


def test_every_address_of_a_card_and_of_the_help_is_a_page(demo, cards):
    shown = [
        *(each["url"] for card in cards.values() for each in card["bases"]),
        *(url for card in cards.values() for _, url in card["services"]),
    ]
    told = named(demo.folder, "help")
    shown += [told["request"], *(each["url"] for each in (*told["units"], *told["datasets"]))]
    assert [url for url in shown if url.partition("#")[0] not in demo.pages] == []


def test_units_with_what_they_do_and_datasets_that_have_names(demo, recorded):
    told = named(demo.folder, "help")
    assert {each["label"] for each in told["units"]} == {
        unit.label for unit in recorded.units if unit.state == "在用"
    }
    for each in told["units"]:
        assert recorded.unit(each["label"]).name in each["words"]
    titles = {each["title"] for each in told["datasets"]}
    assert titles and titles <= {each.name for each in recorded.public(Dataset)}
    for each in told["datasets"]:
        head = demo.folder / each["url"] / "table/head.bin"
        assert head.is_file() and each["version"] in (demo.folder / each["url"] / "index.html").read_text()
