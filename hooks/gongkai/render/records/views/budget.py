"""What the page of a unit's year in money shows: both documents side by side, and the years together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from gongkai.common.csv_text import table
from gongkai.records.fields.budget_detail import Debt, Quantities, Subject
from gongkai.records.fields.defined import keys_of
from gongkai.records.types.budget import ACCOUNTS, BUDGET, Budget, Procurement, Statement, ThreePublic
from gongkai.records.vocabulary.work import BudgetBook
from gongkai.render.charts.bars import Series, bars
from gongkai.render.facts import Facts
from gongkai.render.records.views import common
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = Budget

#: the four kinds of 三公经费 that are drawn, in words short enough for a phone
KINDS = ("出国（境）", "公务接待", "用车购置", "用车运维")
#: how deep each line of 三公经费 stands: a deeper one is a part of the last that stands higher
DEPTHS = (0, 1, 1, 1, 2, 2)
HEAD = ("单位", "年度", "种类", "项目", "金额（万元）", "批复日期", "发布日期", "示例", "网址")


@dataclass(frozen=True)
class Line:
    """One line of a table: its words, how deep it stands, and an amount for each document."""

    label: str
    depth: int
    amounts: tuple[Decimal | None, ...]

    @property
    def change(self) -> Decimal | None:
        """What was spent beyond what was planned; None where one of the two is missing."""
        known = [amount for amount in self.amounts if amount is not None]
        return known[1] - known[0] if len(known) == 2 else None


@dataclass(frozen=True)
class Document:
    """A budget or accounts as the page shows it."""

    label: str
    statement: Statement
    attachments: list[common.FileView]


@dataclass(frozen=True, kw_only=True)
class BudgetView(common.RecordView):
    """The documents of a year side by side, and the unit's years."""

    record: Budget
    documents: list[Document]
    public: tuple[Line, ...]
    money: list[Line]
    drawing: Markup
    trend: Markup | None
    #: a line for each year: 三公经费合计 planned and spent
    totals: tuple[tuple[Budget, Line], ...]
    #: the page with all years of the unit; empty of a whole government
    overview: str
    #: spending by subject, the deeper below the higher
    functions: list[Line]
    natures: list[Line]
    #: of a government: its budgets, transfers and debts
    books: list[Line]
    #: what stands behind 三公经费: words, a number for each document
    quantities: list[tuple[str, tuple[int | None, ...]]]


def view(site: Site, record: Budget) -> BudgetView:
    """The documents public on the day, their lines, and what the unit spent in other years."""
    today = site.facts.register.today
    shared = common.base(site, record, [("年度", Markup(f"{record.year}年")), *metadata(site, record)])
    shared["attachments"] = [*_downloads(site, record), *shared["attachments"]]
    known = record.statements_on(today)
    statements = [each for _, each in known]
    series = [Series(label, kinds(each.three_public)) for label, each in known]
    years = years_of(site.facts, record)
    sums = totals(site.facts, years)
    unit = site.facts.register.unit(record.unit)
    return BudgetView(
        **shared,
        record=record,
        documents=[Document(label, each, _files(site, record, each)) for label, each in known],
        public=lines(statements),
        money=_money(statements),
        drawing=bars("sangong", f"{record.year}年“三公”经费各项", KINDS, series),
        trend=trend(sums, record.unit) if len(years) > 1 else None,
        totals=sums,
        overview=f"budgets/three-public/{unit.slug}/" if unit and not record.whole else "",
        functions=_subjects([each.functions for each in statements]),
        natures=_subjects([each.natures for each in statements]),
        books=_books(statements),
        quantities=_quantities(statements),
    )


def files(facts: Facts, record: Budget) -> dict[str, bytes]:
    """The year's amounts to download, by address."""
    return {f"{record.url}{_file_name(record)}": table(HEAD, rows(facts, record))}


def rows(facts: Facts, record: Budget) -> list[list[str]]:
    """A row for each amount of the documents public on the day."""
    unit = facts.register.unit(record.unit)
    name = unit.name if unit else record.unit
    found = []
    for label, each in record.statements_on(facts.register.today):
        end = [each.approved_on.isoformat(), each.published_on.isoformat(), "是" if record.example else "否"]
        for words, amount in _amounts(each):
            start = [name, str(record.year), label, words, str(amount)]
            found.append([*start, *end, facts.register.column.root + record.url])
    return found


def lines(statements: Sequence[Statement]) -> tuple[Line, ...]:
    """三公经费 line by line, an amount for each document."""
    columns = [each.three_public.amounts for each in statements]
    found = zip(ThreePublic.labels(), DEPTHS, zip(*columns, strict=True), strict=True)
    return tuple(Line(label, depth, amounts) for label, depth, amounts in found)


def kinds(public: ThreePublic) -> tuple[Decimal, ...]:
    """The amounts of ``KINDS``."""
    return (public.travel, public.reception, public.cars_bought, public.cars_run)


