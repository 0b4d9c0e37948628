"""What an interpretation of each form begins with: the keys that it needs, and the parts of its text."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.records.vocabulary.documents import Form


@dataclass(frozen=True)
class Beginning:
    """``head`` are lines that wait behind a “#”, ``parts`` headings of the text, ``slots`` of questions."""

    head: tuple[str, ...] = ()
    #: none: the elements of a text
    parts: tuple[str, ...] = ()
    slots: int = 3


_PERSON = ("#解读人: ", "#职务: ", "#是否第一解读人: 是")


def _media(file: str, words: str) -> tuple[str, ...]:
    return (
        f"# {words}",
        "#媒体文件:",
        f"#  - 文件: files/年份/{file}",
        "#    文字说明: ",
    )


BEGINNINGS = {
    Form.TEXT: Beginning(),
    Form.FAQ: Beginning(parts=("背景依据",), slots=8),
    Form.INFOGRAPHIC: Beginning(
        _media("yitu.png", "图上的字都写进“文字说明”，看不见图的人靠它"),
        ("目标任务", "主要内容", "涉及范围", "怎样办、问谁"),
    ),
    Form.AUDIO: Beginning(_media("yinpin.mp3", "“文字说明”是逐句的文字稿"), ("主要内容", "注意事项")),
    Form.VIDEO: Beginning(
        _media("shipin.mp4", "“文字说明”是逐句的文字稿，画面里的字也写上"),
        ("主要内容", "注意事项"),
    ),
    Form.CARTOON: Beginning(
        _media("dongman.mp4", "“文字说明”写每一幕的画面和对白"), ("主要内容", "注意事项")
    ),
    Form.INTERVIEW: Beginning(_PERSON, ("访谈时间和嘉宾", "访谈实录", "网友提问和答复")),
    Form.PRESS: Beginning(_PERSON, ("发布会时间和发布人", "发布内容", "答记者问")),
    Form.EXPERT: Beginning(
        ("# 专家的单位和专业写进“职务”", *_PERSON[:2]),
        ("为什么这样定", "和以前、和别处比", "意味着什么"),
    ),
    Form.MEDIA: Beginning(
        ("# 不得转载报道代替解读，由本单位写",),
        ("主要内容", "记者问到的", "注意事项"),
    ),
}
