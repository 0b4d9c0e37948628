"""Files of an office that are imported beside a small column."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.desk.intake import importing

ANSWERS = {
    "发布日期": "2026-11-20",
    "是否规范性文件": "是",
    "主题分类": "民政、扶贫、救灾",
    "施行日期": "2026-12-01",
}
_MORE = {
    "data/units/caizheng-ju.yml": "名称: 区财政局\n",
    "data/units/jiaowei.yml": "名称: 区教育委员会\n简称: [区教委]\n",
    "data/units/zhengfu.yml": "名称: 区政府\n类别: 政府\n",
    "data/units/zhengfu-ban.yml": "名称: 区政府办公室\n",
    "data/units/shichang.yml": "名称: 区市场监督管理局\n简称: [区市场监管局]\n",
    "content/policies/2021/shidian.md": (
        "---\n标题: 示例区智慧养老试点方案\n发文机关: 区民政局\n发文字号: 示政办发〔2021〕5号\n"
        "成文日期: 2021-05-06\n发布日期: 2021-05-07\n是否规范性文件: 否\n"
        "主题分类: 民政、扶贫、救灾\n---\n方案。\n"
    ),
}


@pytest.fixture
def column(small_column, standards, tmp_path):
    """Writes files of an office beside a small column and imports them."""
    register = small_column(_MORE, today=dt.date(2026, 11, 20))

    def bring(*docs, answers=None, ask=lambda question: "", name="", names=(), again=lambda path: False):
        (tmp_path / "in").mkdir(exist_ok=True)
        paths = []
        for at, doc in enumerate(docs):
            paths.append(tmp_path / "in" / (names[at] if names else f"{at}.docx"))
            paths[-1].write_bytes(doc if isinstance(doc, bytes) else doc.data())
        importer = importing.Importer(
            tmp_path, register, standards, tmp_path / "pages", dict(answers or {}), ask, name, again
        )
        return importer.bring(paths)

    return bring
