"""Answers as entries of a feed: newly given, and told again when what they rest on was changed or ended."""

from __future__ import annotations

from gongkai.column.answers import Answer, gathered
from gongkai.column.register import Register
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.exports.made import LogEntry


def events(register: Register) -> list[LogEntry]:
    """Every answer once, the newest news first; its id changes with its state, so that it is read again."""
    found = [_event(each) for each in gathered(register)]
    return sorted(sorted(found, key=lambda each: each.address), key=lambda each: each.day, reverse=True)


def _event(answer: Answer) -> LogEntry:
    asked = answer.asked
    return LogEntry(answer.since, answer.state, asked.question, answer.url, _note(answer), asked.record)


def _note(answer: Answer) -> str:
    """The answer with what it rests on."""
    named = "、".join(
        f"{in_marks(each.policy.title)}{'、'.join(one.label for one in each.cited)}（{each.standing.status}）"
        for each in answer.bases
    )
    given = f"{cn_date(answer.asked.day)}答复" + (f"，依据{named}" if named else "")
    return f"{answer.asked.answer}（{given}）"
