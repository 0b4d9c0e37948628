"""The command ``import``: files of an office become drafts; what they do not say is asked, or left open."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from gongkai import pipeline
from gongkai.common.problems import EnvironmentProblem, excerpt, told
from gongkai.desk import word
from gongkai.desk.intake import importing, questions
from gongkai.settings import Settings, read_settings, read_state

_TRIES = 3


def bring(options: argparse.Namespace) -> int:
    """Import the files that were named; 1 where one of them cannot be taken."""
    settings = read_settings()
    checked = pipeline.check(settings)
    importer = importing.Importer(
        settings.root,
        checked.register,
        checked.standards,
        read_state() / "import",
        _answers(options.set),
        _asked if sys.stdin.isatty() else lambda question: "",
        options.name or "",
    )
    try:
        done = importer.bring([Path(each) for each in options.files])
    except (importing.Stopped, word.Refused) as error:
        print(told("\n".join(_refused(error))), file=sys.stderr)
        return 1
    print(told("\n".join(line for each in done for line in _said(each, settings))))
    return 0


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
    yield f"没有导入 {error.name}，先在 Word 里处理这 {len(error.told)} 处，再导入一次："
    for each in error.told:
        yield f"{each.place}：{each.why}" + (f"“{each.text}”" if each.text else "")


def _said(done: importing.Imported, settings: Settings) -> Iterator[str]:
    """What was written, read, not read, and is left to do."""
    reading = done.reading
    yield f"{done.name}：读出 {reading.characters} 字，自动编号 {reading.numbers} 处"
    yield from (f"  写好 {path}" for path in done.written)
    for key, value in done.facts.keys.items():
        shown = value if isinstance(value, str) else "、".join(value)
        yield f"  {key}：{shown}（{done.facts.sources[key]}）"
    yield from (f"  没有读入 {each.place}：{each.why}“{excerpt(each.text)}”" for each in reading.unread)
    yield from (f"  请看 {each.place}：{each.why}" for each in reading.doubts)
    yield from (f"  请看 {each}" for each in done.facts.doubts)
    yield from (f"  待填 {each.key}：{each.words}" for each in done.open)
    yield f"  原文和网页并排：{done.page}"
