"""Two wordings of a text line by line: nothing of either is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.text.line_compare import compare_lines, shown_lines

LINES = st.lists(st.text("甲乙丙12。", min_size=1, max_size=8), max_size=6)


@given(LINES, LINES)
def test_both_texts_are_whole_in_the_comparison(before, after):
    old, new = "\n\n".join(before), "\n\n".join(after)
    found = list(compare_lines(old, new))
    assert "".join(piece.old for line in found for piece in line) == "".join(shown_lines(old))
    assert "".join(piece.new for line in found for piece in line) == "".join(shown_lines(new))
    assert all(piece.same for line in compare_lines(old, old) for piece in line)


def test_a_row_of_a_table_has_its_cells_apart():
    (line,) = compare_lines("| 特困 | 317 |", "| 特困 | 371 |")
    assert [(piece.old, piece.new) for piece in line if not piece.same] == [("317", "371")]
    assert shown_lines("# 总则\n\n|---|---|\n| 甲 | **乙** |") == ["总则", " 甲 　 乙 "]
