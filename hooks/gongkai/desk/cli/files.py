"""The commands that make files beside the site: reports, forms, the gazette, the documentation."""

from __future__ import annotations

import argparse
from pathlib import Path

from gongkai import pipeline
from gongkai.common.paper.blocks import Paper
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import forms, gazette_printing, inspection, mailing, reference
from gongkai.desk.cli.arguments import read_folder
from gongkai.records.types.form import Form
from gongkai.settings import read_settings


def write_reports(options: argparse.Namespace) -> int:
    """Reports of units, into a folder or on the screen; or that of a change."""
    if options.changed is not None:
        print(inspection.changed(read_settings(), options.changed, options.preview), end="")
        return 0
    alone = options.unit is not None and options.format == "md"
    if options.into is None and not alone:
        raise EnvironmentProblem("全部单位的，或 pdf、docx、eml 的，要用 --into 写明放在哪个文件夹")
    folder = read_folder(options.into) if options.into is not None else None
    if options.todo:
        made = mailing.lists(read_settings(), options.format, options.unit)
    else:
        made = mailing.reports(read_settings(), options.format, options.month, options.unit)
    if folder is None:
        print("".join(content.decode() for content in made.values()), end="")
    else:
        mailing.write(folder, made)
        print(f"写好 {len(made)} 份{'待办' if options.todo else '月报'}，在 {folder}")
    return 0


def make_forms(options: argparse.Namespace) -> int:
    """The files of every form."""
    settings = read_settings()
    register = pipeline.check(settings).register
    wanted = forms.papers(register.everything(Form), settings.column.portal)
    return _made(options, settings.root, wanted, "表格文件")


def set_gazette(options: argparse.Namespace) -> int:
    """The PDF of every issue that is set here."""
    settings = read_settings()
    wanted = gazette_printing.papers(pipeline.check(settings).register)
    return _made(options, settings.root, wanted, "公报文件")


def _made(options: argparse.Namespace, root: Path, wanted: dict[str, Paper], what: str) -> int:
    """Make the papers that are behind, or only name them; 1 where ``--check`` found any."""
    paths = forms.stale(root, wanted) if options.check else forms.write(root, wanted)
    word = "不是最新" if options.check else "已更新"
    print("\n".join(f"{word}：{path}" for path in paths) or f"{what}都是最新的")
    return 1 if options.check and paths else 0


def write_reference(options: argparse.Namespace) -> int:
    """What is made from the code: documentation, templates, schemas."""
    made = reference.documents(options.parser)
    if options.check:
        stale = reference.stale(made)
        print("\n".join(f"不是最新：{path}" for path in stale) or "生成的文件都是最新的")
        return 1 if stale else 0
    changed = reference.write(made)
    print("\n".join(f"已更新：{path}" for path in changed) or "生成的文件都是最新的")
    return 0
