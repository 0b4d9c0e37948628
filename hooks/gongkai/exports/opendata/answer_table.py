"""问答 as open data: every answer once, with what it rests on and its state on the day."""

from __future__ import annotations

from gongkai.column.answers import Answer, gathered
from gongkai.column.register import Register
from gongkai.exports.opendata.schema import DAY
from gongkai.exports.opendata.worked_out import ADDRESS, ID, TEXT, TEXTS, Fields, WorkedOut
from gongkai.exports.record_rows import Json, Row
from gongkai.records.vocabulary.documents import AnswerState

SECTION, NAME = "answers", "问答"
#: key → (what it means, its schema)
FIELDS: Fields = {
    "id": ("唯一且不变的标识，也是网址的最后一段", ID),
    "问": ("问了什么", TEXT),
    "答": ("怎样答复的", TEXT),
    "状态": ("按数据生成当日算出：依据还有没有效", {"enum": [state.value for state in AnswerState]}),
    "答复日期": ("公布的那一天", DAY),
    "单位": ("答复的单位（可有多个）", TEXTS),
    "领域": ("所属的领域（可有多个）", TEXTS),
    "主题分类": ("所依据的文件的主题分类（可有多个）", TEXTS),
    "依据": ("所依据的文件的 id（可有多个）；没有写明的为空", TEXTS),
    "条款": ("所依据的条款（可有多个）", TEXTS),
    "出处": ("写着它的记录的 id，同样的话写在几处的各列一个", TEXTS),
    "网址": ("网页的完整网址", ADDRESS),
}
#: file name, name in words and of the table, fields
SET = (SECTION, NAME, FIELDS)


def table(register: Register) -> WorkedOut:
    """A row for each answer, in the order of their ids."""
    found = sorted(gathered(register), key=lambda each: each.asked.slug)
    return WorkedOut(SECTION, NAME, FIELDS, [_row(each, register) for each in found])


def _row(answer: Answer, register: Register) -> Row:
    asked = answer.asked
    values: list[Json] = [
        asked.slug,
        asked.question,
        asked.answer,
        answer.state.value,
        asked.day.isoformat(),
        [unit.name for unit in answer.units],
        [*answer.domains],
        [*answer.topics],
        [each.policy.id for each in answer.bases],
        [*asked.articles],
        [each.record.id for each in (asked, *answer.also)],
        register.column.root + answer.url,
    ]
    return dict(zip(FIELDS, values, strict=True))
