"""Tiny columns on disk, read by the real loader, checked against the shipped standards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from gongkai.column import announced_dates, announced_texts, kept_log
from gongkai.column.happenings import happenings
from gongkai.column.register import Event, Register
from gongkai.column.told_before import compare
from gongkai.column.validate import Broken
from gongkai.common.problems import Problem
from gongkai.gate import addresses
from gongkai.law import checking
from gongkai.law.discovery import Rule
from gongkai.law.example import TODAY
from gongkai.law.rules import coming_error, waiver_valid
from gongkai.law.standards import with_calendar
from gongkai.law.waiving import Waivers
from gongkai.law.wording_of_day import breaches
from gongkai.records.column import Column
from gongkai.records.types.standard import Standard

from .. import remembered

PROJECT = Path(__file__).parents[2]
Build = Callable[..., Register]
Run = Callable[..., checking.Outcome]
#: rules that say something of what the others say
ABOUT_OTHERS = {coming_error.ID, waiver_valid.ID}
Ask = Callable[[Rule, Mapping[str, str], str], list[Problem]]


@pytest.fixture
def build(tmp_path: Path, identity: Column) -> Build:
    """Files → Register; faults of loading fail the test unless ``faulty``.

    Where no address is registered, all there are have been; so have the texts that no file registers, and
    the log is kept.
    """

    def make(
        files: Mapping[str, str],
        today: str = TODAY,
        published: Iterable[str] | None = None,
        faulty: bool = False,
        unreadable: Iterable[Broken] = (),
        announced: announced_dates.Announced | None = None,
        wordings: announced_texts.Wordings | None = None,
        happened: Sequence[Event] | None = None,
    ) -> Register:
        write(tmp_path, files)
        loaded = remembered.loaded(tmp_path)
        validated = remembered.validated(loaded.documents)
        faults: list[Problem] = [*loaded.problems, *validated.problems]
        assert faulty or not faults, [fault.as_text() for fault in faults]
        day = dt.date.fromisoformat(today)
        broken = [*validated.broken, *unreadable]
        register = Register(
            validated.records,
            day,
            identity,
            broken=broken,
            files=loaded.files,
            announced=announced_dates.read(tmp_path)[0] if announced is None else announced,
            tables=loaded.tables,
        )
        known = dict.fromkeys(published or (), "") or addresses.read(tmp_path)[0]
        register.published = known if known or published is not None else addresses.current(register)
        told = {field: (each,) for field, each in announced_texts.current(register).items()}
        register.wordings = {**told, **announced_texts.read(tmp_path)[0]} if wordings is None else wordings
        register.happened = kept_log.read(tmp_path)[0] if happened is None else happened
        if happened is None:
            register.happened = (*register.happened, *compare(register, happenings(register)).new)
        return register

    return make


@pytest.fixture
def run(build: Build, standards: dict[str, Standard]) -> Run:
    """Files → Outcome of all rules, with the root's own standards over the shipped ones."""

    def go(files: Mapping[str, str], today: str = TODAY, **more: object) -> checking.Outcome:
        register = build(files, today, **more)
        return checking.run(register, checking.in_force(standards.values(), register))

    return go


@pytest.fixture
def ask(build: Build, run: Run, standards: dict[str, Standard]) -> Ask:
    """One rule, files → what it says and nothing waives; a rule about the others is asked with all."""

    def go(rule: Rule, files: Mapping[str, str], today: str) -> list[Problem]:
        if rule.id in ABOUT_OTHERS:
            return [each for each in run(files, today).problems if each.rule == rule.id]
        register = build(files, today)
        held = checking.in_force(standards.values(), register)
        standard = with_calendar(held[rule.id], held).on(register.today)
        return [] if standard is None else [*Waivers(register).sift(breaches(register, rule, standard))]

    return go


def only(outcome: checking.Outcome, rule: str) -> Problem:
    """The one problem there is; it must be the rule's."""
    found = [p for p in outcome.problems if p.rule == rule]
    assert len(found) == len(outcome.problems) == 1, [p.as_text() for p in outcome.problems]
    return found[0]


def write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        stands_for = path.endswith(".pdf") and "endobj" not in text
        (root / path).write_bytes(ATTACHMENT if stands_for else text.encode())


#: a page with a word on it
ATTACHMENT = (PROJECT / "tests/sites/mini/content/files/2026/shenqingbiao.pdf").read_bytes()
