"""The code of an address: every module in its place, on white, with its quiet zone and its name."""

from __future__ import annotations

import re

import lxml.html
import segno

from gongkai.render.frame.qr import qr

ADDRESS = "https://www.example.gov.cn/zwgk/policies/2026/jiazhuang-dianti/"
QUIET = 4


def test_the_code_has_a_name_and_its_own_ground():
    drawn = lxml.html.fromstring(str(qr(ADDRESS, "本页“网址”<二维码>")))
    assert (drawn.tag, drawn.get("role"), drawn.get("aria-label")) == ("svg", "img", "本页“网址”<二维码>")
    ground, modules = drawn
    side = int(drawn.get("viewbox").split()[2])
    assert ground.get("fill") == "#fff" and ground.get("d") == f"M0 0h{side}v{side}h-{side}z"
    assert modules.get("stroke") == "#000"


def test_every_dark_module_is_drawn_and_no_other():
    drawn = lxml.html.fromstring(str(qr(ADDRESS, "二维码")))
    wanted = {
        (x + QUIET, y + QUIET)
        for y, row in enumerate(segno.make_qr(ADDRESS, error="m", mask=0).matrix)
        for x, dark in enumerate(row)
        if dark
    }
    assert modules(drawn[1].get("d")) == wanted
    assert int(drawn.get("viewbox").split()[2]) == max(x for x, _ in wanted) + 1 + QUIET


def modules(path: str) -> set[tuple[int, int]]:
    """The squares that a path of horizontal strokes covers."""
    found: set[tuple[int, int]] = set()
    x = y = 0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?", path):
        if command == "h":
            found |= {(at, y) for at in range(x, x + int(first))}
            x += int(first)
        elif command == "m":
            x, y = x + int(first), y + int(second)
        else:
            x, y = int(first), int(float(second))
    return found
