"""Every other figure on a small column: what counts, what does not, and what is not looked at."""

from __future__ import annotations

from gongkai.law.figures import Context, Period, Tally, measure
from gongkai.law.rules.response_time import PATH, RESPONSE
from gongkai.records.vocabulary.quality import Verdict

from .small_records import meeting, policy, record, units

#: open, and somebody came
OPEN = {"是否开放": "是", "列席代表": "[{类别: 公众代表, 人数: 2}]"}


def test_a_rise_is_held_against_a_fifth_more_than_last_year(figures):
    before = meeting("a", "2025-03-03", **OPEN) | meeting("b", "2025-03-04")
    now = meeting("c", "2026-03-03", 主办单位="区民政局", **OPEN) | meeting("d", "2026-03-04")
    found = figures(before | now)["meeting-openness"]
    assert (found.tally(Period(2025)), found.now) == (Tally(1, 2), Tally(1, 2))
    assert found.verdict(Period(2026)) is Verdict.MISSED
    assert found.verdict(Period(2025)) is Verdict.NO_BASE
    assert str(found.target(2026)) == "3/5"
    more = meeting("e", "2026-03-05", **OPEN) | meeting("f", "2026-03-06", **OPEN)
    assert figures(before | now | more)["meeting-openness"].verdict(Period(2026)) is Verdict.MET
    # what was whole last year cannot rise: whole again is enough
    whole = meeting("a", "2025-03-03", **OPEN) | meeting("c", "2026-03-03", **OPEN)
    assert figures(whole)["meeting-openness"].verdict(Period(2026)) is Verdict.MET


def test_a_meeting_is_not_open_because_somebody_wrote_so(figures):
    """Open as a word alone, with delegates of whom there are none, with a way to watch it."""
    said = meeting("a", "2026-03-03", 是否开放="是")
    nobody = meeting("b", "2026-03-04", 是否开放="是", 列席代表="[{类别: 公众代表, 人数: 0}]")
    way = "[{渠道: 网上, 动作: 看直播, 网址: 'https://www.example.gov.cn/zhibo/'}]"
    found = figures(said | nobody | meeting("c", "2026-03-05", 是否开放="是", 报名方式=way))
    assert found["meeting-openness"].now == Tally(1, 3)


def test_a_meeting_that_heard_of_openness_is_told_by_its_topic(figures):
    """Once for each meeting, held, no press conference, by a topic that is open."""
    topic = "[{标题: 听取上半年政务公开工作汇报}, {标题: 听取政府信息公开申请办理情况}]"
    closed = "[{标题: 听取政务公开工作汇报, 是否公开: 否, 不公开理由: 内部事务}]"
    files = meeting("a", "2026-03-03", 议题=topic) | meeting("b", "2026-04-03", 议题=closed)
    more = meeting("c", "2026-12-03", 议题=topic) | meeting("d", "2026-05-06", 类型="新闻发布会", 议题=topic)
    other = meeting("e", "2026-06-03", 议题="[{标题: 听取供暖保障情况}]")
    found = figures(files | more | other)["reports-heard"]
    assert (found.now, found.cases[0].note.count("；")) == (Tally(1, 1), 1)


def test_numbers_that_have_no_page_were_held_and_not_open(figures):
    """Between two of a series that were held; not before the first, nor before one to come."""
    said = {"主办单位": "区民政局", "类型": "部门会议", **OPEN}
    two = meeting("a", "2026-03-03", 届次="第4次", **said) | meeting("b", "2026-06-03", 届次="第7次", **said)
    later = meeting("c", "2026-12-03", 届次="第11次", **said)
    found = figures(two | later)["meeting-openness"]
    assert (found.now, units(found)) == (Tally(2, 4), {"minzheng-ju": Tally(2, 4)})
    assert {case.label for case in found.cases} == {"", "第5次至第6次"}
    assert "没有登记，算作没有开放" in {case.note for case in found.cases}
    told = (
        two
        | later
        | meeting("b", "2026-06-03", 届次="第7次", 缺号="[{从: 5, 到: 6, 说明: 都是内部事务}]", **said)
    )
    explained = figures(told)["meeting-openness"]
    assert explained.now == Tally(2, 4)
    assert "没有登记，算作没有开放（说明：都是内部事务）" in {case.note for case in explained.cases}
    other = meeting("b", "2026-06-03", 届次="第7次", 主办单位="区住房城市建设委", 类型="部门会议", **OPEN)
    assert figures(two | other)["meeting-openness"].now == Tally(2, 2)


