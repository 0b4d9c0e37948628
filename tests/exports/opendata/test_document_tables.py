"""Versions, effects and facts as open data: what their rows say, and nothing of what is closed."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing

import pytest

from gongkai.exports import opendata
from gongkai.exports.opendata.document_tables import SETS

TODAY = dt.date(2026, 11, 21)
BODY = (
    "第一条　根据《低保办法》（示民发〔2019〕2号）第一条和《救助条例》，制定本办法。\n\n"
    "第二条　按照本办法第一条办理。\n\n第三条　本办法自印发之日起30日后施行，有效期5年。"
    "《救助规定》（示民发〔2010〕7号）同时废止。\n"
)


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n施行日期: {day}\n"
        f"是否规范性文件: 是\n{more}---\n{body}\n"
    )


FILES = {
    "content/policies/2020/jiu.md": policy("救助办法", "2020-03-01", BODY),
    "content/policies/2019/dibao.md": policy(
        "低保办法", "2019-03-01", "第一条　甲。", "发文字号: 示民发〔2019〕2号\n"
    ),
    "content/policies/2022/gai.md": policy(
        "修改决定", "2022-05-01", "《救助办法》第二条修改为：“第二条　乙。”", "修改: [{文件: 救助办法}]\n"
    ),
}


@pytest.fixture
def rows(small_column, tmp_path) -> Callable[..., dict[str, list[dict[str, object]]]]:
    """Files → the lines of each set, the same in the database."""

    def make(files: Mapping[str, str]):
        opendata.write(small_column(files, TODAY), tmp_path)
        found = {}
        for section, name, fields in SETS:
            folder = tmp_path / opendata.FOLDER
            lines = (folder / f"{section}.jsonl").read_text("utf-8").splitlines()
            found[section] = [json.loads(line) for line in lines]
            with closing(sqlite3.connect(folder / "column.sqlite")) as file:
                stored = file.execute(f'SELECT * FROM "{name}"').fetchall()
                told = file.execute('SELECT 列, 说明 FROM "字段说明" WHERE 表 = ?', (name,)).fetchall()
            assert [tuple(_stored(value) for value in row.values()) for row in found[section]] == stored
            assert told == [(key, words) for key, (words, _) in fields.items()]
        return found

    return make


def _stored(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


def test_versions_and_what_made_them(rows) -> None:
    found = rows(FILES)
    first, second = (row for row in found["versions"] if row["文件"] == "policies/2020/jiu")
    assert (first["起"], first["止"], first["算得"], first["修改者"]) == (
        "2020-03-01",
        "2022-05-01",
        "否",
        [],
    )
    assert (second["起"], second["止"], second["算得"]) == ("2022-05-01", None, "是")
    assert (second["修改者"], second["变动的条"], second["没有写入"]) == (
        ["policies/2022/gai"],
        ["第二条"],
        [],
    )
    (effect,) = (row for row in found["effects"] if row["文件"] == "policies/2020/jiu")
    assert (effect["日期"], effect["依据"], effect["条款"]) == ("2022-05-01", "policies/2022/gai", ["第二条"])
    assert (effect["种类"], effect["内容"], effect["写入"]) == ("修改", "改第二条", "是")


def test_facts_with_the_sentences_that_state_them(rows) -> None:
    found = [row for row in rows(FILES)["facts"] if row["文件"] == "policies/2020/jiu"]
    assert [(row["种类"], row["条"], row["所指"], row["所指文件"], row["所指id"]) for row in found] == [
        ("施行", "第三条", "自印发之日起满30日", "", None),
        ("有效期", "第三条", "5年", "", None),
        ("废止", "第三条", "废止", "救助规定", None),
        ("根据", "第一条", "第一条", "低保办法", "policies/2019/dibao"),
        ("根据", "第一条", "", "救助条例", None),
        ("引用", "第二条", "第一条", "", None),
        ("引用", "第一条", "第一条", "低保办法", "policies/2019/dibao"),
    ]
    own = [row["原文"] for row in found if row["种类"] == "引用" and not row["所指文件"]]
    assert own == ["按照本办法第一条办理。"]
    assert [row["所指文号"] for row in found if row["种类"] == "废止"] == ["示民发〔2010〕7号"]


def test_nothing_is_read_out_of_what_is_closed(rows) -> None:
    closed = "公开属性: 不予公开\n不公开理由: 内部文件\n"
    found = rows({"content/policies/2020/jiu.md": policy("救助办法", "2020-03-01", "", closed)})
    assert not [row for row in (*found["versions"], *found["facts"]) if row["文件"] == "policies/2020/jiu"]
