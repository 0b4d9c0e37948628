"""Steps of a guide lead to what they name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from gongkai.records.types.service import Service
from gongkai.render.records.views.step_links import steps

MINI = Path(__file__).parents[1] / "sites/mini"
POLICY = """\
---
标题: 取暖补贴办法
发文机关: 区民政局
发文字号: 示民发〔2026〕9号
成文日期: 2026-11-10
发布日期: 2026-11-12
是否规范性文件: 否
---
第一条　发给补贴。
"""
GUIDE = """\
事项名称: {name}
受理单位: 区民政局
办理依据: [取暖补贴办法]
基本流程: {steps}
收费依据及标准: 不收费
办理时限: 当场
咨询方式: [{{渠道: 电话, 号码: 010-00000000}}]
发布日期: 2026-11-12
"""
STEPS = (
    "[看《取暖补贴办法》和示民发〔2026〕9号, 先办低保认定申请, 填<申请表>, 取暖补贴申请办完, 看《别的办法》]"
)


@pytest.fixture
def said(framed: Any, tmp_path: Path) -> list[str]:
    root = Path(shutil.copytree(MINI, tmp_path / "root"))
    (root / "data/services").mkdir(parents=True, exist_ok=True)
    (root / "content/policies/2026").mkdir(parents=True, exist_ok=True)
    (root / "content/policies/2026/qunuan.md").write_text(POLICY, "utf-8")
    for slug, name, of in (("qunuan-butie", "取暖补贴申请", STEPS), ("dibao", "低保认定申请", "[来]")):
        (root / f"data/services/{slug}.yml").write_text(GUIDE.format(name=name, steps=of), "utf-8")
    site = framed(root)
    (guide,) = (each for each in site.facts.register.public(Service) if each.slug == "qunuan-butie")
    return [str(each) for each in steps(site, guide, {"申请表": "../files/biao.docx"})]


def test_a_step_leads_to_the_document_the_guide_and_the_form_that_it_names(said: list[str]) -> None:
    found = [re.findall(r'<a href="([^"]+)">([^<]+)</a>', each) for each in said]
    policy = "../../policies/2026/qunuan/"
    assert found == [
        [(policy, "《取暖补贴办法》"), (policy, "示民发〔2026〕9号")],
        [("../dibao/", "低保认定申请")],
        [("../files/biao.docx", "申请表")],
        [],
        [],
    ]
    assert said[2].startswith("填&lt;<a ") and said[3:] == ["取暖补贴申请办完", "看《别的办法》"]
