"""Titles end their lines between words, in every size, and no character stands alone in the last of them."""

from __future__ import annotations

from typing import Any

import pytest

#: per title: what its lines are, a mark in each place where a line ends though nothing there allows it
LINES = """() => {
  const title = document.querySelector("h1"), lines = [];
  const walk = document.createTreeWalker(title, NodeFilter.SHOW_TEXT), range = document.createRange();
  let left = Infinity, last = null;
  while (walk.nextNode()) {
    const { data } = walk.currentNode;
    for (let at = 0; at < data.length; at += 1) {
      range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      const inside = last === walk.currentNode && /^[\\p{L}\\p{N}]{2}/u.test(data.slice(at - 1));
      if (box.left < left) lines.push(inside && lines.length ? "✂" : "");
      lines[lines.length - 1] += data[at];
      left = box.left; last = walk.currentNode;
    }
  }
  return lines;
}"""


@pytest.mark.parametrize("size", ["18", "30"])
def test_no_line_of_a_title_ends_within_a_word_or_leaves_one_character(
    site: Any, visitor: Any, size: str
) -> None:
    window, wrong, long = visitor(375, {"size": size}), {}, 0
    for address in site.faces:
        lines = window.goto(address).evaluate(LINES)
        long += len(lines) > 1
        if any("✂" in line for line in lines) or len(lines[-1]) < 2:
            wrong[address] = lines
    assert wrong == {}
    assert long > 5
