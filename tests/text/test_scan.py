"""Official documents keep their parts: one case a habit of those who write them."""

from __future__ import annotations

import pytest

from gongkai.text import Converter, anchors
from gongkai.text.document import document

CONVERTER = Converter()
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
    "a sentence that names an article": (
        "按照，\n第三条规定的程序办理。",
        ["按照，第三条规定"],
        ["<section"],
    ),
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
    "a list of chapters is no heading": ("第一章　总则；第二章　附则", ["<p>第一章"], ["<h2"]),
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
    "h6 is the lowest": (
        "\n".join("#" * level + " 甲" for level in range(1, 7)),
        ['<h5 id="h-4">', '<h6 id="h-5">', '<h6 id="h-6">'],
        [],
    ),
    "a bold heading": ("**一、总体要求**\n坚持便民。", ['<h2 id="h-1">一、总体要求</h2>'], ["strong"]),
    "headings again in the chapter after an article": (
        "第一条　甲。\n第二章　附则\n一、施行\n乙。",
        ['<h2 id="h-2">一、施行</h2>'],
        [],
    ),
    "a heading of thirty signs, none of more": (
        f"一、{'甲' * 28}\n\n二、{'乙' * 29}",
        [f'<h2 id="h-1">一、{"甲" * 28}</h2>\n<p>二、'],
        [],
    ),
    "a name of twenty signs right after the chapter, none of more": (
        f"第一章{'甲' * 20}\n第二章{'乙' * 21}",
        [f'<h2 id="h-1">第一章{"甲" * 20}</h2>\n<p>第二章'],
        [],
    ),
    "no level is skipped": ("# 甲\n\n#### 乙", ['<h3 id="h-2">乙'], ["<h5"]),
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
    "a day set to the right is a 落款 anywhere": (
        "　　　　2023年5月22日\n\n　　　2023年5月23日\n\n会议召开。",
        ['<p class="signature">2023年5月22日</p>\n<p>2023年5月23日</p>'],
        [],
    ),
    "a date in the middle is no 落款": (
        "2023年5月22日\n\n会议召开。",
        ["<p>2023年5月22日</p>"],
        ["signature"],
    ),
}


@pytest.mark.parametrize(("body", "wanted", "unwanted"), CASES.values(), ids=CASES.keys())
def test_parts(body: str, wanted: list[str], unwanted: list[str]) -> None:
    made = CONVERTER.convert(body).html
    assert [part for part in wanted if part not in made] == [], made
    assert [part for part in unwanted if part in made] == [], made


@pytest.mark.parametrize("body", [case[0] for case in CASES.values()], ids=CASES.keys())
def test_anchors_agree(body: str) -> None:
    converted = CONVERTER.convert(body)
    assert anchors(body) == converted.anchors
    assert document(body).article_ids == frozenset(converted.articles)
