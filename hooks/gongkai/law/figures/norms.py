"""The targets of the figures as they hold in one column, and what can be wrong with one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.law.figures.case import Kind
from gongkai.law.figures.discovery import Figure
from gongkai.records.fields.origin import unfounded
from gongkai.records.types.figure import Norm
from gongkai.records.vocabulary.quality import Comparison

#: the key it stands at, what is wrong, how to mend it
Fault = tuple[str, str, str]


def norms_in_force(shipped: Iterable[Norm], register: Register) -> dict[str, Norm]:
    """Figure → its target: the shipped one, or the column's own of the same name."""
    return {each.slug: each for each in (*shipped, *register.everything(Norm))}


def norm_faults(figure: Figure, norm: Norm) -> Iterator[Fault]:
    """What a figure cannot be worked out with, or compared with."""
    for name in figure.needs:
        if name not in norm.parameters:
            yield "名称", f"指标缺少参数“{name}”，没有计算", f"在“参数”下加上一行 {name}: …"
    for _, _, message, fix in unfounded(norm.stated, norm.origins):
        yield "出处" if norm.origins else "名称", message, fix
    share = figure.about.kind is Kind.SHARE
    if norm.comparison is Comparison.RAISED and not share:
        yield "比较", "这项指标不是比率，不能“比上年提升”", "改为 不低于 或 不高于"
    elif share and norm.comparison is not Comparison.RAISED and (norm.target or 0) > 100:
        yield "目标", f"比率的目标 {norm.target} 超过 100", "写 0 到 100 的百分数"
