"""What a preview adds to a page → HTML: problems, marks, and the bar that tells how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from gongkai.common.problems import Level, Problem
from gongkai.desk.preview.places import ALL
from gongkai.render.frame.page import prefix

_HERE = Path(__file__).parent
#: pages that the bar names; all of them stand on a page of their own
_MOST = 30


@dataclass(frozen=True)
class Row:
    """A page that has problems, as the bar names it."""

    href: str
    words: str
    count: int
    level: Level


@dataclass(frozen=True)
class Found:
    """Everything that was found, by the pages on which it is told."""

    by_page: Mapping[str, Sequence[Problem]]
    #: address → what the page is called
    names: Mapping[str, str]
    drafts: frozenset[str] = frozenset()
    #: how many files did not become a record
    unread: int = 0
    #: the rules have not looked at what was saved last
    checking: bool = False
    waits: frozenset[Problem] = frozenset()

    @property
    def problems(self) -> list[Problem]:
        """All of them, page by page."""
        return [each for found in self.by_page.values() for each in found]

    def counted(self) -> dict[Level, int]:
        """How many of each level."""
        count = Counter(each.level for each in self.problems)
        return {level: count[level] for level in Level}

    @property
    def waiting(self) -> int:
        """What must be mended before drafts are published, and hinders nothing else."""
        return sum(each in self.waits for each in self.problems)

    def rows(self, url: str) -> list[Row]:
        """The pages with problems, as a page links to them: what must be mended first."""
        worst = {page: min(map(_rank, found)) for page, found in self.by_page.items() if found}
        return [
            Row(
                prefix(url) + quote(page) or "./",
                self.names.get(page) or page or "首页",
                len(self.by_page[page]),
                list(Level)[worst[page]],
            )
            for page in sorted(worst, key=lambda page: (worst[page], page))
        ]


def _rank(problem: Problem) -> int:
    return list(Level).index(problem.level)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_HERE / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(template: str, **given: object) -> Markup:
    """One of the preview's own templates."""
    return Markup(_templates().get_template(template).render(given))


def bar(found: Found, url: str) -> Markup:
    """What stands below every page."""
    rows, count = found.rows(url), found.counted()
    here = f"{prefix(url)}{ALL}"
    return fill("bar.html", found=found, count=count, rows=rows[:_MOST], more=len(rows) > _MOST, all=here)


def page_of_all(found: Found, url: str) -> Markup:
    """Every problem there is, file by file."""
    by_file: dict[str, list[Problem]] = {}
    for each in sorted(found.problems, key=lambda each: (_rank(each), *each.order)):
        by_file.setdefault(each.file, []).append(each)
    return fill("all.html", files=by_file, rows=found.rows(url))


@cache
def style() -> Markup:
    """The looks of what is added."""
    return Markup("<style>{}</style>").format(Markup((_HERE / "static/preview.css").read_text("utf-8")))
