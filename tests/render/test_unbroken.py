"""Dates, amounts and numbers stand on one line."""

from __future__ import annotations

import pytest

from gongkai.render.frame.unbroken import unbroken


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>2026年9月11日起</p>", '<p><span class="whole">2026年9月11日</span>起</p>'),
        ("示建发〔2026〕21号", '示建发<span class="whole">〔2026〕21号</span>'),
        ("代码91110199MA0000350A。", '代码<span class="whole">91110199MA0000350A</span>。'),
        ("9111019900000035", "9111019900000035"),
        (
            "最多21.5万元，另加1,000元",
            '最多<span class="whole">21.5万元</span>，另加<span class="whole">1,000元</span>',
        ),
        ("8时至17时30分", '<span class="whole">8时至</span><span class="whole">17时30分</span>'),
        ("Mon–Fri 09:00–12:00.", 'Mon–Fri <span class="whole">09:00–12:00</span>.'),
        ("91110199MA0000350AX", "91110199MA0000350AX"),
        ('<a title="2026年9月">2026年</a>', '<a title="2026年9月">2026年</a>'),
        ("<svg><desc>2026年9月</desc></svg>", "<svg><desc>2026年9月</desc></svg>"),
        ("<time>2026年9月11日</time>", "<time>2026年9月11日</time>"),
        ("<option>〔2026〕1号</option>", '<option><span class="whole">〔2026〕1号</span></option>'),
        (
            '<h1 class="title">第46次会议，2026年</h1>',
            '<h1 class="title"><span class="whole">第46次</span><span class="whole">会议</span>，'
            '<span class="whole">2026年</span></h1>',
        ),
        (
            '<h1 class="title" id="wen">2026年10月低保<span>改动以前的文字</span></h1>',
            '<h1 class="title" id="wen"><span class="whole">2026年10月</span><span class="whole">低保</span>'
            '<span><span class="whole">改动</span><span class="whole">以前的</span>'
            '<span class="whole">文字</span></span></h1>',
        ),
        ("<select><option>〔2026〕1号</option></select>", "<select><option>〔2026〕1号</option></select>"),
    ],
)
def test_a_date_and_a_number_are_one_piece_where_they_are_read(html: str, wanted: str):
    assert unbroken(html) == wanted
