"""The shipped rules and what the district decided differently → the rules as they hold in one column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gongkai.column.register import Register
from gongkai.common.problems import At, Level, Problem, excerpt
from gongkai.common.workdays import YEAR_KEY, read_tables
from gongkai.law.discovery import Rule, rules
from gongkai.law.floor import weakenings
from gongkai.law.shared.nearest import nearest
from gongkai.records.base import Record
from gongkai.records.fields.origin import unfounded
from gongkai.records.types.adjustment import Adjustment
from gongkai.records.types.standard import Standard

CALENDAR = "working-days"
#: longest that a rule counts, in days, years or pieces: days so far off still exist
_MOST = 5_000
#: what the form of these files rests on
_BASIS = "本栏目数据格式约定"


def in_force(shipped: Iterable[Standard], register: Register) -> dict[str, Standard]:
    """Every rule by id: the root's own file of a rule stands for the shipped one, its adjustments on top.

    An adjustment with a fault changes nothing, nor does what would weaken a rule that is 底线;
    ``faults`` says what is wrong with it.
    """
    found = {each.slug: each for each in shipped}
    for own in register.everything(Standard):
        if not any(_weakenings(register, own, found)):
            found[own.slug] = own
    for each in register.everything(Adjustment):
        if not any((*_adjusting(each, found), *_weakenings(register, each, found))):
            found[each.slug] = each.applied_to(found[each.slug])
    return found


def taken(shipped: Mapping[str, Standard]) -> dict[str, Standard]:
    """Every rule as in a district that has taken all that are offered: examples are tried on these."""
    return {name: each.model_copy(update={"offered": False}) for name, each in shipped.items()}


def _weakenings(
    register: Register, written: Standard | Adjustment, standards: Mapping[str, Standard]
) -> Iterator[Problem]:
    standard = standards.get(written.slug)
    if standard is not None:
        yield from weakenings(rules().get(written.slug), written, standard, register.today)


def with_calendar(standard: Standard, standards: Mapping[str, Standard]) -> Standard:
    """The standard, and beside its own parameters the years of holidays that the calendar's carries."""
    tables = {k: v for k, v in standards[CALENDAR].parameters.items() if _readable(k, v)}
    if not tables or standard.slug == CALENDAR:
        return standard
    return standard.model_copy(update={"parameters": {**standard.parameters, **tables}})


def _readable(key: str, text: str) -> bool:
    try:
        return bool(read_tables({key: text}))
    except ValueError:
        return False  # the calendar's own rule reports it


def faults(register: Register, standards: Mapping[str, Standard]) -> Iterator[Problem]:
    """Files of rules that mean no rule, and adjustments that cannot be carried out."""
    for own in register.everything(Standard):
        # a rule that has ended may have lost its check; it stays in the rulebook
        if own.slug not in rules() and (own.valid_to is None or own.valid_to >= register.today):
            yield _no_rule(own)
    for each in register.everything(Adjustment):
        yield from _adjusting(each, standards)
        yield from _weakenings(register, each, standards)
    for own in register.everything(Standard):
        yield from _weakenings(register, own, standards)
        yield from origin_faults(own)


def origin_faults(standard: Standard) -> Iterator[Problem]:
    """Figures that do not say where they come from, and errors that rest on a draft alone."""
    whole = standard.spans()[-1].standard
    # the holidays of a year stand in the notice that the rule itself rests on
    figures = {} if standard.slug == CALENDAR else whole.parameters
    for name, level, message, fix in unfounded(figures, whole.origins):
        yield standard.problem(standard, ("参数", name), message, fix, level)
    if whole.level is Level.ERROR and whole.only_drafts:
        message = f"级别是错误，依据只有没有施行效力的“{excerpt(str(whole.bases[0]))}”"
        fix = "级别改为警告或提示；另有现行规定的，写在“依据”里"
        yield standard.problem(standard, "依据", message, fix, Level.ERROR)


