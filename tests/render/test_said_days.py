"""One form of days and times for readers: no page prints 2026-11-28 or 09:00—12:00 where people read."""

from __future__ import annotations

import re

import pytest

from gongkai.common.said_days import clock, said

DAY, TIME = r"(?<![\w/.@-])\d{4}-\d{2}-\d{2}(?![\w/.@-])", r"(?<![\d:])\d{1,2}:\d{2}(?![\d:])"
#: what is not read as words
UNSEEN = ("script", "style", "template", "code", "pre", "svg", "textarea", "select", "option")
#: class of a part of a page, or of a whole one, that shows what stands in files as it does → why
AS_WRITTEN = {
    "text": "a text is shown as it was issued",
    "cite__lines": "a citation is written as its standard has it (GB/T 7714)",
    "type-opendata": "it tells programs how values are written",
    "type-rule": "what editors are told, as the check prints it",
}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("工作日 09:00—12:00、13:30—17:00", "工作日 9时至12时、13时30分至17时"),
        ("14:00", "14时"),
        ("00:05-24:00", "0时5分至24时"),
        ("每天 8:30 ～ 17:30", "每天 8时30分至17时30分"),
        ("比例 1:3，12:00:00，25:00", "比例 1:3，12:00:00，25:00"),
        ("全天", "全天"),
    ],
)
def test_times_as_they_are_told(written, told):
    assert clock(written) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("日期由 2026-11-25 改为 2026-11-27。", "日期由 2026年11月25日改为 2026年11月27日。"),
        ("2026-11", "2026年11月"),
        ("2026-11-24 09:00", "2026年11月24日9时"),
        ("SL-2026-11、files/2026-11-02.pdf", "SL-2026-11、files/2026-11-02.pdf"),
    ],
)
def test_days_among_words(written, told):
    assert said(written) == told


def faults(tree, form):
    for element in tree.find("body").iter():
        if not isinstance(element.tag, str):
            continue
        for text, around in ((element.text, element), (element.tail, element.getparent())):
            found = form.findall(text or "")
            yield from found if found and not hidden([around, *around.iterancestors()]) else ()


def hidden(elements):
    names = {name for each in elements for name in (each.get("class") or "").split()}
    return any(each.tag in UNSEEN for each in elements) or not names.isdisjoint(AS_WRITTEN)


def test_no_page_prints_a_day_or_time_in_the_form_of_programs(built):
    """Times are written so in English."""
    forms = {True: re.compile(DAY), False: re.compile(f"{DAY}|{TIME}")}
    found = {
        url: list(dict.fromkeys(faults(tree, forms[url.startswith("en/")])))
        for url, tree in built.pages.items()
    }
    assert {url: said[:5] for url, said in found.items() if said} == {}
