"""A typed question finds its answer: as a kind of its own, by the question, with the state of the day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.column.answers import gathered
from gongkai.render.gathering import answer_pages, answers

GOOD = Path(__file__).parents[1] / "sites/good"


@pytest.fixture
def site(framed):
    return framed(GOOD)


@pytest.fixture
def documents(site):
    """Address → what search is given of the pages of answers and of their lists."""
    pages = [planned.make() for part in (answer_pages, answers) for planned in part.planned(site)]
    return {page.url: page.document for page in pages if page.document}


def test_each_answer_is_given_once_with_its_question_as_title(documents, site):
    found = {each.url: each for each in gathered(site.facts.register)}
    assert found and {url for url, each in documents.items() if each.type == "问答"} == set(found)
    for url, answer in found.items():
        given = documents[url]
        assert (given.title, given.status) == (answer.asked.question, answer.state.value)
        assert given.text.startswith(answer.asked.answer)
        assert all(each.policy.title in given.text for each in answer.bases)


def test_of_the_lists_only_the_whole_is_given(documents):
    assert [url for url, each in documents.items() if each.type != "问答"] == ["answers/"]


def test_how_people_ask_a_question_finds_its_answer(site, documents):
    answer = next(each for each in gathered(site.facts.register) if each.first)
    said = replace(answer, asked=replace(answer.asked, sayings=("这事咋办",)))
    assert documents[answer.url].asked == ()
    assert answer_pages._document(said).asked == ("这事咋办",)
