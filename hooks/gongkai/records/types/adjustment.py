"""规则调整: what a district decides differently from a shipped rule; the rest of the rule stays."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from gongkai.common.problems import Level
from gongkai.records.base import Record
from gongkai.records.fields.origin import OWN
from gongkai.records.fields.values import Date, Text, Yes, wrong
from gongkai.records.types.standard import DAY, Bases, Standard, Version


class Adjustment(Record):
    """Named as the rule it adjusts; says only what differs, and by which decision."""

    TYPE = "adjustment"
    LABEL = "规则调整"
    PATH = "data/rulebook/{slug}.yml"

    bases: Bases = Field(alias="依据", min_length=1, description="本级作出这一决定的文件")
    takes: Yes = Field(
        False,
        alias="采用",
        description="写“是”：采用一条国家没有规定、随程序备着的规则，依据就是这里写的文件",
    )
    level: Level | None = Field(None, alias="级别")
    parameters: dict[str, Text] = Field({}, alias="参数", description="只写要改的参数")
    valid_from: Date | None = Field(
        None,
        alias="生效日期",
        description="级别、参数从哪一天起改；以前发布的照原来的规定，不是不查。不写：一直如此",
    )
    valid_to: Date | None = Field(None, alias="失效日期", description="本级执行这条规则的最后一天")
    remedy: Text | None = Field(None, alias="改法")
    note: Text | None = Field(None, alias="说明")
    example: Yes = Field(False, alias="示例", description="写“是”则页面标明“示例”")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        said = (self.takes, self.level, self.parameters, self.valid_to, self.remedy, self.note)
        if not any(said):
            raise wrong(
                "没有写要调整什么",
                "写上采用、级别、参数、失效日期、改法、说明中的一项；不调整了就删去这个文件",
            )
        if self.valid_from and not (self.takes or self.level or self.parameters or self.valid_to):
            raise wrong(
                f"写了“生效日期”{self.valid_from}，没有写从那天起改什么级别或参数，不起作用",
                "写上级别或参数，或者删去“生效日期”；规则本身从哪天起，写在本级 data/standards/ 的同名文件里",
            )
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise wrong(f"失效日期 {self.valid_to} 早于生效日期 {self.valid_from}", "核对这两个日期")
        return self

    def applied_to(self, standard: Standard) -> Standard:
        """The rule as the district has it; before 生效日期 it is as it was."""
        changed: dict[str, object] = {
            # a rule that the district takes rests on what it decided, not on what the program offers
            "bases": self.bases if standard.offered else (*standard.bases, *self.bases),
            "offered": standard.offered and not self.takes,
            "level": self.level or standard.level,
            "parameters": {**standard.parameters, **self.parameters},
            "origins": {**standard.origins, **dict.fromkeys(self.parameters, OWN)},
            "remedy": self.remedy or standard.remedy,
            "note": self.note or standard.note,
        }
        if self.valid_to:
            changed |= {"valid_to": self.valid_to, "ended_by": self.bases}
        if standard.offered and self.takes:
            # nothing was asked before the district asked it
            changed |= {"valid_from": self.valid_from or standard.valid_from}
        elif self._later_than(standard):
            changed |= {"valid_from": self.valid_from, "versions": self._earlier(standard)}
        return standard.model_copy(update=changed)

    def _later_than(self, standard: Standard) -> bool:
        return self.valid_from is not None and (
            standard.valid_from is None or standard.valid_from < self.valid_from
        )

    def _earlier(self, standard: Standard) -> tuple[Version, ...]:
        assert self.valid_from is not None
        before = Version.model_construct(
            bases=standard.bases,
            valid_from=standard.valid_from,
            valid_to=self.valid_from - DAY,
            level=standard.level,
            parameters=standard.parameters,
            note=standard.note,
        )
        return (*standard.versions, before)

    EXAMPLE = """\
依据:
  - 文件: 示例区政务公开工作考核办法
    条款: 第六条
级别: 错误
参数:
  工作日: 2
生效日期: 2027-01-01
"""
    EXAMPLE_BAD = """\
级别: 错误
"""
    EXAMPLE_MESSAGE = "缺少必填的“依据”"
