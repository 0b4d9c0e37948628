"""公开时限 in the wordings of official catalogues: read, told apart, and never guessed."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN
from gongkai.records.fields.time_limit import Limit, LimitForm, limits

FORMED = "信息形成或者变更"
READ = {
    "20个工作日": [Limit(LimitForm.WITHIN, 20, "工作日")],
    "自信息形成或者变更之日起20个工作日内": [Limit(LimitForm.WITHIN, 20, "工作日", FORMED)],
    "信息形成或（者）变更之日起 20 个工作日内，及时公开": [
        Limit(LimitForm.WITHIN, 20, "工作日", FORMED),
        Limit(LimitForm.PROMPTLY),
    ],
    "自该信息形成或者变更之日起２０个工作日内予以公开；法律、法规另有规定的，从其规定": [
        Limit(LimitForm.WITHIN, 20, "工作日", FORMED)
    ],
    "制定或获取文件之日起10个工作日内": [Limit(LimitForm.WITHIN, 10, "工作日", "制定或获取文件")],
    "信息形成（变更）5个工作日内": [Limit(LimitForm.WITHIN, 5, "工作日", "信息形成变更")],
    "本级人大常委会批准后20日内公开": [Limit(LimitForm.WITHIN, 20, "日", "本级人大常委会批准")],
    "项目开工（竣工）后20个工作日内": [Limit(LimitForm.WITHIN, 20, "工作日", "项目开工竣工")],
    "按进展情况及时公开": [Limit(LimitForm.PROMPTLY)],
    "除处罚决定外其他内容长期公开（动态调整）；处罚决定20个工作日内": [
        Limit(LimitForm.STANDING, scope="除处罚决定外其他内容"),
        Limit(LimitForm.WITHIN, 20, "工作日", scope="处罚决定"),
    ],
    "20个工作日内；其中许可、处罚自作出决定之日起7个工作日内": [
        Limit(LimitForm.WITHIN, 20, "工作日"),
        Limit(LimitForm.WITHIN, 7, "工作日", "作出决定", scope="许可、处罚"),
    ],
    "及时公开，公告期限为5个工作日": [
        Limit(LimitForm.PROMPTLY),
        Limit(LimitForm.SHOWN_FOR, 5, "工作日"),
    ],
    "20个工作日内公开，保持长期公开": [
        Limit(LimitForm.WITHIN, 20, "工作日"),
        Limit(LimitForm.STANDING),
    ],
    "每月后10个工作日内": [Limit(LimitForm.MONTHLY, 10, "工作日")],
    "每20个工作日更新": [Limit(LimitForm.INTERVAL, 20, "工作日")],
    "6个月/1年": [Limit(LimitForm.INTERVAL, 6, "月")],
    "1月31日前": [Limit(LimitForm.YEARLY, day="01-31")],
    "6月底前": [Limit(LimitForm.YEARLY, day="06-30")],
    "会议召开前3个工作日公开": [Limit(LimitForm.BEFORE, 3, "工作日")],
    "同上": [Limit(LimitForm.SAME)],
}
UNREAD = [
    "由市里统一安排",
    "形成之日起尽快公开，由单位决定",
    "20",
    "13月1日前",
    "2月30日前",
    "2个工作日后再议",
]


@pytest.mark.parametrize("wording", READ)
def test_an_official_wording_is_read(wording):
    assert list(limits(wording)) == READ[wording]


@pytest.mark.parametrize("wording", UNREAD)
def test_what_is_not_known_is_not_guessed(wording):
    assert limits(wording) == ()


@pytest.mark.parametrize(("wording", "level"), [("由市里统一安排", "提示"), ("本级人大批准后20日内", None)])
def test_an_unknown_wording_is_a_notice_never_an_error(run, wording, level):
    files = {**CLEAN}
    path = "data/catalogue/minzheng-ju.yml"
    files[path] = f"- 编号: SL-01\n  一级事项: 社会救助\n  公开主体: [区民政局]\n  公开时限: {wording}\n"
    found = [p for p in run(files).problems if p.at == ("公开时限",)]
    assert [p.level for p in found] == ([level] if level else [])
