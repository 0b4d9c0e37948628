"""The preview in a real browser: a file is edited, the page shows it and what is wrong, and its mending."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from ..previewed import previewed
from .axe import faults

FILE = "content/policies/2026/dianti.md"
#: seconds × 1000 until something counts as not happening, however busy the machine
PATIENCE = 90_000


def test_a_fault_shows_by_itself_at_its_block_and_goes_when_it_is_mended(
    browser: Browser, mini: Path, tmp_path
):
    (mini / "content/pages/guide.md").write_text("---\n题目: 指南\n---\n", "utf-8")
    good = (mini / FILE).read_text("utf-8")
    page = browser.new_page()
    with previewed(mini, tmp_path) as running:
        running.wait(lambda: "要改" in running.page())
        page.goto(f"http://127.0.0.1:{running.port}/zwgk/policies/2026/dianti/")
        bar, problems = page.get_by_role("complementary", name="预览的情况"), page.locator(".preview-problem")
        expect(bar).not_to_contain_text("还在检查", timeout=PATIENCE)
        expect(problems).to_have_count(0)

        (mini / FILE).write_text(good + "\n另见[那一件](../2025/nichts.md)。\n", "utf-8")
        expect(page.locator("main")).to_contain_text("另见那一件", timeout=PATIENCE)
        told = page.locator("p:has-text('另见那一件') + .preview-problem")
        expect(told).to_contain_text("nichts.md", timeout=PATIENCE)
        assert faults(page) == []

        bar.locator("summary").click()
        bar.get_by_role("link", name="content/pages/guide.md").click()
        expect(page.locator("main")).to_contain_text("没有“题目”这一项")
        page.go_back()

        (mini / FILE).write_text(good, "utf-8")
        expect(problems).to_have_count(0, timeout=PATIENCE)
        expect(bar).not_to_contain_text("dianti", timeout=PATIENCE)
    page.close()


def test_without_scripts_the_bar_is_up_to_date_after_a_reload(browser: Browser, mini: Path, tmp_path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with previewed(mini, tmp_path) as running:
        running.wait(lambda: "还在检查" not in running.page("guide/"))
        page.goto(f"http://127.0.0.1:{running.port}/zwgk/guide/")
        bar = page.get_by_role("complementary", name="预览的情况")
        expect(bar).to_contain_text("要改 1 处")
        (mini / "content/pages/guide.md").write_text("---\n题目: 指南\n---\n", "utf-8")
        running.wait(lambda: "要改 3 处" in running.page("guide/"))
        page.reload()
        expect(bar).to_contain_text("要改 3 处")
    context.close()
