"""The committed register of published addresses: only ever longer, and readable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gongkai import settings
from gongkai.column.asked import asked
from gongkai.desk import cli
from gongkai.gate import addresses
from gongkai.law.rules.dataset_rows import HEAD, PACKAGE


def test_what_is_published_is_every_public_record_and_unit(small_column):
    found = addresses.current(small_column())
    assert found["policies/2026/jiazhuang-dianti/"] == "示例区老旧小区加装电梯补助办法"
    assert found["meetings/2026/cw-46/"] == "区政府常务会第 46 次会议"
    assert found["units/jiu-ban/"] == "区旧改办"
    assert not any("weilai" in address for address in found)


def test_written_addresses_are_read_again_sorted_by_section(tmp_path):
    published = {"policies/2026/b/": "乙 办法", "policies/2026/a/": "", "guide/": "指南", "units/x/": "区局"}
    assert addresses.write(tmp_path, published) == 4
    folder = tmp_path / addresses.FOLDER
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == {
        "pages.txt": "guide/ 指南\n",
        "policies.txt": "policies/2026/a/\npolicies/2026/b/ 乙 办法\n",
        "units.txt": "units/x/ 区局\n",
    }
    assert addresses.read(tmp_path) == (published, [])


def test_an_address_once_published_stays_and_has_its_newest_title(tmp_path):
    addresses.write(tmp_path, {"policies/2026/a/": "甲"})
    assert addresses.write(tmp_path, {"policies/2026/b/": "乙"}) == 1
    assert addresses.write(tmp_path, {"policies/2026/b/": "丙"}) == 0
    assert addresses.read(tmp_path)[0] == {"policies/2026/a/": "甲", "policies/2026/b/": "丙"}


@pytest.fixture
def section(tmp_path):
    """The bytes of a register's file → what is read of them."""

    def laid(content: bytes):
        folder = tmp_path / addresses.FOLDER
        folder.mkdir(parents=True)
        (folder / "policies.txt").write_bytes(content)
        return addresses.read(tmp_path)

    return laid


def told(problems):
    return [(p.rule, p.level.value, p.path, p.line, p.message) for p in problems]


def test_notes_empty_lines_and_a_byte_order_mark_are_no_addresses(section):
    found = section("\ufeffpolicies/a/\n\n# 说明\n  policies/b/  \r\n".encode())
    assert found == ({"policies/a/": "", "policies/b/": ""}, [])


def test_no_folder_means_nothing_published_yet(tmp_path):
    assert addresses.read(tmp_path) == ({}, [])


PLACE = "data/addresses/policies.txt"


def test_a_register_that_is_no_text_is_told(section):
    found, problems = section("国标".encode("gbk"))
    assert (found, told(problems)) == (
        {},
        [("register-line", "错误", PLACE, 1, "登记簿读不出来：须是 UTF-8 编码的文字")],
    )


def test_the_command_registers_what_is_public_and_refuses_a_faulty_column(command, mini):
    (mini / "data/addresses/policies.txt").unlink()
    done = command("addresses", "--root", mini, "--date", "2026-11-21")
    assert done.returncode == 0, done.stdout
    listed = (mini / "data/addresses/policies.txt").read_text("utf-8").splitlines()
    assert [line.split()[0] for line in listed] == [
        "policies/2020/jiu-banfa/",
        "policies/2025/yanglao/",
        "policies/2026/dianti/",
    ]
    (mini / "content/pages/guide.md").unlink()
    done = command("addresses", "--root", mini, "--date", "2026-11-21")
    assert (done.returncode, "guide/" in done.stdout) == (1, True)


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "policies/2026/jiu",
        "../../x/",
        "a/\u2028b/",
        "/a/",
        "policies//x/",
        "a/.b/",
        "files/x",
    ],
)
def test_a_line_that_is_no_address_is_told_with_its_place_and_the_rest_is_read(section, line):
    visible = line.replace("\u2028", r"\u2028")
    found, problems = section(f"policies/2026/xin/ 新办法\n{line}\npolicies/2026/zai/\n".encode())
    assert found == {"policies/2026/xin/": "新办法", "policies/2026/zai/": ""}
    assert told(problems) == [("register-line", "错误", PLACE, 2, f"“{visible}”不是网址")]


def test_what_a_merge_kept_twice_is_a_warning(section):
    found, problems = section("policies/a/ 甲\npolicies/a/ 乙\n".encode())
    assert found == {"policies/a/": "甲"}
    assert told(problems) == [("register-line", "警告", PLACE, 2, "网址“policies/a/”登记了两次")]


