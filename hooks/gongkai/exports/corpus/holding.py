"""Whether what a text says still holds: the words that stand before it wherever it is quoted."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.column.answers import Answer
from gongkai.column.register import Register
from gongkai.common.title_marks import in_marks
from gongkai.records.base import ContentRecord
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.policy import Policy
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import AnswerState, Status

_ENDED = frozenset((Status.REPEALED, Status.EXPIRED))
_ANSWERS = {
    AnswerState.ENDED: "依据的文件已经废止失效，不得再引用",
    AnswerState.AMENDED: "依据的条款在答复以后改了，以现行条文为准",
    AnswerState.SUSPENDED: "依据的条款现在停止执行",
    AnswerState.NOT_YET: "依据的文件还没有施行",
    AnswerState.EARLIER: "答复的时候文件还没有作出，以文件为准",
}


@dataclass(frozen=True, slots=True)
class Holding:
    """``state`` in a word, from and until which day, ``mark``: the warning before its words, or none.

    ``in_force``: None of what has no force of its own, such as news.
    """

    state: str | None = None
    since: str | None = None
    until: str | None = None
    in_force: bool | None = None
    mark: str = ""


def of_record(register: Register, record: ContentRecord) -> Holding:
    """A document by its standing; what explains or applies documents by theirs; others by their own state."""
    if isinstance(record, Policy):
        return _of_policy(register, record)
    state = register.state(record)
    mark = ""
    if isinstance(record, Interpretation | Service):
        named = [each for each in map(register.policy, record.documents) if each]
        if named and all(register.standing(each).status in _ENDED for each in named):
            mark = "〔所说的文件已经废止失效，不得再引用〕"
    return Holding(state.value if state else None, mark=mark)


def of_answer(answer: Answer) -> Holding:
    """An answer holds for as long as what it rests on."""
    words = _ANSWERS.get(answer.state, "")
    held = {AnswerState.VALID: True, AnswerState.SAID: None}.get(answer.state, False)
    ended = answer.since.isoformat() if answer.ended else None
    mark = f"〔{words}〕" if words else ""
    return Holding(answer.state.value, answer.asked.day.isoformat(), ended, held, mark)


def _of_policy(register: Register, policy: Policy) -> Holding:
    standing, end = register.standing(policy), register.ended_on(policy)
    return Holding(
        standing.status.value,
        policy.in_force_from.isoformat(),
        end.isoformat() if end else None,
        standing.in_force,
        _mark(register, policy),
    )


def _mark(register: Register, policy: Policy) -> str:
    standing = register.standing(policy)
    if standing.status in _ENDED:
        follower = standing.successor
        now = (
            f"；现行文件：{in_marks(follower.title)}{register.column.root}{follower.url}" if follower else ""
        )
        return f"〔已{standing.status}，自{standing.since}起，不得再作为依据{now}〕"
    if standing.status is Status.NOT_YET:
        return f"〔尚未施行，自{standing.since}起施行〕"
    if standing.status is Status.ELSEWHERE:
        return f"〔{policy.elsewhere}的文件，不是本级的规定，只供参考〕"
    return ""
