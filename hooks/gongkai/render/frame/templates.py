"""The templates: one environment a language, always escaping, without the site generator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypedDict

import jinja2

from gongkai.column.look import Look
from gongkai.column.register import Register
from gongkai.common.said_days import clock, cn_date, said, weekday
from gongkai.records.base import Record
from gongkai.records.column import Column
from gongkai.render.facts import Facts
from gongkai.render.frame.assets import read_assets
from gongkai.render.frame.compiled import compiled_templates
from gongkai.render.frame.icons import icon
from gongkai.render.frame.interface_words import Catalogue, Words, english_date, in_chinese, unit_name
from gongkai.render.frame.language import CHINESE, ENGLISH, NAMES, language_of, mark_chinese
from gongkai.render.frame.links import Links
from gongkai.render.frame.qr import qr
from gongkai.render.frame.telephones import linked, tel
from gongkai.render.frame.ways import Door, report_doors
from gongkai.render.view import View


class Known(TypedDict):
    """What every template of a page knows beside its view."""

    #: a record, or an address below the root → the link from this page
    href: Callable[[str | Record], str]
    #: a file below overrides/assets → the link from this page
    asset: Callable[[str], str]
    register: Register
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

    def __init__(self, overrides: Path, facts: Facts, links: Links, look: Look) -> None:
        catalogue = Catalogue(overrides)
        self.assets = read_assets(overrides, look)
        self.words = {language: catalogue.words(language) for language in NAMES}
        self.script_words = {language: catalogue.for_scripts(language) for language in NAMES}
        self._environments = {code: environment(overrides, code, say) for code, say in self.words.items()}
        self._facts, self._links = facts, links

    def filled(self, view: View, url: str) -> str:
        """The content of the page at ``url``: a view in its template, in the page's language, as HTML."""
        known = Known(
            href=partial(self._links.href, url),
            asset=lambda path: self._links.href(url, self.assets.path(path)),
            register=self._facts.register,
            column=self._links.column_for(url),
            today=self._facts.register.today,
            site_rules=self._facts.law.rulebook is not None,
            report=report_doors(self._facts, url),
            url=url,
        )
        record = {"record": view.record} if hasattr(view, "record") else {}
        language = language_of(url)
        template = self._environments[language].select_template(view.template_names)
        made = linked(template.render(**known, **record, view=view))
        return mark_chinese(made) if language == ENGLISH else made

    def frame(self, url: str, variables: dict[str, Any]) -> str:
        """The whole page around the parts given, in its language."""
        return self._environments[language_of(url)].get_template("main.html").render(variables)

    def partial(self, name: str, **variables: Any) -> str:
        """A part of a page that knows only what it is given."""
        template = self._environments[CHINESE].get_template(f"partials/column/{name}.html")
        return template.render(variables).strip()


def environment(overrides: Path, language: str = CHINESE, words: Words = in_chinese) -> jinja2.Environment:
    """Jinja over ``overrides/`` with the filters our templates use; an unknown name is an error.

    ``_`` in templates is ``words``; dates and names are those of ``language``.
    """
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(overrides),
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
        tel=tel,
        qr=qr,
    )
    return made


def filesize(value: int) -> str:
    """Bytes as ``312 KB`` or ``1.4 MB``; never 0 KB."""
    if value >= 1024 * 1024:
        return f"{value / 1024 / 1024:.1f} MB"
    return f"{max(1, round(value / 1024))} KB"
