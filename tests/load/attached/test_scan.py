"""What attachments say: numbers with their places, and files that cannot be read told as such."""

from __future__ import annotations

import hashlib
import io
import os
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pypdfium2
import pytest

from gongkai.common.one_reader import PDFIUM
from gongkai.common.personal import Sort
from gongkai.load.attached import read
from gongkai.load.attached import scan as scanning
from gongkai.load.attached.scan import scan
from gongkai.load.document import Attached
from planted_files import a_pdf as a_file
from planted_files import a_picture, moved_png

PHONE = "13800138000"
CARD = "6222021234567890128"
MINI = Path(__file__).parents[2] / "sites/mini/content/files/2026/shenqingbiao.pdf"
Put = Callable[[str, bytes], Attached]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Name and bytes → what is found in the file."""

    def write(name: str, data: bytes) -> Attached:
        (tmp_path / name).write_bytes(data)
        return scan(str(tmp_path / name), hashlib.sha256(data).hexdigest())

    return write


def told(found: Attached) -> list[tuple[str, str]]:
    assert found.fault == ""
    return [(each.place, each.number) for each in found.personal]


def a_pdf(text: str) -> bytes:
    return MINI.read_bytes().replace(b"(shenqingbiao)", f"({text})".encode())


def a_document() -> bytes:
    document = docx.Document()
    document.add_paragraph("名单")
    document.add_paragraph(f"联系人 {PHONE[:5]}").add_run(PHONE[5:])
    document.add_table(1, 1).cell(0, 0).text = PHONE
    document.sections[0].footer.paragraphs[0].text = PHONE
    return _bytes(document.save)


def a_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "名单"
    book.active["B7"] = PHONE
    book.active["C2"] = int(PHONE)
    hidden = book.create_sheet("草表")
    hidden.sheet_state = "hidden"
    hidden["A1"] = f"卡号 {CARD}"
    return _bytes(book.save)


def _bytes(save: Callable[[io.BytesIO], object]) -> bytes:
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def a_package(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_a_pdf_is_read_page_by_page(put):
    assert told(put("a.pdf", a_pdf(f"tel {PHONE}"))) == [("第1页", PHONE)]
    assert told(put("b.pdf", a_pdf("tel 010-66001234"))) == []


def test_word_is_read_with_its_tables_and_footers(put):
    assert told(put("a.docx", a_document())) == [
        ("正文第2段", PHONE), ("正文第3段", PHONE), ("页脚第1段", PHONE),
    ]  # fmt: skip


def test_excel_is_read_with_hidden_sheets_and_numbers(put):
    places = [("工作表“名单”C2", PHONE), ("工作表“名单”B7", PHONE), ("工作表“草表”A1", CARD)]
    assert told(put("a.xlsx", a_workbook())) == places


def test_tables_as_text_are_read_in_both_usual_encodings(put):
    for encoding in ("utf-8-sig", "gb18030"):
        assert told(put(f"{encoding}.csv", f"姓名,电话\n甲,{PHONE}\n".encode(encoding))) == [("第2行", PHONE)]


def test_of_many_numbers_the_first_have_their_places_and_the_rest_are_counted_by_sort(put):
    found = put("a.txt", "\n".join([PHONE] * 225 + ["13900139000"] * 2 + [f"卡号 {CARD}"]).encode())
    assert len(found.personal) == 201 and found.personal[-1].number == CARD
    assert found.more == {Sort("手机号码", None, PHONE): 25, Sort("手机号码", None): 2}


@pytest.mark.parametrize("keep", [9, 60, 200, 400, -60, -20])
def test_a_truncated_pdf_never_stops_the_run(put, keep):
    found = put("a.pdf", a_pdf(PHONE)[:keep])
    assert found.fault or told(found) == [("第1页", PHONE)]


def test_a_locked_pdf_and_one_without_text_are_told(put):
    locked = a_file(encryption=pikepdf.Encryption(user="mima", owner="mima"))
    assert put("a.pdf", locked).fault == "设了密码，读不出文字"
    assert put("b.pdf", a_pdf("")).fault == "没有文字，多半是扫描件"


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
def test_a_damaged_package_is_told(put, name):
    data = a_document() if name == "a.docx" else a_workbook()
    for broken in (data[: len(data) // 2], data.replace(b"PK\x01\x02", b"PK\x01\x03"), b"PK\x03\x04"):
        assert put(name, broken).fault == "文件损坏，或写法不合规范，读不出文字"


def test_a_png_whose_chunks_are_moved_by_a_byte_is_told(put):
    """Made up by the night's run: Pillow calls it a SyntaxError, which is no OSError."""
    assert put("a.png", moved_png()).fault == "文件损坏，或写法不合规范，读不出文字"