def test_who_makes_policies_is_asked_for_an_evaluation_each_year(figures):
    """Of a policy of that year's end; neither one of a work, nor one of the year before."""
    of = {"对象": "[dier]", "评价单位": "区民政局", "方式": "[专题座谈]", "结论": "好。", "结果运用": "改。"}

    def evaluation(day, **fields):
        return {"content/evaluations/2026/p.md": record(标题="评价", 发布日期=day, **(of | fields))}

    made = policy(day="2025-03-02") | policy("san", "2025-03-03", 发文机关="区住房城市建设委")
    found = figures(made | evaluation("2025-11-03"))["evaluation-rate"]
    assert (found.tally(Period(2025)), found.tally(Period(2026))) == (Tally(1, 2), Tally(0, 2))
    work = made | evaluation("2026-11-03", 对象="[]", 评估工作="2026年政务公开工作")
    assert figures(work)["evaluation-rate"].now == Tally()
    ended = made | policy("san", "2025-03-03", 发文机关="区住房城市建设委", 失效日期="2025-10-31")
    assert figures(ended | evaluation("2025-11-03"))["evaluation-rate"].tally(Period(2025)) == Tally(1, 1)


def test_meetings_to_come_and_press_conferences_are_not_looked_at(figures):
    press = meeting("p", "2026-03-03", 类型="新闻发布会", 是否开放="是")
    found = figures(press)
    assert found["meeting-openness"].now == Tally()
    assert found["meeting-openness"].verdict(Period(2026)) is Verdict.NO_CASES
    assert found["topics-open"].now == Tally()


def test_topics_belong_to_those_who_bring_them_else_to_the_hosts(figures):
    topics = "[{标题: 甲, 承办单位: 区民政局}, {标题: 乙, 是否公开: 否, 不公开理由: 涉密}]"
    found = figures(meeting("c", "2026-03-03", 主办单位="区住房城市建设委", 议题=topics))["topics-open"]
    assert units(found) == {"minzheng-ju": Tally(1, 1), "zhufang-jianshe-wei": Tally(0, 1)}
    # the title of a topic that is not open is not told
    assert [case.label for case in found.cases] == ["议题1：甲", "议题2"]


def test_pushing_is_told_only_of_years_in_which_it_was_recorded(figures):
    none = figures()["push-rate"]
    assert (none.known, none.value(none.now), none.verdict(none.present)) == (
        False,
        "无数据",
        Verdict.NO_CASES,
    )
    pushed = policy(day="2026-09-30", 主动推送="[{渠道: 政务微信, 日期: 2026-09-30}]")
    found = figures(pushed | policy("jiu", "2025-09-30"))["push-rate"]
    assert found.now == Tally(1, 5)
    assert found.tally(Period(2025)) == Tally()
    later = policy(主动推送="[{渠道: 短信, 日期: 2026-12-01}]")
    assert not figures(later)["push-rate"].known


def test_months_of_applications_weigh_what_they_finished(figures):
    months = "".join(
        f"  - {{编号: {month}, 公布日期: {told}, 上月结转: 0, 新收: 5, "
        f"办结: {{予以公开: {done}}}, 按时答复: {good}}}\n"
        for month, told, done, good in (
            ("2026-08", "2026-09-05", 5, 5), ("2026-09", "2026-10-05", 4, 3),
            ("2026-10", "2026-11-05", 0, 0), ("2026-11", "2026-12-05", 2, 2),
        )
    )  # fmt: skip
    text = f"标题: 申请办理\n单位: 区民政局\n发布日期: 2026-09-05\n月份:\n{months}"
    found = figures({"data/requests/2026.yml": text})["requests-in-time"]
    assert found.now == Tally(8, 9)
    assert found.value(found.now) == "88.8%"
    assert found.value(found.tally(Period(2026, 10))) == "—"
    assert found.tally(Period(2026, 11)) == Tally()
    missing = figures()["requests-in-time"]
    assert missing.value(missing.now) == "无数据"


