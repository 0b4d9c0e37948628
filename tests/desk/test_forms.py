"""Forms: one source, and in every file made from it each of its words."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest

from gongkai.column.validate import validate
from gongkai.common.paper.blocks import Bullets, Heading, Paper, Paragraph, Table
from gongkai.common.paper.html import digest
from gongkai.common.paper.word import as_docx
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk import forms
from gongkai.load import load
from gongkai.records.types.form import Form
from gongkai.settings import read_column

PROJECT = Path(__file__).parents[2]
PATHS = [
    f"content/files/forms/application-{lang}.{kind}" for lang in ("zh", "en") for kind in ("docx", "pdf")
]


@cache
def wanted() -> dict[str, Paper]:
    """The forms of this column, read when they are asked for: another district may have none yet."""
    records = validate(load(PROJECT, ("data/forms",)).documents).records
    return forms.papers([each for each in records if isinstance(each, Form)], read_column(PROJECT).portal)


def _words(paper: Paper) -> list[str]:
    found = [paper.title]
    for block in paper.blocks:
        if isinstance(block, Table):
            found += [block.caption, *block.header, *(cell for row in block.rows for cell in row.cells)]
        elif isinstance(block, Bullets):
            found += block.items
        elif isinstance(block, Heading | Paragraph):
            found.append(block.text)
    return list(filter(None, found))


def _plain(text: str) -> str:
    """Without the breaks of lines and spaces, which each format sets for itself."""
    return "".join(text.split())


def _read(file: Path) -> str:
    if file.suffix == ".pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(file).pages)
    document = docx.Document(str(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_the_application_form_is_there_in_both_languages_and_formats():
    assert set(wanted()) == set(PATHS)


@pytest.mark.parametrize("path", PATHS)
def test_a_file_has_every_word_of_its_source(path):
    text = _plain(_read(PROJECT / path))
    assert [word for word in _words(wanted()[path]) if _plain(word) not in text] == []


def test_the_committed_files_are_made_from_the_committed_source():
    assert forms.stale(PROJECT, wanted()) == []
    for path, paper in wanted().items():
        if path.endswith(".docx"):
            assert (PROJECT / path).read_bytes() == as_docx(paper), path


def fonts_of(page: Any) -> Any:
    return page["/Resources"]["/Font"].values()


@pytest.mark.parametrize("path", [path for path in PATHS if path.endswith(".pdf")])
def test_a_pdf_is_tagged_named_and_carries_its_font(path):
    reader = pypdf.PdfReader(PROJECT / path)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == wanted()[path].tag and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert str(reader.metadata["/Title"]) == wanted()[path].title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    fonts: list[Any] = [font.get_object() for page in reader.pages for font in fonts_of(page)]
    descendants = [each.get_object() for font in fonts for each in font["/DescendantFonts"]]
    assert descendants
    assert all({"/FontFile2", "/FontFile3"} & set(each["/FontDescriptor"]) for each in descendants)


def test_a_damaged_file_is_stale_and_a_folder_that_cannot_be_made_is_told(tmp_path):
    path, paper = next((p, w) for p, w in sorted(wanted().items()) if p.endswith(".docx"))
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(b"PK\x03\x04")
    assert forms.stale(tmp_path, {path: paper}) == [path]
    (tmp_path / "file").write_text("")
    with pytest.raises(EnvironmentProblem, match=r"不能写 file/a\.docx"):
        forms.write(tmp_path, {"file/a.docx": paper})


def test_a_changed_word_makes_a_file_stale(tmp_path):
    path, paper = next((p, w) for p, w in sorted(wanted().items()) if p.endswith(".docx"))
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes((PROJECT / path).read_bytes())
    assert forms.stale(tmp_path, {path: paper}) == []
    changed = Paper(f"{paper.title}（新）", paper.author, paper.day, paper.blocks, paper.language)
    assert forms.stale(tmp_path, {path: changed}) == [path]
    assert forms.write(tmp_path, {path: changed}) == [path]
    assert changed.title in _read(tmp_path / path)
    assert (
        digest(changed)
        == docx.Document(io.BytesIO((tmp_path / path).read_bytes())).core_properties.identifier
    )


def test_a_form_with_a_word_missing_in_english_is_printed_in_chinese_only():
    written = {"标题": "登记表", "页面": "request", "更新日期": "2026-01-01"}
    form = Form.model_validate({**written, "部分": [{"名称": "一", "栏目": [{"名称": "姓名"}]}]})
    assert form.languages == ("zh",)
