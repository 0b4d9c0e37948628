"""The command ``report``: a unit's monthly report or 待办 on the screen, or of all units into a folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from gongkai import pipeline
from gongkai.common.paper.blocks import Paper
from gongkai.common.paper.mail import as_mail
from gongkai.common.paper.markdown import as_markdown
from gongkai.common.paper.pdf import as_pdf
from gongkai.common.paper.word import as_docx
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import monthly, todo
from gongkai.records.types.unit import Unit
from gongkai.settings import Settings

#: every form ``scripts/report --format`` gives
FORMATS: dict[str, Callable[[Paper], bytes]] = {
    "md": lambda paper: as_markdown(paper).encode(),
    "pdf": as_pdf,
    "docx": as_docx,
    "eml": as_mail,
}


def lists(settings: Settings, form: str, unit: str | None) -> dict[str, bytes]:
    """File name → the 待办 of one unit or of every unit in use."""
    checked = pipeline.check(settings)
    made = todo.Todo(column_of(checked))
    day = settings.today
    return {
        f"{each.slug}-daiban-{day}.{form}": FORMATS[form](made.paper(each)) for each in units(checked, unit)
    }


def column_of(checked: pipeline.Checked) -> monthly.Column:
    """What papers of units are made from."""
    return monthly.Column(checked.register, checked.duties, checked.problems, checked.standards)


def units(checked: pipeline.Checked, name: str | None) -> list[Unit]:
    """The one that is named, or all in use."""
    if name is not None:
        return [_unit(checked, name)]
    return [each for each in checked.register.units if not each.merged_by(checked.register.today)]


def reports(settings: Settings, form: str, month: str | None, unit: str | None) -> dict[str, bytes]:
    """File name → content, of one unit or of every unit in use; ``month`` is that of the day unless given."""
    month = month or f"{settings.today:%Y-%m}"
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", month, re.ASCII):
        raise EnvironmentProblem(f"月份“{month}”不对：写成 2026-11 这样的年-月")
    checked = pipeline.check(settings)
    column = column_of(checked)
    return {
        f"{each.slug}-{month}.{form}": FORMATS[form](monthly.report(column, each, month))
        for each in units(checked, unit)
    }


def _unit(checked: pipeline.Checked, name: str) -> Unit:
    found = checked.register.unit(name)
    if found is None:
        raise EnvironmentProblem(f"没有单位“{name}”：写 data/units/ 里的名称、简称或文件名")
    return found


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Put the reports into a folder, made where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise EnvironmentProblem(f"不能写进文件夹 {folder}（{error.strerror}）") from None
