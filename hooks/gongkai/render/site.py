"""The column being rendered: the Register, the templates, and how pages lead to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from markupsafe import Markup, escape

from gongkai.column.register import Register
from gongkai.column.register.english import counterparts
from gongkai.column.register.retention import Terms
from gongkai.common.problems import Problem
from gongkai.exports.made import Feed, OpenData, Table
from gongkai.law.duties import Duty
from gongkai.law.figures import Measured
from gongkai.law.rulebook import Rulebook
from gongkai.records.base import ContentRecord, Record
from gongkai.records.column import Column
from gongkai.records.types.policy import Policy
from gongkai.render.bodies import Bodies, FullText, fill_notes
from gongkai.render.frame.assets import read_assets
from gongkai.render.frame.interface import Catalogue
from gongkai.render.frame.language import (
    CHINESE,
    ENGLISH,
    NAMES,
    Languages,
    home_of,
    language_of,
    mark_chinese,
)
from gongkai.render.frame.navigation import NAVIGATION, frame_context
from gongkai.render.frame.page import prefix, relative
from gongkai.render.frame.shell import Frame, Shells
from gongkai.render.frame.templates import environment
from gongkai.render.lookups import Lookups
from gongkai.render.view import filled
from gongkai.settings import Settings
from gongkai.text import Converter, article_ids

Crumbs = list[tuple[str, str | None]]


class Site(Lookups):
    """Everything that rendering needs, read once; nothing here is changed afterwards."""

    def __init__(
        self,
        settings: Settings,
        register: Register,
        frame: Frame,
        *,
        feeds: Mapping[str, Feed],
        waived: tuple[Problem, ...] = (),
        datasets: Sequence[OpenData] = (),
        duties: Sequence[Duty] = (),
        tables: Mapping[str, Table] | None = None,
        figures: Sequence[Measured] = (),
        rulebook: Rulebook | None = None,
        retention: Terms | None = None,
    ) -> None:
        super().__init__(register, duties, waived)
        self.settings = settings
        self.tables = tables or {}
        self.datasets = {each.section: each for each in datasets}
        self.feeds = feeds
        self.figures = {each.id: each for each in figures}
        self.rulebook = rulebook
        self.retention = retention
        overrides = settings.project / "overrides"
        self.assets = read_assets(overrides)
        catalogue = Catalogue(overrides)
        self.words = {language: catalogue.words(language) for language in NAMES}
        self.script_words = {language: catalogue.for_scripts(language) for language in NAMES}
        self._templates = {code: environment(overrides, code, say) for code, say in self.words.items()}
        self._columns = {CHINESE: register.column, ENGLISH: register.column.in_english()}
        self.languages = Languages(register.column.root, counterparts(register))
        self.shells = Shells(frame, self._frame_context, self._switch)
        by_path = {record.source.path: record for record in (*register.all, *register.english)}
        self._bodies = Bodies(Converter(), by_path)

    # -- templates -----------------------------------------------------------------------

    def _frame_context(self, section: str, url: str) -> dict[str, Any]:
        context = frame_context(self, section, url)
        if url.endswith(".html"):
            # An error page is shown at any address, so its links cannot be relative.
            context["base_url"] = self.column_path.rstrip("/")
        return context

    def _switch(self, url: str) -> tuple[str, str]:
        """The link to the other language, and what <head> says of a page's versions."""
        if not self.languages.two:
            return "", ""
        return str(escape(self.link(url, self.languages.switch(url)))), self.languages.head(url)

    def column_for(self, url: str) -> Column:
        """The column's identity in the language of a page."""
        return self._columns[language_of(url)]

    def section(self, record: ContentRecord) -> str:
        """The entry of the navigation that a record's page belongs to."""
        known = {name for name, _, _ in NAVIGATION}
        own = record.section() if record.LISTED else record.slug
        return own if own in known else "columns"

    @property
    def column_path(self) -> str:
        """The path of the column's home page on its host, e.g. ``/zwgk/``."""
        return "/" + self.register.column.root.split("/", 3)[3]

    def template(self, name: str | list[str], url: str, **variables: Any) -> str:
        """A content template (the first there is of several) rendered for the page at ``url``."""
        shared: dict[str, Any] = {
            "href": lambda target: self.link(url, target),
            "asset": lambda path: self.link(url, self.assets.path(path)),
            "register": self.register,
            "column": self.column_for(url),
            "today": self.register.today,
            "site_rules": self.rulebook is not None,
            "url": url,
        }
        names = [name] if isinstance(name, str) else name
        language = language_of(url)
        made = self._templates[language].select_template(names).render(shared | variables)
        return mark_chinese(made) if language == ENGLISH else made

    def partial(self, name: str, **variables: Any) -> str:
        return self._templates[CHINESE].get_template(f"partials/column/{name}.html").render(variables).strip()

    # -- links ---------------------------------------------------------------------------

    def link(self, source: str, target: str | Record) -> str:
        """The link from a page to a record or an address below the root."""
        address = target.url if isinstance(target, Record) else target
        if source.endswith(".html"):
            return self.column_path + address
        return relative(source, address)

    def prefix(self, url: str) -> str:
        return prefix(url)

    def crumbs(self, url: str, *steps: tuple[str, str]) -> Crumbs:
        """Breadcrumbs from the home page through the steps given as (label, address)."""
        home = home_of(language_of(url))
        found: Crumbs = [(self.column_for(url).name, self.link(url, home))]
        return [*found, *((label, self.link(url, address)) for label, address in steps)]

    def section_crumbs(self, record: ContentRecord, url: str) -> Crumbs:
        address = f"{record.section()}/" if record.LISTED else "columns/"
        return self.crumbs(url, (record.COLUMN, address))

    # -- feeds ---------------------------------------------------------------------------

    def feed_links(self, url: str, names: list[str]) -> list[tuple[str, str, str]]:
        """(title, RSS link, Atom link) of the feeds of these names that exist."""
        known = [self.feeds[name] for name in names if name in self.feeds]
        return [(feed.title, self.link(url, feed.rss), self.link(url, feed.atom)) for feed in known]

    def feeds_of(self, record: ContentRecord) -> list[tuple[str, str, str]]:
        """Feeds that carry a record: its type's and its units'."""
        units = [f"unit-{unit.slug}" for unit in self.register.units_of(record)]
        return self.feed_links(record.url, [record.section(), *units])

    # -- texts ---------------------------------------------------------------------------

    def body(self, record: ContentRecord, url: str) -> str:
        """The text of a record for the page at ``url``, with a hole for notes after each article."""
        return self._bodies.convert(record, lambda address: self.link(url, address)).html

    def full_text(self, record: ContentRecord) -> str:
        """The text of a record with absolute links, for feeds."""
        root = self.register.column.root
        converted = self._bodies.convert(record, lambda address: root + address)
        body = Markup(fill_notes(converted.html, {}))
        return filled(self, FullText(record, body), record.url)

    def articles(self, policy: Policy) -> frozenset[str]:
        """The ids of a policy's articles."""
        if policy.id not in self._articles:
            self._articles[policy.id] = article_ids(policy.body)
        return self._articles[policy.id]

    @cached_property
    def _articles(self) -> dict[str, frozenset[str]]:
        return {}
