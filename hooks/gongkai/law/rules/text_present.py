"""标题和正文须写好。

看什么：不是草稿的各类内容的标题、各项文字和正文。
怎样算错：正文是空的（解读有问答、会议有议题、信息有附件的除外）；标题只有“测试”之类；
留着“待补充”“TODO”“此处填写”“XX年”“XXXX”这样的占位文字。
只看单独成句的占位文字，“核酸检测”“待补充材料的申请”这样的正常语句不算。
怎样改：写上实际的内容；还没有写好的，写“草稿: 是”。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import BODY, At, Problem
from gongkai.law.example import CLEAN, Example, an_item
from gongkai.law.shared.field_texts import field_texts
from gongkai.law.shared.nothing_found import each_alone
from gongkai.records.base import ContentRecord
from gongkai.records.types.correction import Correction
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.item import Item
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.policy import Policy
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Disclosure

EXAMPLE = Example(
    good={**CLEAN, **an_item(body="对待补充材料的申请，当日完成核酸检测登记。")},
    bad=an_item(body="本季度救助 120 人次。\n\n（待补充）"),
    message="占位文字“待补充”",
)
#: what a line of work in progress contains; read closely only where it matches
_SUSPECT = re.compile(
    r"待补|待完善|待填|待定稿|此处|TODO|TBD|FIXME|[Ll]orem|LOREM|^(?:[Tt]est|TEST)|[xXＸ×]{2}|测试|示例文[字本]",
    re.MULTILINE,
)
_START = r"(?:^|(?<=[\s　（(【\[「『:：|>*_#，,。；;、-]))"
_END = r"(?=$|[\s　）)】\]」』。．，,.;；!！|*_…])"
_MARKS = re.compile(
    rf"{_START}((?:内容|正文|附件|信息|数据|此处|这里)?(?:待补充|待补|待完善|待填写|待填|待定稿))(?:内容|中)?{_END}"
    rf"|{_START}((?:请)?(?:在)?此处(?:填写|输入|插入|补充))"
    rf"|{_START}([xXＸ×]{{3,}}|测试文[字本]|示例文[字本]|测试内容){_END}"
    r"|([xXＸ×]{2,4})(?=\s?[年月日号])"
    r"|^(测试|[Tt]est|TEST)[\d\s。.!！]*$"
    r"|(?<![A-Za-z0-9_])(TODO|TBD|FIXME|[Ll]orem [Ii]psum|LOREM IPSUM)(?![A-Za-z0-9_])",
    re.MULTILINE,
)
_EMPTY_TITLE = re.compile(
    r"[\W_]*(?:测试|test|测试标题|测试文件|新建文档|无标题|未命名|标题|untitled)?[\d\W_]*", re.IGNORECASE
)
TITLES = {("标题",), ("会议名称",)}


def scope(register: Register) -> Iterable[ContentRecord]:
    return (record for record in register.content if not record.held_back)


def _look(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    yield from _body(rule, record)
    yield from _fields(rule, record)


check = each_alone(scope, _look)


def _body(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    if not record.body.strip() and _needs_body(record):
        yield rule.problem(record, (BODY, 0), "正文是空的", "写上正文；还没有写好的，写“草稿: 是”")
    if _SUSPECT.search(record.body):
        for line, text in enumerate(record.body.split("\n")):
            yield from _placeholders(rule, record, (BODY, line), text)


def _fields(rule: Standard, record: ContentRecord) -> Iterator[Problem]:
    for at, text in field_texts(record):
        if at in TITLES and _EMPTY_TITLE.fullmatch(text):
            bare = not any(map(str.isalpha, text))
            why = "只有数字和标点，看不出说的是什么" if bare else "不是实际的标题"
            yield rule.problem(record, at, f"标题“{text}”{why}", "写上实际的标题")
        elif _SUSPECT.search(text):
            yield from _placeholders(rule, record, at, text)


def _placeholders(rule: Standard, record: ContentRecord, at: At, text: str) -> Iterator[Problem]:
    for match in _MARKS.finditer(text):
        mark = next(group for group in match.groups() if group)
        if text[: match.start()].endswith("!["):
            fix = f"把方括号里的“{mark}”换成一句话，说图上是什么"
            yield rule.problem(record, at, f"图片的说明还是“{mark}”，看不见图的人听到的就是它", fix)
        else:
            fix = "写上实际的内容；还没有写好的，写“草稿: 是”"
            yield rule.problem(record, at, f"留有占位文字“{mark}”", fix)


def _needs_body(record: ContentRecord) -> bool:
    if not record.source.path.endswith(".md"):
        return False  # a data file has no text, only fields
    if isinstance(record, Policy):
        return record.disclosure is Disclosure.ACTIVE and not record.attachments
    if isinstance(record, Interpretation):
        return not (record.questions or record.notes or record.media)
    if isinstance(record, Meeting):
        return not record.agenda
    # a correction's text is its 原文, 更正后 and 原因
    return not (isinstance(record, Correction) or (isinstance(record, Item) and record.attachments))
