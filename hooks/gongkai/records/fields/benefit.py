"""惠企要素: what a policy gives to business, in the six points a business asks about."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BeforeValidator, Field

from gongkai.common.said_days import cn_date, weekday
from gongkai.records.fields.benefit_terms import BenefitTerms, Payments
from gongkai.records.fields.months import Months, last_day, said, within
from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import ConfirmedDate, Text, Texts, as_filled
from gongkai.records.fields.ways import Way, as_applied, as_asked
from gongkai.records.vocabulary.documents import BenefitKind, BenefitState


class Benefit(Part):
    """For whom, what, on which conditions, how, until when, whom to ask."""

    eligible: Text = Field(alias="适用对象")
    kinds: Annotated[tuple[BenefitKind, ...], BeforeValidator(as_filled)] = Field(alias="支持方式")
    gives: Text = Field(alias="支持内容", description="能得到什么，写明金额或比例")
    conditions: Texts = Field(alias="申报条件", min_length=1)
    how: Annotated[tuple[Way, ...], BeforeValidator(as_applied)] = Field(
        alias="申报方式", description="在哪里申报；可以申报的，每一种写渠道和网址、地址、号码"
    )
    opens_on: ConfirmedDate | None = Field(None, alias="申报开始", description="不写则从施行之日起")
    closes_on: ConfirmedDate | None = Field(None, alias="申报截止", description="不写则常年受理")
    months: Months = Field((), alias="申报月份", description="每年只在几个月申报的写，如 [1, 4, 7, 10]")
    contact: Annotated[tuple[Way, ...], BeforeValidator(as_asked)] = Field(alias="咨询方式")
    terms: BenefitTerms | None = Field(
        None, alias="计算条件", description="可以由程序对照的条件，写了企业就能在“能不能申报”里自己看"
    )
    paid: Payments = Field((), alias="兑现", description="受理、通过、拨付了多少，一年一项")

    @property
    def how_said(self) -> str:
        """申报方式 in words, for a table."""
        return "；".join(each.said for each in self.how)

    @property
    def link(self) -> str | None:
        """Where it is applied for on the web; None where it is not."""
        return next((each.link for each in self.how if each.link), None)

    @property
    def period(self) -> str:
        """申报期限 in words."""
        if self.months:
            ends = f"，到{weekday(self.closes_on)}为止" if self.closes_on else ""
            return f"{said(self.months)}申报{ends}"
        if self.closes_on is None:
            return f"{cn_date(self.opens_on)}起常年受理" if self.opens_on else "常年受理"
        last = weekday(self.closes_on)
        return f"{cn_date(self.opens_on)}至{last}" if self.opens_on else f"{last}截止"

    def state_on(self, today: dt.date, in_force_from: dt.date) -> BenefitState:
        """Whether one may apply on a day; ``in_force_from`` is the policy's first day."""
        if today < (self.opens_on or in_force_from):
            return BenefitState.UPCOMING
        if self.closes_on and self.closes_on < today:
            return BenefitState.CLOSED
        if not within(self.months, today):
            return BenefitState.BETWEEN
        return BenefitState.OPEN if self.closes_on or self.months else BenefitState.ALWAYS

    def last_on(self, day: dt.date) -> dt.date | None:
        """The last day of the time in which one may apply on a day; None where that has no end."""
        return min(filter(None, (self.closes_on, last_day(self.months, day))), default=None)