def test_a_package_that_unpacks_to_too_much_is_not_read(put, monkeypatch):
    monkeypatch.setattr(read, "MAX_UNPACKED", 1_000_000)
    bomb = a_package(**{"word/document.xml": f"<d><p><t>{'0' * 2_000_000}</t></p></d>"})
    assert len(bomb) < 10_000
    assert put("a.docx", bomb).fault.startswith("解开后超过")


def test_entities_are_not_expanded(put):
    text = f'<!DOCTYPE d [<!ENTITY a "{PHONE}">]><d><p><t>&a;</t></p></d>'
    found = put("a.docx", a_package(**{"word/document.xml": text}))
    assert (found.fault, found.personal) == ("里面有实体声明，没有读", ())


def test_a_picture_that_says_nothing_is_read_whole(put):
    assert put("a.png", a_picture()) == Attached()
    assert put("b.png", b"\x89PNG").fault == "图片打不开"


def test_pages_are_counted_in_a_pdf_alone(put: Put) -> None:
    pdf = pikepdf.new()
    for _ in range(3):
        pdf.add_blank_page()
    assert put("a.pdf", _bytes(pdf.save)).pages == 3
    assert put("damaged.pdf", MINI.read_bytes()[:40]).pages == 0
    assert put("a.docx", a_document()).pages == 0


def test_threads_read_one_pdf_after_the_other(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview asks how many pages a file has while rules read it; PDFium would end the process."""
    now: list[int] = []
    together: list[int] = []

    class Watched(pypdfium2.PdfDocument):
        def __init__(self, data: bytes) -> None:
            now.append(1)
            together.append(len(now))
            time.sleep(0.05)
            super().__init__(data)

        def close(self, *given: bool) -> None:
            super().close(*given)
            now.pop()

    monkeypatch.setattr(pypdfium2, "PdfDocument", Watched)
    names = [f"{at}.pdf" for at in range(3)]
    asking = [threading.Thread(target=put, args=(name, a_pdf(f"tel {name}"))) for name in names]
    for each in asking:
        each.start()
    for each in asking:
        each.join(5)
    assert together == [1, 1, 1] and not now


def test_a_file_that_is_not_read_to_its_end_holds_up_no_other(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "MAX_TEXT", 3)
    assert "后面的没有读" in put("long.pdf", a_pdf("far too long")).fault
    after: list[Attached] = []
    other = threading.Thread(target=lambda: after.append(put("b.pdf", a_pdf("b"))), daemon=True)
    other.start()
    other.join(5)
    assert after


def test_a_process_that_is_parted_waits_for_no_thread_that_it_has_not(put: Put) -> None:
    """Pages are made by forked processes while another thread may read a PDF."""
    within, leave = threading.Event(), threading.Event()

    def holding() -> None:
        with PDFIUM:
            within.set()
            leave.wait(0.3)

    reading = threading.Thread(target=holding)
    reading.start()
    within.wait(5)
    child = os.fork()
    if not child:
        os._exit(0 if PDFIUM.acquire(timeout=5) else 1)
    leave.set()
    reading.join(5)
    assert os.waitpid(child, 0)[1] == 0
    with PDFIUM:
        pass
