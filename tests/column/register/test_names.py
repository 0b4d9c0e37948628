"""Names → records: every way an editor may name a unit, a policy, a catalogue entry."""

from __future__ import annotations

import pytest

DIANTI = "content/policies/2026/jiazhuang-dianti.md"


def policy(title, year="2020", **more):
    fields = {"标题": title, "发文机关": "区民政局", "成文日期": f"{year}-01-02", "发布日期": f"{year}-01-05"}
    lines = "".join(f"{key}: {value}\n" for key, value in {**fields, "是否规范性文件": "否", **more}.items())
    return f"---\n{lines}---\n正文。\n"


@pytest.mark.parametrize(
    "name", ["区住房和城市建设委员会", "区住房城市建设委", "区建委", " 区建委 ", "zhufang-jianshe-wei"]
)
def test_a_unit_is_found_by_every_name_it_had(small_column, name):
    unit = "名称: 区住房和城市建设委员会\n简称: [区住房城市建设委]\n曾用名: [区建委]\n"
    register = small_column({"data/units/zhufang-jianshe-wei.yml": unit})
    assert register.unit(name).slug == "zhufang-jianshe-wei"
    assert register.unit("区住建") is None


def test_a_name_two_units_claim_is_known_to_be_claimed_twice(small_column):
    register = small_column({"data/units/b.yml": "名称: 乙\n曾用名: [区民政局]\n"})
    assert [unit.slug for unit in register.unit_names.claims["区民政局"]] == ["b", "minzheng-ju"]


def test_a_unit_that_repeats_its_own_name_claims_it_once(small_column):
    register = small_column({"data/units/b.yml": "名称: 乙\n简称: [乙]\n"})
    assert len(register.unit_names.claims["乙"]) == 1


@pytest.mark.parametrize(
    "name",
    [
        "jiazhuang-dianti",
        "2026/jiazhuang-dianti",
        "policies/2026/jiazhuang-dianti",
        DIANTI,
        "示例区老旧小区加装电梯补助办法",
        "《示例区老旧小区加装电梯补助办法》",
        "示建发〔2026〕21号",
        "示建发[2026]21号",
        "示建发［2026］21号",
        "示建发﹝2026﹞21号",
        " 示建发〔2026〕 21 号 ",
    ],
)
def test_a_policy_is_found_by_every_name_it_has(small_column, name):
    assert small_column().policy(name).id == "policies/2026/jiazhuang-dianti"


def test_a_file_name_used_in_two_years_needs_its_year(small_column):
    files = {f"content/policies/{year}/banfa.md": policy(f"办法{year}", year) for year in ("2019", "2020")}
    register = small_column(files)
    assert register.policy("banfa") is None
    assert [found.id for found in register.policy_names.all("banfa")] == [
        "policies/2019/banfa",
        "policies/2020/banfa",
    ]
    assert register.policy("2020/banfa").title == "办法2020"


def test_a_title_in_book_marks_within_a_longer_title_stays_whole(small_column):
    title = "关于修改《示例区养老办法》的决定"
    register = small_column({"content/policies/2020/jueding.md": policy(title)})
    assert register.policy(title).slug == "jueding"
    assert register.policy("《示例区养老办法》") is None


def test_drafts_and_future_policies_are_found_by_name_but_not_public(small_column):
    register = small_column()
    assert register.policy("weilai").published.year == 2027
    assert "policies/2027/weilai" not in {record.id for record in register.all}


def test_an_entry_is_found_by_its_number(small_column):
    register = small_column()
    assert register.entry(" MZ-01 ").first == "养老服务"
    assert register.entry("MZ-02") is None


@pytest.mark.parametrize(
    "written",
    [
        "《养老规划》（示民发〔2020〕8号）",
        "《养老规划》(示民发[2020] 8号)",
        "养老规划",
        "《关于印发《养老规划》的通知》",
    ],
)
def test_a_document_is_found_as_texts_cite_it(small_column, written):
    text = policy("关于印发《养老规划》的通知", 发文字号="示民发〔2020〕8号")
    assert small_column({"content/policies/2020/guihua.md": text}).policy(written).slug == "guihua"


def test_another_edition_of_the_same_title_is_another_document(small_column):
    text = policy("养老规划", 发文字号="示民发〔2020〕8号")
    register = small_column({"content/policies/2020/guihua.md": text})
    assert register.policy("《养老规划》（示民发〔2015〕8号）") is None


def test_what_has_the_title_itself_comes_before_what_prints_it(small_column):
    files = {
        "content/policies/2020/guihua.md": policy("关于印发《养老规划》的通知"),
        "content/policies/2020/zhengwen.md": policy("养老规划"),
    }
    assert small_column(files).policy("养老规划").slug == "zhengwen"


@pytest.mark.parametrize("written", ["示财〔2020〕8号", "示税[2020] 9号", "示财〔2020〕8号、示税〔2020〕9号"])
def test_a_joint_document_is_found_by_each_of_its_numbers(small_column, written):
    text = policy("联合通知", 发文字号="示财〔2020〕8号、示税〔2020〕9号")
    assert small_column({"content/policies/2020/lianhe.md": text}).policy(written).slug == "lianhe"
