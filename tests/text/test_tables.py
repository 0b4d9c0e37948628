"""Tables are named, scroll, and keep what was merged."""

from __future__ import annotations

import pytest

from gongkai.text import Converter

CONVERTER = Converter()
PIPES = "| 类别 | 金额（元） |\n|:--|--:|\n| 甲 | 1,000 |\n| 乙 | — |\n"
MERGED = (
    "<table><tr><th>项</th><th>数</th></tr>"
    "<tr><th rowspan='2'>甲</th><td>1</td></tr><tr><td>2</td></tr></table>"
)


def html(body: str) -> str:
    return CONVERTER.convert(body).html


def test_pipe_table_becomes_cards() -> None:
    made = html(PIPES)
    assert '<table class="data-table cards">' in made
    assert '<th scope="row">甲</th>' in made
    assert '<td class="align-right number" data-label="金额（元）">1,000</td>' in made
    assert '<th class="align-right number" scope="col">金额（元）</th>' in made
    assert "style=" not in made
    assert " align=" not in made


@pytest.mark.parametrize("table", [PIPES, MERGED])
@pytest.mark.parametrize(
    ("line", "caption"),
    [("表1 补贴标准", "表1 补贴标准"), ("表：补贴标准", "补贴标准"), ("表1-2：标准", "表1-2：标准")],
)
def test_caption(table: str, line: str, caption: str) -> None:
    made = html(f"说明\n{line}\n{table}")
    assert f"<caption>{caption}</caption>" in made
    assert f'aria-label="表格：{caption}" class="table-scroll" role="region" tabindex="0"' in made
    assert "<p>说明</p>" in made


def test_labels_differ() -> None:
    made = html(f"表：甲\n{PIPES}\n表：甲\n{PIPES}\n表：甲\n{PIPES}\n文\n\n{PIPES}")
    for label in ("表格：甲", "表格：甲（2）", "表格：甲（3）", "表格：类别、金额（元）"):
        assert f'aria-label="{label}"' in made


def test_merged_cells_stay_merged() -> None:
    made = html(MERGED)
    assert '<th rowspan="2" scope="row">甲</th>' in made
    assert made.count('class="number"') == 3
    assert "cards" not in made
    assert "<thead><tr>" in made.replace("\n", "")


def test_a_cell_over_rows_and_columns_moves_the_rest_aside() -> None:
    """The 2 stands below 约, in a column that is not all numbers."""
    made = html("<table><tr><td rowspan='2' colspan='2'>甲</td><td>约</td></tr><tr><td>2</td></tr></table>")
    assert "number" not in made


def test_a_cell_over_columns_is_no_number() -> None:
    made = html("<table><tr><td colspan='2'>说明</td></tr><tr><td>甲</td><td>1</td></tr></table>")
    assert '<td colspan="2">说明</td>' in made
    assert '<td class="number">1</td>' in made


def test_cards_are_named_by_the_lowest_row_of_the_head() -> None:
    made = html(
        "<table><thead><tr><th>上</th></tr><tr><th>下</th></tr></thead>"
        "<tbody><tr><td>甲</td></tr></tbody></table>"
    )
    assert '<td data-label="下">甲</td>' in made


def test_a_caption_stands_at_most_two_empty_lines_above() -> None:
    assert "<caption>甲</caption>" in html(f"表：甲\n\n\n{PIPES}")
    assert "<p>表：甲</p>" in html(f"表：甲\n\n\n\n{PIPES}")


def test_a_table_of_five_columns_becomes_cards() -> None:
    assert 'class="data-table cards"' in html("|a|b|c|d|e|\n|-|-|-|-|-|\n|1|2|3|4|5|")


def test_wide_table_scrolls_without_cards() -> None:
    made = html("|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|")
    assert "cards" not in made
    assert "data-label" not in made


def test_a_column_with_words_is_not_numeric() -> None:
    assert "number" not in html("|名称|数|\n|-|-|\n|甲|约5|\n|乙|6|")


def test_an_empty_head_cell_is_no_head() -> None:
    assert "<td></td>\n<th" in html("| | 数 |\n|-|-|\n|甲|约|")


def test_html_text_is_not_markdown() -> None:
    assert "<td>*甲* &amp; 乙</td>" in html("<table>\n<tr>\n\n<td>*甲* &amp; 乙</td></tr></table>")


def test_text_and_table_without_an_empty_line() -> None:
    made = html("说明如下\n|a|b|\n|-|-|\n|1|2|\n以上。")
    assert made.startswith("<p>说明如下</p>\n<div")
    assert made.endswith("</div>\n<p>以上。</p>")
