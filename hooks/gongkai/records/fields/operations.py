"""操作: what an amendment does to which article, as editors write it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import Date, Text, as_list, as_text, wrong
from gongkai.text.amend import Act, Address, Operation, read_address


def _place(text: str) -> str:
    """第五条之一第二款第（四）项, as written; refused where it is no place in a document."""
    if read_address(text) is None:
        raise wrong(
            f"“{text}”不是条款的写法", "写成 第三条、第五条之一、第四条第二款 或 第四条第二款第（三）项"
        )
    return text


def _places(value: Any) -> Any:
    """第三条、第六条 as a list; 全文 as it stands."""
    return as_text(value).replace("，", "、").split("、") if isinstance(value, str) else as_list(value)


def _place_or_all(text: str) -> str:
    return text if text == "全文" else _place(text)


Place = Annotated[str, BeforeValidator(as_text), AfterValidator(_place)]
Places = Annotated[
    tuple[Annotated[str, BeforeValidator(as_text), AfterValidator(_place_or_all)], ...],
    BeforeValidator(_places),
]


class WrittenOperation(Part):
    """One change: which part, and what becomes of it."""

    put: Place | None = Field(None, alias="改", description="整条、整款、整项改成“新文”")
    add: Place | None = Field(None, alias="增", description="新加的条、款、项，写新的条号")
    take: Place | None = Field(None, alias="删")
    move: Place | None = Field(None, alias="移", description="原来的条号")
    replace: Places = Field((), alias="换", description="在哪些条里换词，或“全文”")
    order: Text | None = Field(None, alias="顺序", pattern="^相应调整$", description="写“相应调整”")
    stop: Places = Field((), alias="停", description="停止执行的条，“起”“止”当天也在内")
    begins: Date | None = Field(None, alias="起", description="停止执行的第一天，不写则为修改的那一天")
    last: Date | None = Field(None, alias="止", description="停止执行的最后一天，不写则还没有定")
    text: Text | None = Field(None, alias="新文", description="不写则取正文引号里的文字")
    to: Place | None = Field(None, alias="至", description="移到哪一条")
    after: Place | None = Field(None, alias="后于", description="加在哪一条后面，条号已经说明的不写")
    old: Text | None = Field(None, alias="原词")
    new: Text | None = Field(None, alias="新词")
    repealed: Text | None = Field(None, alias="理由", pattern="^废止$", description="写“废止”则条号留着")

    @model_validator(mode="after")
    def _one_act(self) -> WrittenOperation:
        acts = [self.put, self.add, self.take, self.move, self.replace or None, self.order, self.stop or None]
        if sum(each is not None for each in acts) != 1:
            raise wrong("一项操作只写一种：改、增、删、移、换、顺序、停", "分成几项写")
        if self.move and not self.to:
            raise wrong("写了“移”，没有写移到哪一条", "加一行“至: 第几条”")
        if self.replace and not self.old:
            raise wrong("写了“换”，没有写原词", "加“原词”和“新词”")
        if (self.begins or self.last) and not self.stop:
            raise wrong("“起”“止”只写在“停”下面", "改、增、删从“修改”的日期起生效，删去这一行")
        if self.begins and self.last and self.last < self.begins:
            raise wrong(f"“止”（{self.last}）早于“起”（{self.begins}）", "核对两个日期")
        return self

    @property
    def stopped(self) -> tuple[Address, ...]:
        """The articles that are not carried out; none: the whole text."""
        return tuple(found for each in self.stop if (found := read_address(each)))

    @property
    def operation(self) -> Operation:
        """The change as the text room applies it."""
        act, place = self._act
        if act is Act.WORDS:
            at = tuple(found for each in self.replace if (found := read_address(each)))
            return Operation(act, at, old=self.old or "", new=self.new or "")
        return Operation(
            act,
            (place,) if place else (),
            self.text or "",
            to=_address(self.to),
            after=_address(self.after),
            kept=self.repealed is not None,
        )

    @property
    def _act(self) -> tuple[Act, Address | None]:
        written = ((Act.PUT, self.put), (Act.ADD, self.add), (Act.TAKE, self.take), (Act.MOVE, self.move))
        for act, place in written:
            if place:
                return act, _address(place)
        return (Act.WORDS, None) if self.replace else (Act.CLOSE_UP, None)


def _address(words: str | None) -> Address | None:
    return read_address(words) if words else None


class Approved(Part):
    """核定: an article as officially published where it differs from what is computed."""

    article: Place = Field(alias="条")
    text: Text = Field(alias="新文", description="官方公布的修改后的这一条")
    note: Text | None = Field(None, alias="说明", description="不同在哪里")


Operations = Annotated[tuple[WrittenOperation, ...], BeforeValidator(as_list)]
Approvals = Annotated[tuple[Approved, ...], BeforeValidator(as_list)]
