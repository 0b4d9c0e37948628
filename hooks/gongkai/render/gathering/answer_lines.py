"""The answers as a browser narrows them: by words, days, matter, unit, topic and whether they hold."""

from __future__ import annotations

from gongkai.column.answer_days import ahead
from gongkai.column.answers import Answer, gathered
from gongkai.column.asked import FOLDER
from gongkai.column.register import Register
from gongkai.common.asking import question
from gongkai.records.fields.own_words import in_order
from gongkai.records.vocabulary.documents import AnswerState, Topic
from gongkai.render.facts import Facts
from gongkai.render.gathering.answer_rows import facts_of
from gongkai.render.lists.lined import Line, Lined, Narrowing, Terms, kept


@question
def narrowing(facts: Facts, facet: str = "", slug: str = "") -> Narrowing | None:
    """What a browser needs to narrow them, on the page of a choice or of the whole."""
    return lined(facts).narrowing(facet, slug)


@kept
def lined(facts: Facts) -> Lined:
    """Each as a line."""
    register = facts.register
    found = gathered(register)
    domains = in_order(domain for each in found for domain in each.domains)
    terms = [
        Terms("domain", "事情", [(each.slug, each.value) for each in domains]),
        Terms("unit", "单位", [(each.slug, each.label) for each in register.units]),
        Terms("topic", "主题", [(each.slug, each.value) for each in Topic]),
        Terms("state", "状态", [(each.slug, each.value) for each in AnswerState]),
    ]
    return Lined(FOLDER, terms, [_line(register, each) for each in found], "答复日期", "条")


def _line(register: Register, answer: Answer) -> Line:
    state = [answer.state.slug, answer.state.value]
    later = [[f"{day}", then.slug, then.value] for day, then in ahead(register, answer)]
    return Line(
        answer.url.removeprefix(FOLDER),
        answer.asked.question,
        answer.asked.day.isoformat(),
        [[*state, later] if later else state],
        facts_of(answer),
        {
            "domain": [each.slug for each in answer.domains],
            "unit": [each.slug for each in answer.units],
            "topic": [each.slug for each in answer.topics],
            "state": [answer.state.slug],
        },
        answer.asked.answer,
    )
