"""计算条件 of a benefit as single conditions: pages print them, programs hold them against an enterprise.

One form for the check in the page and for a platform that takes policies over: 项 (what is asked),
关系 (how), 值 (of what), 说明 (in words).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gongkai.column.register import Register
from gongkai.common.said_days import cn_date
from gongkai.records.fields.benefit_terms import BenefitTerms, Bound, Paid
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.enterprises import TRADES

#: 关系 in the order of their meaning; the script of the page knows the same
RELATIONS = ("属于", "不属于", "是", "不早于", "不晚于", "满月", "不少于", "不超过", "认定")
#: 项 of what is the same in every benefit; amounts have their own names
SUBJECT, SIZE, TRADE, REGISTERED, TAXED, FOUNDED, JUDGED = (
    "主体", "企业规模", "行业", "本地登记", "本地纳税", "成立日期", "认定",
)  # fmt: skip


@dataclass(frozen=True)
class Condition:
    """One condition; ``values`` are words, codes, a day, a number of months, or an amount in 万元."""

    about: str
    relation: str
    values: tuple[str, ...]
    said: str

    @property
    def as_row(self) -> dict[str, str | list[str]]:
        """As programs read it."""
        return {"项": self.about, "关系": self.relation, "值": [*self.values], "说明": self.said}


@dataclass(frozen=True)
class Given:
    """A benefit that has not ended, with its conditions; none: nothing can be computed."""

    policy: Policy
    conditions: tuple[Condition, ...]

    @property
    def computable(self) -> bool:
        """Whether at least one condition can be held against an enterprise."""
        return any(each.relation != "认定" for each in self.conditions)


def given(register: Register) -> list[Given]:
    """Every benefit that has not ended, in the order of their ids."""
    area = register.column.area.name
    found = sorted(register.benefits, key=lambda each: each.id)
    return [Given(each, conditions(each.benefit.terms, area)) for each in found if each.benefit]


def paid_of(policy: Policy, register: Register) -> list[Paid]:
    """What readers have of what was paid, the newest year first."""
    payments = policy.benefit.seen("paid", register.today) if policy.benefit else ()
    return sorted(payments, key=lambda each: (each.year, each.until), reverse=True)


def conditions(terms: BenefitTerms | None, area: str) -> tuple[Condition, ...]:
    """The conditions in the order in which an enterprise is asked; ``area`` is what the place is called."""
    return tuple(_conditions(terms, area)) if terms else ()


def _conditions(terms: BenefitTerms, area: str) -> Iterator[Condition]:
    yield from _among(SUBJECT, terms.subjects, "登记为{}")
    yield from _among(SIZE, terms.sizes, "规模为{}（只问企业）")
    yield from _trades(terms)
    if terms.registered_here:
        yield Condition(REGISTERED, "是", ("是",), f"在{area}登记")
    if terms.taxed_here:
        yield Condition(TAXED, "是", ("是",), f"在{area}纳税")
    yield from _founded(terms)
    for bound in terms.amounts:
        yield from _bounds(bound)
    yield from (Condition(JUDGED, "认定", (), each) for each in terms.judged)


def _among(about: str, values: Iterable[str], said: str) -> Iterator[Condition]:
    if words := tuple(map(str, values)):
        yield Condition(about, "属于", words, said.format("、".join(words)))


def _trades(terms: BenefitTerms) -> Iterator[Condition]:
    for relation, codes, said in (
        ("属于", terms.trades, "行业是"),
        ("不属于", terms.not_trades, "行业不是"),
    ):
        if codes:
            named = "、".join(f"{TRADES[code]}（{code}）" for code in codes)
            yield Condition(TRADE, relation, codes, said + named)


def _founded(terms: BenefitTerms) -> Iterator[Condition]:
    if day := terms.founded_from:
        yield Condition(FOUNDED, "不早于", (day.isoformat(),), f"{cn_date(day)}以后（含当日）成立")
    if day := terms.founded_until:
        yield Condition(FOUNDED, "不晚于", (day.isoformat(),), f"{cn_date(day)}以前（含当日）成立")
    if terms.months:
        yield Condition(FOUNDED, "满月", (str(terms.months),), f"申报时成立满{_length(terms.months)}")


def _length(months: int) -> str:
    return f"{months // 12}年" if months % 12 == 0 else f"{months}个月"


def _bounds(bound: Bound) -> Iterator[Condition]:
    for relation, limit in (("不少于", bound.least), ("不超过", bound.most)):
        if limit is not None:
            words = f"{bound.name}{relation}{_plain(limit)}万元"
            yield Condition(bound.name, relation, (str(limit),), words)


def _plain(amount: Decimal) -> str:
    return f"{amount:f}".rstrip("0").rstrip(".")
