"""办事指南须写全。

看什么：公开的办事指南，过了“受理截止”、不再受理的不看。
怎样算错：没有写“审查标准”（审查时看什么）、“环节”（收件以后谁来办、多长时间）、“结果查询”（怎样查进度和结果）中的一样；
写了“决定单位”，“环节”里没有一步是它的。
怎样改：按业务手册补写；审查标准写到别人能照着判断。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files, a_unit
from gongkai.records.base import Record
from gongkai.records.fields.values import as_text, wrong
from gongkai.records.types.service import Service
from gongkai.records.types.standard import Standard

PATH = "data/services/butie.yml"
#: the keys that can be asked for → attributes
_KEYS = {"审查标准": "standards", "环节": "stages", "结果查询": "results"}
_STANDARDS = "审查标准: [年满八十周岁]\n"
_STAGES = "环节: [{名称: 受理, 时限: 当场}, {名称: 决定, 单位: 区民政局}]\n"
_RESULTS = "结果查询: [{渠道: 电话, 号码: 010-00000000}]\n"


def as_keys(text: str) -> str:
    """A parameter that names keys of a guide; ValueError, in Chinese, else."""
    unknown = [each for each in as_text(text).split() if each not in _KEYS]
    if unknown:
        raise wrong(f"“{unknown[0]}”不是能要求的键", f"从这些里选：{'、'.join(_KEYS)}")
    return text


def a_guide(more: str = _STANDARDS + _STAGES + _RESULTS, unit: str = "区民政局", policy: str = "") -> Files:
    """A guide with these lines beside those that every guide has."""
    named = f"相关政策: [{policy}]\n" if policy else ""
    return {
        PATH: f"事项名称: 养老服务补贴申请\n受理单位: {unit}\n办理依据: [养老服务办法]\n"
        "基本流程: [提交材料]\n"
        "收费依据及标准: 不收费\n办理时限: 15个工作日\n咨询方式: [{渠道: 电话, 号码: 010-00000000}]\n"
        # nobody is sent anywhere, so no address is asked for
        f"办理地点: [网上办理]\n发布日期: 2026-11-06\n{named}{more}"
    }


def _decided(by: str) -> Files:
    """The street takes it, the bureau decides; the stages say who does it."""
    stages = f"环节: [{{名称: 受理}}, {{名称: 决定, 单位: {by}}}]\n"
    return a_guide(f"决定单位: 区民政局\n{_STANDARDS}{stages}{_RESULTS}", unit="望槐街道")


_CLOSED = "受理截止: 2026-11-21\n"
EXAMPLE = Example(
    good={**CLEAN, **a_unit("wanghuai", 名称="望槐街道", 曾用名=None, 类别="街道"), **a_guide()},
    bad=a_guide(_STAGES),
    message="没有写“审查标准”“结果查询”",
    edges=(
        Edge("没有写“审查标准”", a_guide(), a_guide(_STAGES + _RESULTS)),
        Edge("环节里没有决定单位“区民政局”", _decided("区民政处"), _decided("望槐街道")),
        # asked up to the last day on which it is taken
        Edge("没有写“环节”", a_guide("受理截止: 2026-11-20\n"), a_guide(_CLOSED + _STANDARDS + _RESULTS)),
    ),
)
PARAMETERS = {"要有的": as_keys}


def scope(register: Register) -> Iterable[Record]:
    return _taken(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for guide in _taken(register):
        missing = [key for key in rule.parameters["要有的"].split() if not getattr(guide, _KEYS[key])]
        if missing:
            message = f"没有写{''.join(f'“{key}”' for key in missing)}"
            yield rule.problem(guide, "事项名称", message, f"补写{'、'.join(missing)}")
        doing = {unit.id for each in guide.stages if (unit := register.unit(each.unit or guide.units[0]))}
        for name in guide.decided_by if guide.stages else ():
            if (unit := register.unit(name)) and unit.id not in doing:
                message = f"环节里没有决定单位“{name}”"
                yield rule.problem(guide, "环节", message, "在“环节”里写上它办的一步")


def _taken(register: Register) -> list[Service]:
    """Guides by which one can still apply, or will."""
    return [
        each
        for each in register.public(Service)
        if each.closes_on is None or each.closes_on >= register.today
    ]
