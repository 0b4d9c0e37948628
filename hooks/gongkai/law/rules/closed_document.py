"""不公开的内容不得写进来。

看什么：“公开属性”是不予公开、依申请公开的政策，“是否公开”是否的会议议题，和重复它们内容的译文、解读、更正、公报目录。
怎样算错：不予公开的，还写着正文、附件、摘要、议定结果等；没有写不公开的理由；
别的内容把它翻译、解读、更正或收进公报。依申请公开的还写着正文、附件的，算警告。
网站不会公布这些内容，但写进来的文件会留在版本记录里，看得到仓库的人都能看到。
怎样改：删去这些内容，只留标题、文号、日期和理由；可以公开了，就改“公开属性”或“是否公开”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from gongkai.column.register import Register
from gongkai.common.problems import BODY, At, Level, Problem
from gongkai.common.title_marks import in_marks
from gongkai.gate import speaks_for_closed
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.defined import Defined, fields_of, keys_of
from gongkai.records.fields.parts import KEPT_INSIDE, Part
from gongkai.records.types.gazette import GazetteIssue
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Floor, Standard
from gongkai.records.vocabulary.documents import Disclosure

_CLOSED = {"公开属性": "不予公开", "是否规范性文件": "否"}
_EXTRA = {
    "原文链接": "https://www.gov.cn/",
    "服务对象": "个人",
    "关键词": "[养老]",
    "摘要": "内部事项",
    "解读拟公布日期": "2026-11-06",
}


def _written(count: int) -> Files:
    """A closed document with so many fields that should not be there."""
    extra = dict(list(_EXTRA.items())[:count])
    return a_policy("neibu", body="", 发文字号=None, 不公开理由="涉及第三方商业秘密", **_CLOSED, **extra)


EXAMPLE = Example(
    good={**CLEAN, **a_policy("neibu", body="", 发文字号=None, 不公开理由="涉及第三方商业秘密", **_CLOSED)},
    bad=a_policy(
        "neibu", body="第一条　内部事项。", 发文字号=None, 不公开理由="涉及第三方商业秘密", **_CLOSED
    ),
    message="不予公开，却写着正文",
    edges=(
        # four of the fields that should not be there are named, of a fifth only that there is more
        Edge("”等", _written(4), _written(5)),
    ),
)
FLOOR = Floor.ABSOLUTE
#: how many of the fields that should not be there are named
_NAMED = 4


def scope(register: Register) -> Iterable[Record]:
    return register.content


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for record in register.content:
        for at, part in _closed(record, ()):
            yield from _of_part(rule, record, at, part)
        if speaks_for_closed(record, register):
            yield _repeated(rule, record)
        elif isinstance(record, GazetteIssue):
            yield from _printed(register, rule, record)


def _closed(part: Part, at: At) -> Iterator[tuple[At, Part]]:
    """The closed parts of a record, itself first; what stands in one is not asked again."""
    if part.closed:
        yield at, part
        return
    for name, key in keys_of(type(part)):
        value = getattr(part, name)
        for place, each in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(each, Part):
                yield from _closed(each, (*at, key) if place is None else (*at, key, place))


def _of_part(rule: Standard, record: ContentRecord, at: At, part: Part) -> Iterator[Problem]:
    word, level = _how(part)
    written = [field.key for field in fields_of(type(part)) if _is_extra(part, field)]
    if isinstance(part, ContentRecord) and part.body.strip():
        yield rule.problem(record, (BODY, 0), f"{word}，却写着正文", _fix(part, "正文"), level)
    if written:
        names = "、".join(f"“{key}”" for key in written[:_NAMED]) + ("等" if len(written) > _NAMED else "")
        yield rule.problem(record, (*at, written[0]), f"{word}，却写着{names}", _fix(part, names), level)
    if level is None and not getattr(part, "closed_reason", None):
        message = f"{word}，没有写理由"
        yield rule.problem(record, (*at, _switch(part)), message, "加上“不公开理由”一行，写明法律依据")


def _how(part: Part) -> tuple[str, Level | None]:
    """The words for how it is closed, and the level of what is written all the same."""
    if isinstance(part, Policy) and part.disclosure is Disclosure.ON_REQUEST:
        return "这份文件依申请公开", Level.WARNING
    return ("这份文件不予公开" if isinstance(part, Policy) else "这项议题不公开"), None


def _is_extra(part: Part, field: Defined) -> bool:
    name, kept = field.attribute, type(part).TOLD | type(part).INSTEAD.keys() | KEPT_INSIDE
    default: Any = field.info.get_default(call_default_factory=True)
    return name not in kept and getattr(part, name) not in (default, None, ())


def _switch(part: Part) -> str:
    return "公开属性" if isinstance(part, Policy) else "是否公开"


def _fix(part: Part, what: str) -> str:
    opened = "“公开属性”改为主动公开" if isinstance(part, Policy) else "“是否公开”改为是"
    return f"删去{what}；可以公开了，就把{opened}"


def _repeated(rule: Standard, record: ContentRecord) -> Problem:
    message = f"这份{record.LABEL}所说的内容不公开，公布它等于把不公开的内容公布出去"
    return rule.problem(record, "标题", message, "删去这个文件；原来的内容可以公开了，先改它的“公开属性”")


def _printed(register: Register, rule: Standard, issue: GazetteIssue) -> Iterator[Problem]:
    for place, line in enumerate(issue.contents):
        policy = register.policy(line.document) if line.document else None
        if policy and policy.closed:
            message = f"公报目录里的{in_marks(policy.title)}{policy.disclosure}，公报会把正文印出来"
            yield rule.problem(issue, ("目录", place, "文件"), message, "从目录里删去这一项")
