"""A browser is told of every module that a script needs, and of none that it may never need."""

from __future__ import annotations

import re
from pathlib import Path

from gongkai.render.frame.assets import read_assets
from gongkai.render.frame.modules import module_tags, search_tags

OVERRIDES = Path(__file__).parents[2] / "overrides"


def test_all_imports_and_theirs_each_once_and_no_late_ones(tmp_path: Path) -> None:
    scripts = {
        "js/page.js": 'import { b } from "./in/b.js";\nimport {\n  c,\n} from "./c.js";\n',
        "js/in/b.js": 'import { c } from "../c.js";\nexport const late = () => import("./late.js");\n',
        "js/c.js": 'export * from "./in/d.js";\n',
        "js/in/d.js": 'import "./e.js";\nexport const d = "export from ./in/late.js";\n',
        "js/in/e.js": "globalThis.e = 1;\n",
        "js/in/late.js": "export const d = 1;\n",
    }
    for name, text in scripts.items():
        path = tmp_path / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assets = read_assets(tmp_path)
    tags = module_tags(assets, assets.path("js/page.js"), lambda path: path.removeprefix(assets.folder))
    assert re.findall('modulepreload" href="([^"]+)"', tags) == [
        "/js/c.js",
        "/js/in/b.js",
        "/js/in/d.js",
        "/js/in/e.js",
    ]
    assert tags.count('src="/js/page.js"') == 1


def test_search_is_asked_for_in_one_file_behind_what_it_reads() -> None:
    assets = read_assets(OVERRIDES)
    tags = search_tags(assets, "index/", lambda path: path.removeprefix(assets.folder))
    assert re.findall(
        '<(?:script (?:type="module" )?src|link rel="preload" as="script" href)="([^"]+)"([^>]*)', tags
    ) == [
        ("/js/search/ahead.js", ' fetchpriority="high"'),
        ("/js/search/search-page.js", ""),
        ("/js/search/ahead.js", ' data-index="index/" async'),
    ]
