"""Whose column a folder is: mkdocs.yml read as data, refused in words, never another's."""

from __future__ import annotations

import pytest
import yaml

from gongkai import settings
from gongkai.common.problems import EnvironmentProblem
from gongkai.common.unused_settings import unheeded
from gongkai.desk import cli

IDENTITY = """\
site_url: https://a.gov.cn/zwgk/
extra:
  column:
    门户名称: 甲区人民政府
    网站域名: a.gov.cn
    网站标识码: "1100000009"
    主办单位: 甲区人民政府办公室
    联系方式: 010-00000009
"""


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")


def test_a_root_with_its_own_identity_shows_nothing_of_ours(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(IDENTITY, "utf-8")
    column = settings.read_column(tmp_path)
    assert (column.portal, column.root) == ("甲区人民政府", "https://a.gov.cn/zwgk/")
    assert (column.icp, column.police, column.demo) == (None, None, False)


def test_an_address_of_the_column_that_is_written_stands_before_that_of_mkdocs(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(f"{IDENTITY}    栏目网址: https://b.a.gov.cn/zwgk/\n", "utf-8")
    assert settings.read_column(tmp_path).root == "https://b.a.gov.cn/zwgk/"


def test_a_build_is_no_release_unless_it_is_asked_for(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(IDENTITY, "utf-8")
    found = settings.read_settings({settings.ROOT_VARIABLE: str(tmp_path)})
    assert (found.keep, found.release, found.key) == (0, False, None)


def test_a_fault_of_mkdocs_is_told_with_its_line(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(f"{IDENTITY}plugins: [甲\n", "utf-8")
    with pytest.raises(EnvironmentProblem, match="读不出来：第 9 行"):
        settings.read_column(tmp_path)


@pytest.mark.parametrize(
    "text", [None, "site_url: https://a.gov.cn/\n", "extra: [甲]\n", "extra:\n  column: {}\n"]
)
def test_a_root_that_does_not_say_whose_it_is_gets_no_other_identity(text, tmp_path, capsys):
    (tmp_path / "content").mkdir()
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    for command in ("check", "build", "serve", "addresses"):
        assert cli.main([command, "--root", str(tmp_path)]) == 2
        said = capsys.readouterr()
        assert "没有写明是谁的栏目" in said.err and settings.SAMPLE in said.err and not said.out
        assert "示例区" not in said.err


def test_the_sample_of_an_identity_is_one_once_everything_in_it_is_the_column_s_own(tmp_path):
    own = {"本区域名": "a.gov.cn", "某某区": "甲区", "区号-电话": "010-00000000", "十位数字": "1100000009"}
    for left, right in own.items():
        text = settings.SAMPLE
        for sample, words in own.items():
            text = text if sample == left else text.replace(sample, words)
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
        with pytest.raises(
            EnvironmentProblem, match="不符合要求" if left == "十位数字" else f"还是样本里的“{left}”"
        ):
            settings.read_column(tmp_path)
        (tmp_path / "mkdocs.yml").write_text(text.replace(left, right), "utf-8")
        assert settings.read_column(tmp_path).portal == "甲区人民政府"


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("https://www.a.gov.cn/", True),
        ("https://zwgk.a.gov.cn/", True),
        ("https://A.gov.cn/zwgk/", True),
        ("https://ba.gov.cn/", False),
        ("https://a.gov.cn.example/", False),
    ],
)
def test_the_domain_readers_are_told_is_that_of_the_address(address, right, tmp_path):
    (tmp_path / "mkdocs.yml").write_text(IDENTITY.replace("https://a.gov.cn/zwgk/", address), "utf-8")
    if right:
        assert settings.read_column(tmp_path).domain == "a.gov.cn"
        return
    with pytest.raises(EnvironmentProblem, match="不是一个网站"):
        settings.read_column(tmp_path)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "theme: {name: material, palette: {primary: red, scheme: slate}}\n",
            "theme.palette.scheme 不起作用（浅色、深色都有，随读者的系统）",
        ),
        (
            "theme: {name: material, palette: [{scheme: slate}, {scheme: default, toggle: {name: 换}}]}\n",
            "theme.palette.toggle 不起作用（读者在“适老与无障碍”里选，或随系统）",
        ),
        ("theme: {name: material, icon: {logo: material/bank}}\n", "theme.icon 不起作用（各页的图标"),
        ("theme: readthedocs\n", "主题 readthedocs 不起作用（各页用 overrides/ 里自己的模板）"),
        (
            "theme: {name: material, custom_dir: mine}\n",
            "theme.custom_dir 不起作用（模板在 overrides/，页面外框是 overrides/main.html",
        ),
        ("nav:\n  - 首页: index.md\n", "nav 不起作用（有哪些栏目，由 content/ 和 data/"),
        ("plugins: [search]\n", "plugins 不起作用（记录不是 MkDocs 的页面"),
        ("markdown_extensions: [toc]\n", "markdown_extensions 不起作用（正文怎么写是固定的，见 docs/text.md"),
        ("INHERIT: other.yml\n", "INHERIT 不起作用（栏目的标识和外观只从 mkdocs.yml 自己读"),
        ("copyright: 甲\n", "copyright 不起作用（各页不用它）"),
    ],
)
def test_what_mkdocs_users_change_first_says_that_it_does_nothing_here(more, said):
    written = yaml.safe_load((settings.PROJECT / "mkdocs.yml").read_text("utf-8"))
    assert list(unheeded(written, own=True)) == []
    (line,) = unheeded({**written, **yaml.safe_load(more)}, own=True)
    assert said in line


def test_a_column_elsewhere_is_told_what_its_file_says_in_vain(mini, capsys):
    with (mini / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("  social: [甲]\ntheme: material\nextra_css: [a.css]\n")
    assert cli.main(["check", "--root", str(mini), "--date", "2026-11-21"]) == 0
    said = capsys.readouterr()
    assert "和 theme: 的 palette、logo、favicon，其余的 extra.social、extra_css 不起作用。" in said.err
    assert "不起作用" not in said.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "读不出来"),
        ("extra:\n  column:\n    门户名称: 甲\n", "缺少必填的“网站域名”"),
        (IDENTITY.replace("1100000009", "12"), "“网站标识码”填的“12”不符合要求（按要求填写（10位数字"),
        (IDENTITY + "    网站标识: 甲\n", "没有“网站标识”这一项（是不是“网站标识码”"),
        (IDENTITY.replace("https://a.gov.cn/zwgk/", "javascript:1"), "不是网址"),
        ("extra: [\n", "读不出来"),
        ("plugins: !!python/object/apply:os.system [true]\n", "读不出来"),
    ],
)
def test_a_faulty_identity_is_told_in_one_chinese_sentence(text, said, tmp_path):
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(EnvironmentProblem, match=r"mkdocs\.yml") as caught:
        settings.read_column(tmp_path)
    assert said in str(caught.value)


def test_an_identity_in_another_encoding_is_told(tmp_path):
    (tmp_path / "mkdocs.yml").write_bytes(IDENTITY.encode("gbk"))
    with pytest.raises(EnvironmentProblem, match="GBK"):
        settings.read_column(tmp_path)