def test_documents_in_force_are_those_alive_on_the_last_day(figures):
    old = policy("jiu", "2020-03-02", 施行日期="2020-05-01")
    late = policy("wei", "2026-09-30", 施行日期="2026-12-01")
    ended = policy("dao", "2021-03-02", 失效日期="2023-12-31")
    new = policy("xin", "2024-03-01", 施行日期="2024-04-01", 废止="[jiu]")
    found = figures(old | late | ended | new)["in-force"]
    assert found.now.counted == 2  # 加装电梯 and xin
    told = {year.year: found.tally(year).counted for year in found.years}
    assert told == {2020: 1, 2021: 2, 2022: 2, 2023: 2, 2024: 1, 2025: 1, 2026: 2}
    assert found.tally(Period(2024, 3)).counted == 1


def test_links_that_lead_nowhere_are_counted_with_the_rule_that_finds_them(figures):
    broken = {"content/items/minzheng-ju/2026/jiuzhu.md": record(
        标题="救助", 单位="区民政局", 发布日期="2026-10-12", body="见[附件](meiyou.pdf)。"
    )}  # fmt: skip
    found = figures(broken)["dead-links"]
    assert found.now.counted == 1
    assert found.verdict(None) is Verdict.MISSED
    assert units(found)["minzheng-ju"].counted == 1
    assert figures()["dead-links"].verdict(None) is Verdict.MET


def test_feeds_carry_every_public_record_once(figures):
    found = figures()["feed-items"]
    assert found.now == Tally(4, 4)
    assert found.verdict(None) is Verdict.NO_TARGET


CATALOGUE = """\
- {编号: MZ-01, 一级事项: 救助情况, 公开时限: 每月, 公开主体: [区民政局], 首次公开期限: 2026-09-01}
- {编号: MZ-02, 一级事项: 机构职能, 公开时限: 长期, 公开主体: [区民政局]}
- {编号: MZ-03, 一级事项: 内部事项, 公开时限: 每月, 公开主体: [区民政局], 公开方式: 依申请公开}
"""


def test_the_catalogue_is_fulfilled_late_or_not_at_all(figures):
    found = figures({"data/catalogue/minzheng-ju.yml": CATALOGUE})
    rate, in_time = found["duties-fulfilled"], found["updates-in-time"]
    assert (rate.now.whole, in_time.now.whole) == (3, 2)
    assert rate.now.counted == in_time.now.counted == 1
    overdue = found["duties-overdue"]
    assert [case.date for case in overdue.cases if case.counted]
    assert overdue.verdict(None) is Verdict.MISSED
    assert found["duties-in-time"].now.counted < found["duties-in-time"].now.whole


def test_an_empty_column_has_dashes_not_percentages(figures):
    found = figures(dict.fromkeys((
        "content/policies/2026/jiazhuang-dianti.md", "content/policies/2027/weilai.md",
        "content/interpretations/2026/jiazhuang-dianti-jiedu.md", "content/meetings/2026/cw-46.md",
        "content/items/minzheng-ju/2026/jiuzhu.md", "data/catalogue/minzheng-ju.yml",
    )))  # fmt: skip
    values = {name: each.value(each.now) for name, each in found.items()}
    assert set(values.values()) == {"—", "无数据", "0"}
    assert {name for name, value in values.items() if value == "0"} == {
        "feed-items", "duties-overdue", "in-force", "dead-links",
    }  # fmt: skip
    assert all(each.years == () for each in found.values())


def test_a_district_sets_its_own_target_and_a_figure_without_its_parameter_is_left_out(figures):
    own = "名称: 解读率\n依据: [{文件: 示例区要点}]\n目标: 50\n适用自: 2026-01-01\n"
    found = figures(policy() | {"data/figures/interpretation-rate.yml": own})["interpretation-rate"]
    assert found.verdict(Period(2026)) is Verdict.MET
    assert found.verdict(Period(2025)) is Verdict.NO_TARGET
    assert "elements-rate" not in figures({"data/figures/elements-rate.yml": own})


def test_figures_without_a_norm_are_not_told(small_column, rules):
    assert measure(Context(small_column(), rules[0])) == ()


def test_an_answer_after_the_hour_is_counted_as_late(figures):
    files = {PATH: RESPONSE.format(date="2026-11-05", time="18:20")}
    files |= {PATH.replace("gongshui", "wan"): RESPONSE.format(date="2026-11-05", time="23:50")}
    cases = [case for case in figures(files)["duties-in-time"].cases if case.record.TYPE == "response"]
    assert {(case.record.slug, case.counted, case.note) for case in cases} == {
        ("gongshui", 1, "期限 2026-11-05 18:20，2026-11-05 18:20 完成"),
        ("wan", 0, "期限 2026-11-05 18:20，2026-11-05 23:50 完成"),
    }


