"""按拼音查: every title, unit and saying once under the letter of its sound, on pages of bounded size."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from gongkai.render.gathering import a_to_z, sounds
from gongkai.search.words import officials_types

GOOD = Path(__file__).parents[1] / "sites/good"


@pytest.fixture(scope="module")
def shown(demo):
    """Page of a letter → (name, address, what it is) of what stands there."""
    found = {}
    for url, page in demo.pages.items():
        if url.startswith("a-z/") and url != "a-z/":
            rows = page.xpath("//ul[contains(@class, 'a-z__names')]/li")
            found[url] = [
                (row.xpath("a")[0].text_content(), demo.resolve(url, row.xpath("a")[0].get("href"))[0])
                for row in rows
            ]
    return found


def test_every_title_and_unit_stands_once(shown, recorded):
    folded = officials_types()
    wanted = Counter((each.name, each.url) for each in recorded.all if each.LABEL not in folded)
    wanted.update((name, unit.url) for unit in recorded.units for name in unit.names)
    stands = Counter(pair for rows in shown.values() for pair in rows)
    assert {pair: stands[pair] for pair in wanted} == dict(wanted)
    assert not {url for _, url in stands if url.startswith("work-points/")}


@pytest.mark.parametrize(
    ("letter", "name", "address"),
    [
        ("l", "示例区老旧小区加装电梯补助办法", "policies/2026/jiazhuang-dianti-buzhu-banfa/"),
        ("m", "区民政局", "units/minzheng-ju/"),
        ("z", "装电梯", "services/dianti-buzhu/"),
        ("g", "工商局", "units/shichang-jianguan-ju/"),
    ],
)
def test_under_the_letter_a_reader_would_look_at(shown, letter, name, address):
    assert (name, address) in shown[f"a-z/{letter}/"]


def test_the_first_page_and_the_search_lead_to_every_letter_and_count(demo, shown):
    counts = {
        demo.resolve("a-z/", link.get("href"))[0]: link.xpath("span")[0].text_content()
        for link in demo.pages["a-z/"].xpath("//main//nav//a[span]")
    }
    assert counts == {url: f"{len(rows)} 条" for url, rows in shown.items()}
    searched = {address for _, address, _ in demo.links("search/")}
    assert searched >= set(shown)


def test_names_stand_in_the_order_of_their_sounds():
    place = sounds._place_of("北京市示例区人民政府")
    found = {
        name: sounds._heard(sounds.Named(name, "a/", ""), place)
        for name in (
            "关于印发《示例区绿地办法》的通知",
            "区财政局",
            "北京市示例区重庆路",
            "GB标准",
            "2026年预算",
            "《》",
        )
    }
    letters = {name: each.letter for name, each in found.items()}
    assert [*letters.values()] == ["L", "C", "C", "G", "0–9", "0–9"]
    assert found["北京市示例区重庆路"].heard[:2] == ("chong", "qing")


def test_a_page_stays_small_however_many_names_there_are(framed, monkeypatch):
    """As many names as a large district has, each with a title as long as they come."""
    site = framed(GOOD)
    many = [sounds.Sounded("G", "gong", ("gong", f"{n:06}"), _named(n)) for n in range(1300)]
    monkeypatch.setattr(a_to_z, "sounded", lambda facts: many)
    pages = {each.url: each.make() for each in a_to_z.planned(site)}
    assert [*pages] == ["a-z/", "a-z/g/", "a-z/g/2/", "a-z/g/3/"]
    assert all(len(gzip.compress(page.content.encode())) < 45_000 for page in pages.values())
    assert '<p class="lead">第 2 页，共 3 页' in pages["a-z/g/2/"].content


def _named(n: int) -> sounds.Named:
    """A title of 40 characters and an address that nothing else is like."""
    title = "".join(chr(0x4E00 + (n * 131 + place * 977) % 3000) for place in range(40))
    return sounds.Named(
        title, f"policies/{2000 + n % 27}/g{n * 7919 % 99991}-{n * 104729 % 99991}/", "政策文件，2026年"
    )
