"""A printed policy says everything: its number, what became of it, every answer, where and when."""

from __future__ import annotations

import io
import re
import unicodedata
import zlib
from typing import Any

import pytest
from pypdf import PdfReader


def test_printed_policy_has_number_status_answers_address_and_date(site: Any, visitor: Any) -> None:
    address = next(page for kind, page in site.kinds.items() if kind == "policy repealed")
    page = visitor().goto(address)
    number = page.inner_text(".meta dd")
    answer = page.locator(".qa__answer p").nth(1).text_content()
    printed = "".join(unicodedata.normalize("NFKC", pdf_text(page.pdf(format="A4"))).split())
    expected = [number, "本文件已废止", answer, f"/zwgk/{address}", "打印日期", "更新日期"]
    for words in expected:
        assert "".join(unicodedata.normalize("NFKC", words).split()) in printed, words


def test_the_code_of_a_page_is_behind_a_fold_and_on_the_first_sheet_of_paper(site: Any, visitor: Any) -> None:
    window = visitor()
    for kind in ("policy", "consultation", "meeting", "event", "page"):
        page = window.goto(site.of(kind)[0])
        assert not page.is_visible(".qr"), kind
        page.click(".cite > summary")
        box = page.locator(".qr").bounding_box()
        assert box["width"] == box["height"] >= 150, kind
        page.emulate_media(media="print")
        page.evaluate("scrollTo(0, 0)")
        box, title = page.locator(".qr").bounding_box(), page.locator("h1").bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= title["y"], kind
        assert not page.is_visible("#yinyong"), kind
        page.emulate_media(media="screen")


def test_pages_that_lead_on_are_passed_on_from_a_fold_and_have_their_code_on_paper(
    site: Any, visitor: Any
) -> None:
    window = visitor()
    for address in ("", "person/", "themes/", site.of("list")[0], site.of("unit")[0], "en/services/"):
        page = window.goto(address)
        assert not page.is_visible(".qr"), address
        page.click(".cite > summary")
        assert page.is_visible(".qr"), address
        assert page.inner_text("#fenxiang").endswith(f"/zwgk/{address}"), address
        assert "北京市示例区人民政府" in page.inner_text("#fenxiang") or address.startswith("en/"), address
        page.emulate_media(media="print")
        assert page.is_visible(".qr") and not page.is_visible("#fenxiang"), address
        assert page.locator(".qr").bounding_box()["y"] < page.locator("h1").bounding_box()["y"], address
        page.emulate_media(media="screen")


def test_at_most_six_rows_of_details_are_printed_and_no_list_of_all_numbers(site: Any, visitor: Any) -> None:
    """A service had nine; the numbers of all units were four sheets behind the form that is to be sent."""
    window, long = visitor(), {}
    seen = "all => all.filter(each => each.checkVisibility({ visibilityProperty: true })).length"
    for template in ("policy", "service", "meeting", "event", "consultation", "dataset", "project", "page"):
        for address in site.of(template):
            page = window.goto(address)
            page.emulate_media(media="print")
            rows = page.eval_on_selector_all(".meta:has(+ .meta-fold) > div, .meta-fold .meta > div", seen)
            if rows > 6:
                long[address] = rows
            page.emulate_media(media="screen")
    assert long == {}
    page = window.goto("request/")
    page.emulate_media(media="print")
    assert page.is_visible(".act") and not page.is_visible("#zixun-dianhua")


def test_nothing_is_printed_that_only_a_screen_can_use(site: Any, visitor: Any) -> None:
    window = visitor()
    for address in ("", *site.of("policy"), *site.of("list"), "search/?q=电梯"):
        page = window.goto(address)
        page.emulate_media(media="print")
        shown = page.eval_on_selector_all(
            "button, select, .language",
            "all => all.filter(each => each.checkVisibility()).map(each => each.outerHTML)",
        )
        assert [each for each in shown if "search__button" not in each] == [], address


def test_a_figure_is_not_cut_by_the_end_of_a_page(site: Any, visitor: Any) -> None:
    page = visitor().goto("quality/")
    page.emulate_media(media="print")
    breaks = page.eval_on_selector_all(".tile", "all => all.map(each => getComputedStyle(each).breakInside)")
    assert breaks
    assert set(breaks) == {"avoid"}


def test_who_runs_the_column_stands_at_the_head_of_the_first_sheet(visitor: Any) -> None:
    """Below the text it began a sheet of its own; it covers nothing there, in the longer language either."""
    window = visitor(round((210 - 2 * 18) / 25.4 * 96))
    for address in ("quality/", "en/accessibility/"):
        page = window.goto(address)
        page.emulate_media(media="print")
        facts, first = page.locator(".footer__facts").first, page.locator(".header p >> visible=true").first
        facts, first = facts.bounding_box(), first.bounding_box()
        assert facts["y"] >= 0 and facts["y"] + facts["height"] <= first["y"] + 3, address
        page.emulate_media(media="screen")


