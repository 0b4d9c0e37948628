"""Badges: a figure as a small drawing that any other page can show; nothing in it comes from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.law.figures import Measured
from gongkai.records.vocabulary.quality import Verdict
from gongkai.render.facts import Facts
from gongkai.render.quality.cards import met
from gongkai.render.quality.figure_words import TITLE, URL, tell
from gongkai.render.site import Site

FOLDER = f"{URL}badge/"
OVERALL = f"{FOLDER}column.svg"
_GLYPHS = {Verdict.MET: "√", Verdict.MISSED: "×"}
#: the column's own hues; a picture on another site cannot ask for its style sheet
_BLUE, _RED, _GREY, _PAPER, _INK = "#0b4a94", "#9f1d17", "#454f5b", "#ffffff", "#1b2027"
_HIGH = 28


@dataclass(frozen=True)
class Badge:
    """A badge on a page: where it is, what it says, and the text that puts it into another page."""

    src: str
    alt: str
    code: str


def figure_address(measured: Measured) -> str:
    """The badge of a figure, below the column's root."""
    return f"{FOLDER}{measured.id}.svg"


def files(facts: Facts) -> Iterator[tuple[str, bytes]]:
    """(address, bytes) of every badge."""
    for each in facts.law.figures.values():
        told = tell(each, each.present)
        hue = {Verdict.MET: _BLUE, Verdict.MISSED: _RED}.get(told.verdict, _GREY)
        glyph = _GLYPHS.get(told.verdict, "")
        value = f"{glyph} {told.value}".strip()
        judged = f"，{told.verdict}" if told.judged else ""
        yield (
            figure_address(each),
            _drawing(each.name, value, hue, f"{each.name} {told.value}（{told.period}）{judged}"),
        )
    reached, judged_count = met(facts)
    hue = _BLUE if reached == judged_count else _GREY
    value = f"{reached} / {judged_count} 项达标"
    yield OVERALL, _drawing(TITLE, value, hue, f"{facts.register.column.name}{TITLE}：{value}")


def shown(site: Site, url: str, address: str, title: str) -> Badge:
    """A badge as its page shows it, with the words to copy."""
    root = site.facts.register.column.root
    page = URL if address == OVERALL else f"{URL}{address.removeprefix(FOLDER).removesuffix('.svg')}/"
    alt = f"{site.facts.register.column.name}：{title}"
    code = Markup('<a href="{}"><img src="{}" alt="{}" height="{}"></a>').format(
        root + page, root + address, alt, _HIGH
    )
    return Badge(site.links.href(url, address), alt, str(code))


def _drawing(name: str, value: str, hue: str, title: str) -> bytes:
    left, right = _wide(name) + 20, _wide(value) + 20
    svg = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img"'
        ' aria-label="{2}"><title>{2}</title>'
        '<rect x="0.5" y="0.5" width="{3}" height="{4}" fill="{5}" stroke="{6}"/>'
        '<rect x="{7}" y="0" width="{8}" height="{1}" fill="{6}"/>'
        '<g font-family="PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif" font-size="16">'
        '<text x="10" y="20" fill="{9}">{10}</text><text x="{11}" y="20" fill="{5}">{12}</text></g></svg>\n'
    ).format(
        left + right,
        _HIGH,
        title,
        left + right - 1,
        _HIGH - 1,
        _PAPER,
        hue,
        left,
        right,
        _INK,
        name,
        left + 10,
        value,
    )
    return str(svg).encode()


def _wide(text: str) -> int:
    """About how wide a text stands at 16 px: a character of Chinese fills its square, a letter half of it."""
    return sum(9 if letter.isascii() else 16 for letter in text)
