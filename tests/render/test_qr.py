"""The code of an address: a telephone reads it, on white, with its quiet zone and its name."""

from __future__ import annotations

import base64
import io

import lxml.html
import pytest
import zxingcpp
from PIL import Image

from gongkai.render.frame.qr import qr

ADDRESS = "https://www.example.gov.cn/zwgk/policies/2026/jiazhuang-dianti/"
QUIET = 4


def picture(drawn: lxml.html.HtmlElement) -> Image.Image:
    head, _, data = drawn.get("src").partition(",")
    assert head == "data:image/png;base64"
    return Image.open(io.BytesIO(base64.b64decode(data, validate=True)))


def test_the_code_has_a_name_and_one_pixel_for_a_module():
    drawn = lxml.html.fromstring(str(qr(ADDRESS, "本页“网址”<二维码>")))
    assert (drawn.tag, drawn.get("alt")) == ("img", "本页“网址”<二维码>")
    found = picture(drawn)
    assert (found.format, found.mode) == ("PNG", "1")
    assert (drawn.get("width"), drawn.get("height")) == tuple(map(str, found.size))
    assert (found.width - 2 * QUIET) % 4 == 1


@pytest.mark.parametrize("address", [ADDRESS, "https://例.cn/", ADDRESS + "duibi/" * 20])
def test_a_telephone_reads_the_address(address: str):
    found = picture(lxml.html.fromstring(str(qr(address, "二维码")))).convert("L")
    side = found.width
    dark = found.point(lambda shade: 255 - shade).getbbox()
    assert dark == (QUIET, QUIET, side - QUIET, side - QUIET)
    read = zxingcpp.read_barcode(found.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    assert read is not None and read.text == address
