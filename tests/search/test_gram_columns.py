"""What a shard's file of columns says of each document, part by part."""

from __future__ import annotations

import json
import struct
from pathlib import Path

from gongkai.search import SearchDocument, index
from gongkai.search.grams.shard import COLUMNS, columns

RULE = SearchDocument("a/", "甲", "示发〔2026〕1号", "", "政策文件", "区教委", "2026", "有效", "2026-03-01")
NEWS = SearchDocument("b/", "乙", "", "", "工作动态", "区教委", "2026", "", "2026-03-02")


def test_one_column_tells_type_state_and_length_of_the_number(tmp_path: Path) -> None:
    index([RULE, NEWS], tmp_path / "index", work=tmp_path / "work")
    (file,) = (tmp_path / "index").rglob(COLUMNS)
    parts = columns(file.read_bytes())
    about = json.loads(parts[0])
    kinds = [about["kinds"][kind] for kind in struct.unpack("<HH", parts[3][::2] + parts[3][1::2])]
    said = [
        (about["facets"]["type"][kind], about["facets"]["status"][state], length)
        for kind, state, length in kinds
    ]
    assert said == [(["政策文件"], ["有效"], 10), (["工作动态"], [], 0)]


def test_no_server_and_no_browser_takes_the_file_for_a_packed_one(tmp_path: Path) -> None:
    index([RULE], tmp_path / "index", work=tmp_path / "work")
    (file,) = (tmp_path / "index").rglob(COLUMNS)
    assert file.read_bytes()[0] == 0
