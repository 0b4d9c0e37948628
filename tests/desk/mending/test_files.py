"""What ``scripts/check --fix`` writes, and that everything else stays byte for byte."""

from __future__ import annotations

import pytest

from gongkai.desk import mending
from gongkai.law.example import CLEAN, a_policy
from gongkai.settings import SAMPLE, read_settings

PATH = "content/policies/2026/yanglao.md"
TEXT = CLEAN[PATH]


@pytest.fixture
def mend(tmp_path, monkeypatch):
    """The bytes of the policy's file → how many places were written, and the bytes after."""

    def go(data: bytes) -> tuple[int, bytes]:
        for path, text in CLEAN.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        (tmp_path / "mkdocs.yml").write_text(
            SAMPLE.replace("本区域名", "example.gov.cn")
            .replace("十位数字", "1101150001")
            .replace("某某区", "示例区")
            .replace("区号-电话", "010-00000000"),
            "utf-8",
        )
        file = tmp_path / PATH
        file.write_bytes(data)
        monkeypatch.setenv("GONGKAI_ROOT", str(tmp_path))
        monkeypatch.setenv("GONGKAI_DATE", "2026-11-21")
        plan = mending.plan(read_settings())
        assert file.read_bytes() == data
        mending.write(tmp_path, plan.changes)
        return plan.count, file.read_bytes()

    return go


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("成文日期: 2026年11月2日", "成文日期: 2026-11-02"),
        ("成文日期: '2026/11/2'  # 落款", "成文日期: '2026-11-02'  # 落款"),
        ("成文日期：2026-11-02", "成文日期: 2026-11-02"),
        ("成文日期:2026-11-02", "成文日期: 2026-11-02"),
        ("成文日期：２０２６.11.2", "成文日期: 2026-11-02"),
        ("成文日期: 20261102", "成文日期: 2026-11-02"),
        ("成文日期: 二〇二六年十一月二日", "成文日期: 2026-11-02"),
    ],
)
def test_a_day_is_written_in_the_right_form(mend, wrong, right):
    good = TEXT.replace("成文日期: 2026-11-02", right)
    _, after = mend(good.replace(right, wrong).encode())
    assert after == good.encode()


def test_a_number_and_look_alike_signs_are_mended_where_they_stand(mend):
    wrong = TEXT.replace("示民发〔2026〕21号", "示民发[２０２６]第21号").replace("老年人", "⽼年⼈")
    assert wrong.count("⽼") > 0
    _, after = mend(wrong.encode())
    assert after == TEXT.encode()


def test_keys_the_text_states_are_added_in_their_order(mend):
    stated = "\n\n第三条　本办法自2026年12月1日起施行，有效期5年。\n"
    whole = TEXT.replace("施行日期: 2026-12-01\n", "") + stated
    written, after = mend(whole.encode())
    line = "发布日期: 2026-11-05\n"
    assert after.decode() == whole.replace(line, f"{line}施行日期: 2026-12-01\n失效日期: 2031-11-30\n")
    assert written == 2


def test_a_missing_number_is_taken_from_the_head(mend):
    whole = TEXT.replace("发文字号: 示民发〔2026〕21号\n", "").replace(
        "第一条", "示民发〔2026〕21号\n\n第一条", 1
    )
    _, after = mend(whole.encode())
    assert after.decode() == whole.replace("成文日期", "发文字号: 示民发〔2026〕21号\n成文日期", 1)


def test_line_ends_mark_comments_and_lists_stay(mend):
    issuers = "发文机关:   # 联合发文\n- 区民政局\n\n- 区财政局\n\n# 下面是文号\n"
    whole = TEXT.replace("发文机关: 区民政局\n", issuers).replace("发文字号: 示民发〔2026〕21号\n", "")
    whole = whole.replace("第一条", "示民发〔2026〕21号\n\n第一条", 1)
    right = whole.replace("- 区财政局\n", "- 区财政局\n发文字号: 示民发〔2026〕21号\n")

    def as_windows(text: str) -> bytes:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    _, after = mend(as_windows(whole))
    assert after == as_windows(right)


@pytest.mark.parametrize(
    ("wrong", "old"),
    [
        ("成文日期: 2026年2月30日", "成文日期: 2026-11-02"),
        ("发文字号: 示民发2026年21号", "发文字号: 示民发〔2026〕21号"),
        ("公开属性: 主动", "公开属性: 主动公开"),
    ],
)
def test_what_is_not_known_exactly_is_left(mend, wrong, old):
    whole = TEXT.replace(old, wrong).encode()
    assert mend(whole) == (0, whole)


def test_of_two_days_that_may_be_meant_none_is_written(mend):
    whole = TEXT.replace("施行日期: 2026-12-01\n", "") + "\n\n第三条　本办法自印发之日起施行。\n"
    assert mend(whole.encode()) == (0, whole.encode())


@pytest.mark.parametrize(
    "words",
    [
        "本办法自印发之日起施行，有效期五年。",
        "本办法2031年12月1日废止。",
        "自2027年1月1日起至2027年12月31日止，第一条停止执行。",
        "将第九条修改为：“本办法自2020年1月1日起施行，有效期五年。”",
    ],
)
def test_a_term_that_is_not_certain_or_not_its_own_is_not_written(mend, words):
    whole = TEXT.replace("施行日期: 2026-12-01\n", "") + f"\n\n第三条　{words}\n"
    assert mend(whole.encode()) == (0, whole.encode())


def test_a_column_without_faults_is_not_touched(mend):
    assert mend(TEXT.encode()) == (0, TEXT.encode())
    assert a_policy()[PATH] == TEXT
