"""The templates: one environment a language, always escaping, without the site generator."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypedDict

import jinja2

from gongkai.column.look import Look
from gongkai.common.kept import Kept
from gongkai.common.said_days import clock, cn_date, said, weekday
from gongkai.common.title_marks import in_marks
from gongkai.records.base import Record
from gongkai.records.column import Column
from gongkai.render.facts import Facts
from gongkai.render.frame.assets import read_assets
from gongkai.render.frame.compiled import compiled_templates
from gongkai.render.frame.generated import Environment
from gongkai.render.frame.icons import icon
from gongkai.render.frame.interface_words import Catalogue, Words, english_date, in_chinese, unit_name
from gongkai.render.frame.kept_contents import KeptContents
from gongkai.render.frame.language import CHINESE, ENGLISH, NAMES, language_of, mark_chinese
from gongkai.render.frame.links import Links
from gongkai.render.frame.page_links import Content, links_in
from gongkai.render.frame.qr import qr
from gongkai.render.frame.telephones import linked, tel
from gongkai.render.frame.template_texts import TemplateTexts
from gongkai.render.frame.unbroken import unbroken
from gongkai.render.frame.view_digest import NoDigest
from gongkai.render.frame.ways import Door, about, report_doors
from gongkai.render.view import View


class Known(TypedDict):
    """What every template of a page knows beside its view."""

    #: a record, or an address below the root → the link from this page
    href: Callable[[str | Record], str]
    #: a file below overrides/assets → the link from this page
    asset: Callable[[str], str]
    #: the column's identity in the language of the page
    column: Column
    today: dt.date
    #: whether there is a rulebook to lead to
    site_rules: bool
    #: how a fault of the page is told where the portal has no form for it
    report: list[Door]
    url: str


class Templates:
    """Everything below ``overrides/``: templates in each language, their words, and the assets."""

    def __init__(
        self, overrides: Path, facts: Facts, links: Links, look: Look, kept: Kept | None = None
    ) -> None:
        catalogue = Catalogue(overrides)
        self.assets = read_assets(overrides, look)
        self.words = {language: catalogue.words(language) for language in NAMES}
        self.script_words = {language: catalogue.for_scripts(language) for language in NAMES}
        self._texts = TemplateTexts(overrides)
        self._environments = {
            code: environment(overrides, code, say, self._texts) for code, say in self.words.items()
        }
        self._facts, self._links = facts, links
        self.contents = KeptContents(kept or Kept())
        #: what templates say by ``_``: as a digest, for they are many
        self._said = {
            CHINESE: b"",
            ENGLISH: hashlib.sha256(repr([*catalogue.pages.items()]).encode()).digest(),
        }

    def filled(self, view: View, url: str) -> Content:
        """The content of the page at ``url``: a view in its template, in the page's language, as HTML."""
        return self.contents.content(lambda: self._told(view, url), lambda: self._content(view, url))

    def _told(self, view: View, url: str) -> tuple[Any, ...]:
        """All that the content of a page depends on; of what every template knows, what this one names."""
        name = self._texts.first(tuple(view.template_names))
        drawn = self._texts.drawn(name)
        if drawn is None:
            raise NoDigest(name)
        language = language_of(url)
        # of the two functions, what they go by beside the address
        path = self._links.column_path
        ways = {"href": path, "asset": self.assets.folder}
        named = {each: value for each, value in {**self._known(url), **ways}.items() if each in drawn.words}
        return name, drawn.digest, language, self._said[language], url, path, named, view

    def _content(self, view: View, url: str) -> Content:
        made = unbroken(self.text(view, url))
        return Content.of(made, frozenset(links_in(made, url, self._links.column_path)))

    def text(self, view: View, url: str) -> str:
        """A view in its template, in the language of an address, as HTML that is no page."""
        record = {"record": view.record} if hasattr(view, "record") else {}
        language = language_of(url)
        template = self._environments[language].get_template(self._texts.first(tuple(view.template_names)))
        made = linked(template.render(**self._known(url), **record, view=view))
        return mark_chinese(made) if language == ENGLISH else made

    def same(self) -> tuple[Any, ...]:
        """What is the same for all pages of a build: the code of templates, words, the column, its doors."""
        said = (self._texts.whole, *(self._said[each] for each in NAMES))
        register = self._facts.register
        known = (register.column, register.today, self._facts.law.rulebook is not None, self._report)
        return *said, *known, self.assets.folder, self._links.column_path, self._links.languages.two

    @cached_property
    def _report(self) -> list[Door]:
        return report_doors(self._facts)

    def _known(self, url: str) -> Known:
        return Known(
            href=partial(self._links.href, url),
            asset=lambda path: self._links.href(url, self.assets.path(path)),
            column=self._links.column_for(url),
            today=self._facts.register.today,
            site_rules=self._facts.law.rulebook is not None,
            report=[about(each, self._facts.register.column.root + url) for each in self._report],
            url=url,
        )

    def frame(self, url: str, variables: dict[str, Any]) -> str:
        """The whole page around the parts given, in its language."""
        return self._environments[language_of(url)].get_template("main.html").render(variables)

    def partial(self, name: str, **variables: Any) -> str:
        """A part of a page that knows only what it is given."""
        template = self._environments[CHINESE].get_template(f"partials/column/{name}.html")
        return template.render(variables).strip()


def environment(
    overrides: Path, language: str = CHINESE, words: Words = in_chinese, texts: TemplateTexts | None = None
) -> jinja2.Environment:
    """Jinja over ``overrides/`` with the filters our templates use; an unknown name is an error.

    ``_`` in templates is ``words``; dates and names are those of ``language``.
    """
    made = Environment(
        loader=(texts or TemplateTexts(overrides)).loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled_templates(language),
        # a run reads each template once: otherwise its file is looked at for every page
        auto_reload=False,
    )
    english = language == ENGLISH
    # the fields of texts in two languages are called by the first part of its code
    made.globals.update(_=words, language=language, code=language[:2], icon=icon)
    made.filters.update(
        filesize=filesize,
        cn_date=english_date if english else cn_date,
        day=english_date if english else cn_date,
        weekday=english_date if english else weekday,
        clock=str if english else clock,
        said=str if english else said,
        unit_name=partial(unit_name, language=language),
        in_marks=in_marks,
        tel=tel,
        qr=qr,
    )
    return made


def filesize(value: int) -> str:
    """Bytes as ``312 KB`` or ``1.4 MB``, number and unit on one line; never 0 KB."""
    if value >= 1024 * 1024:
        return f"{value / 1024 / 1024:.1f}\N{NO-BREAK SPACE}MB"
    return f"{max(1, round(value / 1024))}\N{NO-BREAK SPACE}KB"
