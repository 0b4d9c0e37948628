"""Cells of a 标准目录 → values of an entry: ticks, boxes of channels, laws; nothing unclear is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.records.vocabulary.publishing import Channel

_CHINESE = r"[\u3400-\u9fff，。；：、“”（）《》〔〕]"
_BROKEN = re.compile(rf"(?<={_CHINESE})\s+(?={_CHINESE})")
#: how a mark looks, also where a program has turned the signs of Wingdings into letters
_CHOSEN, _LEFT = frozenset("√✓✔☑■●◆▲þnt是Vv"), frozenset("□☐口o○〇Oq否×-—/无")
_BOX = re.compile(r"(?:(?<=\s)|^|(?<=[；;、，,）)]))([þntoq口])\s*(?=[\u3400-\u9fff])|([■□☑☐√✓✔●○◆])\s*")
_PARTS = re.compile(r"[\s、，,；;]+")
_MARKS = re.compile(r"[\s/（）()、，,·]")
_ALSO = {
    "政府门户网站": Channel.WEBSITE, "门户网站": Channel.WEBSITE, "发布会": Channel.PRESS,
    "听证会": Channel.PRESS, "入户": Channel.AT_HOME, "现场": Channel.AT_HOME,
    "社区企事业单位村公示栏": Channel.NOTICE, "社区企事业单位公示栏电子屏": Channel.NOTICE,
}  # fmt: skip
_CHANNELS = {**{_MARKS.sub("", each.value): each for each in Channel}, **_ALSO}
_JOINED = re.compile(r"[，,、；;和及与\s]+$")
_NUMBER, _FIRST = re.compile(r"[\s（(]*\d{1,2}[.．、)）]\s*$"), re.compile(r"^[（(]?\d{1,2}[.．、)）]\s*")
#: how the name of a document and of its place end
_ENDS = ("》", "）", ")", "条", "款", "项", "号")


def one_line(text: str) -> str:
    """Without the breaks that a narrow cell put into its words."""
    return _BROKEN.sub("", " ".join(text.split()))


def ticked(text: str) -> bool | None:
    """Whether a cell is ticked; None where it says something else."""
    bare = text.strip()
    if not bare or bare in _LEFT:
        return False
    return True if bare in _CHOSEN else None


def channels(text: str) -> tuple[list[Channel], list[str]]:
    """The ways that are marked, and what is marked and on no list; of a cell without boxes, all it names."""
    found: list[Channel] = []
    others: list[str] = []
    for name in _names(text):
        known = _CHANNELS.get(_MARKS.sub("", name))
        if known is None:
            others.append(name)
        elif known not in found:
            found.append(known)
    return found, [each for each in others if _MARKS.sub("", each) not in _CHANNELS]


def _names(text: str) -> Iterator[str]:
    boxes = list(_BOX.finditer(text))
    if not boxes:
        parts = [text] if _MARKS.sub("", text) in _CHANNELS else _PARTS.split(text)
        yield from filter(None, parts)
        return
    yield from filter(None, _PARTS.split(text[: boxes[0].start()]))
    ends = [each.start() for each in boxes[1:]] + [len(text)]
    for box, end in zip(boxes, ends, strict=True):
        name = one_line(text[box.end() : end]).strip("；;，,、 ")
        if name and (box[1] or box[2]) in _CHOSEN:
            yield name


def laws(text: str) -> list[str]:
    """Each document that a cell names; 《…》 inside 《…》 belongs to its title."""
    plain = one_line(text)
    found, depth, start = [], 0, 0
    for at, sign in enumerate(plain):
        if sign == "《" and depth == 0 and _bare(plain[start:at]).endswith(_ENDS):
            found.append(plain[start:at])
            start = at
        depth = max(0, depth + (sign == "《") - (sign == "》"))
    found.append(plain[start:])
    return [each for each in (_FIRST.sub("", _bare(part)) for part in found) if each]


def _bare(part: str) -> str:
    """Without what leads over to the next: 、, 和, its number."""
    return _JOINED.sub("", _NUMBER.sub("", part)).strip()
