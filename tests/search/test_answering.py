"""Questions with their answers beside an index, and the browser's choice of the one that was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from gongkai.search import Answered, SearchDocument, index, write_answers, write_words
from gongkai.search.answering import FULL, PACK, keys
from gongkai.search.words import tables

Call = Callable[..., list[Any]]
Ask = Callable[[Path, Sequence[str]], list[dict[str, Any]]]

ELEVATOR, OLD, RENT, PARKING = (
    "示例区老旧小区加装电梯补助办法",
    "加装电梯补助实施细则",
    "房屋租赁管理办法",
    "停车办法",
)
#: (question, what it is about, answer, state)
QUESTIONS = [
    ("一部电梯补多少钱？", ELEVATOR, "四层28万元，六层36万元。", "valid"),
    ("钱什么时候到账？", ELEVATOR, "开工以后拨一半。", "valid"),
    ("要不要全体业主同意？", ELEVATOR, "不要求。", "valid"),
    ("加装电梯的补助是多少？", OLD, "每部24万元。", "expired"),
    ("谁来申请？", OLD, "原产权单位。", "expired"),
    ("押金收多少，什么时候退？", RENT, "一个月租金，3日内退还。", "valid"),
    ("停10分钟要交钱吗？", PARKING, "不足15分钟的不收费。", "not-yet"),
]
#: what is typed → the question that answers it, or none
TYPED = {
    "装电梯补多少钱": "一部电梯补多少钱？",
    "加装电梯的钱什么时候到账": "钱什么时候到账？",
    "加裝電梯 要不要全體業主同意": "要不要全体业主同意？",
    "停车15分钟收费吗": "停10分钟要交钱吗？",
    "租赁押金收多少": "押金收多少，什么时候退？",
    # what has ended only where nothing that holds answers it
    "加装电梯的补助多少钱": "一部电梯补多少钱？",
    "谁来申请": "谁来申请？",
    # the matter alone, another question about it, the question alone, a number, a phrase in marks
    "加装电梯": "",
    "加装电梯要什么材料": "",
    "停车罚款多少钱": "",
    "多少钱": "",
    "什么时候退": "",
    "示建发〔2026〕21号": "",
    "“一部电梯补多少钱”": "",
}


def answered(question: str, about: str, answer: str, kind: str) -> Answered:
    return Answered(question, about, {"url": question, "answer": answer, "states": [["", kind, kind]]})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("answers")
    page = SearchDocument("a/", ELEVATOR, "", "补助", "政策文件", "", "2026", "有效", "2026-03-01")
    index([page], made / "out", work=made / "work")
    write_words(tables([("装电梯", ["加装电梯"])], []), made / "out")
    write_answers([answered(*each) for each in QUESTIONS], made / "out")
    return made / "out"


def test_the_question_that_was_asked_and_no_other(folder: Path, ask: Ask) -> None:
    assert {each["query"]: each["card"] for each in ask(folder, [*TYPED])} == TYPED


def test_nothing_is_read_for_what_cannot_be_a_question(folder: Path, ask: Ask) -> None:
    asked = ask(folder, ["多少钱", "示建发〔2026〕21号", "装电梯补多少钱", "装电梯补多少钱"])
    assert [bool(each["card_bytes"]) for each in asked] == [False, False, True, False]


def test_files_stay_small_however_many_questions_there_are(tmp_path: Path, ask: Ask) -> None:
    """One question costs a few files of bounded size; all are named by what is in them."""
    about = "".join(chr(0x4E00 + n) for n in range(60))
    many = [
        answered(
            f"{chr(0x5000 + n)}{chr(0x6000 + n)}{chr(0x7000 + n)}怎么办？", about, "去窗口。" * 20, "valid"
        )
        for n in range(900)
    ]
    index([], tmp_path / "out", work=tmp_path / "work")
    write_words(tables([], []), tmp_path / "out")
    assert write_answers(many, tmp_path / "out") > 10 * FULL
    files = [*(tmp_path / "out/answers").iterdir()]
    assert len(files) > len(many) / PACK and max(each.stat().st_size for each in files) < 2 * FULL
    (answer,) = ask(tmp_path / "out", [many[450].question[:-1]])
    assert answer["card"] == many[450].question and answer["card_bytes"] < 40_000


def test_without_questions_nothing_is_written(tmp_path: Path) -> None:
    assert write_answers([], tmp_path) == 0 and not [*tmp_path.iterdir()]


def test_keys_are_pairs_and_whole_words(call: Call) -> None:
    texts = ["加装电梯，2026年 ABC-12", "〇", ""]
    assert [*keys(texts[0])] == ["加装", "装电", "电梯", "2026", "abc", "12"]
    words = json.loads((Path(__file__).parents[2] / "hooks/gongkai/search/answering.json").read_text("utf-8"))
    contents = call("answer-fit.js", "content", [[text, {**words, "idle": ["啊啊"]}] for text in texts])
    browser = call("answer-fit.js", "keys", [[each["pieces"]] for each in contents])
    assert browser == [[*keys(text)] for text in texts]


def test_the_state_of_the_readers_day(call: Call) -> None:
    states = [
        ["", "尚未施行", "not-yet"],
        ["2027-01-01", "有效", "valid"],
        ["2030-01-01", "已废止失效", "expired"],
    ]
    days = {"2026-12-31": "not-yet", "2027-01-01": "valid", "2029-12-31": "valid", "2030-01-01": "expired"}
    found = call("answers.js", "stateOn", [[{"states": states}, day] for day in days])
    assert [kind for _, _, kind in found] == [*days.values()]
