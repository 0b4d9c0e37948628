"""Settings → a checked column → a site in a folder aside: the whole way, stage by stage."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol

from gongkai import gate, render, search
from gongkai.column import announced_dates, announced_texts, kept_log, kept_texts
from gongkai.column.register import Register
from gongkai.column.register.english import FOLDER
from gongkai.column.register.retention import Terms
from gongkai.column.validate import Broken, Validated, validate
from gongkai.common import stage_costs
from gongkai.common.kept import Kept
from gongkai.common.problems import ContentError, EnvironmentProblem, Level, Problem
from gongkai.exports import door
from gongkai.gate import addresses, cleaning
from gongkai.law import checking, figures
from gongkai.law.applied import Applied
from gongkai.law.checking import Failed, Pause
from gongkai.law.duties import Duty, awaited, duties
from gongkai.law.figures.norms import norms_in_force
from gongkai.law.matrix import matrix_of
from gongkai.law.shipped import shipped
from gongkai.load import Loaded, key_of, load, locate, record_type_of
from gongkai.records.base import ContentRecord
from gongkai.records.types.figure import Norm
from gongkai.records.types.standard import Standard
from gongkai.settings import Settings

#: the standard that says when records are filed and handed over
RETENTION = "retention-period"
#: the rule that says which attachments are missing
ATTACHED = "attachments-present"
#: the rule that asks for what is done last
REGISTERED = "unregistered"

Progress = Callable[[str], None]


class Lenient(Protocol):
    """How a preview goes on where a build ends."""

    def pages(self, site: render.Site) -> list[render.Planned]:
        """The pages that can be made, one at an address."""

    def late(self, problems: Sequence[Problem]) -> None:
        """What was found in the finished pages."""

    def text(self, site: render.Site, record: ContentRecord) -> str:
        """The text of a record for feeds."""


#: a tree, and the level of its column → its files and their records
TakenIn = Callable[[Path, str], tuple[Loaded, Validated]]


@dataclass(frozen=True)
class Checked:
    """A column that was read and checked: what there is, and what is wrong with it."""

    register: Register
    problems: tuple[Problem, ...]
    waived: tuple[Problem, ...]
    #: the rules and the targets of the figures, as they hold in this column
    standards: Mapping[str, Standard]
    norms: Mapping[str, Norm]
    #: the ids of the waivers that something needs
    used: frozenset[str]
    #: what is to be made is a release: 警告 stops it too
    release: bool = False
    #: it is only shown to who writes: nothing stops
    preview: bool = False

    @property
    def stops(self) -> bool:
        """True when there is an error, or in a release a warning: nothing may be published.

        What will only be an error on a later day stops nothing today.
        """
        if self.preview:
            return False
        stopping = {Level.ERROR, Level.WARNING} if self.release else {Level.ERROR}
        return any(p.level in stopping and p.rule != checking.COMING for p in self.problems)

    def also(self, more: Sequence[Problem]) -> Checked:
        """The same with problems that were found outside this check."""
        return replace(self, problems=tuple(sorted((*self.problems, *more), key=lambda p: p.order)))

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Everything owed, as editors know it: drafts and what is closed among it."""
        return duties(self.register, self.standards)

    @property
    def rules(self) -> list[Standard]:
        """The rules of this column: what is only offered is none of them."""
        return [each for each in self.standards.values() if not each.offered]

    def rulebook(self, released: Register) -> checking.Rulebook:
        """Every rule and waiver with what this check found, as readers of the released column may know it."""
        return checking.rulebook(
            self.register, released, self.standards, self.problems, self.waived, self.used
        )


def check(
    settings: Settings, taken_in: TakenIn | None = None, failed: Failed = None, pause: Pause = lambda: None
) -> Checked:
    """load → validate → register → check; every problem of the tree, located, in file order.

    ``failed`` is told of rules whose code fails; ``pause`` is called before each rule, and may raise.
    """
    register, faults = read(settings, taken_in or _taken_in)
    law = shipped()
    held = checking.in_force(law.standards.values(), register)
    norms = norms_in_force(law.norms.values(), register)
    outcome = checking.run(register, held, failed, pause)
    stage_costs.passed("检查规则")
    located = locate(settings.root, _in_turn([*faults, *_there(faults, outcome.problems)]))
    problems = tuple(sorted(located, key=lambda p: p.order))
    return Checked(register, problems, outcome.waived, held, norms, outcome.used, settings.release)


def _there(faults: list[Problem], found: Sequence[Problem]) -> list[Problem]:
    """Without files that are said to be missing and are only refused, which is told."""
    refused = {f"没有文件 {fault.path}" for fault in faults}
    return [each for each in found if each.rule != ATTACHED or each.message not in refused]


def _in_turn(problems: list[Problem]) -> list[Problem]:
    """Without what can only be done when nothing is an error: then ``scripts/addresses`` registers."""
    if any(problem.level is Level.ERROR for problem in problems):
        return [problem for problem in problems if problem.rule != REGISTERED]
    return problems


def _taken_in(root: Path, level: str) -> tuple[Loaded, Validated]:
    loaded = load(root)
    stage_costs.passed("读文件")
    validated = validate(loaded.documents, level=level)
    stage_costs.passed("认出记录")
    return loaded, validated


