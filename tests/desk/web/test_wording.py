"""Messages at the desk: no path, no command; in the words of its forms."""

from __future__ import annotations

import pytest

from gongkai.desk.web.wording import said

NAMES = {"content/policies/2026/a.md": "养老办法", "files/2026/a-fujian-1.pdf": "申请表"}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("单位“区民政居”在 data/units/ 里没有", "单位“区民政居”在“单位”里没有"),
        ("和 content/policies/2026/a.md 不一样", "和《养老办法》不一样"),
        ("没有文件 content/files/2026/biao.pdf", "没有文件“附件”里的“biao.pdf”"),
        ("附件 files/2026/a-fujian-1.pdf 没有文字", "附件“申请表”没有文字"),
        ("没有文件 content/files/2026/a-fujian-1.pdf", "没有文件“申请表”"),
        ("把文件放进 content/files/，或改写成实际的文件名", "用“放附件”放进来，或改写成实际的文件名"),
        ("在 content/interpretations/2026/ 新建解读，写", "新写一份解读，写"),
        ("在 data/hosts/ 的文件里加一项 域名: a.cn", "在“可链接的网站”里加一项 域名: a.cn"),
        ("确不需要解读的，在 data/waivers/ 写豁免", "确不需要解读的，在“豁免”写豁免"),
        ("加上一行 依据: …（按什么规定公开）", "按“改这一件”，填“依据”（按什么规定公开）"),
        ("运行 scripts/addresses，把 data/texts/ 提交", "请管网站的同事登记，把“文字登记”提交"),
    ],
)
def test_a_path_is_told_as_what_is_in_it(told, wanted):
    assert said(told, NAMES) == wanted
