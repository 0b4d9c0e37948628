"""A tree as it is now → each of its pages when it is asked for, with marks, problems and the bar.

Whatever cannot be made is a page that says why, at its own address: one fault never hides another page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup, escape

from gongkai import render
from gongkai.column.register import Register
from gongkai.common.problems import ContentError, Problem
from gongkai.desk.glimpse import Glimpse, seen_on
from gongkai.desk.preview import telling, unread
from gongkai.desk.preview.failing import FAILING
from gongkai.desk.preview.marking import Here, marked
from gongkai.desk.preview.places import ALL, Places
from gongkai.exports.made import Made
from gongkai.law.applied import Applied
from gongkai.load import Document, locate
from gongkai.render.frame.page import Page, prefix
from gongkai.settings import Settings

_LOST = "404.html"


@dataclass(frozen=True)
class Seen:
    """What a tree was found to be, with its drafts as if public."""

    settings: Settings
    register: Register
    #: path → the files that could be read
    documents: dict[str, Document]
    #: everything known to be wrong, located
    problems: Sequence[Problem]
    #: addresses of drafts
    drafts: frozenset[str] = frozenset()
    #: of exports and the law, as last made; None: what can be told without
    made: Made | None = None
    law: Applied | None = None
    #: the rules have not looked at what was saved last
    checking: bool = False
    #: what must be mended before drafts are published, and stops nothing else
    waits: frozenset[Problem] = frozenset()


@dataclass
class Preview:
    """The pages of a tree at one time."""

    seen: Seen
    _later: dict[dt.date, Glimpse] = field(default_factory=dict)

    def __post_init__(self) -> None:
        seen = self.seen
        self._glimpse = Glimpse(seen_on(seen.settings, seen.register, seen.made, seen.law, lines=True))
        pages = self._glimpse.planned.keys() | self._days.keys()
        places = Places(seen.register, pages)
        self._second = _beside(self._glimpse)
        self._files: dict[str, str] = {}
        by_page: dict[str, list[Problem]] = {}
        for each in [*seen.problems, *locate(seen.settings.root, self._glimpse.clashes)]:
            url = places.of(each)
            by_page.setdefault(url, []).append(each)
            if url not in pages and url != ALL:
                self._files.setdefault(url, each.path)
        self.found = telling.Found(
            by_page, self._names(), seen.drafts, len(seen.register.broken), seen.checking, seen.waits
        )

    @cached_property
    def _days(self) -> dict[str, dt.date]:
        """The pages that there will be on a later day: address → day."""
        every = ((each.url, each.public_from) for each in self.seen.register.content)
        today = self.seen.settings.today
        return {
            url: day
            for url, day in every
            if day and day > today and url not in self._glimpse.planned and url not in self.seen.register.gone
        }

    @cached_property
    def _firsts(self) -> dict[str, int]:
        """The address of each record → the line of its file on which its text begins."""
        return {each.url: each.source.body_line for each in self.seen.register.content}

    def _names(self) -> dict[str, str]:
        units = {each.url: each.label for each in self.seen.register.units}
        names = {**units, **{each.url: each.name for each in self.seen.register.content}}
        files = {
            url: unread.name_of(path, self.seen.documents.get(path)) for url, path in self._files.items()
        }
        return {ALL: "不属于哪一页的", **names, **files}

    @property
    def files(self) -> frozenset[str]:
        """Addresses of what is offered beside pages, below ``content/``."""
        return frozenset(self.seen.register.files)

    def page(self, url: str) -> str | None:
        """The page at an address below the root; None where there is none."""
        made = self._made(url)
        return self._finished(made, url) if made else None

    def has(self, url: str) -> bool:
        """Whether there is a page at an address."""
        return url in self._glimpse.planned or url in self._second or url in self._days or url in self._files

    def lost(self) -> str:
        """What is said where there is no page."""
        return self.page(_LOST) or ""

    def _made(self, url: str) -> Page | None:
        problems = self.found.by_page.get(url, ())
        if url in self._glimpse.planned:
            others = [each for each in self._second if self._second[each].url == url]
            also = [_leading("这个网址还有另一页，在", url, each) for each in others]
            return self._tried(self._glimpse.planned[url], url, also)
        if url in self._second:
            first = self._second[url].url
            return self._tried(
                self._second[url], first, [_leading("这一页与另一页同一个网址，另一页在", url, first)]
            )
        if url in self._days:
            day = self._days[url]
            note = f"要到 {day.isoformat()} 才公布：这一页是那一天的样子。"
            return self._tried(self._on(day).planned.get(url), url, (note,))
        if url in self._files:
            path = self._files[url]
            document = self.seen.documents.get(path)
            content = unread.content(self.seen.settings.root, path, document, problems)
            draft = bool(document and isinstance(document.data, dict) and document.data.get("草稿") == "是")
            notes = ("这一件读不出来，排不成网页：下面是文件里写的，还没有的写着“待填”。",)
            return self._own(url, content, Here(draft=draft, notes=notes))
        if url == ALL:
            return self._own(url, telling.page_of_all(self.found, url), Here())
        return None

    def _tried(self, planned: render.Planned | None, url: str, notes: Sequence[str]) -> Page:
        problems = self.found.by_page.get(url, ())
        try:
            page = planned.make() if planned else None
            if page is not None:
                here = Here(problems, self._firsts.get(url, 0), url in self.seen.drafts, notes)
                return marked(page, here, self.seen.drafts)
            why = "那一天没有这一页"
        except ContentError:
            why = "正文有不允许的写法"
        except FAILING as error:  # whatever a text that no rule let pass may do: the other pages stay
            why = f"{type(error).__name__} {error}"
        return self._instead(url, why, notes)

    def _instead(self, url: str, why: str, notes: Sequence[str]) -> Page:
        """What stands for a page that cannot be made: its file as it is written, or why."""
        problems = self.found.by_page.get(url, ())
        path = self._paths.get(url)
        document = self.seen.documents.get(path) if path else None
        here = Here(draft=url in self.seen.drafts, notes=(*notes, f"这一页现在排不出来：{why}。"))
        if path and document:
            content = unread.content(self.seen.settings.root, path, document, problems)
        else:
            content = telling.fill("unmade.html", title=self.found.names.get(url, url), problems=problems)
        return self._own(url, content, here)

    @cached_property
    def _paths(self) -> dict[str, str]:
        """The address of each record → its file."""
        return {each.url: each.source.path for each in self.seen.register.content}

    def _own(self, url: str, content: str, here: Here) -> Page:
        """A page that only the preview has."""
        title = self.found.names.get(url, "全部问题" if url == ALL else url)
        return marked(Page(url, "", str(escape(f"预览：{title}")), "", content, "preview"), here, frozenset())

    def _on(self, day: dt.date) -> Glimpse:
        if day not in self._later:
            site = seen_on(self.seen.settings, self.seen.register.on(day), lines=True)
            self._later[day] = Glimpse(site)
        return self._later[day]

    def _finished(self, page: Page, url: str) -> str:
        try:
            text = self._glimpse.framed(page)
        except FAILING:  # the frame counts and names what files with faults may lack
            text = telling.fill("bare.html", title=page.title, style=telling.style(), content=page.content)
        head, end, rest = text.rpartition("</body>")
        return f"{head}{telling.bar(self.found, url)}{end}{rest}"


def _beside(glimpse: Glimpse) -> dict[str, render.Planned]:
    """Pages whose address another has, each at one beside it, so that its links lead where they did."""
    found: dict[str, render.Planned] = {}
    for url, others in glimpse.others.items():
        stem, ending = (url[:-1], "/") if url.endswith("/") else (url, "")
        for number, planned in enumerate(others, 2):
            found[f"{stem or 'preview'}~{number}{ending}"] = planned
    return found


def _leading(words: str, here: str, there: str) -> Markup:
    return Markup('{} <a href="{}">{}</a>。').format(words, prefix(here) + quote(there), there or "首页")


def spare(site: render.Site) -> list[render.Planned]:
    """The pages of a site, one at an address; what cannot be made says nothing and stops nothing."""
    return [_spared(each) for each in Glimpse(site).planned.values()]


def _spared(planned: render.Planned) -> render.Planned:
    def make() -> Page:
        try:
            return planned.make()
        except FAILING:  # shown by the preview with its reason
            return Page(planned.url, planned.section, "", "", "", "preview")

    return render.Planned(planned.url, planned.section, make, planned.leads)
