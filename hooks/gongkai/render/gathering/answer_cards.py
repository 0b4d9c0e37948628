"""What a search shows of an answer: its words, what it rests on, its state day by day, whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongkai.column.answer_days import ahead
from gongkai.column.answers import Answer, gathered
from gongkai.column.rests_on import Basis
from gongkai.records.vocabulary.documents import AnswerState
from gongkai.render.facts import Facts
from gongkai.render.gathering.answer_pages import services_of
from gongkai.render.gathering.phones import organiser, phones_of
from gongkai.render.site import Site
from gongkai.search import Answered

#: so much of an answer stands on the card, the rest on its page; documents, guides and numbers
_SHOWN, _FEW = 300, 2


def answer_cards(site: Site) -> list[Answered]:
    """Each answer once, the oldest first, so that a new one changes the last files only."""
    found = sorted(gathered(site.facts.register), key=_place)
    return [Answered(each.asked.question, _about(each), _shown(site.facts, each)) for each in found]


def _place(answer: Answer) -> tuple[str, str, int]:
    return answer.asked.day.isoformat(), answer.asked.record.id, answer.asked.number


def _about(answer: Answer) -> str:
    """What the record and its documents are called, for few questions name their matter themselves."""
    record = answer.asked.record
    return "\n".join([record.name, *record.keywords, *(each.policy.title for each in answer.bases)])


def _shown(facts: Facts, answer: Answer) -> dict[str, Any]:
    asked = answer.asked
    return {
        "url": answer.url,
        "answer": asked.answer[:_SHOWN],
        "cut": len(asked.answer) > _SHOWN,
        "day": asked.day.isoformat(),
        "states": [_state("", answer.state), *_later(facts, answer)],
        "bases": [_basis(answer, each) for each in answer.bases[:_FEW]],
        "services": [[each.title, each.url] for each in services_of(facts, answer)[:_FEW]],
        "phones": _phones(facts, answer),
    }


def _later(facts: Facts, answer: Answer) -> Iterator[list[str]]:
    for day, state in ahead(facts.register, answer):
        yield _state(day.isoformat(), state)


def _state(day: str, state: AnswerState) -> list[str]:
    """From which day, the state, the kind of its chip."""
    return [day, state.value, state.slug]


def _basis(answer: Answer, basis: Basis) -> dict[str, Any]:
    standing = basis.standing
    found: dict[str, Any] = {
        "title": basis.policy.title,
        "url": basis.address,
        "articles": "、".join(answer.asked.articles),
    }
    if answer.ended and standing.successor:
        found["successor"] = [standing.successor.title, standing.successor.url]
    return found


def _phones(facts: Facts, answer: Answer) -> list[list[str]]:
    """(whom, number, as a link dials it, hours)."""
    found = [
        [each.unit.label, each.number, each.dialled, each.hours] for each in phones_of(facts, answer.units)
    ]
    return found[:_FEW] or [[*organiser(facts), ""]]
