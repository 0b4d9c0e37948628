"""What must hold for every text anyone may write."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.text import Converter, UnsafeText, anchors, find_faults, labelled, links, plain_text
from gongkai.text.document import document

CONVERTER = Converter()
PIECES = st.sampled_from(
    [
        "第一条",
        "第二条　",
        "第一章 总则",
        "第一节",
        "一、",
        "（一）",
        "1. ",
        "2. ",
        "# ",
        "## ",
        "- ",
        "  - ",
        "> ",
        "    ",
        "　　",
        "\n",
        "\n\n",
        "文字",
        "，",
        "。",
        "规定",
        "2023年5月22日",
        "区政府",
        "**",
        "*",
        "_",
        "____",
        "`",
        "```\n",
        "[",
        "]",
        "](",
        "(",
        ")",
        "![",
        "a.md",
        "javascript:",
        "https://a.cn",
        "<",
        ">",
        "</",
        "<b>",
        "</b>",
        "<script>",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "</td></tr></table>",
        '<a href="',
        '">',
        " onclick=x",
        "<!--",
        "-->",
        "|",
        "|-|-|\n",
        "|a|b|\n",
        "表1 题\n",
        "!!! note\n",
        "[^1]",
        "[^1]: ",
        "[a]: x\n",
        ": ",
        "&lt;",
        "&#106;",
        "&",
        "\\",
        "\t",
        "  \t",
        "\xa0",
        "10. ",
        "\x02",
        "{{",
        "}}",
        "~~~",
        "---\n",
        "===",
        "wzxhzdk:0",
        "<br>",
        "<o:p>",
        " ",
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)


class Active(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "style", "meta", "form", "object", "svg"):
            self.found.append(tag)
        for name, value in attrs:
            scheme = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if (
                name.startswith("on")
                or name == "style"
                or scheme.startswith(("javascript:", "data:", "vbscript:"))
            ):
                self.found.append(f"{tag} {name}={value}")


@given(TEXTS)
def test_any_text(body: str) -> None:
    """Faults come from a fixed list or not at all; what converts is safe and agrees with the line scan."""
    faults = list(find_faults(body))
    assert all(0 <= fault.line <= body.count("\n") for fault in faults)
    try:
        made = CONVERTER.convert(body)
    except UnsafeText:
        assert faults, "convert may refuse only what find_faults reports"
        return
    assert made.anchors == anchors(body)
    active = Active()
    active.feed(made.html)
    assert active.found == []
    plain_text(made.html)


@given(TEXTS)
def test_rewritten_links_are_the_links_found(body: str) -> None:
    seen: list[str] = []

    def heard(target: str) -> str:
        seen.append(target)
        return "x"

    if not list(find_faults(body)):
        CONVERTER.convert(body, link=heard)
        assert {target for target in seen if target} <= {use.target for use in links(body)}


@settings(max_examples=100, deadline=None, derandomize=True)
@given(TEXTS)
def test_converting_twice_gives_the_same(body: str) -> None:
    if not list(find_faults(body)):
        assert CONVERTER.convert(body) == CONVERTER.convert(body)


def test_hostile_texts_end_quickly() -> None:
    hostile = [
        "[" * 25_000,
        "*" * 25_000,
        "`" * 25_000,
        ("[a](" * 1_900 + "\n") * 15,
        ("***a*a" * 400 + "\n") * 10,
        "".join("    " * depth + "- x\n" for depth in range(200)),
        ("> " * 300 + "x\n") * 10,
        "a\n: b\n" * 2_500,
        "[^1]: a\n\n" * 1_500 + "[^1] " * 800,
        "<div>\n" * 2_500,
        "<!--" * 1_900,
        "<table>" + '<tr><td rowspan="999" colspan="99">x</td></tr>' * 1_000 + "</table>",
        "中\n" * 25_000,
        ("![a](" * 1_900 + "\n\n") * 20,
        ("![a](" * 1_900 + ")" * 1_000 + "\n\n") * 10,
        ("|" + "a|" * 3_000 + "\n") * 100,
    ]
    # rules read what is refused too
    readers: list[Callable[[str], object]] = [
        lambda body: list(find_faults(body)),
        CONVERTER.convert,
        lambda body: [*links(body), *labelled(body)],
        lambda body: [*anchors(body), *document(body, "题").walk()],
    ]
    for body in hostile:
        for read in readers:
            before = time.process_time()
            with suppress(UnsafeText):
                read(body)
            assert time.process_time() - before < 4, body[:20]