#: one kind of rows → its columns beside the unit and the day, and a line of three months
PACKAGE = """\
标题: 登记
类别: {kind}
单位: [区民政局]
依据: [示例]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {{名称: 单位, 说明: 单位, 用途: 单位}}
  - {{名称: 日期, 说明: 日期, 类型: 日期, 用途: 时间, 必填: 是}}
"""


def rows(kind, columns, *lines):
    folder, fields = (
        "data/datasets/dengji/",
        "".join(f"  - {{名称: {name}, 说明: {name}, 类型: 整数}}\n" for name in columns),
    )
    text = "".join(f"{line}\n" for line in (f"单位,日期,{','.join(columns)}", *lines))
    return {f"{folder}datapackage.yml": PACKAGE.format(kind=kind) + fields, f"{folder}2026.csv": text}


MADE = ("制发件数", "主动公开件数")


def test_documents_made_public_are_told_of_those_made_by_month_and_unit(figures):
    """Those of another day than has come are not, and who is unknown counts for who keeps the table."""
    lines = ("区民政局,2026-03-31,10,6", "区民政局,2026-03-30,2,1", "区住房城市建设委,2026-06-30,8,8")
    later = ("区民政局,2026-11-21,1,1", "区民政局,2026-11-22,100,0", "某单位,2026-09-30,4,0")
    found = figures(rows("主动公开统计", MADE, *lines, *later))["disclosure-rate"]
    assert found.now == Tally(16, 25)
    assert units(found) == {"minzheng-ju": Tally(8, 17), "zhufang-jianshe-wei": Tally(8, 8)}
    assert found.cases[-1].note == "制发件数 12，主动公开件数 7"


def test_rows_of_another_kind_or_of_other_columns_are_not_counted(figures):
    line = "区民政局,2026-03-31,10,6"
    other = figures(rows("其他数据", MADE, line))["disclosure-rate"]
    named = figures(rows("主动公开统计", ("制发", "公开"), line))["disclosure-rate"]
    assert other.now == named.now == Tally()


def test_calls_tell_how_many_were_taken_at_once_and_how_many_got_an_answer(figures):
    columns = ("拨打次数", "首次接通次数", "答复次数")
    found = figures(rows("电话核验", columns, "区民政局,2026-03-18,4,4,3", "区民政局,2026-06-17,4,3,4"))
    assert found["first-answer-rate"].now == Tally(7, 8)
    assert found["call-answer-rate"].now == Tally(7, 8)
    assert found["first-answer-rate"].verdict(Period(2026)) is Verdict.MISSED
    whole = figures(rows("电话核验", columns, "区民政局,2026-03-18,4,4,3"))
    assert whole["first-answer-rate"].verdict(Period(2026)) is Verdict.MET


def test_trainings_tell_who_came_and_how_long_they_took(figures):
    columns = ("学时", "应到人数", "实到人数")
    found = figures(rows("公开培训", columns, "区民政局,2026-03-31,4,20,15", "区民政局,2026-05-08,2,10,0"))
    assert found["training-rate"].now == Tally(15, 30)
    assert found["training-hours"].now == Tally(6, 6)
    assert found["training-hours"].verdict(Period(2026)) is Verdict.MET
    less = figures(rows("公开培训", columns, "区民政局,2026-03-31,5,20,12"))
    assert less["training-hours"].verdict(Period(2026)) is Verdict.MISSED
    assert less["training-rate"].verdict(Period(2026)) is Verdict.MET


def test_a_problem_counts_when_its_term_has_come(figures):
    """Cured, not cured, and one of a term to come, whether cured before it or not."""
    cured, open_ = "区民政局,2026-10-31,是", "区民政局,2026-11-21,否"
    later = ("区民政局,2026-11-22,否", "区住房城市建设委,2026-12-31,是")

    def found(*lines):
        files = rows("问题整改", ("已整改",), *lines)
        return figures({path: text.replace("类型: 整数", "类型: 是否") for path, text in files.items()})[
            "rectified-rate"
        ]

    assert (found(cured, open_, *later).now, found(cured, *later).now) == (Tally(1, 2), Tally(1, 1))
    assert found(open_).verdict(Period(2026)) is Verdict.MISSED
    assert found(cured).verdict(Period(2026)) is Verdict.MET
    assert found(*later).now == Tally()
