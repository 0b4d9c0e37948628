"""应公开事项: a duty to publish: which units owe it, how often, by when, and what shows it was kept."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, ValidationInfo, model_validator

from gongkai.records.base import Part, Record
from gongkai.records.fields.origin import as_own
from gongkai.records.fields.own_words import names, own_words
from gongkai.records.fields.values import (
    Count,
    Date,
    Text,
    Texts,
    Title,
    UnitNames,
    Yes,
    as_filled,
    as_list,
    as_text,
    wrong,
)
from gongkai.records.types.standard import Bases
from gongkai.records.vocabulary.datasets import DatasetKind, FieldRole
from gongkai.records.vocabulary.norms import Cause, Checked, Cycle, Joining, Origin, Proof, TermUnit
from gongkai.records.vocabulary.units import PhoneUse, UnitKind

#: the word for every kind that 政府信息公开条例 binds
ORGANS = "机关"
#: the parts of a unit's own file that a norm may ask for → attribute
UNIT_PARTS = {
    "职责": "duties",
    "领导": "leaders",
    "内设机构": "offices",
    "地址": "address",
    "办公时间": "hours",
    "对外电话": "phone",
}
_LEVELS = {"national": "国家", "beijing": "北京市"}
#: the file of a city → the first figures of the codes of its sites (网站标识码, by GB/T 2260)
_PROVINCES = {"beijing": "11"}

#: 依据 or 本级自定, which a district may write as 本区自定
Whose = Annotated[Origin, BeforeValidator(lambda value: as_own(as_text(value)))]


class Bearers(Part):
    """承担: who owes it. What is written narrows: kinds, then a power of the list of powers, or a task."""

    kinds: Texts = Field((), alias="类别", description="单位的类别，或“机关”；不写则不按类别")
    unsure: Texts = Field(
        (),
        alias="待核",
        description="依据没有说清算不算的类别，或有没有这样的事看不出来的（可写“机关”）："
        "没有公开的列为“未核”，不算没有公开",
    )
    powers: Texts = Field(
        (),
        alias="职权",
        description="权责清单里有这一类（写几类的，有其中一类）职权的才承担，如 行政许可；"
        "清单里没有的单位是“未核”",
    )
    cause: Cause | None = Field(
        None,
        alias="事由",
        description="从本栏目的什么看出单位有没有这样的事：有的才承担，没有的不要求，看不出来的是“未核”",
    )
    task: Text | None = Field(None, alias="职能", description="单位资料“承担职能”里有这一项的才承担")
    names: UnitNames = Field((), alias="名单", description="单位的名称、简称或曾用名")
    joining: Joining = Field(Joining.EACH, alias="合并", description="共同：全部单位都公开了才算公开")

    @model_validator(mode="after")
    def _says_who(self, info: ValidationInfo) -> Self:
        if not (self.kinds or self.powers or self.task or self.names):
            raise wrong("没有写由谁承担", "至少写“类别”“职权”“职能”“名单”中的一样")
        known = {ORGANS, *names(UnitKind, own_words(info))}
        if unknown := [kind for kind in (*self.kinds, *self.unsure) if kind not in known]:
            raise wrong(f"没有“{unknown[0]}”这一类单位", f"从这些里选：{'、'.join(sorted(known))}")
        return self

    def asks(self, kind: UnitKind) -> bool:
        """Whether a kind of unit is meant: by its own name, or by that of the kind it counts as."""
        said = {kind.value, kind.meant.value}
        return not self.kinds or not said.isdisjoint(self.kinds) or (ORGANS in self.kinds and kind.is_organ)

    def unsure_of(self, kind: UnitKind) -> bool:
        """Whether nobody can tell if one of the kind owes it: the basis does not say, or no case may be."""
        said = {kind.value, kind.meant.value}
        return not said.isdisjoint(self.unsure) or (ORGANS in self.unsure and kind.is_organ)


class Limit(Part):
    """期限: a day of the year, or so many days after the period or after what it begins with."""

    begin: Text | None = Field(None, alias="起点", description="从什么事起算，如 决定作出、期末")
    count: Count | None = Field(None, alias="数")
    unit: TermUnit = Field(TermUnit.DAYS, alias="单位")
    until: Text | None = Field(
        None,
        alias="截止",
        pattern=r"^(当年|次年)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        description="每年的事项写最后一天：次年01-31、当年03-31",
    )
    asked_from: Text | None = Field(
        None,
        alias="起看",
        pattern=r"^(当年|次年)(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        description="每年的事项没有固定的日子，从哪一天起看有没有：当年04-01",
    )
    words: Text | None = Field(None, alias="说明", description="依据里的原话，如 及时")

    @property
    def told(self) -> str:
        """The term in words."""
        if self.until:
            return f"{self.until[:2]}{int(self.until[2:4])}月{int(self.until[5:])}日前"
        if self.count is not None:
            measure = "个工作日" if self.unit is TermUnit.WORKDAYS else "日"
            return f"{self.begin or '形成'}后{self.count}{measure}内"
        return self.words or ""


class Evidence(Part):
    """证据: the kinds of content by which a unit shows that it kept the duty, narrowed by what is written."""

    kinds: Annotated[tuple[Proof, ...], BeforeValidator(as_filled)] = Field(alias="类型")
    dataset: DatasetKind | None = Field(None, alias="类别", description="数据集的类别")
    provider: Yes = Field(False, alias="看提供单位", description="写“是”则看数据集的“单位”，不看各行的单位")
    title_has: Texts = Field((), alias="标题含", description="标题里有其中一个词的才算")
    parts: Texts = Field((), alias="要素", description="单位资料里要写的：" + "、".join(UNIT_PARTS))
    use: PhoneUse | None = Field(None, alias="用途", description="对外电话里须有这一用途的号码")
    column: FieldRole | None = Field(None, alias="须有列", description="数据集里须有这一用途的列")

    @model_validator(mode="after")
    def _can_be_looked_for(self) -> Self:
        if Proof.DATASET in self.kinds and self.dataset is None:
            raise wrong("证据是数据集，没有写哪一类", "加上一行 类别: …")
        free = {Proof.PAGE, Proof.ITEM, Proof.POLICY, Proof.EVENT} & {*self.kinds}
        if free and not self.title_has:
            raise wrong("信息、页面、政策文件、活动要写标题里有什么词才算", "加上一行 标题含: [ … ]")
        if Proof.UNIT in self.kinds and (not self.parts or {*self.parts} - {*UNIT_PARTS}):
            raise wrong("单位资料要写看哪些要素", f"加上一行 要素: [ … ]，可写 {'、'.join(UNIT_PARTS)}")
        return self

    @property
    def told(self) -> str:
        """What counts, in words."""
        words = (f"“{word}”" for word in self.title_has)
        narrowed = "、".join(filter(None, (self.dataset, self.column, self.use, *self.parts, *words)))
        return "、".join(self.kinds) + (f"（{narrowed}）" if narrowed else "")


class DutyNorm(Record):
    """One duty; the file's name is the level that laid it down."""

    TYPE = "duty-norm"
    LABEL = "应公开事项"
    PATH = "data/norms/district.yml"
    ROWS = True
    ORDER = 121

    number: Text = Field(alias="编号", pattern=r"^[A-Z]{2}-[0-9]{2,3}[A-Z]?$", description="如 QJ-01")
    title: Title = Field(alias="名称")
    short: Text | None = Field(None, alias="简称", max_length=8, description="表头里用，不超过 8 字")
    matter: Text | None = Field(
        None, alias="事项", description="一个事项有几种频次的分写几行，这里写同一个事项"
    )
    bases: Bases = Field(alias="依据", min_length=1)
    origins: dict[str, Whose] = Field({}, alias="出处", description="期限、频次、承担各来自依据还是本级自定")
    checked: dict[str, Checked] = Field({}, alias="核对", description="条款、期限各读过条文，还是二手、记忆")
    owed_by: Bearers = Field(alias="承担")
    cycle: Cycle = Field(alias="频次")
    limit: Limit = Field(Limit.model_construct(), alias="期限")
    evidence: Evidence = Field(alias="证据")
    other_rule: Text | None = Field(
        None, alias="另有规则", description="已经开始公开的单位由哪条规则检查，写规则编号；这里就不重复提"
    )
    other_since: Date | None = Field(
        None, alias="另有规则起", description="那条规则从哪一天起的时期才查；更早的仍在这里提"
    )
    untold: Text | None = Field(
        None, alias="未核时", description="没有公开的列为“未核”的，为什么看不出来，去看什么才知道"
    )
    valid_from: Date | None = Field(None, alias="生效日期")
    valid_to: Date | None = Field(None, alias="失效日期", description="最后一天；过了这一天不再要求，仍列出")
    ended_by: Annotated[Bases, BeforeValidator(as_list)] = Field((), alias="失效依据")
    note: Text | None = Field(None, alias="说明")

    @model_validator(mode="after")
    def _can_be_reckoned(self) -> Self:
        periodic = self.cycle.months
        if periodic and periodic < 12 and self.limit.count is None:
            raise wrong(f"{self.cycle}的事项没有写期末后几日内", "在“期限”下写 起点: 期末、数: …")
        if periodic == 12 and not (self.limit.until or self.limit.asked_from):
            raise wrong("每年的事项没有写截止的日子", "在“期限”下写 截止: 次年01-31，或 起看: 当年04-01")
        if self.valid_to and not self.ended_by:
            raise wrong("写了失效日期，没有写失效依据", "加上一行 失效依据: …")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise wrong(f"失效日期 {self.valid_to} 早于生效日期 {self.valid_from}", "核对这两个日期")
        return self

    @property
    def basis(self) -> str:
        return "；".join(str(each) for each in self.bases)

    @property
    def level(self) -> str:
        """国家, 北京市 or 本级: by the file it stands in."""
        return _LEVELS.get(self._file, "本级")

    @property
    def province(self) -> str:
        """Where it holds, as the codes of sites begin; empty: everywhere."""
        return _PROVINCES.get(self._file, "")

    @property
    def _file(self) -> str:
        return self.id.partition("#")[0].rsplit("/", 1)[-1]

    @property
    def label(self) -> str:
        return self.short or self.title

    @property
    def sure(self) -> bool:
        """False where a figure is known from memory alone: it may never be an error."""
        return Checked.MEMORY not in self.checked.values()

    @property
    def place(self) -> str:
        """The address of its page."""
        return f"duties/norm/{self.number.lower()}/"

    def holds_on(self, day: dt.date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    EXAMPLE = """\
- 编号: QJ-01
  名称: 街道的政府信息公开工作年度报告
  依据:
    - 文件: 示例区政务公开工作安排
  出处: {承担: 本级自定, 期限: 本级自定}
  核对: {条款: 条文}
  承担: {类别: 街道}
  频次: 每年
  期限: {截止: 次年01-31}
  证据: {类型: 年度报告}
"""
    EXAMPLE_BAD = EXAMPLE.replace("频次: 每年", "频次: 每季")
    EXAMPLE_MESSAGE = "“频次”填的“每季”不在可填的值里"
