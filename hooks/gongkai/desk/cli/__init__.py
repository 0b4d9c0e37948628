"""The commands behind ``scripts/``: each reads its words, sets the run up and hands on.

Exit codes: 0 fine, 1 problems in content, 2 wrong use or environment, 3 a fault of the program.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from gongkai.common import stage_costs
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.cli import city, content, desk, files, intake, outward, releases, site, undoing
from gongkai.desk.cli.arguments import OPTIONS, Parser, read_folder
from gongkai.settings import (
    DATE_VARIABLE,
    RELEASE_VARIABLE,
    ROOT_VARIABLE,
    STATE_VARIABLE,
    read_date,
    read_version,
)

#: what a shell gives for a program whose reader has gone
_READER_GONE = 141
_VERSION = "只显示程序的版本"


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    options = parser().parse_args(words)
    try:
        _enter(options)
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # whoever read has read enough (``| head``): no fault of ours, and nothing more can be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _READER_GONE
    except EnvironmentProblem as error:
        print(f"不能运行：{error}", file=sys.stderr)
        return 2


def parser() -> argparse.ArgumentParser:
    """Every command with its words; what runs it stands in ``run``, all of this in ``parser``."""
    made = Parser(prog="gongkai", description="政务公开专栏")
    said = f"政务公开专栏 {read_version()}"
    made.add_argument("--version", action="version", version=said, help=_VERSION)
    commands = made.add_subparsers(required=True, metavar="命令", parser_class=Parser)
    for name, run, text in (
        ("build", site.build, "生成网站"),
        ("release", releases.release, "正式发布：生成、核对、切换，保留最近几次，可以退回"),
        ("city", city.build, "全市：许多栏目各自生成、发布，合成一个总的网站"),
        ("serve", site.serve, "本机预览，改了就更新"),
        ("check", content.check, "检查全部内容，不写 --fix 就什么也不改"),
        ("addresses", content.register_addresses, "把现有的网址和日期登记为已公布"),
        ("undo", undoing.take_back, "改正、撤回公布过的：更正、撤下、撤并、废止、改名，写明原因"),
        ("new", content.begin, "新写一份内容，填上本栏目已有的数字"),
        (
            "import",
            intake.bring,
            "把 Word、PDF 文件读成草稿和解读的开头，表格读成数据集的行，并排显示原文和网页",
        ),
        ("desk", desk.serve, "写稿台：在网页上放进 Word、看着改、交审"),
        ("report", files.write_reports, "单位的月报：逾期、将到期、将失效、本月公布的和检查发现的问题"),
        ("forms", files.make_forms, "由 data/forms/ 重新生成申请表等表格的 Word 和 PDF 文件"),
        ("gazette", files.set_gazette, "由 data/gazette/ 和政策文件的正文生成政府公报的 PDF"),
        ("links", outward.ask_links, "夜里查问外部链接还打不打得开，把结果写进 data/links/"),
        (
            "reference",
            files.write_reference,
            "由程序重新生成字段说明、检查规则、用词表、命令、样本和 JSON Schema",
        ),
    ):
        command = commands.add_parser(name, help=text, description=text, prog=f"scripts/{name}")
        command.set_defaults(run=run, parser=made, root=None, date=None, state_dir=None)
        command.set_defaults(release=False, profile=False)
        command.add_argument("--version", action="version", version=said, help=_VERSION)
        for option, how in OPTIONS[name].items():
            command.add_argument(option, **how)
    return made


def _enter(options: argparse.Namespace) -> None:
    """Hand the options on by environment: MkDocs hands none of ours to the hook."""
    if options.root is not None:
        os.environ[ROOT_VARIABLE] = str(read_folder(options.root))
    if options.date is not None:
        os.environ[DATE_VARIABLE] = read_date(options.date).isoformat()
    if options.state_dir is not None:
        os.environ[STATE_VARIABLE] = str(read_folder(options.state_dir))
    if options.release:
        os.environ[RELEASE_VARIABLE] = "yes"
    if options.profile:
        os.environ[stage_costs.VARIABLE] = "yes"
