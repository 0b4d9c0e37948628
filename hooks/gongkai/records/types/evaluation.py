"""政策评价: whether a policy did what it was made for, and what followed from the answer."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator

from gongkai.records.base import UNIT, YEAR, ContentRecord, Facet
from gongkai.records.fields.values import Count, Date, PolicyNames, Text, Title, UnitNames, as_filled, wrong
from gongkai.records.traits import ColumnGroup
from gongkai.records.vocabulary.documents import EvaluationKind, EvaluationMethod

Methods = Annotated[tuple[EvaluationMethod, ...], BeforeValidator(as_filled)]


class Evaluation(ContentRecord):
    """One evaluation of policies, or of a work such as openness itself; its text is the report."""

    TYPE = "evaluation"
    LABEL = "政策评价"
    PATH = "content/evaluations/{year}/{slug}.md"
    COLUMN = "政策评价"
    ORDER = 48
    GROUP = (ColumnGroup.POLICIES, 70)
    TRAITS = ()
    FACETS = (Facet("kind", "类型", "kind"), Facet("method", "方式", "methods"), YEAR, UNIT)

    title: Title = Field(alias="标题")
    kind: EvaluationKind = Field(EvaluationKind.OWN, alias="类型")
    documents: PolicyNames = Field(
        (), alias="对象", description="政策的文件名、发文字号或标题；评的是一项工作就不写"
    )
    work: Text | None = Field(
        None, alias="评估工作", description="评的不是政策而是工作的，写是什么工作，如 2026年政务公开工作"
    )
    units: UnitNames = Field(alias="评价单位", min_length=1, description="第三方评估的，写委托的单位")
    third_party: Text | None = Field(None, alias="第三方机构")
    methods: Methods = Field(alias="方式")
    sample: Count | None = Field(None, alias="参与人数", description="调查、座谈、访谈的总人数")
    conclusion: Text = Field(alias="结论")
    use: Text = Field(alias="结果运用", description="据此怎样修改政策或改进执行")
    published_on: Date = Field(alias="发布日期")

    @model_validator(mode="after")
    def _of_something(self) -> Self:
        if not (self.documents or self.work):
            raise wrong("没有写评的是什么", "评政策的写“对象”，评一项工作的写“评估工作”")
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        return (self.kind.value, "、".join(self.methods))

    EXAMPLE = """\
---
标题: 临时救助实施办法施行一年评价报告
对象: 示民发〔2025〕5号
评价单位: 区民政局
方式: [征集调查, 专题座谈]
结论: 急难型救助的先行救助落实较好，支出型救助的材料偏多。
结果运用: 精简支出型救助的申请材料。
发布日期: 2026-11-10
---
## 执行标准

救助标准随低保标准调整。
"""
    EXAMPLE_BAD = """\
---
标题: 临时救助实施办法施行一年评价报告
对象: 示民发〔2025〕5号
评价单位: 区民政局
方式: 征集调查
结论: 急难型救助的先行救助落实较好。
发布日期: 2026-11-10
---
救助标准随低保标准调整。
"""
    EXAMPLE_MESSAGE = "缺少必填的“结果运用”"
