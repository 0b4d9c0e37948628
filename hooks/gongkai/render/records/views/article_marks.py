"""What became of an article of an amended policy, said beneath it: from when, by what, the way to more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from gongkai.column.amendments import amendments, suspended
from gongkai.column.changes import Missing, Touched, coming, missing, since, touched
from gongkai.column.versions import Version
from gongkai.common.said_days import cn_date
from gongkai.render.records.views import common
from gongkai.render.records.views.versions import by_words, found_for, suspension_words
from gongkai.render.site import Site
from gongkai.render.view import View
from gongkai.text.compare import Change
from gongkai.text.tree import Node

_VERBS = {
    Change.CHANGED: "修改", Change.ADDED: "新增", Change.MOVED: "移到这里", Change.GONE: "删去",
    Change.REPEALED: "废止",
}  # fmt: skip
#: (words, link)
_Link = tuple[str, str]


@dataclass(frozen=True)
class Mark(View):
    """What became of an article: a kind for its glyph, words, ways to see more."""

    TEMPLATE = "partials/column/change.html"

    kind: str
    article: str
    words: Markup
    links: list[_Link]

    @property
    def ended(self) -> bool:
        """Whether the article does not hold, for good or for a time."""
        return self.kind in ("repealed", "partly-repealed")


@dataclass(frozen=True)
class _Shown:
    """The version on the page at ``url``, with those before and after it."""

    site: Site
    url: str
    version: Version
    found: tuple[Version, ...]

    @property
    def place(self) -> int:
        return self.found.index(self.version)

    @property
    def articles(self) -> tuple[Node, ...]:
        return self.version.text.governing.articles

    def href(self, address: str) -> str:
        return self.site.links.href(self.url, address)


def marks(site: Site, shown: Version, url: str) -> dict[str, str]:
    """Article id → HTML of what became of the article, for the text of a version on the page at ``url``."""
    page = _Shown(site, url, shown, found_for(site, shown.policy))
    labels = {node.id: node.label for node in page.articles}
    told: defaultdict[str, str] = defaultdict(str)
    for every in (_touched(page), _coming(page), _suspended(page), _missing(page)):
        for id_, kind, words, links in every:
            mark = Mark(kind, labels[id_], words, links)
            told[id_] += site.templates.partial("change", view=mark)
    return dict(told)


#: (id of an article, kind, words, links)
_Told = Iterator[tuple[str, str, Markup, list[_Link]]]


def _touched(page: _Shown) -> _Told:
    """What last became of each article up to the version shown."""
    for id_, each in touched(page.found[: page.place + 1]).items():
        repealed = each.change is Change.REPEALED
        link = page.href(f"{each.version.comparison}#{each.id}")
        label = "看对比" if each.change is Change.ADDED else "看原来的文字"
        kind = "partly-repealed" if repealed else "amended"
        yield id_, kind, _touched_words(page, each), [(label, link)]


def _touched_words(page: _Shown, each: Touched) -> Markup:
    before = f"原为{each.before}，" if each.before else ""
    verb = _VERBS[each.change]
    basis = common.joined([by_words(page.site, by, page.url) for by in each.by])
    return Markup("{}自{}起{}，依据{}。").format(before, cn_date(each.version.begins), verb, basis)


def _coming(page: _Shown) -> _Told:
    """What the versions that have not begun do to the articles of this one."""
    after = page.found[page.place + 1 :]
    if not after or after[0].begins <= page.site.facts.register.today:
        return
    for at, (before, later) in enumerate(pairwise((page.version, *after))):
        # an article may have another number by then
        now = since(page.found[: page.place + at + 1], page.version)
        ids = {then: first for first, (then, _) in now.items()}
        basis = common.joined([by_words(page.site, by, page.url) for by in later.by])
        for id_, change in coming(before, later).items():
            if id_ in ids:
                verb = "改条号" if change is Change.MOVED else _VERBS[change]
                words = Markup("自{}起将{}，依据{}。").format(cn_date(later.begins), verb, basis)
                yield ids[id_], "not-yet", words, [("看将来的文字", page.href(later.comparison))]


def _suspended(page: _Shown) -> _Told:
    """Suspensions while this version holds; on the policy's own page those that are over say nothing."""
    register, shown = page.site.facts.register, page.version
    since = register.today if page.url == shown.policy.url else shown.begins
    for each in suspended(amendments(register, shown.policy)):
        over = each.last is not None and each.last < since
        if over or (shown.ends is not None and each.begins >= shown.ends):
            continue
        words = suspension_words(page.site, each, page.url) + "。"
        kind = "not-yet" if each.begins > register.today else "repealed"
        numbers = {at.article for at in each.at}
        for node in page.articles:
            if not numbers or node.number in numbers:
                yield node.id, kind, words, []


def _missing(page: _Shown) -> _Told:
    """What is known of an article and not written into it."""
    ids = {node.label: node.id for node in page.articles}
    for version in page.found[: page.place + 1]:
        for each in missing(version):
            if each.article in ids:
                yield ids[each.article], "due", _missing_words(page, each), []


def _missing_words(page: _Shown, each: Missing) -> Markup:
    by, why = by_words(page.site, each.by, page.url), f"：{each.why}" if each.why else ""
    return Markup("{}对这一条的修改有一处没有写入{}。请和该文件一起看。").format(by, why)
