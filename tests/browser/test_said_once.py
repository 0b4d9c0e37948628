"""What a filter leaves is said once by a screen reader, when somebody has ended choosing."""

from __future__ import annotations

from typing import Any

import pytest

WATCH = """() => {
  window.told = [];
  const note = (all) => all.forEach(({ target }) => {
    const place = target.nodeType === 1 ? target : target.parentElement;
    const live = place?.closest("[role=status], [aria-live]");
    if (live?.textContent) window.told.push(live.textContent);
  });
  new MutationObserver(note).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


@pytest.mark.parametrize(
    ("address", "box", "line"),
    [
        ("datasets/shuangsuiji-jiancha/", "select[name=year]", "[data-rows-status]"),
        ("search/?q=电梯&type=政策文件", "select[name=status]", "[data-search-status]"),
    ],
)
def test_the_number_left_is_said_once_and_not_at_every_key(
    visitor: Any, address: str, box: str, line: str
) -> None:
    page = visitor(1280).goto(address)
    page.wait_for_selector(f"{box}:enabled option:nth-child(3)", state="attached")
    page.wait_for_timeout(1000)
    page.evaluate(WATCH)
    page.focus(box)
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    page.wait_for_selector("span[role=status]:not(:empty)", state="attached")
    page.wait_for_timeout(1000)
    assert page.evaluate("told") == [page.inner_text(line)]
    assert page.evaluate("document.activeElement.name") == page.get_attribute(box, "name")
    # whoever goes on line by line reads it in the line that shows it, and nowhere else
    page.wait_for_selector("span[role=status]:not(:empty)", state="detached", timeout=15_000)
    assert page.inner_text(line)
