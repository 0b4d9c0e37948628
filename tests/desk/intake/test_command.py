"""``scripts/import``: what it says, what it asks on a terminal, and its exit codes."""

from __future__ import annotations

import pytest

from gongkai.desk import cli
from gongkai.desk.cli import intake
from gongkai.desk.intake.questions import Question
from gongkai.records.fields.values import as_date
from gongkai.settings import DATE_VARIABLE, ROOT_VARIABLE, STATE_VARIABLE

from ..word import official
from ..word.ooxml import paragraph, t


@pytest.fixture
def run(mini, tmp_path, monkeypatch, capsys):
    """The command in a tiny column; gives its exit code and what it said."""
    for name in (ROOT_VARIABLE, DATE_VARIABLE, STATE_VARIABLE):
        monkeypatch.setenv(name, "")
    monkeypatch.chdir(tmp_path)
    where = ["--root", str(mini), "--date", "2026-11-21", "--state-dir", str(tmp_path / "state")]

    def command(*words):
        code = cli.main(["import", *where, *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_it_says_what_was_written_read_left_out_and_is_open(run, mini, tmp_path):
    (tmp_path / "通知.docx").write_bytes(official.wps().data())
    code, out, err = run("通知.docx", "--set", "成文日期=2026-11-02", "--name", "zoufang")
    assert (code, err) == (0, "")
    assert "通知.docx：读出" in out
    assert "写好 content/policies/2026/zoufang.md" in out
    assert "没有读入 第8段：隐藏文字“不公开的话”" in out
    assert "待填 发布日期、是否规范性文件、主题分类" in out
    assert (tmp_path / "state/import/zoufang.html").is_file()
    assert (mini / "content/interpretations/2026/zoufang-jiedu.md").is_file()


def test_a_file_with_tracked_changes_is_refused_with_every_place(run, mini, tmp_path):
    doc = official.plan()
    doc.raw(paragraph(f'<w:ins w:id="1" w:author="甲">{t("加的")}</w:ins>'))
    (tmp_path / "a.docx").write_bytes(doc.data())
    code, out, err = run("a.docx")
    assert (code, out) == (1, "")
    assert err.startswith("没有导入 a.docx，先在 Word 里处理这 1 处")
    assert "修订：插入“加的”" in err
    assert not list((mini / "content").rglob("*zhihui*"))


def test_what_is_no_file_or_no_answer_is_wrong_use(run, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"no")
    assert run("nowhere.docx")[0] == 2
    assert run("a.docx", "--set", "发布日期")[0] == 2
    assert run("a.docx", "--set", "发布日期=明天")[0] == 2
    assert run("a.docx", "b.xlsx")[0] == 2
    assert run("a.docx", "--name", "../../../etc/x")[0] == 2
    assert run("a.docx", "--name", "")[0] == 2
    code, _, err = run("a.docx")
    assert code == 1 and "不是 .docx 文件" in err


def test_a_table_becomes_the_rows_of_a_dataset(run, mini, tmp_path):
    (tmp_path / "gongyuan.csv").write_bytes('名称,面积\n甲园,"1,200"\n'.encode("gb18030"))
    code, out, _ = run("gongyuan.csv", "--name", "gongyuan", "--year", "2026")
    assert code == 0 and "改了 面积：1 处数字去掉千分号" in out
    assert (mini / "data/datasets/gongyuan/2026.csv").read_text("utf-8") == "名称,面积\n甲园,1200\n"
    (tmp_path / "gongyuan.csv").write_bytes("名称,号码\n甲园,1.10108E+17\n".encode())
    code, _, err = run("gongyuan.csv", "--name", "gongyuan", "--year", "2027")
    assert code == 1 and "第2行B列：长号码被当成了数字" in err


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["2026-11-30"], "2026-11-30"),
        ([""], "2026-11-21"),
        (["明天", "2026-12-01"], "2026-12-01"),
        (["甲"] * 3, ""),
    ],
)
def test_a_question_takes_what_is_typed_or_offered_and_is_put_again_when_it_is_wrong(
    typed, answer, monkeypatch, capsys
):
    lines = iter(typed)
    monkeypatch.setattr("builtins.input", lambda words: next(lines))
    assert intake._asked(Question("发布日期", "哪一天公布？", "2026-11-21", as_date)) == answer
