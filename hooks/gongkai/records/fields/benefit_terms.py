"""计算条件 and 兑现 of 惠企要素: what a program can hold against an enterprise, and what was paid."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from gongkai.records.fields.parts import Part
from gongkai.records.fields.values import Amount, Count, Date, Link, Text, Texts, Yes, as_list, as_text, wrong
from gongkai.records.vocabulary.enterprises import TRADES, EnterpriseSize, Subject


def as_trade(value: Any) -> str:
    """A code of GB/T 4754—2017: the letter of a section or the two digits of a division."""
    text = as_text(value).upper()
    if text in TRADES:
        return text
    named = next((code for code, name in TRADES.items() if name == text), "")
    fix = f"改为 {named}" if named else "门类写字母，如 C；大类写两位数字，如 52"
    raise wrong(f"“{text}”不是国民经济行业分类（GB/T 4754—2017）的门类或大类", fix, named)


Trade = Annotated[Text, BeforeValidator(as_trade), Field(pattern="^([A-R]|[0-9]{2})$")]
Subjects = Annotated[tuple[Subject, ...], BeforeValidator(as_list)]
Sizes = Annotated[tuple[EnterpriseSize, ...], BeforeValidator(as_list)]
Trades = Annotated[tuple[Trade, ...], BeforeValidator(as_list)]


class Bound(Part):
    """An amount that an enterprise knows of itself, and its limits."""

    name: Text = Field(alias="名称", description="问企业的是哪一个数，如 上年营业收入", max_length=30)
    least: Amount | None = Field(None, alias="不少于", description="万元")
    most: Amount | None = Field(None, alias="不超过", description="万元")

    @model_validator(mode="after")
    def _has_limits(self) -> Self:
        if self.least is None and self.most is None:
            raise wrong(f"“{self.name}”没有写限额", "写 不少于，或者 不超过")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise wrong(
                f"“{self.name}”不少于 {self.least}，却不超过 {self.most}", "核对两个数，改正写错的一个"
            )
        return self


class BenefitTerms(Part):
    """What must be so, each point for itself; what is not written is not asked."""

    subjects: Subjects = Field((), alias="主体", description="登记为什么；不写则不限")
    sizes: Sizes = Field((), alias="企业规模", description="按大中小微企业划分标准；只问企业")
    trades: Trades = Field((), alias="行业", description="国民经济行业分类的门类（字母）或大类（两位数字）")
    not_trades: Trades = Field((), alias="除外行业", description="不包括的门类或大类")
    registered_here: Yes = Field(False, alias="本地登记", description="须在本级行政区域登记")
    taxed_here: Yes = Field(False, alias="本地纳税", description="须在本级行政区域纳税")
    founded_from: Date | None = Field(None, alias="成立不早于")
    founded_until: Date | None = Field(None, alias="成立不晚于")
    months: Count | None = Field(None, alias="成立满月", description="成立满多少个月，算到申报那一天")
    amounts: Annotated[tuple[Bound, ...], BeforeValidator(as_list)] = Field((), alias="金额条件")
    judged: Texts = Field((), alias="另须认定", description="企业自己算不出、要由单位认定的，一条一句")

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if self.founded_from and self.founded_until and self.founded_from > self.founded_until:
            fix = "核对两个日期，改正写错的一个"
            raise wrong(f"成立不早于 {self.founded_from}，却不晚于 {self.founded_until}", fix)
        if both := sorted(set(self.trades) & set(self.not_trades)):
            raise wrong(f"行业“{both[0]}”既在里面又除外", "只留一处")
        return self


class Paid(Part):
    """兑现: what was applied for, granted and paid of a benefit in a year."""

    SHOWN_FROM = "until"

    year: Text = Field(alias="年度", pattern=r"^20\d\d$")
    asked: Count = Field(alias="受理件数")
    granted: Count = Field(alias="通过件数")
    amount: Amount = Field(alias="金额", description="已经拨付的，万元；不给钱的写 0.00")
    until: Date = Field(alias="截至", description="数字算到哪一天")
    source: Text = Field(alias="来源", description="数字出自哪个单位的哪份材料")
    link: Link | None = Field(None, alias="来源网址")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.granted > self.asked:
            raise wrong(f"通过 {self.granted} 件，多于受理 {self.asked} 件", "核对两个数")
        if self.amount > Decimal(0) and not self.granted:
            raise wrong(f"没有通过的，却拨付了 {self.amount} 万元", "核对通过件数和金额")
        return self


Payments = Annotated[tuple[Paid, ...], BeforeValidator(as_list)]