def test_a_register_that_is_a_link_is_not_followed(tmp_path):
    (tmp_path / addresses.FOLDER).mkdir(parents=True)
    (tmp_path / addresses.FOLDER / "policies.txt").symlink_to("/dev/zero")
    assert [each[-1] for each in told(addresses.read(tmp_path)[1])] == ["登记簿不是普通文件"]


def test_a_broken_register_is_told_with_the_other_problems(command, mini):
    (mini / PLACE).write_text("<<<<<<< HEAD\n", "utf-8")
    (mini / "data/addresses/pages.txt").write_text("jiu-zhinan/ 旧指南\n", "utf-8")
    done = command("check", "--root", mini)
    assert done.returncode == 1, done.stdout
    assert f"{PLACE}:1:1 [登记的每一行 register-line] 错误：“<<<<<<< HEAD”不是网址。" in done.stdout
    assert "公布过的网址“jiu-zhinan/”没有页面" in done.stdout


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(mini, monkeypatch, capsys):
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_text", refuse)
    for name in (settings.ROOT_VARIABLE, settings.DATE_VARIABLE):
        monkeypatch.setenv(name, "")
    assert cli.main(["addresses", "--root", str(mini), "--date", "2026-11-21"]) == 2
    assert capsys.readouterr().err == (
        "不能运行：data/addresses/ 写不进去（Permission denied）：检查文件夹的权限和磁盘空间\n"
    )


def test_what_is_published_are_files_too_and_years_of_datasets(small_column):
    item = (
        "---\n标题: 第三季度临时救助情况\n单位: 区民政局\n发布日期: 2026-10-12\n---\n"
        "见[表](../../../files/2026/biao.txt)。\n"
    )
    files = {
        "content/files/2026/biao.txt": "表\n",
        "content/files/2026/tu.txt": "没有人用\n",
        "content/items/minzheng-ju/2026/jiuzhu.md": item,
        "data/datasets/xuke/datapackage.yml": PACKAGE,
        "data/datasets/xuke/2025.csv": f"{HEAD}示-1,区民政局,2025-10-02\n示-2,区民政局,2025-10-02\n",
        "data/datasets/xuke/2027.csv": f"{HEAD}示-3,区民政局,2027-01-02\n",
    }
    found = addresses.current(small_column(files))
    assert {key: title for key, title in found.items() if not key.endswith("/")} == {
        "files/2026/biao.txt": "第三季度临时救助情况的文件",
        "datasets/xuke/xuke.parquet": "行政许可信息全部",
        "datasets/xuke/xuke-2025.csv": "行政许可信息2025年，2行",
        "datasets/xuke/xuke-2025.parquet": "行政许可信息2025年，2行",
    }


def test_every_file_the_demonstration_publishes_is_registered(demo_site):
    registered, problems = addresses.read(settings.PROJECT)
    assert problems == []
    files = (demo_site / "files").rglob("*.*")
    # the page of a folder is made by itself, and nobody gives it a name
    built = {path.relative_to(demo_site).as_posix() for path in files if path.name != "index.html"}
    for path in (demo_site / "datasets").glob("*/*-20??.*"):
        built.add(path.relative_to(demo_site).as_posix())
    assert built and built - registered.keys() == set()


def test_a_file_that_moved_is_at_both_addresses_and_a_withdrawn_one_says_why(command, mini, tmp_path):
    name, other = "files/2026/shenqingbiao.pdf", "files/2026/dianti-biao.pdf"
    (mini / "content" / name).rename(mini / "content" / other)
    policy = mini / "content/policies/2026/dianti.md"
    policy.write_text(
        policy.read_text("utf-8").replace(name.rpartition("/")[2], other.rpartition("/")[2]), "utf-8"
    )
    with (mini / "data/addresses/files.txt").open("a", encoding="utf-8") as lines:
        lines.write("files/2025/mingdan.docx 一份名单\n")
    done = command("check", "--root", mini)
    assert done.returncode == 1
    assert f"公布过的文件“{name}”没有了，也没有写去向" in done.stdout
    with (mini / "data/addresses/moved.yml").open("a", encoding="utf-8") as rows:
        rows.write(f"- {{地址: {name}, 转到: {other}}}\n")
        rows.write("- {地址: files/2025/mingdan.docx, 撤下日期: 2026-11-20, 理由: 涉及个人隐私}\n")
    site = tmp_path / "site"
    done = command("build", "--root", mini, "--site-dir", site, GONGKAI_NO_SEARCH="1")
    assert done.returncode == 0, done.stdout
    assert (site / name).read_bytes() == (site / other).read_bytes()
    gone = (site / "files/2025/mingdan.docx/index.html").read_text("utf-8")
    assert "这个文件已经撤下" in re.sub("<[^>]*>", "", gone)
    assert "涉及个人隐私" in gone and "一份名单" not in gone
    assert (site / "files/2025/mingdan.docx/withdrawn.txt").read_text("utf-8") == "2026-11-20 涉及个人隐私\n"
    log = (site / "log/index.html").read_text("utf-8")
    assert "files/2025/mingdan.docx" in log and "一份名单" not in log


