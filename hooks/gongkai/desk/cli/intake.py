"""The command ``import``: files of an office become drafts; what they do not say is asked, or left open."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai import pipeline
from gongkai.column.register import Register
from gongkai.common.problems import EnvironmentProblem, excerpt, told
from gongkai.desk import word
from gongkai.desk.cli.asking import agreed
from gongkai.desk.cli.catalogue import Catalogue
from gongkai.desk.intake import datasets, excel, files, importing, questions
from gongkai.load.attached.kinds import ZIP
from gongkai.settings import Settings, read_settings, read_state

_TRIES, _MOST_PLACES = 3, 40
#: it becomes an address
_NAME = re.compile("[a-z0-9][a-z0-9-]{0,80}")


def bring(options: argparse.Namespace) -> int:
    """Import the files that were named; 1 where one of them cannot be taken."""
    if options.name is not None and not _NAME.fullmatch(options.name):
        raise EnvironmentProblem(f"--name 只用小写字母、数字和连字符，写的是“{excerpt(options.name)}”")
    settings = read_settings()
    checked = pipeline.check(settings)
    tables = [each for each in options.files if datasets.is_table(each)]
    if tables and len(tables) < len(options.files):
        raise EnvironmentProblem("Word 文件和表格分两次导入")
    if tables:
        return _tables(options, settings, checked.register, tables)
    importer = importing.Importer(
        settings.root,
        checked.register,
        checked.standards,
        read_state() / "import",
        _answers(options.set),
        _asked if sys.stdin.isatty() else lambda question: "",
        options.name or "",
        lambda path: _again(options, path),
    )
    try:
        done = importer.bring([Path(each) for each in options.files])
    except (importing.Stopped, word.Refused) as error:
        print(told("\n".join(_refused(error))), file=sys.stderr)
        return 1
    print(told("\n".join(line for each in done for line in _said(each, settings))))
    return 0


def _again(options: argparse.Namespace, path: str) -> bool:
    """Whether the draft of an earlier import is made anew; who can be asked is asked."""
    if options.renew or agreed(f"{path} 是这个文件以前读成的草稿。重新读一遍，换掉它的正文吗？写 是 或 否："):
        return True
    if sys.stdin.isatty():
        return False
    raise EnvironmentProblem(f"{path} 是这个文件以前读成的草稿：加 --renew 重新读，或者加 --name 另写一份")


def _tables(options: argparse.Namespace, settings: Settings, register: Register, names: list[str]) -> int:
    """Rows of datasets, or entries of the catalogue."""
    lists = Catalogue(options, settings.root, register)
    try:
        for name in names:
            path = Path(name)
            data = files.bytes_of(path)
            book = excel.opened(data) if data.startswith(ZIP) else None
            if book and (listed := lists.bring(path.name, book)):
                print(told("\n".join(listed)))
                continue
            rows = datasets.read(data, path.name, options.sheet, book)
            slug, year = options.name or "", options.year
            done = datasets.bring(settings.root, register, path.name, rows, slug, year, options.replace)
            print(told("\n".join(_said_of_table(done))))
    except datasets.Faulty as error:
        print(told("\n".join(_places(error.name, error.told, "在 Excel 里改好"))), file=sys.stderr)
        return 1
    except word.Refused as error:
        print(told(f"没有导入：{error}"), file=sys.stderr)
        return 1
    return 0


def _said_of_table(done: datasets.Written) -> Iterator[str]:
    yield f"{done.name}：{done.rows} 行 {done.columns} 列"
    yield from (f"  写好 {path}" for path in done.written)
    yield from (f"  改了 {each}" for each in done.changed)
    yield from (
        f"  没有读入 {each.place}：{each.why}{each.text and f'“{excerpt(each.text)}”'}"
        for each in done.unread
    )


def _places(name: str, found: Sequence[word.Told], how: str) -> Iterator[str]:
    """What cannot be taken, a line a place; of very many the first."""
    yield f"没有导入 {name}，先{how}这 {len(found)} 处，再导入一次："
    for each in found[:_MOST_PLACES]:
        yield _told(each)
    if len(found) > _MOST_PLACES:
        yield f"……还有 {len(found) - _MOST_PLACES} 处"


def _told(each: word.Told) -> str:
    return f"{each.place}：{each.why}" + (f"“{excerpt(each.text)}”" if each.text else "")


def _answers(given: list[str]) -> dict[str, str]:
    answers = {}
    for each in given:
        key, there, value = each.partition("=")
        if not there or not value.strip():
            raise EnvironmentProblem(f"--set 要写 键=值，如 发布日期=2026-11-30，写的是“{excerpt(each)}”")
        fault = questions.fault(key.strip(), value.strip())
        if fault:
            raise EnvironmentProblem(f"--set {key.strip()}：{fault}")
        answers[key.strip()] = value.strip()
    return answers


def _asked(question: questions.Question) -> str:
    """The answer on the terminal; an empty one takes what is offered, or leaves it open."""
    offered = f"（直接回车：{question.offered}）" if question.offered else "（直接回车：以后再填）"
    for _ in range(_TRIES):
        try:
            answer = input(f"{question.words}{offered}\n> ").strip() or question.offered
        except EOFError:
            return ""
        fault = question.fault(answer) if answer else ""
        if not fault:
            return answer
        print(told(fault))
    return ""


def _refused(error: importing.Stopped | word.Refused) -> Iterator[str]:
    if isinstance(error, word.Refused):
        yield f"没有导入：{error}"
        return
    yield from _places(error.name, error.told, "在 Word 里处理")


def _said(done: importing.Imported, settings: Settings) -> Iterator[str]:
    """What was written, read, not read, and is left to do."""
    reading = done.reading
    yield f"{done.name}：读出 {reading.characters} 字，自动编号 {reading.numbers} 处"
    yield from (f"  写好 {path}" for path in done.written)
    for key, value in done.facts.keys.items():
        shown = value if isinstance(value, str) else "、".join(value)
        yield f"  {key}：{shown}（{done.facts.sources[key]}）"
    yield from (f"  没有读入 {each.place}：{each.why}“{excerpt(each.text)}”" for each in done.unread)
    yield from (f"  请看 {each.place}：{each.why}" for each in reading.doubts)
    yield from (f"  请看 {each}" for each in done.facts.doubts)
    if done.open:
        yield f"  待填 {'、'.join(each.key for each in done.open)}"
    if done.wordless:
        yield f"  待填 {done.wordless} 张图的说明：正文里 ![待填] 的“待填”换成一句话，看不见图的人听它"
    yield f"  原文和网页并排：{done.page}"
