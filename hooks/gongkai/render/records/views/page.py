"""What a hand-written page shows beside its text: the forms and procedures that belong to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.form import Form
from gongkai.records.types.page import Page
from gongkai.records.types.procedure import Procedure, Remedy, Step
from gongkai.render.charts.flow import basis_of, flow, stages
from gongkai.render.contents import Contents, contents
from gongkai.render.facts import Facts
from gongkai.render.frame.language import ENGLISH, language_of
from gongkai.render.records.views import common
from gongkai.render.records.views.contact import UnitLine, for_disclosure
from gongkai.render.records.views.fields import metadata
from gongkai.render.site import Site

SHOWS = Page

#: the file name of 政府信息公开指南
GUIDE = "guide"
#: the pages that say whom to ask about disclosure: 指南 and 依申请公开
ASKING = (GUIDE, "request")
#: the heading of whom to call
CALL = "信息公开咨询电话"
_KINDS = {"docx": "Word 文档", "pdf": "PDF"}
_LANGUAGES = {"zh": "", "en": "（English）"}
_ENGLISH = {"zh": " (in Chinese)", "en": ""}


@dataclass(frozen=True)
class FormView:
    """A form to print, and the files made from it that are there."""

    form: Form
    files: list[common.FileView]


@dataclass(frozen=True)
class ProcedureView:
    """A procedure drawn, and its steps for the list behind the drawing."""

    procedure: Procedure
    drawing: Markup
    stages: list[tuple[Step, list[Step]]]
    basis_of: Callable[[Step | Remedy], str]


@dataclass(frozen=True, kw_only=True)
class PageView(common.RecordView):
    """The parts of every record, and the forms and procedures of the page."""

    record: Page | EnglishPage
    forms: list[FormView]
    procedures: list[ProcedureView]
    #: whom to ask about disclosure, unit by unit
    phones: list[UnitLine]
    #: how the page says 信息公开咨询电话, and in which language
    call: str
    language: str = "zh"

    @property
    def contents(self) -> Contents | None:
        """The contents of its text and of what stands below it."""
        drawn = [each.procedure for each in self.procedures]
        after = [(f"jiuji-{each.slug}", each.remedies.title) for each in drawn if each.remedies]
        after += [(f"liucheng-{each.slug}", each.title) for each in drawn]
        after += [(f"biaoge-{each.form.slug}", each.form.title) for each in self.forms]
        named = [(id_, title.in_(self.language)) for id_, title in after]
        return contents(self.body, [*named, *([("zixun-dianhua", self.call)] if self.phones else [])])


def view(site: Site, page: Page) -> PageView:
    """The page's own parts, then its procedures and forms."""
    return PageView(
        **common.base(site, page, metadata(site, page)),
        record=page,
        forms=forms_of(site, page.slug, page.url),
        procedures=procedures_of(site.facts, page.slug),
        phones=for_disclosure(site.facts) if page.slug in ASKING else [],
        call=CALL,
    )


def forms_of(site: Site, page: str, url: str) -> list[FormView]:
    """The forms of the page of that name, linked from the page at ``url`` in that page's language."""
    found = [form for form in site.facts.register.everything(Form) if form.page == page]
    return [FormView(form, _files(site, form, url)) for form in found]


def procedures_of(facts: Facts, page: str, language: str = "zh") -> list[ProcedureView]:
    """The procedures of the page of that name, drawn with the words of a language."""
    found = [each for each in facts.register.everything(Procedure) if each.page == page]
    return [
        ProcedureView(each, flow(f"liucheng-{each.slug}", each, language), stages(each), basis_of)
        for each in found
    ]


def _files(site: Site, form: Form, url: str) -> list[common.FileView]:
    """What ``scripts/forms`` made; a file that is not there is not offered."""
    found = []
    english = language_of(url) == ENGLISH
    marks = _ENGLISH if english else _LANGUAGES
    for language in sorted(form.languages) if english else form.languages:
        for kind in _KINDS:
            known = site.facts.register.files.get(form.file(language, kind))
            if known:
                name = f"{form.title.in_('en' if english else language)}{marks[language]}"
                href = site.links.href(url, known.path)
                found.append(common.FileView(name, href, kind.upper(), known.size))
    return found
