"""The knowledge base on the demonstration: every answer once in its lists, each page with its grounds."""

from __future__ import annotations

import json

import pytest

from gongkai.column.answers import answers, gathered
from gongkai.records.vocabulary.documents import AnswerState

URL = "answers/"


def entries(demo, url):
    return [a.text_content() for a in demo.pages[url].xpath("//*[@class='entry__title']/a")]


def pages_of(demo, url):
    """The questions on all pages of a list, in their order."""
    found, number = entries(demo, url), 2
    while f"{url}page/{number}/" in demo.pages:
        found += entries(demo, f"{url}page/{number}/")
        number += 1
    return found


def test_every_answer_stands_once_in_the_whole_list_and_what_has_ended_last(demo, recorded):
    found = gathered(recorded)
    assert pages_of(demo, URL) == [each.asked.question for each in found]
    assert {each.state for each in found} >= {AnswerState.VALID, AnswerState.ENDED, AnswerState.AMENDED}
    last = f"{URL}page/{-(-len(found) // 20)}/"
    assert demo.pages[last].xpath("//section[@id='shixiao']//h3")


def test_the_ways_in_say_how_many_there_are_and_lead_to_them(demo, recorded):
    links = demo.pages[URL].xpath("//ul[contains(@class, 'blocks')]//a")
    assert links
    for link in links:
        address = demo.resolve(URL, link.get("href"))[0]
        count = link.xpath("./span[@class='blocks__count']")[0].text_content()
        assert count == f"{len(pages_of(demo, address))} 条", address


def test_each_page_says_its_state_first_and_leads_to_its_article(demo, recorded):
    for answer in answers(recorded):
        page = demo.pages[answer.url]
        chip = page.xpath("//main//p[@class='kicker']/span")[0]
        assert chip.text_content().endswith(answer.state.value)
        [title] = page.xpath("//h1")
        assert title.text_content() == answer.asked.question
        assert answer.asked.answer in page.xpath("//section[@class='answer']")[0].text_content()
        targets = {(address, place) for _, address, place in demo.links(answer.url)}
        for basis in answer.bases:
            for cited in basis.cited:
                assert cited.now is None or (basis.policy.url, cited.now.id) in targets
        assert (answer.asked.record.url, f"wen-{answer.asked.number}") in targets


def test_its_source_and_its_document_lead_back_to_it(demo, recorded):
    for answer in answers(recorded):
        assert answer.url in {address for _, address, _ in demo.links(answer.asked.record.url)}


def test_machines_read_question_answer_and_state(demo, recorded):
    for answer in answers(recorded):
        [script] = demo.pages[answer.url].xpath("//script[@type='application/ld+json']")
        node = json.loads(script.text)
        question = node["mainEntity"]
        assert (node["@type"], question["name"]) == ("QAPage", answer.asked.question)
        given = question["acceptedAnswer"]
        assert (given["text"], given["creativeWorkStatus"]) == (answer.asked.answer, answer.state.value)
        assert len(given.get("citation", ())) == len(answer.bases)


@pytest.mark.parametrize("ending", ["csv", "jsonl", "schema.json"])
def test_they_are_open_data(demo, recorded, ending):
    text = (demo.folder / f"data/answers.{ending}").read_text("utf-8-sig")
    if ending == "jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
        assert {row["id"]: row["状态"] for row in rows} == {
            each.asked.slug: each.state.value for each in gathered(recorded)
        }
    assert text


def test_the_feed_tells_the_newest_and_those_that_ended(demo, recorded):
    text = (demo.folder / "feeds/answers.atom.xml").read_text("utf-8")
    newest = sorted(gathered(recorded), key=lambda each: each.since, reverse=True)
    last = newest[text.count("<entry>") - 1].since
    told = [each for each in newest if each.since > last]
    assert told and all(f"{each.state.value}：{each.asked.question}" in text for each in told)
    assert {each.state.value for each in newest} >= {"有效", "已废止失效"}


def test_every_answer_says_whom_to_call(demo, recorded):
    """The unit that answered, where its number is known, else who publishes the column."""
    for answer in answers(recorded):
        [way] = demo.pages[answer.url].xpath("//section[@class='answer__act']")
        numbers = [each.text_content() for each in way.xpath(".//*[@class='tel']")]
        assert numbers, answer.url
