"""表格样本 → files: each form as Word and tagged PDF, committed, so that no build needs Pango."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from gongkai.common.paper.blocks import Block, Bullets, Paper, Paragraph, Row, Table
from gongkai.common.paper.html import digest
from gongkai.common.paper.pdf import as_pdf
from gongkai.common.paper.word import as_docx
from gongkai.common.problems import EnvironmentProblem
from gongkai.records.types.form import Form, FormField, FormPart

FOLDER = "content"
_BOX = "□"
_EXAMPLE = {
    "zh": "示例区的示范表格，不作为正式表格使用。",
    "en": "A sample form of a demonstration district; not for official use.",
}
_BASIS = {"zh": "依据：", "en": "Basis: "}
MAKERS: dict[str, Callable[[Paper], bytes]] = {"docx": as_docx, "pdf": as_pdf}


def paper_of(form: Form, language: str, author: str) -> Paper:
    """The form as it is printed in one language; ``author`` is who offers it."""
    blocks: list[Block] = []
    if form.notes:
        blocks.append(Bullets(tuple(note.in_(language) for note in form.notes)))
    for part in form.parts:
        blocks.extend(_part(part, language))
    if form.bases:
        blocks.append(
            Paragraph(_BASIS[language] + "；".join(each.in_(language) for each in form.bases), small=True)
        )
    if form.example:
        blocks.append(Paragraph(_EXAMPLE[language], small=True))
    return Paper(form.title.in_(language), author, form.updated_on, tuple(blocks), language)


def _part(part: FormPart, language: str) -> Iterator[Block]:
    rows = tuple(_row(each, language) for each in part.fields)
    yield Table(part.title.in_(language), (), rows, (32, 68))
    if part.note:
        yield Paragraph(part.note.in_(language), small=True)


def _row(field: FormField, language: str) -> Row:
    label = field.label.in_(language) + (" *" if field.required else "")
    if field.hint:
        label += "\n" + field.hint.in_(language)
    # The box and its words stay on one line.
    choices = "　".join(f"{_BOX}\u00a0{choice.in_(language)}" for choice in field.choices)
    return Row((label, choices), lines=field.lines)


def papers(forms: Iterable[Form], author: str) -> dict[str, Paper]:
    """Path from the root of every file that belongs to the forms → what stands in it."""
    return {
        f"{FOLDER}/{form.file(language, kind)}": paper_of(form, language, author)
        for form in forms
        for language in form.languages
        for kind in sorted(MAKERS)
    }


def write(root: Path, wanted: dict[str, Paper]) -> list[str]:
    """Make the files that are missing or behind; gives their paths. EnvironmentProblem without Pango."""
    changed = stale(root, wanted)
    made = {path: MAKERS[path.rpartition(".")[2]](wanted[path]) for path in changed}
    for path, content in made.items():
        try:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        except OSError as error:
            raise EnvironmentProblem(f"不能写 {path}（{error.strerror}）") from None
    return changed


def stale(root: Path, wanted: dict[str, Paper]) -> list[str]:
    """Files that are missing or were made from other words, by the digest each one carries."""
    return sorted(path for path, paper in wanted.items() if not _is_of(root / path, digest(paper)))


def _is_of(file: Path, wanted: str) -> bool:
    if not file.is_file():
        return False
    content = file.read_bytes()
    if file.suffix == ".docx":
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = archive.read("docProps/core.xml")
        except (zipfile.BadZipFile, KeyError, zlib.error):
            return False  # damaged: it is made anew
    return wanted.encode() in content
