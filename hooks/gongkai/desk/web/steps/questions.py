"""答几个问题: what the files do not say."""

from __future__ import annotations

from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from gongkai.desk.intake import questions
from gongkai.desk.web import bringing, renewing
from gongkai.desk.web.judging import document
from gongkai.desk.web.steps import tables
from gongkai.desk.web.visit import Page, Visit
from gongkai.desk.web.works import Work
from gongkai.records.vocabulary.documents import Topic

#: how a key is asked for
_DAYS, _YES, _TOPIC = ("成文日期", "发布日期", "施行日期"), "是否规范性文件", "主题分类"


def show(visit: Visit, work: Work) -> Page:
    """The questions, with what the record has by now: an answer, or what was written into it since."""
    if work.table:
        return tables.show(visit, work)
    return _page(work, {**work.answers, **_written(visit, work)}, {})


def answer(visit: Visit, work: Work) -> Page | Response:
    """Keep the answers; wrong ones are asked again, beside the rest as it was typed."""
    if work.table:
        return tables.answer(visit, work)
    given = {key: visit.field(key) for key, _, _ in work.asked}
    faults = {key: questions.fault(key, value) for key, value in given.items() if value}
    faults = {key: why for key, why in faults.items() if why}
    if faults:
        return _page(work, given, faults, 422)
    work.answers = {key: value for key, value in given.items() if value}
    root = visit.root(work)
    judged = visit.office.judge.look(root, [])
    bringing.bring(visit.office.works, work, judged.checked, root)
    waiting = renewing.open_(visit.office.works.folder(work))
    return redirect(f"/work/{work.id}/{'again' if waiting else ''}", 303)


def _written(visit: Visit, work: Work) -> dict[str, str]:
    """What the policy says of what is asked."""
    keys = {key for key, _, _ in work.asked}
    found = document(visit.root(work), work.records[0]) if work.records else None
    data = found.data if found and isinstance(found.data, dict) else {}
    words = {key: value if isinstance(value, list) else [value] for key, value in data.items() if key in keys}
    return {key: "、".join(map(str, value)) for key, value in words.items()}


def _page(work: Work, given: dict[str, str], faults: dict[str, str], status: int = 200) -> Page:
    asked = [
        {
            "key": key,
            "words": words if key != _TOPIC else "主题分类选哪一项？",
            "offered": offered,
            "kind": _kind(key),
            "value": given.get(key, offered if key in _DAYS else ""),
            "fault": faults.get(key, ""),
        }
        for key, words, offered in work.asked
    ]
    topics = [each.value for each in Topic]
    title = f"还有 {len(asked)} 个问题"
    return Page(
        "questions.html",
        title,
        {"asked": asked, "topics": topics, "next": "看两件怎样显示"},
        status,
        work,
        "questions",
    )


def _kind(key: str) -> str:
    return "day" if key in _DAYS else "yes" if key == _YES else "topic" if key == _TOPIC else "text"
