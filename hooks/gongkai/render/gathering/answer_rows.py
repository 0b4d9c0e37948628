"""An answer as a row of a list: the question, the beginning of its answer, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.column.answers import Answer
from gongkai.common.said_days import cn_date
from gongkai.common.title_marks import in_marks
from gongkai.render.site import Site

#: the beginning of an answer that a row shows
_SHOWN = 120


@dataclass(frozen=True)
class AnswerRow:
    """``chip`` is (kind, words)."""

    question: str
    href: str
    answer: str
    chip: tuple[str, str]
    facts: list[str]


def row(site: Site, answer: Answer, url: str) -> AnswerRow:
    """An answer as a row on the page at ``url``."""
    asked = answer.asked
    cut = len(asked.answer) > _SHOWN
    return AnswerRow(
        asked.question,
        site.links.href(url, answer.url),
        f"{asked.answer[:_SHOWN]}……" if cut else asked.answer,
        (answer.state.slug, answer.state.value),
        facts_of(answer),
    )


def facts_of(answer: Answer) -> list[str]:
    """What a row says beside the state: what it rests on, who answered, when."""
    documents = (each.policy.title for each in answer.bases[:1])
    rests_on = [f"{in_marks(title)}{'、'.join(answer.asked.articles)}" for title in documents]
    units = "、".join(unit.label for unit in answer.units)
    return [*filter(None, (*rests_on, units, cn_date(answer.asked.day)))]
