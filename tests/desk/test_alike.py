"""Lines of two texts: what is alike, also where there are thousands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.desk.alike import opcodes

_LINES = st.lists(st.sampled_from(["", "甲", "乙", "丙"]), max_size=9)


@given(before=_LINES, after=_LINES)
def test_the_pieces_are_both_texts_in_order(before, after):
    found = opcodes(before, after)
    assert [line for _, low, high, _, _ in found for line in before[low:high]] == before
    assert [line for _, _, _, low, high in found for line in after[low:high]] == after
    assert all(before[a:b] == after[c:d] for tag, a, b, c, d in found if tag == "equal")
    assert all(before[a:b] != after[c:d] for tag, a, b, c, d in found if tag != "equal")


def test_of_a_long_text_only_what_changed_is_told():
    text = [line for at in range(5_000) for line in (f"{at}. 办理。", "")]
    other = ["标题: 新", *text[:4_000], "多一行", *text[4_000:]]
    changed = [each[3:] for each in opcodes(["标题: 旧", *text], other) if each[0] != "equal"]
    assert changed == [(0, 1), (4_001, 4_002)]