def years_of(facts: Facts, record: Budget) -> tuple[Budget, ...]:
    """The same unit's years that are public, oldest first."""
    unit = facts.register.unit(record.unit)
    same = [each for each in facts.register.public(Budget) if unit and facts.register.unit(each.unit) is unit]
    return tuple(sorted(same or [record], key=lambda each: (each.year, each.id)))


def totals(facts: Facts, years: Sequence[Budget]) -> tuple[tuple[Budget, Line], ...]:
    """三公经费合计 of each year, planned and spent."""
    found = []
    for each in years:
        known = dict(each.statements_on(facts.register.today))
        amounts = tuple(known[k].three_public.total if k in known else None for k in (BUDGET, ACCOUNTS))
        found.append((each, Line(f"{each.year}年", 0, amounts)))
    return tuple(found)


def trend(totals: Sequence[tuple[Budget, Line]], unit: str) -> Markup:
    """三公经费 over the years as bars, planned beside spent."""
    series = [
        Series(label, [line.amounts[place] for _, line in totals])
        for place, label in enumerate((BUDGET, ACCOUNTS))
    ]
    return bars("qushi", f"{unit}历年“三公”经费", [line.label for _, line in totals], series)


def _files(site: Site, record: Budget, statement: Statement) -> list[common.FileView]:
    found = statement.attachments
    return [common.file_view(site, record, each.name, each.file, each.pages) for each in found]


def _downloads(site: Site, record: Budget) -> list[common.FileView]:
    (content,) = files(site.facts, record).values()
    href = site.links.href(record.url, record.url + _file_name(record))
    return [common.FileView("本页的全部金额（每行一个数）", href, "CSV", len(content))]


def _file_name(record: Budget) -> str:
    return f"{record.slug}-{record.year}.csv"


def _money(statements: Sequence[Statement]) -> list[Line]:
    """Lines that at least one of the documents has."""
    found = [
        Line("收入总计", 0, tuple(each.income for each in statements)),
        Line("支出总计", 0, tuple(each.spending for each in statements)),
        Line("基本支出", 1, tuple(each.basic for each in statements)),
        Line("项目支出", 1, tuple(each.projects for each in statements)),
        Line("机关运行经费", 0, tuple(each.running for each in statements)),
        Line("政府购买服务", 0, tuple(each.bought_services for each in statements)),
    ]
    names = {"total": ("政府采购", 0), "goods": ("货物", 1), "works": ("工程", 1), "services": ("服务", 1)}
    for attribute, (label, depth) in names.items():
        bought = tuple(_bought(each.procurement, attribute) for each in statements)
        found.append(Line(label, depth, bought))
    return [line for line in found if any(amount is not None for amount in line.amounts)]


def _subjects(columns: Sequence[tuple[Subject, ...]]) -> list[Line]:
    """Each subject that one of the documents has, in the order of the numbers."""
    names = {each.code: each.name for column in columns for each in column}
    amounts = [{each.code: each.amount for each in column} for column in columns]
    depth = {3: 0, 5: 1, 7: 2}
    highest = min((depth[len(code)] for code in names), default=0)
    return [
        Line(f"{code} {name}", depth[len(code)] - highest, tuple(each.get(code) for each in amounts))
        for code, name in sorted(names.items())
    ]


def _books(statements: Sequence[Statement]) -> list[Line]:
    """Income and spending of each of a government's budgets, its transfers and debts."""
    found = []
    for book in BudgetBook:
        own = [next((each for each in one.books if each.name is book), None) for one in statements]
        found.append(Line(f"{book}收入", 0, tuple(each.income if each else None for each in own)))
        found.append(Line(f"{book}支出", 0, tuple(each.spending if each else None for each in own)))
    found.append(Line("转移支付", 0, tuple(each.transfers for each in statements)))
    for name, label in keys_of(Debt):
        owed = tuple(getattr(each.debt, name) if each.debt else None for each in statements)
        found.append(Line(label, 0, owed))
    return [line for line in found if any(amount is not None for amount in line.amounts)]


def _quantities(statements: Sequence[Statement]) -> list[tuple[str, tuple[int | None, ...]]]:
    if not any(each.quantities for each in statements):
        return []
    return [
        (label, tuple(getattr(each.quantities, name) if each.quantities else None for each in statements))
        for name, label in keys_of(Quantities)
    ]


def _bought(procurement: Procurement | None, attribute: str) -> Decimal | None:
    return getattr(procurement, attribute) if procurement else None


def _amounts(statement: Statement) -> list[tuple[str, Decimal]]:
    """(words, amount) of everything a document says."""
    public = zip(ThreePublic.labels(), statement.three_public.amounts, strict=True)
    found = [(f"三公经费 {label}", amount) for label, amount in public]
    for line in (*_subjects([statement.functions]), *_subjects([statement.natures]), *_books([statement])):
        found += [(line.label, amount) for amount in line.amounts if amount is not None]
    for line in _money([statement]):
        words = f"政府采购 {line.label}" if line.label in {"货物", "工程", "服务"} else line.label
        found += [(words, amount) for amount in line.amounts if amount is not None]
    return found
