"""What is downloaded of a report: the workbook and the lines of its cells."""

from __future__ import annotations

import csv
import io
import zipfile

import lxml.etree
import lxml.html
import openpyxl
from openpyxl.utils import get_column_letter

from gongkai.render.records.annual_files import csv_of, xlsx_of
from gongkai.render.records.annual_grids import grids

from .as_issued import URL, expected

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def test_csv_holds_every_cell_as_a_line(report):
    text = csv_of(report).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    wanted = [
        (table, beside, above, cell.lstrip("+"))
        for table, cells in zip("二三四", expected(), strict=True)
        for beside, above, cell in cells
    ]
    assert [
        (row["表"], row["项目"].rsplit("/", 1)[-1], _last(row["栏目"]), row["数值"]) for row in rows
    ] == wanted
    assert {(row["年度"], row["单位"], row["示例"]) for row in rows} == {
        ("2020", "北京市西城区人民政府", "否")
    }


def _last(words: str) -> str:
    return "本年增/减" if words.endswith("本年增/减") else words.rsplit("/", 1)[-1]


def test_the_workbook_holds_the_same_numbers_as_numbers(report):
    book = zipfile.ZipFile(io.BytesIO(xlsx_of(report, ["说明一"])))
    for place, cells in enumerate(expected(), 1):
        sheet = lxml.etree.fromstring(book.read(f"xl/worksheets/sheet{place}.xml"))
        numbers = [c.findtext(f"{SHEET}v") for c in sheet.iter(f"{SHEET}c") if c.get("t") is None]
        assert [float(n) for n in numbers if n] == [float(cell) for _, _, cell in cells]
    words = book.read("xl/sharedStrings.xml").decode()
    assert "说明一" in words and "申请人情况" in words
    assert "2021-03-31T00:00:00Z" in book.read("docProps/core.xml").decode()


def test_the_workbook_can_be_read_and_printed(report):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(report, [])))
    for sheet, grid in zip(book.worksheets, grids(report), strict=False):
        assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        widths = [sheet.column_dimensions[get_column_letter(n + 1)].width for n in range(grid.width)]
        for cell in (each for row in grid.rows for each in row):
            room = sum(widths[cell.x : cell.x + cell.across])
            rows = range(cell.y + 2, cell.y + 2 + cell.down)
            height = sum(sheet.row_dimensions[y].height for y in rows)
            signs = sum(2 if sign > "\u2000" else 1 for sign in cell.text)
            assert signs <= room * (height // 16), cell.text


def test_the_workbook_is_the_same_bytes_every_time(report):
    assert xlsx_of(report, []) == xlsx_of(report, [])


def test_downloads_are_offered_with_their_size(demo):
    links = demo.pages[URL].xpath("//section[@id='fujian']//a")
    assert [link.get("href") for link in links] == ["qu-zhengfu-2020.xlsx", "qu-zhengfu-2020.csv"]
    for link in links:
        size = (demo.folder / URL / link.get("href")).stat().st_size
        assert f"{round(size / 1024)}\N{NO-BREAK SPACE}KB" in link.text_content()
