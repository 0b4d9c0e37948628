"""The commands about what editors write: check it, register it, begin it."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

from gongkai import gate, pipeline
from gongkai.column import announced_dates, announced_texts, kept_log
from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, excerpt, told
from gongkai.desk import beginning, forms, inspection, mending, pasted_report, scaffold, starter, text_keeping
from gongkai.desk.cli.arguments import read_folder
from gongkai.desk.cli.asking import agreed
from gongkai.desk.report import as_text
from gongkai.exports import log
from gongkai.gate import addresses
from gongkai.records.fields.annual_layout import edition
from gongkai.records.types.annual_report import AnnualReport, as_year
from gongkai.records.types.form import Form
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.vocabulary.documents import Form as Explaining
from gongkai.settings import ROOT_VARIABLE, Settings, read_date, read_settings

#: what is done with a new column
_NEXT = """核对每一页的话，改成本级的；再运行 scripts/build --root {0} 看网站。
国家的标准目录用 scripts/import --root {0} *.xlsx --unit 单位 读进公开目录；
颜色和标志在 mkdocs.yml 里，别的见 README.md。"""
#: how many days ahead one may ask: three years
FARTHEST = 1096


def check(options: argparse.Namespace) -> int:
    """Every problem of the column, of a change to it, or of a later day."""
    settings = read_settings()
    if options.fix:
        _mend(options, settings)
    print(told("".join(f"提示：{line}\n" for line in settings.unheeded)), end="", file=sys.stderr)
    asked = {"--changed": options.changed, "--compare": options.compare, "--horizon": options.horizon}
    named = [name for name, value in asked.items() if value is not None]
    if len(named) > 1:
        raise EnvironmentProblem(f"{named[0]} 和 {named[1]} 不能一起用")
    if options.horizon is not None:
        said = inspection.ahead(settings, options.format, _days(options.horizon))
    elif options.compare is not None:
        said = inspection.what_if(settings, options.format, read_date(options.compare or None))
    else:
        said = inspection.inspect(settings, options.format, options.changed, every=options.all)
    print(said.text)
    return 1 if said.stops else 0


def _mend(options: argparse.Namespace, settings: Settings) -> None:
    """Show what the checks know exactly, and write it once that is agreed to."""
    if options.format != "text" or any((options.compare, options.horizon)):
        raise EnvironmentProblem("--fix 只能用 --format text，不能和 --compare、--horizon 一起用")
    plan = mending.plan(settings)
    if not plan.files:
        print("没有可以自动改的。")
        return
    print(mending.shown(plan))
    if options.yes or agreed(f"照上面改这 {plan.count} 处吗？写 是 或 否："):
        mending.write(settings.root, plan.changes)
        print(f"已改 {plan.count} 处，请看一遍再提交。")
    else:
        print("什么也没有写。" if sys.stdin.isatty() else "什么也没有写；照改就加 --yes 再运行一次。")


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= FARTHEST):
        raise EnvironmentProblem(f"--horizon 要写天数，从 1 到 {FARTHEST}，写的是“{excerpt(text)}”")
    return int(text)


def register_addresses(options: argparse.Namespace) -> int:
    """Enter what is public now into the registers; nothing where anything is wrong."""
    settings = read_settings()
    checked = pipeline.check(settings)
    if checked.stops:
        print(as_text(checked.problems), file=sys.stderr)
        return 1
    kept, missing = text_keeping.keep(settings.root, checked.register)
    new = addresses.write(settings.root, addresses.current(checked.register))
    dates = announced_dates.write(settings.root, announced_dates.current(checked.register))
    texts = announced_texts.write(settings.root, announced_texts.current(checked.register))
    entries = _keep_log(settings, checked.register)
    print(f"新登记 {new} 个网址、{dates} 个日期、{texts} 处文字、{entries} 条发布日志。")
    folders = (addresses.FOLDER, announced_dates.FOLDER, kept_log.FOLDER, announced_texts.FOLDER)
    print(f"请把 {'、'.join(map(str, folders))} 一并提交。")
    if kept:
        print(f"留存 {kept} 篇改动以前的正文，在 {announced_texts.FOLDER}/ 里。")
    for path in missing:
        print(f"提示：找不到 {path} 改动以前的正文，没有留存；登记以前的文件还在的，放回去再登记一次。")
    return 0


def _keep_log(settings: Settings, register: Register) -> int:
    """Keep what the 发布日志 tells readers; gives how many entries were new.

    Nothing of a later day than the real one: the file would tell what nobody was told yet.
    """
    told = log.unkept(gate.released(register, moved=addresses.moved(register)))
    today = read_date(None)
    later = sum(event.day > today for event in told)
    if later:
        print(f"提示：发布日志有 {later} 条的日子还没有到（今天是 {today}），没有登记。")
    return kept_log.write(settings.root, [event for event in told if event.day <= today])


def begin(options: argparse.Namespace) -> int:
    """Write the beginning of a new file, or of a column."""
    if options.kind == "column":
        return _begin_column(options)
    if options.kind != AnnualReport.TYPE:
        return _begin_record(options)
    if not options.unit or not options.year:
        raise EnvironmentProblem("年度报告要写 --unit 和 --year")
    settings = read_settings()
    try:
        year = as_year(options.year)
    except ValueError:
        raise EnvironmentProblem(f"年度“{options.year}”不对：写 2025 这样的四位年份") from None
    pasted = _pasted(options.tables, year)
    register = pipeline.check(settings).register
    path = scaffold.annual_report(settings.root, register, options.unit, year, pasted.lines)
    print(f"已写好开头：{path}")
    if options.tables:
        print(f"从 {options.tables} 读出 {len(pasted.lines)} 行，请对照原表核对。")
    print(told("".join(f"没有认出的一行：{excerpt(row, 60)}\n" for row in pasted.unread)), end="")
    return 0


def _begin_record(options: argparse.Namespace) -> int:
    """A file of any type with every key, and what the check still asks of it."""
    settings, kind = read_settings(), beginning.kinds()[options.kind]
    checked = pipeline.check(settings)
    if options.of:
        policy = checked.register.policy(options.of)
        if policy is None or kind is not Interpretation:
            raise EnvironmentProblem(
                f"--of 写所解读的政策（文件名、文号或标题），只用于解读，写的是“{excerpt(options.of)}”"
            )
        form = {each.value: each for each in Explaining}[options.form]
        path = beginning.explain(checked, settings.root, policy, form)
    elif name := options.name or beginning.called(kind, options.unit or ""):
        path = beginning.begin(checked, settings.root, kind, name, options.unit or "")
    else:
        raise EnvironmentProblem(f"要用 --name 写明{kind.LABEL}的标题或名称")
    print(f"已写好开头：{path}")
    asked = [each for each in pipeline.check(settings).problems if each.path == path]
    if asked:
        print(f"还要填、要改的：\n{as_text(asked)}")
    return 0


def _begin_column(options: argparse.Namespace) -> int:
    """A column for a district, its form's files made, and how it stands in the check."""
    needed = ("into", "name", "domain", "code", "phone", "address")
    if missing := [f"--{each}" for each in needed if not getattr(options, each)]:
        raise EnvironmentProblem(f"新栏目还要写 {'、'.join(missing)}")
    units = tuple(filter(None, re.split("[、，,]", options.units or "")))
    said = (options.name, options.domain, options.code, options.phone, options.address)
    district = starter.District(*said, units=units, platform=options.platform)
    into = read_folder(options.into)
    written = starter.begin(into, district, read_date(options.date))
    os.environ[ROOT_VARIABLE] = str(into)
    settings = read_settings()
    papers = forms.papers(pipeline.check(settings).register.everything(Form), settings.column.portal)
    written += forms.write(into, papers)
    print("".join(f"写好 {path}\n" for path in written), end="")
    problems = pipeline.check(settings).problems
    print(as_text(problems) if problems else "检查没有问题。")
    print(told(_NEXT.format(into)))
    return 0


def _pasted(file: str | None, year: int) -> pasted_report.Pasted:
    """The tables of a file; nothing where none is named."""
    if file is None:
        return pasted_report.Pasted()
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise EnvironmentProblem(f"不能读 {file}（{error.strerror}）") from None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return pasted_report.read(content.decode(encoding), edition(year))
        except UnicodeDecodeError:
            continue
    raise EnvironmentProblem(f"{file} 不是文本文件：把表格复制进记事本，存为 UTF-8 的 .txt")
