"""Hostile and clumsy inputs: each must be refused by the rule made for it, or be shown as plain text.

The cases stand in ``tests/hostile/*.yml``, attachments in ``ATTACHMENTS``. Each is laid alone into a
copy of a column that is good otherwise; those that may be published are built together.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pikepdf import Dictionary, Name, String

import planted_files as planted
from gongkai import pipeline
from gongkai.common.problems import Level, Problem
from gongkai.load import shown
from gongkai.settings import Settings, read_column

LABEL = "恶意和粗心的输入"
PROJECT = Path(__file__).resolve().parents[2]
GOOD = PROJECT / "tests/sites/good"
CASES = PROJECT / "tests/hostile"
TODAY = dt.date(2026, 11, 21)
PLACE = "content/items/minzheng-ju/2026/"
ITEM = """\
---
标题: {title}
单位: 区民政局
发布日期: 2026-11-20
公开事项: SL-01
{front}审核:
  初审: 甲
  复审: 乙
  终审: 丙
  保密审查日期: 2026-10-20
---
{body}
"""


def _docx(parts: Mapping[str, bytes | str]) -> bytes:
    return planted.with_parts(planted.a_docx(), parts)


#: file name → how its bytes are made, and the rule that refuses them
ATTACHMENTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "javascript.pdf": (
        lambda: planted.a_pdf(lambda pdf: planted.opening(pdf, "/JavaScript", JS=String("app.alert(1)"))),
        "attachment-content",
    ),
    "launch.pdf": (
        lambda: planted.a_pdf(lambda pdf: planted.opening(pdf, "/Launch", F=String("cmd.exe"))),
        "attachment-content",
    ),
    "embedded.pdf": (lambda: planted.a_pdf(planted.embedding), "attachment-content"),
    "form.pdf": (
        lambda: planted.a_pdf(
            lambda pdf: planted.annotated(
                pdf, "/Link", A=Dictionary(S=Name.SubmitForm, F=String("https://a.example/"))
            )
        ),
        "attachment-content",
    ),
    "template.docx": (
        lambda: _docx(
            {"word/_rels/settings.xml.rels": planted.outside("attachedTemplate", "https://a.example/a.dotm")}
        ),
        "attachment-content",
    ),
    "ole.docx": (lambda: _docx({"word/embeddings/oleObject1.bin": b"MZ"}), "attachment-content"),
    "macro.docx": (lambda: _docx({"word/vbaProject.bin": b"x"}), "attachment-content"),
    "dde.xlsx": (lambda: planted.an_xlsx(A1="=cmd|'/c calc'!A0"), "attachment-content"),
    "program.zip": (lambda: planted.a_zip({"b.pif": b"MZ"}), "attachment-content"),
    "climbing.zip": (lambda: planted.a_zip({"../../etc/cron.d/x": b"x"}), "attachment-content"),
    "nested.zip": (lambda: planted.a_zip({"a.zip": planted.a_zip({"b.exe": b"MZ"})}), "attachment-content"),
    "person.csv": (lambda: "姓名,号码\n甲,11010519491231002X\n".encode(), "personal-data-attached"),
    "person.docx": (lambda: planted.a_docx("甲 13800138000"), "personal-data-attached"),
    "person.xlsx": (lambda: planted.an_xlsx(A1="甲", B1="13800138000"), "personal-data-attached"),
    "shown.docx": (planted.a_docx, ""),
    "shown.xlsx": (planted.an_xlsx, ""),
    "shown.png": (planted.a_picture, ""),
    "shown.zip": (lambda: planted.a_zip({"a.txt": "甲"}), ""),
}


@dataclass(frozen=True)
class Case:
    """One input: a file to lay, what must be said of it or what its page must show."""

    name: str
    path: str
    content: bytes
    refused: str = ""
    told: str = ""
    shown: str = ""
    #: a record that uses the file
    beside: Mapping[str, bytes] | None = None

    @property
    def files(self) -> dict[str, bytes]:
        return {self.path: self.content, **(self.beside or {})}


def cases() -> Iterator[Case]:
    """Every case, in the order of its file."""
    for file in sorted(CASES.glob("*.yml")):
        for number, each in enumerate(yaml.safe_load(file.read_text("utf-8"))):
            yield _case(each, f"{file.stem}-{number}")
    for name, (make, rule) in ATTACHMENTS.items():
        front = f"附件: [{{名称: 附件, 文件: files/2026/{name}}}]\n"
        record = _item(front=front).encode()
        slug = name.replace(".", "-")
        shown = "" if rule else f"files/2026/{name}"
        beside = {f"{PLACE}{slug}.md": record}
        yield Case(name, f"content/files/2026/{name}", make(), refused=rule, shown=shown, beside=beside)


#: texts that stand for a good record, as other programs save it
_SAVED = {"ITEM": "", "ITEM CRLF": "\r", "ITEM BOM": "\ufeff"}


def _case(written: Mapping[str, Any], slug: str) -> Case:
    words = {key: _grown(str(written[key])) for key in ("title", "front", "body") if key in written}
    text = str(written.get("text", "")) if "path" in written else _item(**words)
    if (mark := _SAVED.get(text)) is not None:
        text = _item().replace("\n", "\r\n") if mark == "\r" else mark + _item()
    refused, told, shows = (str(written.get(key, "")) for key in ("refused", "told", "shown"))
    path = str(written.get("path", f"{PLACE}{slug}.md"))
    return Case(str(written["case"]), path, text.encode("utf-8", "surrogatepass"), refused, told, shows)


def _item(
    title: str = "第三季度临时救助开展情况", front: str = "", body: str = "本季度救助 120 人次。"
) -> str:
    return ITEM.format(title=title, front=front, body=body)


def _grown(text: str) -> str:
    """``甲×300`` written out: the signs before so many times."""
    found = re.fullmatch(r"(?s)(.+)×(\d{3,})", text)
    return found[1] * int(found[2]) + "甲" if found else text


def answered(case: Case, root: Path) -> list[Problem] | str:
    """What the check says with the case in the column; the traceback where it breaks."""
    for path, content in case.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    try:
        return list(pipeline.check(Settings(root, TODAY, read_column(root))).problems)
    except Exception:  # the measure itself: whatever escapes is what is counted
        return traceback.format_exc()
    finally:
        for path in case.files:
            (root / path).unlink()


def verdict(case: Case, said: list[Problem] | str) -> str:
    """``refused``, ``told``, ``passed``, ``otherwise`` (refused, but not by its rule) or ``traceback``."""
    if isinstance(said, str):
        return "traceback"
    names = {name for path in case.files for name in (path, shown(path))}
    own = [each for each in said if each.path in names]
    errors = {each.rule for each in own if each.level is Level.ERROR}
    if case.refused and case.refused in errors:
        return "refused"
    if errors:
        return "otherwise"
    return "told" if case.told in {each.rule for each in own} else "passed"


def build(chosen: list[Case], folder: Path) -> dict[str, str]:
    """The column with all these cases, built; name → what is wrong with its page, '' if nothing."""
    root, site = folder / "column", folder / "site"
    shutil.copytree(GOOD, root)
    for case in chosen:
        for path, content in case.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
    environment = os.environ | {
        "GONGKAI_ROOT": str(root),
        "GONGKAI_DATE": TODAY.isoformat(),
        "GONGKAI_NO_SEARCH": "1",
        "PYTHONPATH": str(PROJECT / "hooks"),
    }
    words = [sys.executable, "-m", "gongkai", "build", "--site-dir", str(site)]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        return {case.name: done.stderr[-2000:] for case in chosen}
    return {case.name: _missing(case, site) for case in chosen}


def _missing(case: Case, site: Path) -> str:
    record = next(path for path in case.files if path.endswith(".md"))
    page = site / record.removeprefix("content/").removesuffix(".md") / "index.html"
    text = page.read_text("utf-8") if page.is_file() else ""
    return "" if case.shown in text else f"{case.shown!r} is not in {page}"


def copy(folder: Path) -> Path:
    """The good column, to lay cases into."""
    return Path(shutil.copytree(GOOD, folder / "good"))


def measure(quick: bool = False) -> dict[str, int]:
    """How many were tried, and how many went where they should not."""
    chosen = list(cases())
    with tempfile.TemporaryDirectory(prefix="gongkai-hostile-") as name:
        folder = Path(name)
        root = copy(folder)
        said = [(case, verdict(case, answered(case, root))) for case in chosen]
        harmless = [case for case in chosen if case.shown]
        wrong = [] if quick else [name for name, fault in build(harmless, folder).items() if fault]
    return {
        "tried": len(chosen),
        "refused or told": sum(each in {"refused", "told", "otherwise"} for _, each in said),
        "shown as written": len(harmless) - len(wrong),
        "published": sum(each == "passed" and not case.shown for case, each in said) + len(wrong),
        "tracebacks": sum(each == "traceback" for _, each in said),
    }


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        here = copy(Path(place))
        for each in cases():
            got = answered(each, here)
            found = verdict(each, got)
            if found != ("refused" if each.refused else "told" if each.told else "passed"):
                rules = (
                    got
                    if isinstance(got, str)
                    else [(p.rule, p.level.value, p.message[:60]) for p in got if p.path in each.files]
                )
                print(f"{each.name} [{each.refused or each.told or 'shown'}]: {found} {rules}")
        print(build([each for each in cases() if each.shown], Path(place)))
