"""对外电话 and 机构信息: what the rules say of numbers that are old, doubled or orphaned."""

from __future__ import annotations

from gongkai.law.example import CLEAN, a_unit
from gongkai.records.types.contact import Contact, Line

PATH = "data/contacts/minzheng-ju.yml"


def of(outcome, rule):
    return [problem.message for problem in outcome.problems if problem.rule == rule]


def test_the_days_are_the_districts_own(run):
    text = Contact.EXAMPLE.replace("2026-09-01", "2026-05-25")
    assert of(run({**CLEAN, PATH: text}), "contact-verified") == []
    assert len(of(run({**CLEAN, PATH: text}, "2026-11-22"), "contact-verified")) == 1


def test_a_unit_has_one_file_of_numbers(run):
    (message,) = of(
        run({**CLEAN, PATH: Contact.EXAMPLE, "data/contacts/minzheng.yml": Contact.EXAMPLE}),
        "contact-verified",
    )
    assert "已写在" in message


def test_numbers_of_a_merged_unit_are_told(run):
    gone = a_unit(
        "jiu-ju", 名称="区旧局", 曾用名=None, 状态="撤并", 承接单位="区民政局", 撤并日期="2026-01-01"
    )
    text = Contact.EXAMPLE.replace("区民政局", "区旧局")
    assert "已经撤并" in of(run({**CLEAN, **gone, PATH: text}), "contact-verified")[0]


def test_numbers_written_apart_are_the_units_numbers(run):
    whole = a_unit(职责="救助。", 领导="[{职务: 局长, 分工: 全面工作}]", 内设机构="[{名称: 办公室}]")
    messages = of(run({**CLEAN, **whole, PATH: Contact.EXAMPLE}), "unit-profile")
    assert messages == ["“区民政局”没有写地址、办公时间"]


def test_an_extension_is_dialled_after_a_pause():
    line = Line.model_validate({"用途": "业务咨询", "号码": "010-00000000转12", "服务时间": "工作日"})
    assert line.dialled == "+861000000000,12"
