"""Links, names and nesting: every fault is found on its line, with the reason and the way to mend it."""

from __future__ import annotations

import pytest

from gongkai.text import find_faults

from . import held

LISTS = "".join("    " * depth + "- x\n" for depth in range(120))
BAD = {
    "javascript link": ("[x](javascript:alert(1))", "link-scheme", 0, "javascript:"),
    "javascript in capitals": ("[x](JaVaScRiPt:alert(1))", "link-scheme", 0, "javascript:"),
    "javascript by entity": ("[x](java&#115;cript:alert)", "link-scheme", 0, "javascript:"),
    "javascript by double entity": ("[x](java&amp;#115;cript:alert)", "link-scheme", 0, "javascript:"),
    "javascript with a tab": ("[x](java\tscript:alert)", "link-scheme", 0, "javascript:"),
    "javascript with a newline entity": ("[x](java&NewLine;script:alert)", "link-scheme", 0, "javascript:"),
    "javascript in a definition": ("[x][a]\n\n[a]: javascript:alert(1)", "link-scheme", 2, "javascript:"),
    "javascript in a tag": ('<a href="javascript:x">文</a>', "link-scheme", 0, "javascript:"),
    "javascript as an autolink": ("<javascript://x>", "link-scheme", 0, "javascript:"),
    "vbscript": ("[x](vbscript:x)", "link-scheme", 0, "vbscript:"),
    "data": ("[x](data:text/html;base64,AA)", "link-scheme", 0, "data:"),
    "data image": ("![x](data:image/svg+xml,AA)", "link-scheme", 0, "data:"),
    "file": ("[x](file:///etc/passwd)", "link-scheme", 0, "file:"),
    "no scheme but a host": ("[x](//e.com/x)", "link-scheme", 0, "没有写明协议"),
    "external image": ("![x](https://e.com/a.png)", "external-image", 0, "在别的网站上"),
    "external image by definition": ("![x][a]\n\n[a]: https://e.com/a.png", "external-image", 2, "别的网站"),
    "external image in a tag": ('<img src="http://e.com/a.png" alt="">', "external-image", 0, "别的网站"),
    "backslash": ("[x](files\\a.pdf)", "link-path", 0, "反斜杠"),
    "out of the content": ("[x](../../../../etc/passwd)", "link-path", 0, "越出了内容目录"),
    "out of the content, encoded": ("[x](a/%2e%2e/../../../../x)", "link-path", 0, "越出了内容目录"),
    "from the root": ("[x](/zwgk/a.pdf)", "link-path", 0, "以 / 开头"),
    "address on two lines": ("[x](a\nb.md)", "link-path", 0, "没有写完整"),
    "address without its end": ("甲\n[x](a.md", "link-path", 1, "没有写完整"),
    "no address": ("[x]()", "link-path", 0, "没有写地址"),
    "crossed with Markdown": ("**甲<b>乙** 丙</b>", "raw-html", 0, "<b> 没有结束"),
    "block in p": ("文\n\n<p>甲<div>乙</div></p>", "raw-html", 2, "浏览器读到的与写的不同"),
    "link without words": ("正文[](https://bocai.example/)", "empty-link", 0, "没有字"),
    "link of spaces": ("[\u3000 ](https://a.cn)", "empty-link", 0, "读者看不见"),
    "link of a tag": ("甲\n[<b> </b>](b.md)", "empty-link", 1, "没有字"),
    "link of a picture without words": ("[![](a.png)](b.md)", "empty-link", 0, "没有字"),
    "tag without words": ("<a href='https://a.cn'><span> </span></a>", "empty-link", 0, "没有字"),
    "tag without words in a block": ("<div>\n<a href='b.md'>\n</a>\n</div>", "empty-link", 1, "没有字"),
    "link without words by definition": ("[][y]\n\n[y]: https://e.cn", "empty-link", 0, "没有字"),
    "undefined reference": ("甲\n见[办法全文][no-such]。", "undefined-reference", 1, "没有“[no-such]: 地址”"),
    "undefined reference by its words": ("[x][]", "undefined-reference", 0, "没有“[x]: 地址”"),
    "undefined picture": ("![图][tu]", "undefined-reference", 0, "原样显示"),
    "undefined reference in a cell": ("|a|b|\n|-|-|\n|1|[x][y]|", "undefined-reference", 2, "原样显示"),
    "definition twice": ("[a]: x.md\n[A]: y.md", "duplicate-reference", 1, "重复"),
    "deep lists": (LISTS, "nesting", 8, "超过 8 层"),
    "deep quotes": ("> " * 9 + "x", "nesting", 0, "超过 8 层"),
    "deep on one line": ("- " * 300 + "x", "nesting", 0, "超过 8 层"),
}

GOOD = {
    "plain": "第一条　甲。\n\n示例区政府\n2023年5月22日",
    "links": "[甲](../../files/a.pdf) [乙](b.md#h-1) [丙](#tiao-1)\n"
    "[丁](https://a.cn) [戊](tel:010-1) <a@b.cn>",
    "code": "```\n<script>[x](javascript:y)\n```",
    "references": "[甲][y] ![图][y] [y] [1][2] [^1][^2] [甲] [乙] [2026]〔2〕 \\[x][z]\n\n[y]: b.md",
    "a picture with words as a link": "[![图](a.png)](b.md) <a href='b.md'><img src='a.png' alt='图'></a>",
    "a star as a link": "[\\*](b.md)",
    "Jinja": "{{ x }} {% y %}",
    "eight deep": "> " * 8 + "x",
    "a link target in angle brackets": "[甲](<../../files/申请 表.pdf>)",
}


@pytest.mark.parametrize(("body", "rule", "line", "words"), BAD.values(), ids=BAD.keys())
def test_faults_are_found(body: str, rule: str, line: int, words: str) -> None:
    held.is_found(body, rule, line, words)


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD.keys())
def test_good_text_is_left_alone(body: str) -> None:
    held.is_left_alone(body)


@pytest.mark.parametrize("body", [case[0] for case in BAD.values()], ids=BAD.keys())
def test_nothing_hostile_gets_through_the_converter(body: str) -> None:
    held.is_harmless(body)


def test_all_faults_are_reported_together_in_order() -> None:
    found = [(f.line, f.rule) for f in find_faults("[a](file:x)\n\n<script>\n</script>\n\n[b](c\\d)")]
    assert found == [(0, "link-scheme"), (2, "raw-html"), (5, "link-path")]


def test_faults_of_one_tag_stay_in_the_order_of_the_text() -> None:
    """Whatever the hash seed: a report is the same in every run."""
    names = ["onclick", "onload", "style", "class", "id", "hidden", "role", "onerror", "tabindex", "width"]
    tag = "<p " + " ".join(f"{name}='x'" for name in names) + ">甲</p>"
    assert [fault.message.split()[3].partition("=")[0] for fault in find_faults(tag)] == names


def test_column_points_at_the_link() -> None:
    (fault,) = find_faults("甲乙\n\n　　丙[丁](file:x)")
    assert (fault.line, fault.column) == (2, 8)


def test_folders_above_a_file() -> None:
    assert list(find_faults("[a](../../b.pdf)", folders=2)) == []
    assert [f.rule for f in find_faults("[a](../../b.pdf)", folders=1)] == ["link-path"]