def read(settings: Settings, taken_in: TakenIn = _taken_in) -> tuple[Register, list[Problem]]:
    """The column, and what is wrong with its files; their raw text is dropped as soon as records are made."""
    loaded, validated = taken_in(settings.root, settings.column.area.level)
    published, unkept = addresses.read(settings.root)
    dates, unheld = announced_dates.read(settings.root)
    texts, untold = announced_texts.read(settings.root)
    kept, unproved = kept_texts.read(settings.root, texts)
    happened, unread = kept_log.read(settings.root)
    register = Register(
        [*validated.records, *shipped().norms_for(settings.column.site_code)],
        settings.today,
        settings.column,
        broken=[*validated.broken, *_unread(loaded)],
        files=loaded.files,
        tables=loaded.tables,
        published=published,
        announced=dates,
        wordings=texts,
        kept=kept,
        happened=happened,
    )
    return register, [*loaded.problems, *validated.problems, *unkept, *unheld, *untold, *unproved, *unread]


def _unread(loaded: Loaded) -> list[Broken]:
    """Files that did not even become documents: references to them are not reported as well."""
    read = {document.path for document in loaded.documents}
    unread = sorted({problem.path for problem in loaded.problems} - read)
    kinds = [(path, record_type_of(path)) for path in unread]
    return [Broken(kind, key_of(path), {}) for path, kind in kinds if kind]


def measure(register: Register, checked: Checked, owed: Sequence[Duty]) -> tuple[figures.Measured, ...]:
    """The figures of 公开质量 on the day, of what readers have, by what is owed and what the rules found."""
    found = (*checked.problems, *checked.waived)
    return figures.measure(
        figures.Context(register, checked.standards, checked.norms, problems=found, duties=owed)
    )


def publish(
    settings: Settings,
    checked: Checked,
    stage: Path,
    say: Progress,
    *,
    work: Path,
    index: bool,
    kept: Kept | None = None,
    lenient: Lenient | None = None,
) -> render.Site:
    """gate → law → exports → pages → feeds → search, into an empty staging folder.

    Gives what the pages were made of. Raises ContentError and changes nothing else.

    ``work`` keeps finished datasets and parts of the search index between runs; ``index`` is
    False for a site without a search index; ``kept`` has the pages' contents of the last build;
    ``lenient`` goes on where a build ends.
    """
    if checked.stops:
        raise ContentError(checked.problems)
    done = _timed(say)
    taken = cleaning.take(settings.root, checked.register.files, work / "files", say)
    register = gate.released(checked.register, taken.files, addresses.moved(checked.register))
    stage_costs.passed("附件和不公开的内容")
    law = applied(checked, register)
    stage_costs.passed("待办、指标、规则手册")
    places = door.Places(settings.root, stage, work)
    made = door.make(register, law.duties, checked.rules, places, done, law.matrix)
    look = settings.look.cleaned(cleaning.clean_picture)
    site = render.Site.of(render.Facts(register, made, law), settings.project / "overrides", look, kept)
    stage_costs.passed("网页的框架和模板")
    pages = lenient.pages(site) if lenient else None
    written = render.write(site, stage, taken.copy, say, pages)
    done(f"网页 {written.pages} 个")
    if written.problems:
        problems = locate(settings.root, written.problems)
        if lenient is None:
            raise ContentError(problems)
        lenient.late(problems)
    text = lenient.text if lenient else render.full_text
    done(f"订阅源 {door.write_feeds(made, register, stage, partial(text, site))} 个")
    if index:
        done(_search(written.documents, site, stage, work))
    return site


def _timed(say: Progress) -> Progress:
    """``say`` with how long it took since it last spoke."""
    last = time.monotonic()

    def done(words: str) -> None:
        nonlocal last
        now = time.monotonic()
        say(f"{words}（{now - last:.1f} 秒）")
        stage_costs.passed(words)
        last = now

    return done


def applied(checked: Checked, register: Register) -> Applied:
    """The law on the released column: duties, figures, rulebook."""
    owed = duties(register, checked.standards)
    register.awaited = awaited(owed)
    return Applied(
        duties=owed,
        figures={each.id: each for each in measure(register, checked, owed)},
        rulebook=checked.rulebook(register),
        waived=checked.waived,
        matrix=matrix_of(register, checked.standards),
        retention=_retention(checked),
    )


def _retention(checked: Checked) -> Terms | None:
    """When records are filed, by the rule as it holds on the day."""
    rule = checked.standards[RETENTION].on(checked.register.today)
    return Terms.of(rule) if rule else None


def _search(documents: list[search.SearchDocument], site: render.Site, stage: Path, work: Path) -> str:
    """An index for each language: a reader of one never meets results in the other; says what there is."""
    english = [each for each in documents if each.url.startswith(FOLDER)]
    chinese = [each for each in documents if not each.url.startswith(FOLDER)]
    chinese = render.with_columns(site, chinese)
    try:
        report = search.index(chinese, stage / "search" / "index", work=work)
        packed = _write_beside(site, chinese, stage / "search" / "index")
        search.write_ahead(stage / "search" / "index.html")
        if english:
            search.write_beside(stage / "search" / "index", "english", render.english_pages(site, english))
            folder = stage / FOLDER / "search" / "index"
            search.index(english, folder, work=work / "en", engine=search.PAGEFIND)
            search.write_typing_aids(english, {}, None, folder)
            search.write_ahead(folder.parent / "index.html")
    except search.SearchFailed as error:
        raise EnvironmentProblem(f"搜索索引没有建成，网站没有更新：{error}") from None
    return f"搜索索引 {report.documents} 页、{report.shards} 片，说法和权重 {packed / 1000:.1f} KB（压缩后）"


def _write_beside(site: render.Site, chinese: list[search.SearchDocument], folder: Path) -> int:
    """What the Chinese search knows beside its index: answers, where to ask, words; the bytes of these."""
    words = render.spoken(site)
    search.write_answers(render.answer_cards(site), folder)
    search.write_beside(folder, "help", render.search_help(site))
    search.write_typing_aids(chinese, words, render.title_words, folder)
    return search.write_words(words, folder)
