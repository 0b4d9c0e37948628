"""标准: a rule as data: its name, 依据, level, parameters, the days it holds, and what it said before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from gongkai.common.problems import At, Edit, Level, Problem
from gongkai.records.base import Part, Record
from gongkai.records.fields.origin import OWN, OriginText
from gongkai.records.fields.values import Date, Text, Title, Yes, as_list, wrong
from gongkai.records.vocabulary.term import Term

DAY = dt.timedelta(days=1)
#: what the names of documents without force have in them
DRAFTS = ("征求意见稿", "草案", "送审稿", "讨论稿", "试写稿")


class RuleGroup(Term):
    """分组: the part of the rulebook a rule stands in."""

    PAIRING = "政策与解读", "pairing"
    DOCUMENTS = "政策文件", "documents"
    CONSULTING = "征集和决策", "consulting"
    MEETINGS = "会议、活动和回应", "meetings"
    CATALOGUE = "目录和时限", "catalogue"
    FRESHNESS = "更新", "freshness"
    ANNUAL = "年度报告", "annual"
    REQUESTS = "依申请公开", "requests"
    TASKS = "要点和任务", "tasks"
    MONEY = "财政和数据", "money"
    SAFETY = "安全和保密", "safety"
    NAMES = "名称、链接和网址", "names"
    RULES = "规则和豁免", "rules"
    OTHER = "其他", "other"


class RuleForce(Term):
    """Whether a rule holds on the day."""

    IN_FORCE = "现行", "valid"
    COMING = "将生效", "not-yet"
    ENDED = "已失效", "expired"


class Floor(Term):
    """底线: a rule that may not be weakened; whether a record may at least be let off in public."""

    LEVEL = "不能降低，不能停用；确有理由的可以逐件公开豁免", "level"
    ABSOLUTE = "不能降低，不能停用，不能豁免", "absolute"


class Basis(Part):
    """A document and the article of it that a rule rests on."""

    document: Text = Field(alias="文件")
    article: Text | None = Field(None, alias="条款")
    date: Date | None = Field(None, alias="日期")

    def __str__(self) -> str:
        return f"{self.document}{self.article or ''}"

    @property
    def draft(self) -> bool:
        """Whether it is a draft: nobody has to do what it says."""
        return any(word in self.document for word in DRAFTS)


Bases = Annotated[tuple[Basis, ...], BeforeValidator(as_list)]


class Version(Part):
    """What the rule said in earlier days: parameters not named are as today."""

    bases: Bases = Field(alias="依据", min_length=1)
    valid_from: Date | None = Field(None, alias="生效日期", description="不写：一直如此")
    valid_to: Date = Field(alias="失效日期", description="这样规定的最后一天")
    level: Level | None = Field(None, alias="级别", description="不写：同现在一样")
    parameters: dict[str, Text] = Field({}, alias="参数", description="只写和现在不同的")
    note: Text | None = Field(None, alias="说明")


@dataclass(frozen=True)
class Span:
    """The days on which a rule was worded in one way, both ends included; None: without end."""

    start: dt.date | None
    end: dt.date | None
    standard: Standard

    def has(self, day: dt.date) -> bool:
        return _within(day, self.start, self.end)


class Standard(Record):
    """One rule; its file name is the id, and the check of that name reads it."""

    TYPE = "standard"
    LABEL = "标准"
    PATH = "data/standards/{slug}.yml"
    ORDER = 150

    title: Title = Field(alias="名称")
    group: RuleGroup = Field(RuleGroup.OTHER, alias="分组", description="规则手册里放在哪一组")
    bases: Bases = Field(alias="依据", min_length=1)
    level: Level = Field(Level.ERROR, alias="级别")
    valid_from: Date | None = Field(None, alias="生效日期")
    valid_to: Date | None = Field(
        None, alias="失效日期", description="最后一天；过了这一天不再检查，规则手册里仍列出"
    )
    ended_by: Bases = Field((), alias="失效依据", description="哪个文件使它失效")
    parameters: dict[str, Text] = Field({}, alias="参数")
    meanings: dict[str, Text] = Field({}, alias="参数说明", description="给读者看的：每个参数是什么意思")
    origins: dict[str, OriginText] = Field(
        {}, alias="出处", description="每个参数从哪里来：“依据 …第…条（条文）”，或“本级自定”"
    )
    offered: Yes = Field(
        False,
        alias="待采用",
        description="写“是”：国家没有这样规定，本级在 data/rulebook/ 写明依据采用了才执行",
    )
    remedy: Text | None = Field(None, alias="改法", description="不写：用规则自带的说明")
    note: Text | None = Field(None, alias="说明", description="给读者看的补充，如为什么失效")
    versions: tuple[Version, ...] = Field(
        (), alias="历次", description="以前怎样规定，先后相接；记录照它当日的规定检查"
    )

    _whole: Standard | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _days_follow(self) -> Self:
        days = [(each.valid_from, each.valid_to) for each in self.versions]
        spans: list[tuple[dt.date | None, dt.date | None]] = [*days, (self.valid_from, self.valid_to)]
        last: dt.date | None = None
        for start, end in spans:
            if start and end and end < start:
                raise wrong(f"失效日期 {end} 早于生效日期 {start}", "核对这两个日期")
            if last and (start is None or start <= last):
                raise wrong(
                    f"上一次规定到 {last} 为止，下一次须从以后的日期开始", "改正历次的日期，先的写在前面"
                )
            last = end
        return self

    @property
    def place(self) -> str:
        """Where it stands: its page in the rulebook."""
        return f"rulebook/{self.slug}/"

    @property
    def shown_at(self) -> str:
        return self.place

    def holds_on(self, day: dt.date) -> bool:
        """True on a day for which there is a rule: from 生效日期 up to and including 失效日期."""
        return self.on(day) is not None

    def force_on(self, day: dt.date) -> RuleForce:
        """Whether the rule, as it is or as it was, holds on a day, is still to come, or has ended."""
        if self.holds_on(day):
            return RuleForce.IN_FORCE
        start = (*(each.valid_from for each in self.versions), self.valid_from)[0]
        return RuleForce.COMING if start and day < start else RuleForce.ENDED

    def on(self, day: dt.date) -> Standard | None:
        """The rule as it was on a day: its 依据, level and parameters then; None when there was none.

        What it gives still knows the other versions: a check may ask for a record's own day.
        """
        # most rules have one wording; reading a private attribute is what costs most here
        whole = (self._whole or self) if self.versions else self
        if whole.offered:
            return None
        if _within(day, whole.valid_from, whole.valid_to):
            return whole
        return next((span.standard for span in whole.spans() if span.has(day)), None)

    def spans(self) -> tuple[Span, ...]:
        """Every wording there was and is, the oldest first."""
        whole = self._whole or self
        earlier = (Span(each.valid_from, each.valid_to, whole._as(each)) for each in whole.versions)
        return (*earlier, Span(whole.valid_from, whole.valid_to, whole))

    def _as(self, version: Version) -> Standard:
        changed = {
            "bases": version.bases,
            "level": version.level or self.level,
            "parameters": {**self.parameters, **version.parameters},
        }
        copy = self.model_copy(update=changed)
        copy._whole = self
        return copy

    @property
    def basis(self) -> str:
        return "；".join(str(each) for each in self.bases)

    @property
    def only_drafts(self) -> bool:
        """Whether nothing with force asks for it."""
        return all(each.draft for each in self.bases)

    def origin(self, name: str) -> str:
        """Where a parameter's figure comes from, as it is written; the district's own while nothing is."""
        return self.origins.get(name, OWN)

    def number(self, name: str) -> int:
        """A whole-number parameter."""
        return int(self.parameters[name])

    def problem(
        self,
        record: Record,
        at: At | str,
        message: str,
        fix: str,
        level: Level | None = None,
        edit: Edit | None = None,
    ) -> Problem:
        """A breach of this rule by a record, at one of its keys; ``edit`` mends it where that is known."""
        return Problem(
            rule=self.slug,
            name=self.title,
            level=level or self.level,
            basis=self.basis,
            path=record.source.path,
            row=record.source.row,
            at=(at,) if isinstance(at, str) else at,
            message=message,
            fix=fix,
            edit=edit,
        )

    EXAMPLE = """\
名称: 形成后20个工作日内公开
分组: 目录和时限
依据:
  - 文件: 中华人民共和国政府信息公开条例（国务院令第711号）
    条款: 第二十六条
级别: 警告
生效日期: 2019-05-15
参数:
  工作日: 20
出处:
  工作日: 依据 中华人民共和国政府信息公开条例（国务院令第711号）第二十六条（条文）
历次:
  - 依据:
      - 文件: 中华人民共和国政府信息公开条例（国务院令第492号）
        条款: 第十八条
    生效日期: 2008-05-01
    失效日期: 2019-05-14
"""
    EXAMPLE_BAD = """\
名称: 政策须有解读
级别: 错误
"""
    EXAMPLE_MESSAGE = "缺少必填的“依据”"


def _within(day: dt.date, start: dt.date | None, end: dt.date | None) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)
