"""Every bad input is found on its line, with the reason and the way to mend it."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, UnsafeText, find_faults
from gongkai.text.markup import refuse_tag
from gongkai.text.safety import refuse_unsafe

LISTS = "".join("    " * depth + "- x\n" for depth in range(300))
BAD = {
    "script": ("文\n\n<script>alert(1)</script>", "raw-html", 2, "不允许 <script>"),
    "script in a sentence": ("文<script>x</script>", "raw-html", 0, "不允许 <script>"),
    "iframe": ("<iframe src='https://e.com'></iframe>", "raw-html", 0, "会嵌入别的网站"),
    "meta refresh": ('<meta http-equiv="refresh" content="0">', "raw-html", 0, "会让页面跳走"),
    "form": ("<form action='x'>\n<input></form>", "raw-html", 0, "会把读者填的内容发往别处"),
    "svg": ("<svg onload=alert(1)></svg>", "raw-html", 0, "<svg>"),
    "event attribute": ("<img src=x.png onerror=alert(1)>", "raw-html", 0, "不允许 onerror"),
    "style attribute": ("<p style='x'>文</p>", "raw-html", 0, "不允许 style"),
    "id attribute": ("<span id='h-1'>文</span>", "raw-html", 0, "不允许 id"),
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
    "half a CDATA": ("<div>\n<![\n</div>", "html-comment", 1, "注释"),
    "document type": ("<div>\n<!doctype x>\n</div>", "raw-html", 0, "声明"),
    "no address": ("[x]()", "link-path", 0, "没有写地址"),
    "unclosed block": ("甲\n\n<div>\n乙", "unpaired-tag", 2, "<div> 没有结束"),
    "unclosed inside": ("<div>\n<p>乙\n</div>", "unpaired-tag", 1, "<p> 没有结束"),
    "unclosed in a sentence": ("甲\n乙<b>丙", "unpaired-tag", 1, "<b> 没有结束"),
    "unopened": ("甲</b>", "unpaired-tag", 0, "没有对应的 <b>"),
    "crossed": ("<b>甲<i>乙</b>丙</i>", "unpaired-tag", 0, "<i> 没有结束"),
    "across cells": ("|a|b|\n|-|-|\n|<b>x|y</b>|", "unpaired-tag", 2, "<b> 没有结束"),
    "half a tag": ("甲 <script src='x'", "raw-html", 0, "没有写完整"),
    "block in a sentence": ("甲 <div>乙</div>", "raw-html", 0, "夹在句子里"),
    "crossed with Markdown": ("**甲<b>乙**丙</b>", "raw-html", 0, "浏览器读到的与写的不同"),
    "block in p": ("文\n\n<p>甲<div>乙</div></p>", "raw-html", 2, "浏览器读到的与写的不同"),
    "Word tag": ("甲<o:p></o:p>", "word-residue", 0, "Word"),
    "Word class": ('<p class="MsoNormal">甲</p>', "word-residue", 0, "MsoNormal"),
    "Word style": ("甲 mso-bidi-font-size:12pt", "word-residue", 0, "mso-b"),
    "Word condition": ("<!--[if gte mso 9]>甲<![endif]-->", "word-residue", 0, "Word"),
    "comment": ("甲\n<!-- 内部 -->", "html-comment", 1, "随网页公开"),
    "comment over paragraphs": ("<!--\n\n内部\n\n-->", "html-comment", 0, "随网页公开"),
    "link without words": ("正文[](https://bocai.example/)", "empty-link", 0, "没有字"),
    "link of spaces": ("[&nbsp; ](https://a.cn)", "empty-link", 0, "读者看不见"),
    "link of marks": ("甲\n[**  **](b.md)", "empty-link", 1, "没有字"),
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
    "long line": ("甲\n" + "乙" * 20_001, "long-line", 1, "20001 字"),
    "long text": ("甲乙丙丁\n" * 70_000, "long-text", 0, "350000 字"),
    "50k brackets": ("[" * 50_000, "repeated-symbol", 0, "50000 个“[”"),
    "50k asterisks": ("*" * 50_000, "repeated-symbol", 0, "50000 个“*”"),
    "brackets over many lines": (("[" * 1_500 + "\n") * 40, "repeated-symbol", 0, "符号太多"),
    "escapes over many lines": (("\\*" * 900 + "\n") * 100, "repeated-symbol", 0, "符号太多"),
}
GOOD = {
    "plain": "第一条　甲。\n\n示例区政府\n2023年5月22日",
    "links": "[甲](../../files/a.pdf) [乙](b.md#h-1) [丙](#tiao-1)\n"
    "[丁](https://a.cn) [戊](tel:010-1) <a@b.cn>",
    "code": "`<script>` 与 ``<b>` ``\n\n```\n<script>[x](javascript:y)\n```",
    "less than": "当 x<5 且 y>3，a < b，[甲] (乙)",
    "references": "[甲][y] ![图][y] [y] [1][2] [^1][^2] [甲] [乙] [2026]〔2〕 `[x][z]` \\[x][z]\n\n[y]: b.md",
    "a picture with words as a link": "[![图](a.png)](b.md) <a href='b.md'><img src='a.png' alt='图'></a>",
    "a star as a link": "[\\*](b.md)",
    "inline tags": "H<sub>2</sub>O、<ruby>字<rp>(</rp><rt>zì</rt><rp>)</rp></ruby>、<u>线</u><br>行",
    "html table": "<table>\n<thead><tr><th scope='col'>甲</th></tr></thead>\n"
    "<tbody><tr><td>1</td></tr></tbody></table>",
    "html in a cell": "|a|b|\n|-|-|\n|甲<br>乙|<ul><li>丙</li></ul>|",
    "details": "<details>\n<summary>甲</summary>\n<p>乙</p>\n\n"
    "<img src='../../files/a.png' alt='图'>\n</details>",
    "Jinja": "{{ x }} {% y %}",
    "eight deep": "> " * 8 + "x",
    "tags in braces": "<https://a.cn/x?y=1&z=2>",
    "a link target in angle brackets": "[甲](<../../files/申请 表.pdf>)",
}


@pytest.mark.parametrize(("body", "rule", "line", "words"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_found(body: str, rule: str, line: int, words: str) -> None:
    found = [(f.rule, f.line) for f in find_faults(body) if words in f.message]
    assert (rule, line) in found, list(find_faults(body))
    assert all(fault.fix and fault.column >= 1 for fault in find_faults(body))


@pytest.mark.parametrize("body", GOOD.values(), ids=GOOD.keys())
def test_good_input_is_left_alone(body: str) -> None:
    assert list(find_faults(body)) == []
    Converter().convert(body)


@pytest.mark.parametrize("body", [case[0] for case in BAD.values()], ids=BAD.keys())
def test_nothing_hostile_gets_through_the_converter(body: str) -> None:
    """Whoever forgets to look for faults still publishes nothing that runs."""
    try:
        html = Converter().convert(body).html.lower()
    except UnsafeText as refused:
        assert str(refused)
        return
    assert not any(f'="{scheme}' in html for scheme in ("javascript:", "vbscript:", "data:", "file:", "//"))
    assert "<script" not in html
    assert "<!--\n" not in html


def test_all_faults_are_reported_together_in_order() -> None:
    found = [(f.line, f.rule) for f in find_faults("[a](file:x)\n\n<script>\n</script>\n\n[b](c\\d)")]
    assert found == [(0, "link-scheme"), (2, "raw-html"), (5, "link-path")]


def test_column_points_at_the_link() -> None:
    (fault,) = find_faults("甲乙\n\n　　丙[丁](file:x)")
    assert (fault.line, fault.column) == (2, 8)


def test_folders_above_a_file() -> None:
    assert list(find_faults("[a](../../b.pdf)", folders=2)) == []
    assert [f.rule for f in find_faults("[a](../../b.pdf)", folders=1)] == ["link-path"]


@pytest.mark.parametrize(
    ("name", "attribute"), [("img", "onerror"), ("p", "style"), ("span", "id"), ("td", "class")]
)
def test_the_converter_itself_refuses_attributes(name: str, attribute: str) -> None:
    with pytest.raises(UnsafeText, match=attribute):
        refuse_tag(name, [(attribute, "x")])


def test_what_a_browser_reads_differently_is_refused() -> None:
    for html in (
        "<p>甲<script>x</script></p>",
        '<a href="javascript:x">甲</a>',
        "<p onclick='x'>甲</p>",
        "<b>甲",
    ):
        with pytest.raises(UnsafeText):
            refuse_unsafe(html)
