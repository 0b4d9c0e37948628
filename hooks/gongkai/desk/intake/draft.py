"""Facts and answers → the files of a draft: the record, and the scaffold of its interpretation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.common.title_marks import in_marks
from gongkai.desk.intake.answers import Answer, Taken
from gongkai.desk.intake.explaining_forms import BEGINNINGS
from gongkai.desk.intake.facts import Facts
from gongkai.desk.intake.questions import Question
from gongkai.records.vocabulary.documents import Form

#: the order of a record's keys, as its sample has them
_ORDER = (
    "标题", "体裁", "主题分类", "发文机关", "发文字号", "成文日期", "发布日期", "施行日期", "失效日期",
    "是否规范性文件", "修改", "废止", "部分废止",
)  # fmt: skip
_LISTS = frozenset(("发文机关", "修改", "废止", "部分废止"))
#: what YAML reads as the same text without quotes
_PLAIN = re.compile(r"[^\W_][^:#\n\[\]{},\"'&*!|>%@`]*")
_ELEMENTS = ("背景依据", "主要内容", "涉及范围", "执行标准", "注意事项", "新旧政策差异")
_OPEN = "待填"


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be written: its place below the root and its text."""

    path: str
    text: str


def quoted(value: str) -> str:
    """A value as YAML."""
    return (
        value if _PLAIN.fullmatch(value) and value == value.strip() else "'" + value.replace("'", "''") + "'"
    )


def policy(
    path: str, found: Facts, answers: Mapping[str, str], open_: list[Question], listed: list[str], body: str
) -> Draft:
    """The record of a policy."""
    lines = [
        "---",
        "# 由文件读入，请逐项对照原件核对；以“#”开头的行填好后去掉“#”。",
        "# 全部填好并审核后删去“草稿”一行。",
        "草稿: 是",
        *_keys(found, answers, open_),
        *_listed(path, listed),
        "---",
    ]
    return Draft(path, "\n".join(lines) + f"\n{body}")


def _keys(found: Facts, answers: Mapping[str, str], open_: list[Question]) -> Iterator[str]:
    waiting = {each.key: each for each in open_}
    for key in _ORDER:
        value = answers.get(key) or found.keys.get(key)
        if isinstance(value, str) and key in _LISTS:
            value = [each for each in re.split("[、,，]", value) if each.strip()]
        if isinstance(value, list):
            yield f"{key}: [{', '.join(quoted(each.strip()) for each in value)}]"
        elif value:
            yield f"{key}: {quoted(value)}"
        elif key in waiting:
            offered = f"（可以是 {waiting[key].offered}）" if waiting[key].offered else ""
            yield f"# {_OPEN}：{waiting[key].words}{offered}"
            yield f"#{key}: "


def _listed(path: str, listed: list[str]) -> Iterator[str]:
    """Attachments that the text lists: their files are put in by hand."""
    if not listed:
        return
    year = path.split("/")[-2]
    yield f"# {_OPEN}：正文列出 {len(listed)} 个附件，文件放进 content/files/{year}/，写上文件名"
    yield "#附件:"
    for name in listed:
        yield f"#  - 名称: {quoted(name)}"
        yield f"#    文件: files/{year}/"


def interpretation(
    path: str,
    title: str,
    slug: str,
    published: str,
    due: dt.date | None,
    articles: tuple[str, ...],
    form: Form = Form.TEXT,
) -> Draft:
    """The beginning of an interpretation: what its form needs, slots for questions, its last day."""
    begun = BEGINNINGS[form]
    last = f"最迟 {due}，" if due else ""
    lines = [
        "---",
        "# 解读的开头：写好各节，填上问答，没有的一节删去；“待填”的字都要换掉。",
        "草稿: 是",
        f"标题: {quoted(f'{in_marks(title)}解读')}",
        f"解读文件: [{slug}]",
        f"解读形式: {form}",
        *begun.head,
        f"# {last}与政策同日发布最好",
        f"发布日期: {published}" if published else "#发布日期: ",
        *_slots(articles, begun.slots),
        "---",
    ]
    body = "\n\n".join(f"## {each}\n\n{_OPEN}" for each in begun.parts or _ELEMENTS)
    return Draft(path, "\n".join(lines) + f"\n{body}\n")


def _slots(articles: tuple[str, ...], count: int) -> Iterator[str]:
    """问答 to be filled, each beside an article of the middle of the text."""
    yield "# 问答：填好后去掉“#”；对应条款写问的是哪一条"
    yield "#问答:"
    for at in range(count):
        yield "#  - 问: "
        yield "#    答: "
        if at + 1 < len(articles):
            yield f"#    对应条款: {articles[at + 1]}"


def explained(path: str, title: str, slug: str, published: str, found: Taken) -> Draft:
    """An interpretation that came as a file of its own."""
    lines = [
        "---",
        "# 由文件读入，请对照原件核对；审核后删去“草稿”一行。",
        "草稿: 是",
        f"标题: {quoted(title)}",
        f"解读文件: [{quoted(slug)}]" if slug else f"# {_OPEN}：解读的是哪件政策\n#解读文件: []",
        f"解读形式: {'简明问答' if found.answers else '文字'}",
        f"发布日期: {published}" if published else f"# {_OPEN}：哪一天公布\n#发布日期: ",
        *_answers(found.answers),
        "---",
    ]
    return Draft(path, "\n".join(lines) + f"\n{found.text}")


def _answers(found: Sequence[Answer]) -> Iterator[str]:
    """Questions that stand in the file itself."""
    if found:
        yield "问答:"
    for each in found:
        yield f"  - 问: {quoted(each.question)}"
        yield f"    答: {quoted(each.answer)}"
        if each.articles:
            yield f"    对应条款: [{', '.join(each.articles)}]"


#: lines of a head that only a draft has
_OF_DRAFT = ("草稿:", "# 由文件读入", "# 全部填好")


def finished(text: str) -> str:
    """A draft without what says that it is one, for those who look at it as at something public."""
    _, head, body = text.split("---\n", 2)
    kept = (line for line in head.splitlines(keepends=True) if not line.startswith(_OF_DRAFT))
    return f"---\n{''.join(kept)}---\n{body}"


def day(text: str) -> dt.date:
    """A day that was read or checked before."""
    return dt.date.fromisoformat(text)