def test_rows_of_this_year_have_addresses_and_those_of_the_next_have_not(small_column):
    head = "标题: 行政处罚\n类别: 行政处罚\n单位: [区民政局]\n依据: [某制度]\n更新周期: 每月\n"
    days = "发布日期: 2026-01-12\n更新日期: 2026-11-16\n"
    fields = "字段:\n  - {名称: 日期, 说明: 决定日期, 类型: 日期, 用途: 时间, 必填: 是}\n"
    files = {"data/datasets/chufa/datapackage.yml": head + days + fields}
    files |= {f"data/datasets/chufa/{year}.csv": f"日期\n{year}-02-01\n" for year in (2025, 2026, 2027)}
    found = addresses.current(small_column(files))
    years = {address[-8:-4] for address in found if address.endswith(".csv")}
    assert years == {"2025", "2026"}


def answer_addresses(register):
    return {address: title for address, title in addresses.current(register).items() if "answers/" in address}


def test_every_answer_readers_have_has_an_address_that_tells_its_question(small_column):
    [(address, title)] = answer_addresses(small_column()).items()
    assert address.startswith("answers/jiazhuang-dianti-jiedu-") and title == "谁可以申请？"


def test_the_answers_of_a_record_that_moved_go_with_it(small_column):
    before, register = "interpretations/2026/jiu-jiedu/", small_column()
    [new] = answer_addresses(register)
    record = register.record("jiazhuang-dianti-jiedu")
    [old] = [each.url for each in asked(record, register.today, before.removesuffix("/"))]
    row = f"- 地址: {before}\n  转到: {record.url}\n"
    moved = small_column({"data/addresses/moved.yml": row})
    moved.published = {old: "谁可以申请？"}
    assert old.startswith("answers/jiu-jiedu-")
    assert [(each.address, each.to) for each in addresses.moved(moved)][-1] == (old, new)


def test_the_answers_of_a_withdrawn_record_go_with_it(small_column):
    [address] = answer_addresses(small_column())
    row = "- 地址: interpretations/2026/jiazhuang-dianti-jiedu/\n  撤下日期: 2026-11-10\n  理由: 内容有误\n"
    register = small_column({"data/addresses/moved.yml": row})
    register.published = {address: "谁可以申请？"}
    assert address not in addresses.current(register)
    [told] = [each for each in addresses.moved(register) if each.address == address]
    assert told.withdrawn_on and "一同撤下" in told.note


def test_what_led_on_from_a_withdrawn_record_goes_with_it_when_its_file_is_deleted(small_column, tmp_path):
    file, section = "jiazhuang-dianti-jiedu", "interpretations/2026/"
    [answer] = answer_addresses(small_column())
    (tmp_path / f"content/{section}{file}.md").unlink()
    row = f"- 地址: {section}{file}/\n  撤下日期: 2026-11-10\n  理由: 内容有误\n"
    gone = {f"content/{section}{file}.md": None, "data/addresses/moved.yml": row}
    another = "---\n标题: 甲\n单位: 区民政局\n发布日期: 2026-11-02\n---\n甲。\n"
    version = f"policies/2026/{file}/@2026-11-01/"
    for more, with_it in (
        ({}, [answer]),
        ({"data/addresses/moved.yml": row.replace(section, "policies/2026/")}, [answer, version]),
        # the address may be that of a question of the other
        ({f"content/items/minzheng-ju/2026/{file}.md": another}, []),
    ):
        register = small_column({**gone, **more})
        register.published = dict.fromkeys([answer, version], "")
        assert [each.address for each in addresses.moved(register)][1:] == with_it
