"""Official style survives Markdown: one case a habit of official documents."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, anchors, article_id, article_ids

CONVERTER = Converter()
HOLE = "<!--notes:{}-->"


def html(body: str) -> str:
    return CONVERTER.convert(body).html


CASES = {
    "articles on neighbouring lines": (
        "第一条　为了规范管理，制定本办法。\n第二条 本办法适用于本区。",
        [
            '<section class="article" id="tiao-1">\n<p><strong class="article-number">第一条</strong>'
            "　为了规范管理，"
            "制定本办法。</p>\n<!--notes:tiao-1--></section>",
            '<section class="article" id="tiao-2">\n<p><strong class="article-number">第二条</strong>'
            "　本办法",
        ],
        [],
    ),
    "an article takes in what follows": (
        "第一条　范围如下：\n\n- 甲\n- 乙\n\n说明。\n\n第二章　附则",
        ['<li>乙</li>\n</ul>\n<p>说明。</p>\n<!--notes:tiao-1--></section>\n<h2 id="h-1">第二章　附则</h2>'],
        [],
    ),
    "two documents in one page": (
        "第一条 甲。\n第一条 乙。\n第一条 丙。",
        ['id="tiao-1"', 'id="tiao-1-2"', 'id="tiao-1-3"'],
        [],
    ),
    "an article in bold": (
        "**第三条**　内容",
        ['<strong class="article-number">第三条</strong>　内容'],
        ["**"],
    ),
    "an article wholly in bold": (
        "**第三条　内容**",
        ['class="article-number">第三条</strong>　<strong>内容</strong>'],
        [],
    ),
    "an article written as a heading": ("## 第四条 目的", ['<section class="article" id="tiao-4">'], ["<h2"]),
    "an article without a space": (
        "第一条为了管理，制定。\n第二条本办法所称。",
        ['id="tiao-1"', 'id="tiao-2"'],
        [],
    ),
    "a sentence that names an article": ("按照\n第三条规定的程序办理。", ["按照第三条规定"], ["<section"]),
    "an inserted article": ("第三条之一　内容", ['id="tiao-3-zhi-1"'], []),
    "chapters and sections": (
        "第一章 总则\n第一节 一般规定\n第二章附则",
        [
            '<h2 id="h-1">第一章 总则</h2>',
            '<h3 id="h-2">第一节 一般规定</h3>',
            '<h2 id="h-3">第二章附则</h2>',
        ],
        [],
    ),
    "a sentence that names a chapter": ("第三章规定的程序，按下列要求办理。", ["<p>第三章"], ["<h2"]),
    "short 一、 is a heading": (
        "一、总体要求\n坚持便民。\n\n（一）工作目标\n\n到年底完成。",
        ['<h2 id="h-1">一、总体要求</h2>\n<p>坚持便民。</p>', '<h3 id="h-2">（一）工作目标</h3>'],
        [],
    ),
    "a sentence that begins with 一、 is not": (
        "要求如下：\n一、按时报送。\n（一）不得迟延。\n(二)不得漏报。",
        ["<p>要求如下：</p>\n<p>一、按时报送。</p>\n<p>（一）不得迟延。</p>\n<p>(二)不得漏报。</p>"],
        ["<h"],
    ),
    "no guessed headings where # is used": (
        "# 概况\n\n一、总体要求\n\n正文",
        ["<p>一、总体要求</p>"],
        ["<h3"],
    ),
    "no guessed headings inside an article": (
        "第一条　材料：\n（一）身份证\n（二）户口簿",
        ["<p>（一）身份证</p>"],
        ["<h3"],
    ),
    "# becomes h2": ("# 甲\n\n## 乙\n\n# 丙", ['<h2 id="h-1">甲', '<h3 id="h-2">乙', '<h2 id="h-3">丙'], []),
    "## alone becomes h2 too": (
        "## 背景依据\n\n### 依据",
        ['<h2 id="h-1">背景依据', '<h3 id="h-2">依据'],
        [],
    ),
    "no level is skipped": ("# 甲\n\n#### 乙", ['<h3 id="h-2">乙'], ["<h5"]),
    "a year is not a list": ("2023. 年度\n20235. 号", ["<p>2023. 年度"], ["<ol"]),
    "a full-width point is not a list": ("2023．年", ["<p>2023．年</p>"], ["<ol"]),
    "numbers that run on are a list": ("材料：\n1. 甲\n2. 乙", ["<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"], []),
    "a list begins where it is written": ("3. 甲\n4. 乙", ['<ol start="3">'], []),
    "numbers with gaps stay as written": ("1. 甲\n3. 乙", ["<p>1. 甲</p>\n<p>3. 乙</p>"], ["<ol"]),
    "numbers with text between stay as written": (
        "1. 甲\n\n说明\n\n2. 乙",
        ["<p>1. 甲</p>", "<p>2. 乙</p>"],
        ["<ol"],
    ),
    "numbers without a space": (
        "如下：\n1.甲\n2、乙\n（3）丙",
        ["<p>1.甲</p>\n<p>2、乙</p>\n<p>（3）丙</p>"],
        [],
    ),
    "a decimal goes on with the sentence": ("约\n1.5万元", ["约1.5万元"], []),
    "indented lines are paragraphs": (
        "甲\n    乙\n\t丙\n　　丁",
        ["<p>甲</p>\n<p>乙</p>\n<p>丙</p>\n<p>丁</p>"],
        ["<pre"],
    ),
    "the 落款 at the end": (
        "特此通知。\n\n示例区人民政府办公室\n2023年5月22日\n",
        [
            '<p>特此通知。</p>\n<p class="signature">示例区人民政府办公室</p>'
            '\n<p class="signature">2023年5月22日</p>'
        ],
        [],
    ),
    "the 落款 of several offices": (
        "特此通知。\n　　　　　示例区民政局\n　　　　　示例区财政局\n"
        "　　　　　二〇二三年五月二十二日\n\n（此件公开发布）",
        [
            '<p class="signature">示例区民政局</p>',
            '<p class="signature">示例区财政局</p>',
            '<p class="signature">二〇二三年五月二十二日</p>\n<p>（此件公开发布）',
        ],
        [],
    ),
    "the 落款 stands outside the last article": (
        "第一条　甲。\n\n示例区民政局\n2023年5月22日",
        ['</section>\n<p class="signature">示例区民政局'],
        [],
    ),
    "a date in the middle is no 落款": (
        "2023年5月22日\n\n会议召开。",
        ["<p>2023年5月22日</p>"],
        ["signature"],
    ),
    "fenced code stays code": (
        "```\n第一条 <b> &lt;\n```",
        ["<pre><code>第一条 &lt;b&gt; &amp;lt;"],
        ["<section"],
    ),
    "a line break between Han joins": (
        "管理\n办法，**重要**\n事项",
        ["管理办法，<strong>重要</strong>事项"],
        [],
    ),
    "a line break between words stays": ("MkDocs\nsite", ["MkDocs\nsite"], []),
    "two spaces break the line": ("甲  \n乙", ["甲<br>", "乙"], []),
    "blanks to fill in": ("姓名：____ 性别：______", ["姓名：____ 性别：______"], ["<strong", "<em"]),
    "lists of lists": ("- 甲\n  - 乙\n- 丙", ["<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>"], []),
    "a rule is not a heading": ("甲\n---\n乙", ["<p>甲</p>\n<hr>\n<p>乙</p>"], ["<h2"]),
    "a quote": ("> 甲\n>\n> - 乙", ["<blockquote>\n<p>甲</p>\n<ul>\n<li>乙</li>"], []),
    "a box": (
        '!!! note "说明"\n    内容',
        ['<div class="admonition note">\n<p class="admonition-title">说明</p>'],
        [],
    ),
    "definitions": ("术语\n: 释义", ["<dl>\n<dt>术语</dt>\n<dd>释义</dd>\n</dl>"], []),
    "an article is no term": ("第一条 甲\n: 乙", ['id="tiao-1"', ": 乙"], ["<dl"]),
    "a footnote": ("正文[^1]。\n\n[^1]: 注释", ['<sup id="fnref:1">', '<li id="fn:1">'], ["[^1]"]),
    "Jinja is plain text": ("{{ 7*7 }} {% set x %}", ["{{ 7*7 }} {% set x %}"], []),
    "a mail address": ("<a@b.cn>", ['<a href="mailto:a@b.cn">a@b.cn</a>'], []),
    "no attributes by braces": ("文字{: onclick=x }", ["{: onclick=x }"], ['onclick="']),
}


@pytest.mark.parametrize(("body", "wanted", "unwanted"), CASES.values(), ids=CASES.keys())
def test_style(body: str, wanted: list[str], unwanted: list[str]) -> None:
    made = html(body)
    assert [part for part in wanted if part not in made] == [], made
    assert [part for part in unwanted if part in made] == [], made


@pytest.mark.parametrize("body", [case[0] for case in CASES.values()], ids=CASES.keys())
def test_anchors_agree(body: str) -> None:
    converted = CONVERTER.convert(body)
    assert anchors(body) == converted.anchors
    assert article_ids(body) == frozenset(converted.articles)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第十二条", "tiao-12"),
        ("第12条", "tiao-12"),
        ("第１２条", "tiao-12"),
        ("第十二条第二款", "tiao-12"),
        ("第一百零三条", "tiao-103"),
        ("第二十条", "tiao-20"),
        ("第一〇二条", "tiao-102"),
        ("第二条之一", "tiao-2-zhi-1"),
        ("《办法》第三条", "tiao-3"),
        ("第三章", None),
        ("条款", None),
        ("第〇条", None),
    ],
)
def test_article_id(text: str, wanted: str | None) -> None:
    assert article_id(text) == wanted


def test_headings_have_plain_words() -> None:
    found = CONVERTER.convert("# 一 **二** `三` &amp; <sub>四</sub>").headings
    assert [(h.level, h.id, h.text) for h in found] == [(2, "h-1", "一 二 三 & 四")]


def test_nothing_is_left_from_the_text_before() -> None:
    CONVERTER.convert("第一条 甲\n\n[a]: x.md\n\n# 题")
    assert CONVERTER.convert("[a] 第二条").html == "<p>[a] 第二条</p>"


def test_site_extensions_give_no_attributes() -> None:
    made = Converter(["attr_list", "toc", "md_in_html", "pymdownx.superfences"], {"toc": {"permalink": True}})
    assert made.convert("# 题 {: #x onclick=y }").html == '<h2 id="h-1">题 {: #x onclick=y }</h2>'
