"""The commands behind ``scripts/``: each reads its words, sets the run up and hands on.

Exit codes: 0 fine, 1 problems in content, 2 wrong use or environment.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from gongkai import (
    addresses,
    announced,
    beginning,
    forms,
    inspection,
    mailing,
    pipeline,
    printing,
    reference,
    report,
)
from gongkai.paper.model import Paper
from gongkai.problems import EnvironmentProblem
from gongkai.records.annual_report import as_year
from gongkai.records.form import Form
from gongkai.settings import DATE_VARIABLE, PROJECT, ROOT_VARIABLE, read_date, read_settings

#: the preview is for the one who writes, not for the network
HOST = "127.0.0.1"


Options = dict[str, dict[str, Any]]
_ROOT: Options = {"--root": {"metavar": "文件夹", "help": "含 content/ 和 data/ 的文件夹（默认本仓库）"}}
_WHERE: Options = {
    **_ROOT,
    "--date": {"metavar": "年-月-日", "help": "把这一天当作“今天”（默认北京时间今天）"},
}
_STALE: Options = {"--check": {"action": "store_true", "help": "只比较，不写；有不同则退出码为 1"}}
#: what each command takes
_OPTIONS: dict[str, Options] = {
    "build": {**_WHERE, "--site-dir": {"metavar": "文件夹", "help": "网站放在哪里（默认 site）"}},
    "serve": {
        **_WHERE,
        "--port": {"default": "8000", "metavar": "端口", "help": "本机的端口（默认 8000）"},
    },
    "check": {
        **_WHERE,
        "--format": {"choices": tuple(report.FORMATS), "default": "text", "help": "输出形式"},
        "--changed": {"metavar": "版本", "help": "先列出与 Git 的这个版本相比新出现的问题；仍检查全部内容"},
        "--compare": {
            "metavar": "年-月-日",
            "nargs": "?",
            "const": "",
            "help": "到 --date 那天会逾期、这一天（默认北京时间今天）还没有的，按单位列出",
        },
    },
    "addresses": _WHERE,
    "new": {
        **_WHERE,
        "kind": {"choices": ("annual-report",), "metavar": "annual-report", "help": "年度报告"},
        "--unit": {"required": True, "metavar": "单位", "help": "单位的名称、简称或文件名"},
        "--year": {"required": True, "metavar": "年度", "help": "报告的是哪一年"},
    },
    "report": {
        **_WHERE,
        "--unit": {"metavar": "单位", "help": "单位的名称、简称或文件名（默认全部单位，须写 --into）"},
        "--month": {"metavar": "年-月", "help": "列出这个月公布的内容（默认“今天”所在的月）"},
        "--format": {"choices": tuple(mailing.FORMATS), "default": "md", "help": "文件的形式"},
        "--into": {
            "metavar": "文件夹",
            "help": "写进这个文件夹，一个单位一个文件；不写则显示在屏幕上（只有 md）",
        },
    },
    "forms": {**_ROOT, **_STALE},
    "gazette": {**_ROOT, **_STALE},
    "reference": _STALE,
}


class _Parser(argparse.ArgumentParser):
    """Wrong words are answered in Chinese, with exit code 2."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"命令用法不对：{message}\n")


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    options = _parser().parse_args(words)
    try:
        _enter(options)
        code: int = options.run(options)
        return code
    except EnvironmentProblem as error:
        print(f"不能运行：{error}", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="gongkai", description="政务公开专栏")
    commands = parser.add_subparsers(required=True, metavar="命令", parser_class=_Parser)
    for name, run, text in (
        ("build", _build, "生成网站"),
        ("serve", _serve, "本机预览，改了就更新"),
        ("check", _check, "检查全部内容，什么也不写"),
        ("addresses", _addresses, "把现有的网址和日期登记为已公布"),
        ("new", _new, "新写一份内容，填上本栏目已有的数字"),
        ("report", _report, "单位的月报：逾期、将到期、将失效、本月公布的和检查发现的问题"),
        ("forms", _forms, "由 data/forms/ 重新生成申请表等表格的 Word 和 PDF 文件"),
        ("gazette", _gazette, "由 data/gazette/ 和政策文件的正文生成政府公报的 PDF"),
        ("reference", _reference, "由程序重新生成字段说明、规则说明、样本和 JSON Schema"),
    ):
        command = commands.add_parser(name, help=text, description=text, prog=f"scripts/{name}")
        command.set_defaults(run=run, root=None, date=None)
        for option, how in _OPTIONS[name].items():
            command.add_argument(option, **how)
    return parser


def _enter(options: argparse.Namespace) -> None:
    """Hand the options on by environment: MkDocs runs the hook in a process of its own."""
    if options.root is not None:
        os.environ[ROOT_VARIABLE] = str(_folder(options.root))
    if options.date is not None:
        os.environ[DATE_VARIABLE] = read_date(options.date).isoformat()