@pytest.mark.parametrize("template", ["policy", "consultation", "page", "home"])
def test_whoever_prints_backgrounds_too_reads_black_on_white(site: Any, visitor: Any, template: str) -> None:
    page = visitor().goto(site.of(template)[0])
    page.emulate_media(media="print")
    grounds = """all => [...new Set(all.map(each => getComputedStyle(each).backgroundColor))]"""
    assert page.eval_on_selector_all("body, body *", grounds) == ["rgba(0, 0, 0, 0)"]


def test_no_heading_or_fold_begins_where_a_sheet_ends(visitor: Any) -> None:
    """The first sheet held the column's name alone, others ended with the name of a fold."""
    page = visitor().goto("columns/")
    folds = {_bare(words) for words in page.locator(".fold > summary").all_inner_texts()}
    sheets = [each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    assert _bare("归档与保管期限") in _bare(sheets[0])
    ends = {_bare(sheet.strip().splitlines()[-1]) for sheet in sheets}
    assert len(ends) > 5 < len(folds) and not ends & folds


def test_what_belongs_together_stands_on_one_sheet(site: Any, visitor: Any) -> None:
    """见下表 and its table; a summary of figures; a group of an official table and its name."""
    window = visitor()
    found = {}
    for address in ("policies/2026/jiazhuang-dianti-buzhu-banfa/", "annual-reports/minzheng-ju-2025/"):
        document = PdfReader(io.BytesIO(window.goto(address).pdf(format="A4")))
        found[address] = [_bare(each.extract_text()) for each in document.pages]
    policy, report = found.values()
    together = (
        (policy, "停靠的层数确定", "住宅地上层数"),
        (report, "申请办得怎样", "结转下年3"),
        (report, "1.信访举报投诉类申请", "5.要求行政机关确认或重新出具已获取信息"),
    )
    for sheets, before, after in together:
        assert [before in each for each in sheets] == [after in each for each in sheets], after


def _bare(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


def test_what_is_missing_is_printed_instead_of_a_table_wider_than_paper(visitor: Any) -> None:
    page = visitor(round((210 - 2 * 18) / 25.4 * 96)).goto("duties/matrix/")
    assert page.is_visible(".owed-table")
    page.emulate_media(media="print")
    assert not page.is_visible(".owed-table") and page.locator(".owed-missing >> visible=true").count()


def test_no_column_of_an_official_table_is_cut_off_by_the_edge_of_the_paper(site: Any, visitor: Any) -> None:
    # A4 without its margins, in the 96 pixels of an inch
    window = visitor(round((210 - 2 * 18) / 25.4 * 96))
    cut = """regions => regions.filter(each => each.checkVisibility() && each.scrollWidth > each.clientWidth)
      .map(each => each.innerText.slice(0, 40))"""
    wide = []
    for address in site.of("annual-report"):
        page = window.goto(address)
        page.emulate_media(media="print")
        wide += [
            (address, words) for words in page.eval_on_selector_all(".table-scroll:has(.form-table)", cut)
        ]
    assert wide == []


def pdf_text(document: bytes) -> str:
    """The text of a PDF that Chromium made, in the order it is drawn."""
    parts = re.finditer(rb"(\d+) 0 obj\b(.*?)\bendobj", document, re.S)
    objects = {int(part[1]): part[2] for part in parts}
    words: list[str] = []
    for page in (body for body in objects.values() if re.search(rb"/Type\s*/Page\b", body)):
        named = re.findall(rb"/(F\d+) (\d+) 0 R", page)
        fonts = {name: _unicode(objects, int(number)) for name, number in named}
        contents = re.search(rb"/Contents (\d+) 0 R", page)
        assert contents
        font: dict[str, str] = {}
        drawn = _stream(objects[int(contents[1])])
        for name, codes in re.findall(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>", drawn):
            font = fonts[name] if name else font
            size = len(next(iter(font), "0000"))
            text = codes.decode().upper()
            words += [font.get(text[at : at + size], "") for at in range(0, len(text), size)]
    return "".join(words)


def _stream(body: bytes) -> bytes:
    packed = body[body.index(b"stream") :].split(b"\n", 1)[1]
    return zlib.decompressobj().decompress(packed) if b"/FlateDecode" in body else packed


def _unicode(objects: dict[int, bytes], number: int) -> dict[str, str]:
    """Code → text of one font, from its ToUnicode table."""
    pointer = re.search(rb"/ToUnicode (\d+) 0 R", objects[number])
    if not pointer:
        return {}
    table = _stream(objects[int(pointer[1])]).decode("latin-1").upper()
    found: dict[str, str] = {}
    for part in re.findall(r"BEGINBFCHAR(.*?)ENDBFCHAR", table, re.S):
        pairs = re.findall(r"<([0-9A-F]+)> <([0-9A-F]+)>", part)
        found |= {code: bytes.fromhex(value).decode("utf-16-be") for code, value in pairs}
    for part in re.findall(r"BEGINBFRANGE(.*?)ENDBFRANGE", table, re.S):
        for first, last, value in re.findall(r"<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>", part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[f"{int(first, 16) + step:0{len(first)}X}"] = chr(int(value, 16) + step)
    return found
