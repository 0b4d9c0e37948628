"""Whatever is edited, in any order, on any day: the whole site is that of a clean build, byte by byte.

Pages, lists, open data, feeds, search index, workbooks, sums: all that the command publishes over an earlier
site, with all that it kept, is held against what it publishes into an empty folder with nothing kept.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

GOOD = Path(__file__).parents[1] / "sites/good"
EXPLAINED = "content/interpretations/2026/dier-jiedu.md"
MOVED = "content/interpretations/2026/dier-wenda.md"
POLICY = "content/policies/2026/dier.md"
NEW, NEW_EXPLAINED = "content/policies/2026/xin.md", "content/interpretations/2026/xin-jiedu.md"
UNIT = "data/units/minzheng-ju.yml"
REQUESTS = "data/requests/2026.yml"
ROWS = "data/datasets/xuke/2026.csv"
PAPER = "content/files/2026/biao.pdf"
ASKED = "content/interpretations/2026/yanglao-jiedu.md"
TRANSLATED = "content/en/records/2026/older-people.md"
ROW = (
    "示-2,区民政处,2026-11-03,2027-11-02,,乙公司,法人,,准予许可决定书,好许〔2026〕2号,普通,许可证,经营,"
    "2026-11-03,2027-11-02,,有效,区民政局,\n"
)


@dataclass
class Office:
    """A column with its published site, and what the builds kept."""

    folder: Path
    day: dt.date = dt.date(2026, 11, 21)

    @property
    def root(self) -> Path:
        return self.folder / "column"

    @property
    def state(self) -> Path:
        return self.folder / "state/kept"

    def replace(self, path: str, old: str, new: str) -> None:
        """Where the words stand; nothing where they do not."""
        if (self.root / path).exists():
            (self.root / path).write_text((self.root / path).read_text("utf-8").replace(old, new), "utf-8")

    def append(self, path: str, text: str) -> None:
        with (self.root / path).open("a", encoding="utf-8", newline="") as file:
            file.write(text)

    def move(self, old: str, new: str) -> None:
        if (self.root / old).exists():
            (self.root / old).rename(self.root / new)

    def copy(self, old: str, new: str) -> None:
        """An edited copy of a record: of another name, title and number."""
        if (self.root / old).exists():
            text = (
                (self.root / old)
                .read_text("utf-8")
                .replace("dier", "xin")
                .replace("〔2026〕22号", "〔2026〕31号")
            )
            (self.root / new).write_text(text, "utf-8")

    def remove(self, *paths: str) -> None:
        for path in paths:
            (self.root / path).unlink(missing_ok=True)


def add(office: Office) -> None:
    office.copy(POLICY, NEW)
    office.copy(EXPLAINED, NEW_EXPLAINED)


def later(office: Office) -> None:
    office.day += dt.timedelta(1)


def next_year(office: Office) -> None:
    office.day = dt.date(2027, 1, 6)


def first_day(office: Office) -> None:
    office.day = dt.date(2026, 11, 21)


def cut(office: Office) -> None:
    """What was kept is half written: a disk was full."""
    for path in sorted(office.state.rglob("*"))[::3]:
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lose(office: Office) -> None:
    shutil.rmtree(office.state, ignore_errors=True)


def _count(office: Office) -> None:
    old = "公布日期: 2026-11-05, 上月结转: 0, 新收: 2, 办结: {予以公开: 1, 不予公开: 1}"
    office.replace(
        REQUESTS, old, old.replace("新收: 2", "新收: 3").replace("予以公开: 1, 不", "予以公开: 2, 不")
    )


STEPS: dict[str, Callable[[Office], object]] = {
    "a sentence": lambda o: o.replace(EXPLAINED, "由街道审核后发给", "由街道审核，按月发给"),
    "an answer": lambda o: o.replace(ASKED, "答: 老年人", "答: 六十岁的老年人"),
    "a title": lambda o: o.replace(POLICY, "养老服务办法（dier）", "养老服务补贴办法（dier）"),
    "a pair": add,
    "the pair away": lambda o: o.remove(NEW, NEW_EXPLAINED),
    "the pair's one half away": lambda o: o.remove(NEW_EXPLAINED),
    "another address": lambda o: o.move(EXPLAINED, MOVED),
    "the address back": lambda o: o.move(MOVED, EXPLAINED),
    "a post": lambda o: o.replace(UNIT, "分工: 主持全面工作", "分工: 主持工作"),
    "a unit's house": lambda o: o.replace(UNIT, "安民大街20号", "安民大街22号"),
    "a count": _count,
    "rows": lambda o: o.append(ROWS, ROW),
    "other bytes of a paper": lambda o: o.append(PAPER, "% later\n"),
    "a translation": lambda o: o.replace(TRANSLATED, "may apply", "can apply"),
    "what people say": lambda o: o.replace("data/aliases/shenghuo.yml", "老人吃饭, ", "老人吃饭, 食堂, "),
    "the column's name": lambda o: o.replace("mkdocs.yml", "好例政务公开", "好例公开"),
    "a fault": lambda o: o.replace(POLICY, "施行日期: 2026-11-06", "施行日期: 2026-13-06"),
    "the fault mended": lambda o: o.replace(POLICY, "2026-13-06", "2026-11-06"),
    "a day": later,
    "a year": next_year,
    "the first day again": first_day,
    "kept files cut": cut,
    "kept files lost": lose,
    "nothing": lambda _: None,
}


@pytest.fixture
def follow(command, digest, tmp_path):
    """Names of steps → after each, is the site that of a clean build? Gives how many sites were published."""

    def build(office: Office, site: Path, state: Path):
        words = ("--root", office.root, "--site-dir", site, "--state-dir", state, "--date", office.day)
        done = command("build", *words)
        assert done.returncode in {0, 1}, done.stdout
        return done.returncode

    def follow(names):
        base = tmp_path / "office"
        shutil.rmtree(base, ignore_errors=True)
        office = Office(base)
        shutil.copytree(GOOD, office.root)
        published = 0
        assert build(office, base / "www/site", office.state) == 0
        for name in names:
            STEPS[name](office)
            code = build(office, base / "www/site", office.state)
            clean = base / "clean"
            assert build(office, clean / "www/site", clean / "state/kept") == code, name
            if code == 0:
                assert digest(base / "www/site") == digest(clean / "www/site"), name
                published += 1
            shutil.rmtree(clean)
        return published

    return follow


def test_after_an_edit_the_site_is_that_of_a_clean_build(follow):
    """A title that other pages name."""
    assert follow(["a title"]) == 1


@pytest.mark.night
def test_after_every_edit_the_site_is_that_of_a_clean_build(follow):
    """Each once, then each again in another order; a few leave nothing that may be published."""
    names = list(STEPS)
    assert follow([*names, *random.Random(4).sample(names, len(names))]) > len(STEPS)


@pytest.mark.night
@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=8)
@given(st.lists(st.sampled_from(sorted(STEPS)), min_size=2, max_size=6))
def test_after_any_edits_the_site_is_that_of_a_clean_build(follow, names):
    follow(names)
