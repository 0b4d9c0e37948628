"""What the code of the law and its words ask of each other: every rule and figure has both, and they fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.common.problems import At, Level, Problem
from gongkai.common.workdays import YEAR_KEY
from gongkai.law import figures as figures_package
from gongkai.law.discovery import PACKAGE, Rule, rules
from gongkai.law.figures import Figure, figures
from gongkai.law.figures.norms import norm_faults
from gongkai.law.standards import CALENDAR, origin_faults, unreadable
from gongkai.records.base import Record
from gongkai.records.types.figure import Norm
from gongkai.records.types.standard import Standard


def rule_faults(standards: Mapping[str, Standard]) -> Iterator[Problem]:
    """Rules without words, words without a rule, and parameters that do not fit the code."""
    yield from _missing(PACKAGE, rules(), standards)
    for standard in standards.values():
        rule = rules().get(standard.slug)
        if rule is not None:
            yield from _parameter_faults(rule, standard)
            yield from _floor_faults(rule, standard)
            yield from origin_faults(standard)
        elif not (standard.valid_to and standard.ended_by):
            fix = f"写同名的 {_name(standard.slug)}.py；规定已失效的，写明失效日期和失效依据"
            yield _problem(standard, "名称", f"没有编号为“{standard.slug}”的规则程序", fix)


def figure_faults(norms: Mapping[str, Norm]) -> Iterator[Problem]:
    """Figures without words, words without a figure, and targets that do not fit."""
    yield from _missing(figures_package.__name__, figures(), norms)
    for norm in norms.values():
        figure = figures().get(norm.slug)
        if figure is None:
            message = f"没有编号为“{norm.slug}”的指标程序"
            yield _problem(norm, "名称", message, f"写同名的 {_name(norm.slug)}.py，或者删去这个文件")
            continue
        for key, message, fix in norm_faults(figure, norm):
            yield _problem(norm, key, message, fix)
        yield from _unread(norm, ("参数",), norm.parameters, {*figure.needs})


def _missing(
    package: str, code: Mapping[str, Rule | Figure], words: Mapping[str, Record]
) -> Iterator[Problem]:
    folder = f"hooks/{package.replace('.', '/')}"
    for identity in code:
        if identity not in words:
            path = f"{folder}/{_name(identity)}.yml"
            message = f"程序 {_name(identity)}.py 旁边没有写明名称和依据的文件"
            yield _at(path, (), message, "照同一文件夹里别的 .yml 文件新建这个文件")


def _parameter_faults(rule: Rule, standard: Standard) -> Iterator[Problem]:
    """Each parameter that the rule reads is there, each that is written can be read and is."""
    for name in rule.parameters:
        if name not in standard.parameters:
            fix = f"在“参数”下加上一行 {name}: …"
            yield _problem(standard, "名称", f"程序要用的参数“{name}”没有写", fix)
    before = [(("历次", number, "参数"), each.parameters) for number, each in enumerate(standard.versions)]
    written: list[tuple[At, Mapping[str, str]]] = [(("参数",), standard.parameters), *before]
    for at, parameters in written:
        for name, text in parameters.items():
            if why := unreadable(rule, name, text):
                yield _problem(standard, (*at, name), f"参数“{name}”：{why}", "写程序能读的内容")
        years = {name for name in parameters if rule.id == CALENDAR and YEAR_KEY.fullmatch(name)}
        yield from _unread(standard, at, parameters, {*rule.parameters, *years})
    yield from _unread(standard, ("参数说明",), standard.meanings, {*rule.parameters})
    yield from _unread(standard, ("出处",), standard.origins, {*rule.parameters})


def _unread(record: Record, at: At, parameters: Mapping[str, str], read: set[str]) -> Iterator[Problem]:
    for name in parameters:
        if name not in read:
            fix = "改正名字，或者删去这一行；新的参数，写进同名 .py 的 PARAMETERS（指标写进 NEEDS）"
            yield _problem(record, (*at, name), f"程序不读参数“{name}”", fix)


def _floor_faults(rule: Rule, standard: Standard) -> Iterator[Problem]:
    """底线 is an error without end, as it is and as it was."""
    if rule.floor is None:
        return
    if standard.level is not Level.ERROR:
        yield _problem(standard, "级别", "程序里写明是底线，级别须是错误", "级别写“错误”")
    if standard.valid_to is not None:
        yield _problem(standard, "失效日期", "程序里写明是底线，不能失效", "删去“失效日期”")
    for number, each in enumerate(standard.versions):
        if each.level not in {None, Level.ERROR}:
            message = "程序里写明是底线，历次的级别也须是错误"
            yield _problem(standard, ("历次", number, "级别"), message, "级别写“错误”")


def _name(identity: str) -> str:
    return identity.replace("-", "_")


def _problem(record: Record, at: At | str, message: str, fix: str) -> Problem:
    return _at(record.source.path, (at,) if isinstance(at, str) else at, message, fix)


def _at(path: str, at: At, message: str, fix: str) -> Problem:
    return Problem(rule="shipped-law", name="随程序的规则", path=path, at=at, message=message, fix=fix)
