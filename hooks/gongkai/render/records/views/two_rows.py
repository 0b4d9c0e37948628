"""The details of a page as readers want them: where to go, for how much, who and when; the rest folded."""

from __future__ import annotations

from markupsafe import Markup

Rows = list[tuple[str, Markup]]

#: the labels of who answers for a record and of its day, of each the first there is
WHO = (
    "发文机关", "主办单位", "解读单位", "回应单位", "受理单位", "承办单位", "评价单位", "牵头单位", "单位",
    "责任单位", "更正对象", "Issued by",
)  # fmt: skip
WHEN = (
    "发文字号", "日期", "回应日期", "出版日期", "目录公布日期", "更正日期", "发布日期", "更新日期",
    "核验日期", "年度", "Document number", "Published in Chinese",
)  # fmt: skip
#: what somebody must know before leaving home: where, when it is open, how long it takes, what it costs
GOING = (
    "地址", "开放时间", "电话", "无障碍设施",
    "办理地点", "受理开始", "受理截止", "受理月份", "办理时限", "收费依据及标准", "给付标准",
)  # fmt: skip
#: how long it is kept
KEPT = "保管期限"


def two_rows(rows: Rows) -> tuple[Rows, Rows]:
    """(the rows in the open, what is folded); nothing is folded where that would hide one row only.

    What must be known to go somewhere stands first, then when and by whom. How long a record is kept is
    for clerks: it stands before no text, be it alone in the fold.
    """
    labels = {label for label, _ in rows}
    first = [next((label for label in wanted if label in labels), None) for wanted in (WHEN, WHO)]
    main = [row for label in (*GOING, *first) for row in rows if row[0] == label]
    rest = [row for row in rows if row[0] not in first and row[0] not in GOING]
    folded = rest[1:] or any(label == KEPT for label, _ in rest)
    return (main, rest) if main and folded else (rows, [])
