"""问答率: of the policies that need an interpretation, how many have questions and answers."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context

ABOUT = About(
    name="问答率",
    order=40,
    kind=Kind.SHARE,
    measure="件",
    among="本栏目公布的、应当解读的政策（主动公开的规范性文件和政策性文件）",
    counted="至少有一份解读配了问答（一问一答，至少一条）的",
    dated="政策的发布日期",
    note="经批准不解读的不计。",
    other="没有问答",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each policy, by the questions of all its interpretations."""
    for policy in context.interpreted:
        found = context.register.interpretations_of(policy)
        questions = sum(len(each.questions) for each in found)
        yield Case(
            policy,
            policy.published_on,
            counted=int(questions > 0),
            units=context.units_of(policy),
            note=f"问答 {questions} 条" if questions else "没有问答",
            waived=not found and context.is_waived("interpretation-missing", policy),
        )
