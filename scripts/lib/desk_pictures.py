"""The pictures of 编辑手册: a desk over a copy of a column, and what stood on each screen when it was taken.

A picture says what kind of screen it shows: its heading and its buttons, kept in the file. So a test can tell
that a screen has changed since, where fonts and pixels differ from machine to machine.
"""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, PngImagePlugin
from playwright.sync_api import Browser, Page
from waitress.server import create_server

import desk_tour
from gongkai.desk.web.app import Desk
from gongkai.desk.web.options import Options
from gongkai.settings import Settings, read_column

#: of the window, and how much smaller the picture is
WIDE, HIGH, SCALE = 1000, 760, 0.8
#: what the kind of a screen is kept under in a picture
KIND = "Kind"
_COLOURS = 64
_WHO = ("-c", "user.name=编辑", "-c", "user.email=editor@localhost")
_BEGINNING = (
    ("init", "--quiet", "--initial-branch=main"),
    ("add", "--all"),
    ("commit", "--quiet", "-m", "开始"),
)


@contextmanager
def office(column: Path, folder: Path, today: dt.date) -> Iterator[desk_tour.Tour]:
    """A tour of a desk over a copy of a column; it still needs a page of a browser."""
    root = folder / "column"
    for name in ("content", "data"):
        shutil.copytree(column / name, root / name)
    shutil.copy(column / "mkdocs.yml", root)
    for words in _BEGINNING:
        subprocess.run(["git", *_WHO, *words], cwd=root, check=True)
    desk = Desk(Options(Settings(root, today, read_column(root)), folder / "desk", ("127.0.0.1",)))
    server = create_server(desk, host="127.0.0.1", port=0, threads=2)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.effective_port}/?key={desk.guard.key}"
        yield desk_tour.Tour(address, today.isoformat(), root, folder)
    finally:
        server.close()


def window(browser: Browser) -> Page:
    """The window in which the handbook's screens are seen."""
    context = browser.new_context(
        viewport={"width": WIDE, "height": HIGH},
        device_scale_factor=SCALE,
        color_scheme="light",
        locale="zh-CN",
    )
    return context.new_page()


def kind(page: Page) -> str:
    """The heading of a screen, and its buttons in their order, each once; a form's keys have their own."""
    heads = page.locator("h1").all_inner_texts()
    buttons = page.locator(
        "main :is(button, a.button):not(.je-object__container *):visible"
    ).all_inner_texts()
    return "\n".join(dict.fromkeys(each.strip() for each in (*heads, *buttons)))


def kept_kind(file: Path) -> str:
    """What kind of screen a picture shows."""
    with Image.open(file) as picture:
        return f"{picture.info.get(KIND, '')}"


def take(page: Page, file: Path) -> None:
    """A picture of what is seen of a page, with its kind."""
    with Image.open(io.BytesIO(page.screenshot())) as picture:
        about = PngImagePlugin.PngInfo()
        about.add_itxt(KIND, kind(page))
        picture.convert("RGB").quantize(_COLOURS).save(file, optimize=True, pnginfo=about)
