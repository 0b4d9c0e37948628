"""The code of an address: a telephone reads it, on white, with its quiet zone and its name."""

from __future__ import annotations

import re

import lxml.html
import pytest
import zxingcpp
from PIL import Image

from gongkai.render.frame.qr import qr

ADDRESS = "https://www.example.gov.cn/zwgk/policies/2026/jiazhuang-dianti/"
QUIET = 4


def test_the_code_has_a_name_and_its_own_ground():
    drawn = lxml.html.fromstring(str(qr(ADDRESS, "本页“网址”<二维码>")))
    assert (drawn.tag, drawn.get("role"), drawn.get("aria-label")) == ("svg", "img", "本页“网址”<二维码>")
    ground, strokes = drawn
    side = int(drawn.get("viewbox").split()[2])
    assert ground.get("fill") == "#fff" and ground.get("d") == f"M0 0h{side}v{side}h-{side}z"
    assert strokes.get("stroke") == "#000"


@pytest.mark.parametrize("address", [ADDRESS, "https://例.cn/", ADDRESS + "duibi/" * 20])
def test_a_telephone_reads_the_address(address: str):
    drawn = lxml.html.fromstring(str(qr(address, "二维码")))
    side = int(drawn.get("viewbox").split()[2])
    picture = Image.new("L", (side, side), 255)
    dark = modules(drawn[1].get("d"))
    for place in dark:
        picture.putpixel(place, 0)
    assert min(x for x, _ in dark) == min(y for _, y in dark) == QUIET
    assert max(x for x, _ in dark) == max(y for _, y in dark) == side - QUIET - 1
    read = zxingcpp.read_barcode(picture.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    assert read is not None and read.text == address


def modules(path: str) -> set[tuple[int, int]]:
    """The squares that horizontal strokes cover, each moved to from the end of the one before."""
    found: set[tuple[int, int]] = set()
    x = y = 0
    for right, down, length in re.findall(r"m(-?\d+) (\d+)h(\d+)", path):
        x, y = x + int(right), y + int(down)
        found |= {(x + more, y) for more in range(int(length))}
        x += int(length)
    return found
