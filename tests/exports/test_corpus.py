"""What programs that answer questions read: whose each piece is, where it stands and whether it holds."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
import yaml

from gongkai.column.register import Register
from gongkai.exports import corpus
from gongkai.law.example import CLEAN, a_policy, an_interpretation
from gongkai.settings import read_column

TODAY = dt.date(2026, 11, 21)
ROOT = "https://www.example.gov.cn/zwgk/"
ASKED = an_interpretation(问答="[{问: 谁可以申请？, 答: 老年人。, 对应条款: 第二条}]")
LATER = (
    "---\n标题: 新办法\n发文机关: 区民政局\n成文日期: 2026-11-10\n发布日期: 2026-11-10\n"
    "施行日期: 2026-11-10\n是否规范性文件: 否\n{keys}---\n第一条　甲。见[旧办法](yanglao.md#tiao-2)。\n"
)


@pytest.fixture
def written(small_column, tmp_path):
    """Files → the folder of what is made of them; ``policy`` are the keys of yanglao."""

    def make(keys: str = "", **policy: str) -> Path:
        files = {**CLEAN, **a_policy(**{"施行日期": "2026-11-05", **policy}), **ASKED}
        files["content/policies/2026/xin.md"] = LATER.format(keys=keys)
        corpus.write(small_column(files, TODAY), tmp_path / "site")
        return tmp_path / "site"

    return make


def pieces(folder: Path) -> dict[str, dict]:
    lines = [line for file in (folder / "corpus").iterdir() for line in file.read_text("utf-8").splitlines()]
    found = {piece["id"]: piece for piece in map(json.loads, lines)}
    assert len(found) == len(lines)
    return found


def front(file: Path) -> tuple[dict, str]:
    _, head, body = file.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def test_an_article_is_a_piece_with_its_place_and_standing(written):
    found = pieces(written())["policies/2026/yanglao#tiao-2"]
    assert found["text"].startswith("第二条") and "老年人可以申请补贴" in found["text"]
    assert found["url"] == f"{ROOT}policies/2026/yanglao/#tiao-2"
    assert (found["state"], found["in_force"], found["official"]) == ("有效", True, True)
    assert found["publisher"] == ["区民政局"] and found["eli"].endswith("/art_2")


@pytest.mark.parametrize(
    ("keys", "policy", "mark"),
    [
        ("废止: [yanglao]\n", {}, "〔已废止，自2026-11-10起，不得再作为依据〕"),
        ("替代: [yanglao]\n", {}, f"现行文件：《新办法》{ROOT}policies/2026/xin/〕"),
        ("", {"失效日期": "2026-11-20"}, "〔已失效，自2026-11-21起"),
        ("", {"施行日期": "2026-12-01"}, "〔尚未施行，自2026-12-01起施行〕"),
    ],
)
def test_what_does_not_hold_says_so_in_every_piece(written, keys, policy, mark):
    folder = written(keys, **policy)
    own = [each for name, each in pieces(folder).items() if name.startswith("policies/2026/yanglao#")]
    assert own and all(mark in each["text"] and each["in_force"] is False for each in own)
    head, body = front(folder / "policies/2026/yanglao/index.md")
    assert (head["in_force"] is False and f"> {mark[:4]}" in body) or mark in body
    [answer] = [each for name, each in pieces(folder).items() if name.startswith("answers/yanglao-jiedu")]
    assert answer["text"].startswith("〔依据的文件") and answer["in_force"] is False


def test_an_article_that_is_not_carried_out_or_lacks_an_amendment_says_so(written):
    stop = "部分废止: [{文件: yanglao, 操作: [{停: 第二条, 止: 2026-12-31}]}]\n"
    found = pieces(written(stop))
    assert found["policies/2026/yanglao#tiao-2"]["text"].startswith(
        "〔自2026-11-10起停止执行，至2026-12-31〕"
    )
    assert found["policies/2026/yanglao#tiao-2"]["in_force"] is False
    assert found["policies/2026/yanglao#tiao-1"]["text"].startswith("第一条")
    assert found["policies/2026/yanglao#tiao-1"]["in_force"] is True
    found = pieces(written("修改: [yanglao]\n"))
    assert found["policies/2026/yanglao#tiao-1"]["text"].startswith("〔《新办法》对它的修改没有写入")


def test_an_article_that_is_repealed_is_not_in_force_and_the_others_are(written):
    found = pieces(written("部分废止: [{文件: yanglao, 操作: [{删: 第二条, 理由: 废止}]}]\n"))
    held = {id_[-1]: each["in_force"] for id_, each in found.items() if "yanglao#tiao" in id_}
    assert held == {"1": True, "2": False}
    assert "〔已废止〕" in found["policies/2026/yanglao#tiao-2"]["text"]


def test_a_twin_says_whose_it_is_and_its_links_lead_on(written):
    folder = written()
    head, body = front(folder / "policies/2026/xin/index.md")
    assert head["canonical"] == f"{ROOT}policies/2026/xin/" and head["state"] == "有效"
    assert head["digest"].startswith("sha256:") and head["valid_from"] == "2026-11-10"
    assert f"[旧办法]({ROOT}policies/2026/yanglao/#tiao-2)" in body


def test_an_answer_has_a_twin_with_its_grounds(written):
    folder = written()
    [file] = (folder / "answers").glob("yanglao-jiedu-*/index.md")
    head, body = front(file)
    assert (head["type"], head["title"], head["in_force"]) == ("问答", "谁可以申请？", True)
    assert "老年人。" in body and f"第二条（有效）{ROOT}policies/2026/yanglao/#tiao-2" in body


def test_the_day_stands_only_in_the_guide(written, small_column, tmp_path):
    folder = written()
    guide = (folder / "llms.txt").read_text("utf-8")
    assert "按 2026-11-21 的状态生成" in guide and "corpus/policies-2026.jsonl" in guide
    before = {file: file.read_bytes() for file in folder.rglob("*.*") if file.name != "llms.txt"}
    register = small_column({**CLEAN, **a_policy(施行日期="2026-11-05"), **ASKED}, TODAY)
    corpus.write(register.on(TODAY + dt.timedelta(days=2)), folder)
    assert before == {file: file.read_bytes() for file in before}


def test_the_guide_leads_only_to_pages_that_there_are(written, small_column, tmp_path):
    """A new column has no answers, and nothing that could be in force."""
    (tmp_path / "new").mkdir()
    corpus.write(Register([], TODAY, small_column().column), tmp_path / "new")
    new = (tmp_path / "new/llms.txt").read_text("utf-8")
    assert f"{ROOT}feeds/" in new and "answers/" not in new and "in-force/" not in new
    guide = (written(是否规范性文件="是") / "llms.txt").read_text("utf-8")
    assert f"{ROOT}answers/" in guide and f"{ROOT}in-force/" in guide


def test_a_column_can_do_without(small_column, tmp_path):
    register = small_column()
    without = register.column.model_copy(update={"machine_texts": False})
    plain = Register(register.records, register.today, without)
    assert corpus.write(plain, tmp_path / "site") == 0 and not (tmp_path / "site").exists()


def test_the_demonstration_has_them():
    assert read_column(Path(__file__).parents[2]).machine_texts
