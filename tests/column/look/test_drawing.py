"""SVG is taken where it only draws, whatever it is that would act; no notes of its maker leave."""

from __future__ import annotations

import pytest

from gongkai.column.look.drawing import acting
from gongkai.gate.cleaning import clean_picture

XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def svg(inner: str, before: str = "") -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {spaces} viewBox="0 0 4 4">{inner}</svg>'.encode()


@pytest.mark.parametrize(
    "data",
    [
        svg("<script>go()</script>"),
        svg(f'<h:script {XHTML} src="https://example.com/a.js"/>'),
        svg(f'<h:img {XHTML} src="https://example.com/a.png"/>'),
        svg("<foreignObject/>"),
        svg('<rect onclick="go()"/>'),
        svg('<a href="#x"/>'),
        svg('<set attributeName="href" to="https://example.com/"/>'),
        svg('<image href="https://example.com/a.png"/>'),
        svg('<use xlink:href="//example.com/a.svg#x"/>'),
        svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
        svg('<g xml:base="https://example.com/"/>'),
        svg("<style>@import 'https://example.com/a.css';</style>"),
        svg("<style>a { b: '/*'; fill: url(//example.com/a); c: '*/' }</style>"),
        svg("<style>a { fill: ur/* */l(https://example.com/a) }</style>"),
        svg('<rect fill="url(https://example.com/a.svg#x)"/>'),
        svg('<rect style="fill: u\\72l(//example.com/a)"/>'),
        svg('<rect fill="&#117;rl(//example.com/a)"/>'),
        svg("", '<?xml-stylesheet href="https://example.com/a.css"?>'),
        svg("", '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "go()">]>'),
        svg("", '<!DOCTYPE svg SYSTEM "https://example.com/a.dtd">'),
        svg("").replace(b"</svg>", b""),
        svg("").replace(b'xmlns="http://www.w3.org/2000/svg"', b""),
        svg("", '<?xml version="1.0" encoding="nonsense"?>'),
    ],
)
def test_what_acts_or_fetches_is_no_drawing(data: bytes) -> None:
    assert acting(data)


def test_a_drawing_is_taken_with_what_it_carries() -> None:
    inner = (
        '<defs><linearGradient id="x"/></defs><style>rect { fill: url(#x) }</style><use xlink:href="#x"/>'
        '<rect fill="url(#x)" filter="url(\'#x\')"/><image href="data:image/png;base64,AAAA"/>'
    )
    assert acting(svg(inner)) == ""
    assert clean_picture("svg", svg(inner)) == svg(inner)


def test_a_drawing_leaves_without_notes() -> None:
    sodipodi = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
    notes = (
        "<!-- zhangsan --><metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>zhangsan"
        f"</r:RDF></metadata><s:namedview xmlns:s='{sodipodi}' s:by='zhangsan'/>"
        "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='zhangsan'/>"
    )
    assert acting(svg(notes)) == ""
    clean = clean_picture("svg", svg(notes))
    assert b"zhangsan" not in clean and b"<g/>" in clean
