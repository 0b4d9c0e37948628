"""A person with something to do on the site: what is seen, pressed, scrolled and tabbed through is counted.

Steps are in words: ``tap`` (what a link or button shows), ``type`` (into the search box, and Enter), ``see``
(words in the text), ``reach`` (a link in the text by its address, as ``tel:``). Nothing but the home page is
opened by its address.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ElementHandle, Error, Page
from playwright.sync_api import TimeoutError as TooLate

#: a phone held upright
WIDTH, HEIGHT = 375, 812
#: what a task may cost
MOST_TAPS, MOST_SCREENS = 3, 3.0
#: after so many stops of the Tab key on one page a person gives up
MOST_STOPS = 250
#: how long answers of scripts are waited for, in milliseconds: on a busy machine, what is there comes late
PATIENCE = 15000
#: how long a press takes to lead anywhere
SETTLING = 150
_SEEING = Path(__file__).with_name("citizen_walk.js").read_text("utf-8")

Step = Mapping[str, str]


class Lost(Exception):
    """What was looked for is not there."""


@dataclass
class Cost:
    """What a way cost; ``stops`` by keyboard only, ``screens`` by finger only."""

    taps: int = 0
    screens: float = 0.0
    stops: int = 0
    #: what was not found, where it failed
    lost: str = ""

    @property
    def done(self) -> bool:
        return not self.lost

    @property
    def cheap(self) -> bool:
        """Whether it kept to the goal of a finger's way."""
        return self.done and self.taps <= MOST_TAPS and self.screens <= MOST_SCREENS

    @property
    def order(self) -> tuple[bool, int, float, int]:
        """The best way first."""
        return not self.done, self.taps, self.screens, self.stops


class Walker(ABC):
    """One person on one page; subclasses are a finger and a keyboard."""

    def __init__(self, page: Page) -> None:
        self.page, self.cost = page, Cost()

    def walk(self, steps: Sequence[Step]) -> Cost:
        """Every step in turn; ends where one is lost."""
        try:
            for step in steps:
                for verb, words in step.items():
                    getattr(self, verb)(words)
        except Lost as lost:
            self.cost.lost = str(lost)
        except Error as error:
            self.cost.lost = f"{self.page.url}：{error.message.splitlines()[0]}"
        self.cost.screens = math.ceil(self.cost.screens * 10) / 10
        return self.cost

    def find(self, kind: str, pattern: str = "") -> ElementHandle:
        """What ``citizen_walk.js`` finds of a kind, which scripts may still be about to show."""
        self._settle()
        asked = f"([kind, pattern]) => {{ {_SEEING} return window.walk[kind](pattern); }}"
        try:
            found = self.page.wait_for_function(asked, arg=[kind, pattern], timeout=PATIENCE).as_element()
        except TooLate:
            found = None
        if found is None:
            raise Lost(f"{self.page.url.partition('/zwgk/')[2] or '首页'} 没有“{pattern or kind}”")
        return found

    def _settle(self) -> None:
        """The page that a press leads to, with what its scripts show."""
        self.page.wait_for_timeout(SETTLING)
        self.page.wait_for_load_state("networkidle" if "search/" in self.page.url else "load")

    def is_(self, element: ElementHandle, question: str) -> bool:
        return bool(self.page.evaluate(f"element => window.walk.{question}(element)", element))

    @abstractmethod
    def tap(self, words: str) -> None: ...

    @abstractmethod
    def type(self, words: str) -> None: ...

    @abstractmethod
    def see(self, words: str) -> None: ...

    @abstractmethod
    def reach(self, address: str) -> None: ...


class Finger(Walker):
    """Scrolls until a thing is in sight, and presses it."""

    def _look(self, element: ElementHandle) -> None:
        """Scroll only as far as must be, up or down; what is in sight costs nothing."""
        moved: float = self.page.evaluate(
            "element => { const box = element.getBoundingClientRect(), before = scrollY;"
            "const below = Math.min(box.bottom - innerHeight, box.top), above = -box.top;"
            "if (below > 0) scrollBy(0, below); else if (above > 0) scrollBy(0, -above);"
            "return Math.abs(scrollY - before) / innerHeight; }",
            element,
        )
        self.cost.screens += moved

    def _press(self, element: ElementHandle) -> None:
        self._look(element)
        self.cost.taps += 1
        element.click(timeout=PATIENCE)

    def tap(self, words: str) -> None:
        self._press(self.find("press", words))

    def type(self, words: str) -> None:
        self._press(self.find("box"))
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def see(self, words: str) -> None:
        self._look(self.find("text", words))

    def reach(self, address: str) -> None:
        self._look(self.find("link", address))


class Keyboard(Walker):
    """Never touches the page: Tab, Enter and typing; past the frame by the skip link."""

    def _to(self, element: ElementHandle) -> None:
        if self.is_(element, "focused"):
            return
        if self.is_(element, "inside") and not self._inside():
            self._tab()
            self.page.keyboard.press("Enter")
        for _ in range(MOST_STOPS):
            self._tab()
            if self.is_(element, "focused"):
                return
        raise Lost(f"{self.page.url.partition('/zwgk/')[2] or '首页'} 用键盘走不到")

    def _inside(self) -> bool:
        return bool(self.page.evaluate("document.activeElement.closest('main') !== null"))

    def _tab(self) -> None:
        self.page.keyboard.press("Tab")
        self.cost.stops += 1

    def tap(self, words: str) -> None:
        self._to(self.find("press", words))
        checked = self.page.evaluate("document.activeElement.matches('[type=checkbox], [type=radio]')")
        self.page.keyboard.press("Space" if checked else "Enter")

    def type(self, words: str) -> None:
        self._to(self.find("box"))
        self.page.keyboard.type(words)
        self.page.keyboard.press("Enter")

    def see(self, words: str) -> None:
        self.find("text", words)

    def reach(self, address: str) -> None:
        self._to(self.find("link", address))


HANDS: dict[str, type[Walker]] = {"finger": Finger, "keyboard": Keyboard}


def best(
    browser: Browser, home: str, ways: Sequence[Sequence[Step]], hand: str, picture: Path | None = None
) -> Cost:
    """The first cheap way to do one task, else the cheapest of all; its end is kept as a picture."""
    found: list[tuple[Cost, bytes]] = []
    for way in ways:
        found.append(_walked(browser, home, way, hand))
        if found[-1][0].cheap:
            break
    cost, shot = min(found, key=lambda each: each[0].order)
    if picture:
        picture.write_bytes(shot)
    return cost


def _walked(browser: Browser, home: str, way: Sequence[Step], hand: str) -> tuple[Cost, bytes]:
    options: dict[str, Any] = {"has_touch": True, "is_mobile": True} if hand == "finger" else {}
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale="zh-CN", **options)
    page = context.new_page()
    page.goto(home)
    cost = HANDS[hand](page).walk(way)
    shot = page.screenshot()
    context.close()
    return cost, shot
