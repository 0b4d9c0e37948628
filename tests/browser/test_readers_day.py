"""A page made on one day, read on another: states, days left, things to do are those of its reader's day."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import pipeline
from gongkai.column.actions import actions
from gongkai.records.types.consultation import Consultation
from gongkai.records.vocabulary.participation import ConsultationState
from gongkai.settings import Settings, read_column

from .conftest import PROJECT, TODAY

DAY = dt.timedelta(days=1)
MADE = dt.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def register():
    return pipeline.check(Settings(PROJECT, MADE, read_column(PROJECT))).register


@pytest.fixture(scope="module")
def consultation(register) -> Consultation:
    known = register.public(Consultation)
    return next(each for each in known if each.state_on(MADE) is ConsultationState.OPEN)


@pytest.fixture
def read(visitor):
    """An address, a moment of Greenwich → the main part of the page as its reader has it then."""

    def on(address: str, moment: dt.datetime, **options: object):
        seen = visitor(**options)
        seen.page.clock.set_fixed_time(moment.replace(tzinfo=dt.UTC))
        page = seen.goto(address)
        page.wait_for_load_state("networkidle")
        assert seen.complaints == []
        return page

    return on


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(4))


def test_days_are_counted_on_the_readers_day_which_is_that_of_beijing(read, consultation):
    last = consultation.closes_on
    for moment, told in (
        (noon(last - 3 * DAY), "还剩 3 天，到"),
        (noon(last), "今天截止，到"),
        # eleven in the evening before, in Greenwich
        (dt.datetime.combine(last - DAY, dt.time(23)), "今天截止，到"),
    ):
        page = read(consultation.url, moment)
        assert page.locator(".banner").first.inner_text().startswith(told)
        assert page.locator(".act h2").inner_text() == "提意见"


def test_what_has_closed_since_is_told_and_no_longer_offered(read, consultation):
    page = read(consultation.url, noon(consultation.closes_on + DAY))
    assert page.locator(".kicker").inner_text().endswith("已截止待反馈")
    assert "以前公布" in page.locator(".banner h2").first.inner_text()
    box = page.locator(".act")
    assert "不再收意见" in box.inner_text()
    assert {each.get_attribute("href")[:4] for each in box.locator("a").all()} <= {"tel:"}


def test_home_leaves_out_what_is_over_and_says_when_nothing_is_left(read, register):
    known = actions(register)
    first = known[0].until
    assert first
    rows = read("", noon(first)).locator(".actions__row:visible")
    before = rows.count()
    assert "今天截止，" in rows.first.inner_text()
    after = read("", noon(first + DAY)).locator(".actions__row:visible")
    assert after.count() == before - sum(each.until == first for each in known[:before])
    page = read("en/", noon(max(each.until for each in known if each.until) + DAY))
    assert page.get_by_text("No consultation is open today.").is_visible()


def test_without_scripts_the_last_day_stands_and_no_count(read, consultation):
    page = read(consultation.url, noon(MADE + 300 * DAY), java_script_enabled=False)
    assert page.locator(".banner h2").first.inner_text().startswith("到")


def test_a_tile_says_what_is_true_on_the_readers_day(read):
    ahead = read("person/", noon(MADE)).locator(".matter template")
    assert ahead.count()
    begins, words = ahead.first.evaluate("each => [each.dataset.from, each.content.textContent]")
    told = read("person/", noon(dt.date.fromisoformat(begins))).locator(".matter p").all_inner_texts()
    assert words in told


def test_which_documents_are_in_force_is_asked_of_the_readers_day(read):
    page = read("in-force/", noon(MADE + 3 * DAY))
    assert page.locator("#youxiao-ri").input_value() == (MADE + 3 * DAY).isoformat()
