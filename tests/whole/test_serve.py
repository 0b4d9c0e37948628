"""The live preview: edits show, and so do faults, at their place; what they do not concern stays."""

from __future__ import annotations

import re
from contextlib import ExitStack

import pytest

from ..previewed import previewed


@pytest.fixture
def preview_of(tmp_path):
    """A column → its preview, running."""
    with ExitStack() as stack:
        yield lambda root: stack.enter_context(previewed(root, tmp_path))


@pytest.fixture
def preview(preview_of, mini):
    return preview_of(mini)


def test_edits_show_and_faults_leave_all_other_pages(preview, mini, tmp_path):
    guide, unit = mini / "content/pages/guide.md", mini / "data/units/minzheng-ju.yml"
    preview.wait(lambda: "小站政务公开" in preview.page())
    assert "本指南说明" in preview.page("guide/")

    good = guide.read_text("utf-8")
    # a page whose words change tells a new day
    changed = ("更新日期: 2026-09-01", "更新日期: 2026-11-20")
    guide.write_text(good.replace("本指南说明", "这份指南说明").replace(*changed), "utf-8")
    preview.wait(lambda: "这份指南说明" in preview.page("guide/"))

    unit.write_text(unit.read_text("utf-8").replace("010-00000002", "010-12345678"), "utf-8")
    preview.wait(lambda: "010-12345678" in preview.page("units/minzheng-ju/"))

    guide.write_text(good.replace("标题: ", "题目: "), "utf-8")
    preview.wait(lambda: "没有“题目”这一项" in preview.page("guide/"))
    preview.wait(lambda: "现在发布不了；预览里别的照样看得到" in preview.log.read_text("utf-8"))
    assert re.search(r"content/pages/guide\.md:\d+:\d+ \[.*没有“题目”这一项", preview.log.read_text("utf-8"))
    assert "附件" in preview.page("policies/2026/dianti/")

    guide.write_text(good.replace("本指南说明", "改好的指南说明").replace(*changed), "utf-8")
    preview.wait(lambda: "改好的指南说明" in preview.page("guide/"))
    assert "没有“题目”这一项" not in preview.page("guide/")

    assert len(list((tmp_path / "state/preview/aside").iterdir())) == 1
    assert preview.stop() == 130
    assert "Traceback" not in preview.log.read_text("utf-8")
    assert list((tmp_path / "state/preview/aside").iterdir()) == []


def test_a_column_with_faults_at_the_start_is_shown_all_the_same(preview_of, mini):
    (mini / "content/pages/guide.md").write_text("---\n题目: 指南\n---\n", "utf-8")
    running = preview_of(mini)
    running.wait(lambda: "要改" in running.page())
    assert "没有“题目”这一项" in running.page("guide/") and "待填" in running.page("guide/")
    assert "附件" in running.page("policies/2026/dianti/")
    assert "Traceback" not in running.log.read_text("utf-8")


def test_a_draft_is_shown_with_its_mark_and_no_search_engine_may_take_any_page(preview_of, mini, tmp_path):
    draft = "policies/2026/mimi-caogao/"
    running = preview_of(mini)
    running.wait(lambda: "小站政务公开" in running.page())
    assert "预览稿" in running.page(draft) and "琉璃瓦" in running.page("policies/")
    assert all('content="noindex"' in running.page(url) for url in ("", draft, "units/"))
    # what is checked as if it were public: the rules say what the draft will lack
    running.wait(lambda: "没有已经公布的解读" in running.page(draft))
    running.wait(
        lambda: "草稿引起的错误 1 处：改好了草稿才能公布，不妨碍发布别的" in running.log.read_text("utf-8")
    )
    assert "现在发布不了" not in running.log.read_text("utf-8")


def test_a_build_knows_nothing_of_a_preview(mini_site):
    for page in sorted(mini_site.rglob("*.html")):
        text = page.read_text("utf-8")
        assert "preview-" not in text and "预览稿" not in text and "data-line" not in text, page
