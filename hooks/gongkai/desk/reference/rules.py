"""``docs/rules.md``: every rule, what it rests on, and what it says when broken."""

from __future__ import annotations

from gongkai.common.problems import Level, Problem
from gongkai.desk.reference import example_trial, markdown
from gongkai.law.checking import Rule
from gongkai.law.checking import rules as every_rule
from gongkai.law.shipped import shipped
from gongkai.load.rules import NAMES
from gongkai.records.types.standard import Basis, Standard, Version

INTRODUCTION = """\
检查规则逐条列在下面。每条写明看什么、怎样算错、怎样改，以及依据。
“错误”不能发布，“警告”挡住正式发布（--release）但不挡住预览，“提示”只是提醒。
级别、参数和起止日期随程序提供；本区另有规定的，在 `data/rulebook/` 的同名文件里
只写不同的地方，不必改程序，见[字段说明](fields.md#adjustment)。
确有理由不照某条规则办的，在 `data/waivers/` 写豁免，见[字段说明](fields.md#waiver)。
写明“待采用”的，本区采用了才检查，规则手册里才有。每个参数后面写着出处：“依据”是哪一条写着这个数，
“条文”“二手”“记忆”是怎样核对的；“本级自定”是没有哪一条写着，由本级决定。
写明“底线”的，本区的规定不能降低它的级别，不能停用它；有的也不能豁免。
"""
ENDED = """\
规定失效的，检查自动停止，条目留着备查；程序里可以已经没有这条检查。
"""
READING = """\
读文件时先看写法和文件本身。这些规则不能豁免，提示里都写着文件、行、列和改法。
"""
OFFERED = "国家没有这样规定；本区在 `data/rulebook/` 的同名文件里写“采用: 是”和依据，才执行。"
_LEVELS = {Level.ERROR: "不能发布", Level.WARNING: "要处理，不挡住预览", Level.NOTICE: "只是提醒"}


def page() -> str:
    """docs/rules.md: every rule that is checked, those whose law has ended, and the rules of reading."""
    rules = every_rule().values()
    standards = shipped().standards
    rows = [(f"[{standards[r.id].title}](#{r.id})", f"`{r.id}`", str(standards[r.id].level)) for r in rules]
    return markdown.page(
        "检查规则",
        markdown.prose(INTRODUCTION),
        markdown.table(("规则", "编号", "级别"), rows),
        *(_section(rule, standards[rule.id]) for rule in rules),
        "## 已经失效的规定",
        ENDED,
        "\n".join(_ended(each) for name, each in sorted(standards.items()) if name not in every_rule()),
        "## 读文件的规则",
        READING,
        markdown.table(("规则", "编号"), ((name, f"`{rule}`") for rule, name in sorted(NAMES.items()))),
    )


def message(rule: Rule) -> Problem:
    """What the build says about the rule's wrong example."""
    found = example_trial.problems(rule.example.bad_tree, rule.example.today)
    return next(each for each in found if each.rule == rule.id and rule.example.message in each.message)


def _section(rule: Rule, standard: Standard) -> str:
    parts = [
        f'<a id="{rule.id}"></a>',
        f"## {standard.title}",
        f"编号 `{rule.id}` · 级别 **{standard.level}**（{_LEVELS[standard.level]}）",
        f"**底线**：{rule.floor}。" if rule.floor else "",
        f"**待采用**：{OFFERED}" if standard.offered else "",
        _text(rule.text),
        "依据：\n\n" + "\n".join(f"- {_basis(each)}" for each in standard.bases),
        _parameters(standard),
        _history(standard),
        "提示的样子：",
        markdown.fence(message(rule).as_text()),
    ]
    return "\n\n".join(part for part in parts if part)


def _text(docstring: str) -> str:
    """The docstring below its first line; each of its three parts a paragraph, its lines joined."""
    lines = [line.strip() for line in docstring.strip().splitlines()[1:]]
    joined = "".join(lines)
    for head in ("看什么：", "怎样算错：", "怎样改："):
        joined = joined.replace(head, f"\n\n**{head[:-1]}**：", 1)
    return joined.strip()


def _basis(basis: Basis) -> str:
    return f"{basis}（{basis.date}）" if basis.date else str(basis)


def _parameters(standard: Standard) -> str:
    said = []
    for name, value in standard.parameters.items():
        meaning = f"{standard.meanings[name]}；" if name in standard.meanings else ""
        said.append(f"{name} = {value}（{meaning}{standard.origin(name)}）")
    return f"参数：{'；'.join(said)}" if said else ""


def _days(said: Standard | Version) -> str:
    start = f"{said.valid_from} 起" if said.valid_from else ""
    return "，".join(filter(None, (start, f"到 {said.valid_to} 为止" if said.valid_to else "")))


def _history(standard: Standard) -> str:
    """Since when it has held, and what was said before."""
    lines = [f"执行：{_days(standard)}"] if _days(standard) else []
    lines += [
        f"以前：{_days(each)}，{'；'.join(map(_basis, each.bases))}{f'。{each.note}' if each.note else ''}"
        for each in reversed(standard.versions)
    ]
    return "\n\n".join(lines)


def _ended(standard: Standard) -> str:
    by = f"，因 {'；'.join(map(str, standard.ended_by))}" if standard.ended_by else ""
    held = f"{standard.basis}，{_days(standard)}{by}"
    return f"- {standard.title}（`{standard.slug}`）：{held}。{standard.note or ''}"
