"""全部栏目: every column with how much it holds, in groups named by what a reader wants."""

from __future__ import annotations

from gongkai.column.register import Register
from gongkai.records.types.retention import RetentionRule
from gongkai.render.site import Site

#: (words, address below the root, count as printed or None)
Row = tuple[str, str, str | None]
#: group → its columns in order; the first group holds what 国办公开办函〔2019〕61号 names
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "政府信息公开",
        ("guide/", "rules/", "catalogue/", "items/", "annual-reports/", "request/", "requests/"),
    ),
    (
        "政策和办事",
        (
            *("policies/", "interpretations/", "benefits/", "services/", "consultations/"),
            *("decisions/", "evaluations/", "gazette/"),
        ),
    ),
    ("会议和回应", ("meetings/", "events/", "concerns/", "calendar/")),
    ("单位和联系方式", ("units/", "functions/", "leaders/", "contacts/", "reading-rooms/")),
    ("任务和财政", ("projects/", "work-points/", "budgets/")),
    ("数据", ("datasets/", "data/", "feeds/")),
    ("公开得怎么样", ("quality/", "duties/", "rulebook/", "waivers/", "log/", "corrections/", "retention/")),
    ("使用帮助", ("search/", "accessibility/", "report-error/", "about-demo/")),
)
OTHERS = "其他"


def linked(site: Site, url: str) -> list[tuple[str, list[Row]]]:
    """The groups with links as the page at ``url`` needs them; groups without a column are left out.

    A column that no group names, such as a page a district writes itself, stands in the last one.
    """
    rows = {
        address: (label, site.links.href(url, address), count) for label, address, count in _everything(site)
    }
    if "concerns/" in rows:
        rows.pop("responses/", None)  # the same answers, with the press conferences beside them
    named = [
        (heading, [rows.pop(each) for each in addresses if each in rows]) for heading, addresses in GROUPS
    ]
    return [(heading, found) for heading, found in [*named, (OTHERS, list(rows.values()))] if found]


def _everything(site: Site) -> list[Row]:
    """Every column of the site that has something in it, with how much."""
    pages = [page for page in reversed(site.facts.register.pages) if page.url not in site.facts.introductions]
    rows: list[Row] = [(page.block or page.title, page.url, None) for page in pages]
    rows += [
        (listing.label, f"{listing.section}/", f"{len(listing.records)} 件")
        for listing in site.facts.listings
        if listing.records or f"{listing.section}/" in site.facts.introductions
    ]
    rows += _of_the_register(site.facts.register)
    if site.facts.datasets:
        rows.append(("数据开放", "data/", f"{len(site.facts.datasets) - 1} 类"))
    if site.facts.figures:
        rows.append(("公开质量", "quality/", f"{len(site.facts.figures)} 项"))
    rows += _over_time(site)
    if site.facts.rulebook:
        rows.append(("规则手册", "rulebook/", f"{len(site.facts.rulebook.rules)} 条"))
        rows.append(("豁免清单", "waivers/", f"{len(site.facts.rulebook.waivers)} 份"))
    return [*rows, ("订阅更新", "feeds/", f"{len(site.facts.feeds)} 个"), ("搜索", "search/", None)]


def _over_time(site: Site) -> list[Row]:
    """What comes, what is owed, what is kept, and what happened."""
    coming = sum(each.day >= site.facts.register.today for each in site.facts.days)
    rows: list[Row] = [("日程", "calendar/", f"{coming} 项将到" if coming else None)]
    rows.append(("公开待办", "duties/", None))
    if site.facts.retention and (categories := site.facts.register.everything(RetentionRule)):
        rows.append(("归档与保管期限", "retention/", f"{len(categories)} 类"))
    return [*rows, ("发布日志", "log/", None)]


def _of_the_register(register: Register) -> list[Row]:
    """Pages that gather what stands in the records of several types."""
    rows: list[tuple[str, str, int, str | None]] = [
        ("惠企政策", "benefits/", len(register.benefits), "件"),
        ("回应关切与新闻发布会", "concerns/", len(register.concerns), "件"),
        ("公开目录", "catalogue/", len(register.catalogue), "项"),
        ("单位", "units/", len(register.units), "个"),
        ("机构职能", "functions/", sum(bool(unit.duties) for unit in register.units), None),
        ("领导之窗", "leaders/", sum(bool(unit.leaders) for unit in register.units), None),
    ]
    return [(words, url, f"{count} {unit}" if unit else None) for words, url, count, unit in rows if count]
