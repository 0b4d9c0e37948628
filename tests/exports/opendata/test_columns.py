"""The columns of open data are a promise to those who built on them: frozen as committed.

``scripts/reference`` enters new ones in ``columns.json``; a lost one is taken out by hand only.
"""

from __future__ import annotations

import json

from gongkai.desk.reference.columns import FILE, page, promised
from gongkai.exports.opendata.columns import columns

LOST = "已公布的列不见了，用数据的人会受影响：留下它；确实要改，先在发布日志说明，再从 columns.json 里删去"


def test_no_published_column_is_lost_and_new_ones_are_recorded():
    committed, now = promised(), columns()
    lost = {name: sorted(set(keys) - set(now.get(name, ()))) for name, keys in committed.items()}
    assert {name: keys for name, keys in lost.items() if keys} == {}, LOST
    assert now == committed, "有新的列或者列换了顺序：运行 scripts/reference，把 columns.json 一并提交"


def test_a_lost_column_stays_promised(tmp_path):
    now = columns()
    gone = {"gone.csv": ["id"], "units.csv": ["id", "旧列"]}
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text(json.dumps(now | gone), "utf-8")
    kept = json.loads(page(tmp_path))
    assert kept == now | {"units.csv": [*now["units.csv"], "旧列"], "gone.csv": ["id"]}
    assert list(kept)[-1] == "gone.csv"
