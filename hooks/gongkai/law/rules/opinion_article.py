"""逐条意见须对得上草案。

看什么：意见征集“反馈”里的“逐条意见”。
怎样算错：写的条、款、项草案里没有；正文里没有分条的草案；没有全部采纳而没有写说明；
逐条意见里全部或部分采纳的条数加起来比“采纳数”多。
怎样改：照草案改正条号；草案全文放进征集的正文；写“说明”；核对条数。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import At, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.records.base import Record
from gongkai.records.types.consultation import ArticleOpinion, Consultation, Feedback
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.participation import Uptake
from gongkai.text.amend import read_address
from gongkai.text.document import Document
from gongkai.text.tree import Node, Part

PATH = "content/consultations/2026/yanglao.md"
CONSULTATION = """\
---
标题: 养老服务专项规划征求意见
单位: 区民政局
发布日期: 2026-09-02
开始日期: 2026-09-02
截止日期: 2026-10-08
方式: [{{渠道: 寄信, 地址: 示例区安民大街20号}}]
反馈:
  公布日期: 2026-10-20
  意见总数: 12
  采纳数: 5
  主要观点: 多建驿站
  未采纳理由: [{{意见: 每个楼门都建, 理由: 没有场地}}]
  逐条意见:
    - {{条款: {article}, 意见: 驿站再近些, 条数: {number}, 采纳情况: {uptake}{reason}}}
---
第一条　每个社区建一处驿站。

第二条　费用由区财政承担。
"""


def _opinion(
    article: str = "第一条", number: int = 5, uptake: str = "采纳", reason: str = "，距离写进规划"
) -> Files:
    said = f", 说明: {reason[1:]}" if reason else ""
    return {PATH: CONSULTATION.format(article=article, number=number, uptake=uptake, reason=said)}


EXAMPLE = Example(
    good={**CLEAN, **_opinion()},
    bad=_opinion("第三条"),
    message="草案里没有第三条",
    edges=(
        Edge("草案里没有第", _opinion("第二条"), _opinion("第三条")),
        Edge("草案里没有第", _opinion("第一条第一款"), _opinion("第一条第二款")),
        Edge("采纳的共 6 条，多于采纳数 5", _opinion(number=5), _opinion(number=6)),
        Edge("没有写说明", _opinion(uptake="采纳", reason=""), _opinion(uptake="部分采纳", reason="")),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return (each for each in register.everything(Consultation) if each.feedback and each.feedback.opinions)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for each in register.everything(Consultation):
        if each.feedback and each.feedback.opinions:
            yield from _opinions(rule, each, each.feedback)


def _opinions(rule: Standard, each: Consultation, feedback: Feedback) -> Iterator[Problem]:
    draft = each.drafted
    if draft is None:
        message = "写了逐条意见，征集的正文里没有分条的草案"
        yield rule.problem(each, ("反馈", "逐条意见"), message, "把草案全文放进正文，一条一段")
        return
    for place, opinion in enumerate(feedback.opinions):
        yield from _opinion_at(rule, each, draft, opinion, ("反馈", "逐条意见", place))
    taken = sum(one.number or 1 for one in feedback.opinions if one.uptake is not Uptake.REFUSED)
    if taken > feedback.taken:
        message = f"逐条意见里采纳的共 {taken} 条，多于采纳数 {feedback.taken}"
        yield rule.problem(each, ("反馈", "采纳数"), message, "核对条数和采纳数")


def _opinion_at(
    rule: Standard, each: Consultation, draft: Document, opinion: ArticleOpinion, at: At
) -> Iterator[Problem]:
    if _part(draft, opinion.article) is None:
        message = f"草案里没有{opinion.article}"
        yield rule.problem(each, (*at, "条款"), message, "写草案里的条号（定稿改了条号的，也写草案的）")
    if opinion.uptake is not Uptake.TAKEN and not opinion.reason:
        message = f"对{opinion.article}的意见{opinion.uptake.value}，没有写说明"
        yield rule.problem(each, (*at, "采纳情况"), message, "加“说明”，写为什么没有（全部）采纳")


def _part(draft: Document, words: str) -> Node | None:
    """The part of the draft an address leads to."""
    place = read_address(words)
    article = next((node for node in draft.articles if place and node.number == place.article), None)
    if article is None or place is None or place.whole:
        return article
    holder = article.part(Part.CLAUSE, place.clause) if place.clause else article
    return holder if holder is None or not place.item else holder.part(Part.ITEM, place.item)
