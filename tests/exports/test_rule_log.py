"""What the rulebook's feed tells: rules that began, were revised or ended, and waivers that were given."""

from __future__ import annotations

from gongkai.exports.rule_log import changes
from gongkai.records.base import Source
from gongkai.records.types.standard import Standard

OLD = {"依据": [{"文件": "旧办法", "条款": "第一条"}], "生效日期": "2008-05-01", "失效日期": "2019-05-14"}
BASIS = [{"文件": "新办法", "条款": "第二条"}]
WAIVER = """\
规则: interpretation-missing
对象: {subject}
理由: 只涉及内部分工
批准人: 办公室
{approved}有效期至: 2027-12-31
"""


def standard(slug: str, **fields: object) -> Standard:
    made = Standard.model_validate({"名称": f"规则{slug}", "依据": BASIS, **fields})
    made.placed(Source(f"data/standards/{slug}.yml", f"standards/{slug}"))
    return made


def told(register, *standards):
    return [(str(each.day), each.kind.value, each.title, each.note) for each in changes(register, standards)]


def test_a_rule_tells_when_it_began_was_revised_and_ended(small_column):
    revised = standard("jia", 生效日期="2019-05-15", 历次=[OLD])
    ended = standard("yi", 失效日期="2026-11-20", 失效依据=[{"文件": "废止决定"}])
    assert told(small_column(), revised, ended) == [
        ("2026-11-21", "失效", "规则yi", "依据：废止决定"),
        ("2019-05-15", "修订施行", "规则jia", "依据：新办法第二条"),
        ("2008-05-01", "施行", "规则jia", "依据：旧办法第一条"),
    ]


def test_what_is_still_to_come_and_what_has_no_day_is_not_told(small_column):
    coming = standard("jia", 生效日期="2026-11-22")
    ending = standard("yi", 失效日期="2026-11-21")
    assert told(small_column(), coming, ending, standard("bing")) == []


def test_a_rule_that_was_not_taken_over_never_began(small_column):
    assert told(small_column(), standard("jia", 生效日期="2019-05-15", 待采用="是")) == []


def test_a_waiver_is_told_once_it_was_approved_and_names_nothing_hidden(small_column):
    path = "content/policies/2026/weilai.md"
    later = "---\n标题: 以后的办法\n发文机关: 区民政局\n成文日期: 2026-12-01\n发布日期: 2026-12-01\n"
    files = {
        "data/waivers/jia.yml": WAIVER.format(subject="jiazhuang-dianti", approved="批准日期: 2026-11-05\n"),
        "data/waivers/yi.yml": WAIVER.format(subject="jiazhuang-dianti", approved=""),
        "data/waivers/bing.yml": WAIVER.format(subject=path, approved="批准日期: 2026-11-05\n"),
        path: later + "是否规范性文件: 是\n---\n第一条　正文。\n",
    }
    rule = standard("interpretation-missing")
    ((day, kind, title, note),) = told(small_column(files), rule)
    assert (day, kind) == ("2026-11-05", "批准豁免")
    assert title == "规则interpretation-missing：示例区老旧小区加装电梯补助办法"
    assert note == "理由：只涉及内部分工。办公室批准，有效期至2027年12月31日"
