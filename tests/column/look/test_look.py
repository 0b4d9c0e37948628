"""mkdocs.yml's settings of looks: what is taken, and the sentence where something cannot be."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from gongkai import settings
from gongkai.column.look import OURS, Look, Picture, Script, files, read_look
from gongkai.common.problems import EnvironmentProblem

TOKENS = settings.PROJECT / settings.TOKENS
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0"/></svg>'


def png(width: int, height: int) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (width, height)).save(stream, "png")
    return stream.getvalue()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A column with a file of each kind, some of them faulty."""
    for name, content in {
        "content/files/logo.png": png(300, 100),
        "overrides/logo.svg": SVG,
        "overrides/cut.png": png(300, 100)[:60],
        "overrides/huge.png": png(5000, 1),
        "overrides/two.png": png(3, 3) + b"<script>go()</script>",
        "overrides/no.ico": b"\0\0\1\0",
        "overrides/false.png": SVG,
        "overrides/own.css": b"a { color: red }",
        "overrides/far.css": b"a {}\nb { background: url(https://example.com/a.png) }",
        "overrides/gbk.css": "/* 样式 */".encode("gbk"),
        "overrides/open.css": b"a { color: red",
        "overrides/own.js": b"go();",
        "overrides/it's.js": b"go();",
        "overrides/far.js": b"// told\nfetch('https:\\/\\/example.com/')",
        "overrides/first.mjs": b'import "./second.mjs";',
        "overrides/second.mjs": b"export {};",
        "content/files/own.js": b"go();",
        "secret.png": png(1, 1),
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def read(root: Path, text: str, *, own: bool = True) -> Look:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return read_look(root, settings._written(root / "mkdocs.yml"), TOKENS, own=own)


def test_what_names_nothing_is_the_look_of_the_program(root: Path) -> None:
    assert read(root, "site_url: https://a.gov.cn/\ntheme: material\n") == OURS


def test_pictures_are_taken_from_either_folder_in_their_proportion(root: Path) -> None:
    look = read(root, "theme: {logo: files/logo.png, favicon: logo.svg}\n", own=False)
    assert look.logo and look.favicon
    assert (look.logo.content, look.logo.media_type, look.logo.size) == (
        png(300, 100),
        "image/png",
        (156, 52),
    )
    assert (look.favicon.content, look.favicon.media_type, look.favicon.size) == (
        SVG,
        "image/svg+xml",
        (104, 52),
    )


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ("1000 100", (220, 22)),
        ("0 0", (52, 52)),
        ("20 40", (26, 52)),
        ("... 1.2.3", (52, 52)),
        ("9999999 1", (220, 1)),
        ("1 9999999", (1, 52)),
    ],
)
def test_a_logo_leaves_room_for_the_name_beside_it(box: str, size: tuple[int, int]) -> None:
    assert Picture("svg", f'<svg viewBox="0 0 {box}"/>'.encode()).size == size


def test_a_picture_leaves_without_what_stands_beside_it(root: Path) -> None:
    look = read(root, "theme: {logo: files/logo.png}\n").cleaned(lambda ending, data: ending.encode())
    assert look.logo and look.logo.content == b"png" and look.favicon is None


def test_styles_and_scripts_are_the_checkouts_own_only(root: Path) -> None:
    text = "extra_css: [./own.css]\nextra_javascript:\n  - own.js\n  - {path: ./own.js, type: module}\n"
    look = read(root, text)
    assert look.sheets == (("own.css", "a { color: red }"),)
    assert look.scripts == (Script("own.js", "go();", False), Script("own.js", "go();", True))
    assert read(root, text, own=False) == OURS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "theme:\n  logo: none.png\n",
            r"mkdocs.yml 第 2 行：theme.logo 不能照办：没有“none.png”这个文件（放进 content",
        ),
        ("theme: {logo: ../secret.png}\n", "没有“../secret.png”这个文件"),
        ("theme: {logo: ../overrides/logo.svg}\n", "没有“../overrides/logo.svg”这个文件"),
        (f"theme: {{logo: {'a' * 300}.png}}\n", "读不出来"),
        ("theme: {favicon: false.png}\n", "不是这种图片"),
        ("theme: {favicon: cut.png}\n", "图片不完整"),
        ("theme: {favicon: no.ico}\n", "图片不完整"),
        ("theme: {favicon: huge.png}\n", "不能超过 4096 点"),
        ("theme: {favicon: two.png}\n", "尾部接着别的数据"),
        ("theme: {logo: own.css}\n", "不是这种图片"),
        ("theme: {logo: [logo.svg]}\n", "要写一个文件名"),
        (
            "theme:\n  palette:\n    primary: amber\n",
            "第 3 行：theme.palette.primary 不能照办：“amber”在浅色",
        ),
        ("extra_css:\n  - own.css\n  - far.css\n", r"第 3 行：extra_css 不能照办：第 2 行的 url\( 要到别处"),
        ("extra_css: [gbk.css]\n", "不是 UTF-8"),
        ("extra_css: [open.css]\n", "没有成对"),
        ("extra_javascript: [files/own.js]\n", "没有“files/own.js”这个文件（放进 overrides/"),
        ("extra_javascript: [../overrides/own.js]\n", "没有“../overrides/own.js”"),
        ('extra_javascript: ["it\'s.js"]\n', "不能作脚本的文件名"),
        ("extra_javascript: [own.css]\n", "不能作脚本的文件名"),
        ("extra_javascript: [far.js]\n", "第 2 行的 https://example.com/ 在别的网站上"),
        ("extra_javascript: [first.mjs]\n", r"第 1 行引入的 ./second.mjs 不在本站"),
        ("extra_css: ['https://example.com/a.css']\n", "“https://example.com/a.css”在别的网站上"),
        (
            "extra_javascript: ['//example.com/a.js']\n",
            "extra_javascript 不能照办：“//example.com/a.js”在别的网站上",
        ),
    ],
)
def test_what_cannot_be_had_is_told_in_one_sentence_with_its_place(text: str, said: str, root: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=said):
        read(root, text)


def test_a_module_may_bring_those_that_are_there(root: Path) -> None:
    look = read(root, "extra_javascript: [first.mjs, second.mjs]\n")
    assert [(each.name, each.module) for each in look.scripts] == [("first.mjs", True), ("second.mjs", True)]


def test_the_web_server_knows_what_each_of_them_is() -> None:
    """A script that is served as anything else is refused by the browser (``nosniff``)."""
    told = (settings.PROJECT / "deploy/nginx.conf").read_text("utf-8")
    types = {
        ending: kind
        for kind, endings in re.findall(r"^ {8}(\S+/\S+) +([a-z0-9 ]+);$", told, re.M)
        for ending in endings.split()
    }
    assert {types.get(ending) for ending in ("js", "mjs")} == {"text/javascript"}
    pictures = {ending: Picture(ending, b"").media_type for ending in files.PICTURES}
    assert {ending: types.get(ending) for ending in pictures} == pictures


def test_a_picture_is_whole_whatever_was_imported_before(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint tells Pillow to fill up what is missing."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(EnvironmentProblem, match="图片不完整"):
        read(root, "theme: {logo: cut.png}\n")
    assert ImageFile.LOAD_TRUNCATED_IMAGES