def _folder(name: str) -> Path:
    if not name.strip():
        raise EnvironmentProblem("文件夹的名称是空的")
    return Path(name).resolve()


def _build(options: argparse.Namespace) -> int:
    root = read_settings().root
    site = PROJECT / "site" if options.site_dir is None else _folder(options.site_dir)
    holds_sources = root.is_relative_to(site) or PROJECT.is_relative_to(site)
    if holds_sources or site.is_relative_to(root / "content") or site.is_relative_to(root / "data"):
        raise EnvironmentProblem(f"网站不能放在 {site}：这里有内容或程序，放网站会把它们删掉")
    _mkdocs("build", "--site-dir", str(site))


def _serve(options: argparse.Namespace) -> int:
    read_settings()
    _mkdocs("serve", "--dev-addr", f"{HOST}:{_free_port(options.port)}")


def _free_port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise EnvironmentProblem(f"端口“{text}”不对：写 1 到 65535 的数")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as error:
            raise EnvironmentProblem(f"端口 {text} 用不了（{error.strerror}）：用 --port 换一个") from None
    return int(text)


def _mkdocs(command: str, *words: str) -> NoReturn:
    arguments = [sys.executable, "-m", "mkdocs", command, "-q", "-f", str(PROJECT / "mkdocs.yml"), *words]
    os.execv(sys.executable, arguments)


def _check(options: argparse.Namespace) -> int:
    settings = read_settings()
    if options.compare is None:
        said = inspection.inspect(settings, options.format, options.changed)
    elif options.changed is not None:
        raise EnvironmentProblem("--changed 和 --compare 不能一起用")
    else:
        said = inspection.what_if(settings, options.format, read_date(options.compare or None))
    print(said.text)
    return 1 if said.stops else 0


def _addresses(options: argparse.Namespace) -> int:
    settings = read_settings()
    checked = pipeline.check(settings)
    if checked.stops:
        print(report.as_text(checked.problems), file=sys.stderr)
        return 1
    new = addresses.write(settings.root, addresses.current(checked.register))
    dates = announced.write(settings.root, announced.current(checked.register))
    folders = f"{addresses.FOLDER} 和 {announced.FOLDER}"
    print(f"新登记 {new} 个网址、{dates} 个日期。请把 {folders} 一并提交。")
    return 0


def _new(options: argparse.Namespace) -> int:
    settings = read_settings()
    try:
        year = as_year(options.year)
    except ValueError:
        raise EnvironmentProblem(f"年度“{options.year}”不对：写 2025 这样的四位年份") from None
    register = pipeline.check(settings).register
    print(f"已写好开头：{beginning.annual_report(settings.root, register, options.unit, year)}")
    return 0


def _report(options: argparse.Namespace) -> int:
    alone = options.unit is not None and options.format == "md"
    if options.into is None and not alone:
        raise EnvironmentProblem("全部单位的月报，或 pdf、docx 的月报，要用 --into 写明放在哪个文件夹")
    folder = _folder(options.into) if options.into is not None else None
    made = mailing.reports(read_settings(), options.format, options.month, options.unit)
    if folder is None:
        print("".join(content.decode() for content in made.values()), end="")
    else:
        mailing.write(folder, made)
        print(f"写好 {len(made)} 份月报，在 {folder}")
    return 0


def _forms(options: argparse.Namespace) -> int:
    settings = read_settings()
    register = pipeline.check(settings).register
    wanted = forms.papers(register.everything(Form), settings.column.portal)
    return _made(options, settings.root, wanted, "表格文件")


def _gazette(options: argparse.Namespace) -> int:
    settings = read_settings()
    wanted = printing.papers(pipeline.check(settings).register)
    return _made(options, settings.root, wanted, "公报文件")


def _made(options: argparse.Namespace, root: Path, wanted: dict[str, Paper], what: str) -> int:
    """Make the papers that are behind, or only name them; 1 where ``--check`` found any."""
    paths = forms.stale(root, wanted) if options.check else forms.write(root, wanted)
    word = "不是最新" if options.check else "已更新"
    print("\n".join(f"{word}：{path}" for path in paths) or f"{what}都是最新的")
    return 1 if options.check and paths else 0


def _reference(options: argparse.Namespace) -> int:
    if options.check:
        stale = reference.stale()
        print("\n".join(f"不是最新：{path}" for path in stale) or "生成的文件都是最新的")
        return 1 if stale else 0
    changed = reference.write()
    print("\n".join(f"已更新：{path}" for path in changed) or "生成的文件都是最新的")
    return 0


if __name__ == "__main__":
    sys.exit(main())