def parameter_faults(rule: Rule, standard: Standard) -> Iterator[Problem]:
    """Parameters that are missing or not what the rule can read, in any of its wordings: it is then not run.

    An error whatever the rule's own level: what is not checked must not look like what is right.
    """
    for name in rule.parameters:
        if name not in standard.parameters:
            fix = f"在“参数”下加上一行 {name}: …"
            message = f"规则缺少参数“{name}”，没有检查"
            yield standard.problem(standard, "参数", message, fix, Level.ERROR)
    for at, name, text in _written(standard):
        if name in rule.parameters and (why := unreadable(rule, name, text)):
            fix = "按随本栏目提供的同名标准文件填写"
            message = f"参数“{name}”：{why}，规则没有检查"
            yield standard.problem(standard, at, message, fix, Level.ERROR)


def _written(standard: Standard) -> Iterator[tuple[At, str, str]]:
    """Every parameter of every wording: its place in the file, its name, its text; one text is told once."""
    yield from ((("参数", name), name, text) for name, text in standard.parameters.items())
    if not standard.versions:
        return
    whole = standard.spans()[-1].standard
    told = set(standard.parameters.items())
    for number, version in enumerate(whole.versions):
        for name, text in version.parameters.items():
            if (name, text) not in told:
                told.add((name, text))
                yield ("历次", number, "参数", name), name, text


def _adjusting(each: Adjustment, standards: Mapping[str, Standard]) -> Iterator[Problem]:
    rule = rules().get(each.slug)
    if rule is None or each.slug not in standards:
        yield _no_rule(each)
        return
    if standards[each.slug].offered and not each.takes:
        fix = "加上一行“采用: 是”，“依据”写本区决定采用它的文件；不采用就删去这个文件"
        yield _problem(each, ("依据",), f"规则“{rule.id}”国家没有规定，本区还没有采用，调整没有起作用", fix)
    yield from _on_a_draft(each, standards[each.slug])
    known = {*rule.parameters, *standards[each.slug].parameters}
    for name, text in each.parameters.items():
        why = unreadable(rule, name, text)
        if name not in known and not (rule.id == CALENDAR and YEAR_KEY.fullmatch(name)):
            fix = f"这条规则的参数有：{'、'.join(sorted(known))}" if known else "删去“参数”：这条规则没有参数"
            yield _problem(each, ("参数", name), f"规则“{rule.id}”没有参数“{name}”，调整没有起作用", fix)
        elif why:
            fix = "照“参数说明”的意思改写这个数"
            yield _problem(each, ("参数", name), f"参数“{name}”：{why}，调整没有起作用", fix)


def _on_a_draft(each: Adjustment, standard: Standard) -> Iterator[Problem]:
    """An adjustment that makes an error of a rule, or takes one as an error, on drafts alone."""
    raised = each.level is Level.ERROR or (
        standard.offered and each.takes and (each.level or standard.level) is Level.ERROR
    )
    if raised and all(basis.draft for basis in each.bases):
        message = f"“{excerpt(str(each.bases[0]))}”没有施行效力，不能作“错误”的依据，调整没有起作用"
        yield _problem(each, ("依据",), message, "“级别”写警告或提示；另有现行规定的，写在“依据”里")


def unreadable(rule: Rule, name: str, text: str) -> str:
    """Why a rule cannot read a parameter; empty when it can."""
    try:
        if name in rule.parameters:
            value = rule.parameters[name](text)
            if isinstance(value, int) and value > _MOST:
                return f"“{excerpt(text)}”太大，最多 {_MOST}"
        elif rule.id == CALENDAR:
            read_tables({name: text})
    except ValueError as error:
        return str(error)
    return ""


def _no_rule(record: Record) -> Problem:
    fix = (
        f"{nearest(record.slug, rules())}文件名改为已有规则的编号：{'、'.join(rules())}；不用了就删去这个文件"
    )
    return _problem(record, (), f"没有编号为“{record.slug}”的规则", fix)


def _problem(record: Record, at: At, message: str, fix: str) -> Problem:
    name = "规则的调整" if at else "规则编号"
    path = record.source.path
    return Problem("unknown-rule", path, message, fix, basis=_BASIS, name=name, at=at)
