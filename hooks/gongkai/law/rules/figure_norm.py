"""指标文件须对得上。

看什么：data/figures/ 里的每一份指标。
怎样算错：文件名不是已有指标的编号；指标要用的参数没有写；“比上年提升”用在了不是比率的指标上；
比率的“不低于”目标超过 100；目标或参数没有写出处。
怎样改：文件名照随本栏目提供的指标文件；参数照同名的文件补上；只改目标、依据和参数，算法在程序里。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.figures import figures
from gongkai.law.figures.norms import norm_faults
from gongkai.law.shared.nearest import nearest, shown
from gongkai.records.base import Record
from gongkai.records.types.figure import Norm
from gongkai.records.types.standard import Standard

_HEAD = "名称: 问答率\n依据: [{文件: 示例区2026年政务公开工作要点}]\n目标: 80\n"
NORM = f"{_HEAD}出处: {{目标: 本区自定}}\n"


def _target(number: str) -> Files:
    return {"data/figures/questions-rate.yml": NORM.replace("目标: 80", f"目标: {number}")}


EXAMPLE = Example(
    good={**CLEAN, "data/figures/questions-rate.yml": NORM},
    bad={"data/figures/question-rate.yml": NORM},
    message="没有编号为“question-rate”的指标",
    edges=(
        Edge("比率的目标 101 超过 100", _target("100"), _target("101")),
        Edge("“目标”没有写出处", _target("80"), {"data/figures/questions-rate.yml": _HEAD}),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Norm)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for norm in register.everything(Norm):
        figure = figures().get(norm.slug)
        if figure is None:
            hint = nearest(norm.slug, figures())
            message = f"没有编号为“{shown(norm.slug)}”的指标"
            yield rule.problem(norm, "名称", message, f"{hint}照随本栏目提供的指标改文件名")
        else:
            for key, message, fix in norm_faults(figure, norm):
                yield rule.problem(norm, key, message, fix)
