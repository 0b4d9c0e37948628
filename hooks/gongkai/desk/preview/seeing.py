"""What a preview knows of a tree, from save to save: its files at once, what rules say of them later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from gongkai import pipeline, render
from gongkai.column.register import Register
from gongkai.common.problems import ContentError, Problem
from gongkai.desk.preview import waiting
from gongkai.desk.preview.drafts import Drafts, Taken
from gongkai.desk.preview.failing import FAILING
from gongkai.desk.preview.own_faults import OwnFaults
from gongkai.desk.preview.pages import Preview, Seen, spare
from gongkai.exports.made import Made
from gongkai.gate import addresses, cleaning, released
from gongkai.law import checking
from gongkai.law.applied import Applied
from gongkai.load import Document, locate
from gongkai.records.base import ContentRecord
from gongkai.render.frame.assets import read_assets
from gongkai.settings import Settings

#: of later days and of drafts these say nothing
_NOT_ASKED = frozenset((checking.COMING, pipeline.REGISTERED))


class Sight:
    """One tree, its drafts as if public; ``lenient`` of what a build ends with."""

    def __init__(self, settings: Settings, memory: checking.Memory | None = None) -> None:
        """``memory``: in what rules found nothing before."""
        self.settings = settings
        #: called again and again while rules are asked and a site is made, and may raise
        self.go_on: Callable[[], None] = lambda: None
        #: whether something is wrong, as of the last check, with which nothing can be published
        self.stops = False
        #: what must be mended before drafts are published, and stops nothing else
        self.waits: frozenset[Problem] = frozenset()
        self._drafts = Drafts()
        self._memory = memory or checking.Memory()
        self._judged: Sequence[Problem] = ()
        self._late: Sequence[Problem] = ()
        self._law: Applied | None = None
        self._made: Made | None = None
        self._checked_files: dict[str, Document] = {}

    def seen(self, *, checking: bool = True) -> Preview:
        """The tree as it is: what is wrong with files is known, what the rules say as of the last check.

        ``checking``: that was of other files.
        """
        taken = self._take()
        register, faults = pipeline.read(self.settings, taken.public)
        faulty = frozenset(each.path for each in faults)
        still = (each for each in self._judged if self._holds(each, taken, faulty))
        located = [*locate(self.settings.root, faults), *still]
        now = Seen(
            self.settings,
            register,
            taken.documents,
            [*dict.fromkeys(located if checking else (*self._judged, *self._late))],
            taken.urls,
            self._made,
            self._law,
            checking,
            self.waits,
        )
        try:
            return Preview(now)
        except FAILING:  # no list, no frame can be thought of: what is wrong is told all the same
            nothing = Register((), self.settings.today, self.settings.column, broken=register.broken)
            return Preview(replace(now, register=nothing, made=None, law=None))

    def _take(self) -> Taken:
        return self._drafts.take(self.settings.root, self.settings.column.area.level)

    def _holds(self, problem: Problem, taken: Taken, faulty: frozenset[str]) -> bool:
        """Whether a rule has said it of a file that is as it was then; ``faulty`` are those no rule saw."""
        path = problem.path
        same = taken.documents.get(path) is self._checked_files.get(path)
        return same and (path in self._checked_files or path not in faulty)

    def check(self, settings: Settings) -> pipeline.Checked:
        """Ask the rules, of today and of the day on which everything is public."""
        self.settings = settings
        own, taken = OwnFaults(), self._take()
        with checking.remembering(self._memory):
            checked = plain = self._asked(settings, taken.public, own)
            if taken.paths:  # drafts may be at fault in the files of others, or mend them
                plain = self._asked(settings, taken.as_written, own)
            later = self._later(checked, taken, own)
        found = waiting.told(checked.problems, plain.problems)
        self.stops = found.stops or bool(own.problems)
        self.waits = found.waits | {
            each for each in later if each.path in taken.paths and waiting.stopping(each)
        }
        every = dict.fromkeys((*found.problems, *later, *own.problems.values()))
        checked = replace(checked, problems=tuple(sorted(every, key=lambda each: each.order)), preview=True)
        face = released(checked.register, checked.register.files, addresses.moved(checked.register))
        self._law, self._judged, self._late = pipeline.applied(checked, face), checked.problems, ()
        self._checked_files = taken.documents
        return checked

    def _asked(self, settings: Settings, taken_in: pipeline.TakenIn, own: OwnFaults) -> pipeline.Checked:
        return pipeline.check(settings, taken_in, own.failed, self.go_on)

    def _later(self, checked: pipeline.Checked, taken: Taken, own: OwnFaults) -> list[Problem]:
        """What will be wrong with records on the day on which all are public that are not yet."""
        today = self.settings.today
        days: dict[str, dt.date] = {
            each.source.path: each.published
            for each in checked.register.records
            if isinstance(each, ContentRecord) and each.published > today
        }
        if not days:
            return []
        day = replace(self.settings, today=max(days.values()))
        then = self._asked(day, taken.public, own)
        known = {(each.path, each.rule, each.message) for each in checked.problems}
        return [
            each
            for each in then.problems
            if each.path in days
            and each.rule not in _NOT_ASKED
            and (each.path, each.rule, each.message) not in known
        ]

    def write_assets(self, stage: Path) -> None:
        """What pages need of files before a whole site is made."""
        look = self.settings.look.cleaned(cleaning.clean_picture)
        read_assets(self.settings.project / "overrides", look).write(stage)

    def whole(self, site: render.Site) -> None:
        """A whole site was made of this."""
        self._made = site.facts.made

    # what pipeline.publish asks of a preview

    def pages(self, site: render.Site) -> list[render.Planned]:
        """The pages that can be made, one at an address."""
        return [self._stopping(each) for each in spare(site)]

    def late(self, problems: Sequence[Problem]) -> None:
        """What was found in the finished pages."""
        self._late = tuple(problems)

    def text(self, site: render.Site, record: ContentRecord) -> str:
        """The text of a record for feeds; nothing of one that may not be shown."""
        try:
            return render.full_text(site, record)
        except ContentError:
            return ""

    def _stopping(self, planned: render.Planned) -> render.Planned:
        def make() -> render.Page:
            self.go_on()
            return planned.make()

        return replace(planned, make=make)
