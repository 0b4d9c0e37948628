"""What the file does not say and the record needs: at most six questions, with what may be offered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from gongkai.column.register import Register
from gongkai.common.document_numbers import corrected
from gongkai.common.problems import excerpt
from gongkai.desk.intake.facts import Facts
from gongkai.records.fields.values import as_date, as_text, as_yes
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.documents import Topic

MOST = 6
_TOPICS = [each.value for each in Topic]


@dataclass(frozen=True, slots=True)
class Question:
    """One key to be asked for; ``offered`` is taken when nothing is typed."""

    key: str
    words: str
    offered: str = ""
    read: Callable[[str], object] = as_text

    def fault(self, answer: str) -> str:
        """What is wrong with an answer, and how to write it; "" where nothing is."""
        try:
            self.read(answer)
        except PydanticCustomError as error:
            context = error.context or {}
            return f"{context.get('message', '')}，{context.get('fix', '')}"
        except ValueError as error:
            return str(error)
        return ""


def questions(found: Facts, register: Register, answers: Mapping[str, str]) -> list[Question]:
    """Those still open, the needed ones first."""
    day, _ = found.unsure.get("成文日期", ("落款的日期没有认出来，是哪一天？", ""))
    asked = [
        Question("标题", "标题没有认出来，写标题"),
        Question("发文机关", "是哪个单位发的？几个单位用顿号隔开"),
        Question("成文日期", day, read=as_date),
        Question("发布日期", "在网站上哪一天公布？", register.today.isoformat(), as_date),
        Question("是否规范性文件", "是不是规范性文件？写 是 或 否", _normative(found), as_yes),
        Question("主题分类", f"主题分类：{'；'.join(_TOPICS)}", _topic(found, register), _as_topic),
    ]
    if "发文字号" in found.unsure:
        asked.insert(1, Question("发文字号", *found.unsure["发文字号"], read=_as_number))
    if found.rules:
        begins, _ = found.unsure.get("施行日期", ("正文没有写从哪一天起施行，是哪一天？", ""))
        asked.append(Question("施行日期", begins, read=as_date))
    return [each for each in asked if each.key not in found.keys and each.key not in answers][:MOST]


def fault(key: str, answer: str) -> str:
    """What is wrong with the answer to a key, or with the key."""
    if key not in _READ:
        return f"没有这个键，可以写：{'、'.join(_READ)}"
    return Question(key, "", read=_READ[key]).fault(answer)


def of_explanation(register: Register, answers: Mapping[str, str]) -> list[Question]:
    """Those of an interpretation that came alone, and whose policy its title does not name."""
    return [
        each
        for each in (
            Question("解读文件", "解读的是哪件文件？写它的标题或文号"),
            Question("发布日期", "在网站上哪一天公布？", register.today.isoformat(), as_date),
        )
        if each.key not in answers
    ]


def _as_number(text: str) -> str:
    if corrected(text) is None:
        raise ValueError(f"“{excerpt(text)}”不是发文字号的写法，写成 示政发〔2026〕9号 这样")
    return text


def _as_topic(text: str) -> str:
    if text not in _TOPICS:
        raise ValueError(f"“{text}”不在主题分类里，照写其中一项")
    return text


def _normative(found: Facts) -> str:
    """办法, 规定 and 细则 with articles are; of others nothing can be offered."""
    return "是" if found.rules and found.articles else ""


def _topic(found: Facts, register: Register) -> str:
    """What the same unit's newest document has."""
    issuers = found.keys.get("发文机关", [])
    first = register.unit(issuers[0]) if issuers else None
    if first is None:
        return ""
    used = (
        (policy.published_on, policy.topic.value)
        for policy in register.everything(Policy)
        if policy.topic and any(register.unit(name) is first for name in policy.issuers)
    )
    return max(used, default=(dt.date.min, ""))[1]


_READ: dict[str, Callable[[str], object]] = {
    "标题": as_text, "发文机关": as_text, "发文字号": as_text, "解读文件": as_text,
    "成文日期": as_date, "发布日期": as_date, "施行日期": as_date, "是否规范性文件": as_yes,
    "主题分类": _as_topic,
}  # fmt: skip
