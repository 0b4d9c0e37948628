"""Addresses of answers: what editors may change without breaking them, and what keeps an old one."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.answers import gathered
from gongkai.column.asked import asked
from gongkai.law.example import CLEAN, a_meeting, an_interpretation
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import AnswerState

TODAY = dt.date(2026, 11, 21)
WHO = "{问: 谁可以申请？, 答: 老年人。}"
HOW = "{问: 怎样申请？, 答: 到街道。}"


@pytest.fixture
def slugs(small_column):
    """The questions of the interpretation → the last step of each one's address."""

    def make(*questions: str) -> list[str]:
        register = small_column({**CLEAN, **an_interpretation(问答=f"[{', '.join(questions)}]")}, TODAY)
        record = next(each for each in register.public(Interpretation) if each.slug == "yanglao-jiedu")
        return [each.slug for each in asked(record, TODAY)]

    return make


def test_an_address_keeps_to_its_question_wherever_it_stands(slugs):
    who, how = slugs(WHO, HOW)
    assert who.startswith("yanglao-jiedu-") and how.startswith("yanglao-jiedu-") and who != how
    assert slugs(HOW, WHO) == [how, who]
    assert slugs("{问: 在哪里？, 答: 街道。}", WHO, HOW)[1:] == [who, how]


@pytest.mark.parametrize("question", ["谁可以申请", "“谁”可以 申请?", "谁可以申请？！"])
def test_marks_and_the_answer_do_not_change_an_address(slugs, question):
    assert slugs(f'{{问: "{question}", 答: 别的话。}}') == slugs(WHO)


def test_other_words_change_it_and_a_number_keeps_it(slugs):
    [before] = slugs(WHO)
    assert slugs("{问: 哪些人可以申请？, 答: 老年人。}") != [before]
    assert slugs(f"{{问: 哪些人可以申请？, 答: 老年人。, 编号: {before}}}") == [before]


def test_two_alike_in_one_record_have_an_address_each(slugs):
    first, second = slugs(WHO, "{问: 谁可以申请？, 答: 残疾人。}")
    assert second == f"{first}-2"


def test_answers_of_a_meeting_are_there_from_its_day(small_column):
    files = {**CLEAN, **a_meeting(日期="2026-11-03", 答问="[{问: 涨不涨？, 答: 不涨。, 答问单位: 区民政局}]")}
    record = next(each for each in small_column(files, TODAY).public(Meeting) if each.answers)
    [each] = asked(record, dt.date(2026, 11, 3))
    assert (each.question, each.unit, each.day) == ("涨不涨？", "区民政局", dt.date(2026, 11, 3))
    assert asked(record, dt.date(2026, 11, 2)) == []


def test_guides_and_consultations_have_questions_too(small_column):
    files = {
        "data/services/buzhu.yml": Service.EXAMPLE + "问答: [{问: 多久？, 答: 15个工作日。}]\n",
        "content/consultations/2026/caoan.md": Consultation.EXAMPLE.replace(
            "---\n", "---\n问答: [{问: 什么时候定？, 答: 年底前。}]\n", 1
        ),
    }
    register = small_column({**CLEAN, **files}, TODAY)
    found = {each.asked.question: each for each in gathered(register)}
    assert [each.policy.slug for each in found["多久？"].bases] == ["jiazhuang-dianti"]
    assert (found["什么时候定？"].state, found["什么时候定？"].bases) == (AnswerState.SAID, ())
