"""Excel files laid out as the national 标准目录 → entries of the catalogue, or the cells that are unclear."""

from __future__ import annotations

import io

import openpyxl
import pytest

from gongkai.column.validate import validate
from gongkai.common.problems import EnvironmentProblem
from gongkai.desk.intake import catalogue, catalogue_cells, catalogue_sheet, datasets, excel
from gongkai.desk.intake.catalogue_standing import Standing
from gongkai.desk.intake.catalogue_units import Placing
from gongkai.load import load
from gongkai.records.types.catalogue import CatalogueEntry

from . import national

UNIT = {"data/units/minzheng-ju.yml": "名称: 区民政局\n类别: 部门\n"}
WHO = {"县级民政部门": "区民政局"}


@pytest.fixture
def bring(small_column, tmp_path):
    """A workbook into a column with one unit; gives what came of it."""

    def do(data, whole="", who=WHO, prefix="", files=()):
        register = small_column({**UNIT, **dict(files)})
        placing = Placing(register, whole, who)
        book = excel.opened(data)
        return catalogue.bring(tmp_path, "社会救助.xlsx", book, placing, Standing(register), prefix)

    return do


def entries(root):
    found = validate(load(root).documents)
    assert [each.message for each in found.problems] == []
    listed = (each for each in found.records if isinstance(each, CatalogueEntry))
    return [each for each in listed if each.number != "MZ-01"]


def test_merged_cells_ticks_and_boxes_become_entries(bring, tmp_path):
    done = bring(national.book())
    assert (done.new, done.written) == (3, ["data/catalogue/minzheng-ju.yml"])
    assert [(each.place, each.text) for each in done.doubts] == [("第5行G列", "乡政府")]
    first, second, third = entries(tmp_path)
    assert (first.number, first.first, first.second) == ("SHJZ-001", "综合业务", "政策法规文件")
    assert first.content == "●法律法规 ●部门文件"
    assert first.basis == (
        "《信息公开条例》",
        "《救助办法》（国务院令第649号）第二条",
        "《关于印发〈救助意见〉的通知》",
    )
    assert [each.slug for each in first.channels] == ["website", "reading-room", "notice"]
    assert (first.audience, first.manner, first.tier) == ("全社会", "主动公开", "县级、乡级")
    assert (first.domains, first.origin) == (("社会救助",), f"{national.TITLE}第1项")
    assert (second.first, second.limit, second.basis) == ("综合业务", national.SOON, first.basis)
    assert (second.publishers, second.others) == (("区民政局",), "乡政府")
    assert [each.slug for each in second.channels] == ["website", "kiosk"]
    assert (third.audience, third.manner, third.tier) == ("特定群体：困难群众", "依申请公开", "乡级")
    assert ([each.slug for each in third.channels], third.places) == (["at-home", "other"], "新媒体")


def changed(row, column, value):
    rows = [list(each) for each in national.ROWS]
    rows[row][column] = value
    return national.book(rows)


@pytest.mark.parametrize(
    ("row", "column", "value", "place", "why"),
    [
        (2, 5, "", "第6行F列", "公开时限空着"), (2, 1, "", "第6行B列", "一级事项空着"),
        (2, 3, "", "第6行D列", "公开内容空着"), (0, 10, "", "第4行K列", "公开方式一个也没有打√"),
        (0, 11, "√", "第4行K列", "都打了勾"), (0, 8, "", "第4行I列", "公开对象一个也没有"),
        (0, 13, "待定", "第4行N列", "认不出的记号"), (0, 6, "县教育部门", "第4行G列", "--who 县教育部门="),
        (0, 2, "长" * 121, "第4行C列", "最多 120 字"), (0, 6, "", "第4行G列", "公开主体空着"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_told_with_its_cell_and_nothing_is_written(
    bring, tmp_path, row, column, value, place, why
):
    with pytest.raises(datasets.Faulty) as found:
        bring(changed(row, column, value))
    assert [each.place for each in found.value.told if why in each.why] == [place]
    assert entries(tmp_path) == []


def test_one_unit_may_answer_for_all_and_a_wrong_name_is_told(bring, tmp_path):
    done = bring(national.book(), whole="区民政局", who={}, prefix="jz")
    assert [each.text for each in done.doubts] == ["县级民政部门", "乡政府"]
    first, second, _ = entries(tmp_path)
    assert (first.number, first.publishers, first.others) == ("JZ-001", ("区民政局",), "县级民政部门")
    assert second.others == "县级民政部门、乡政府"
    with pytest.raises(EnvironmentProblem, match="没有单位“区教委”"):
        bring(national.book(), whole="区教委")


def test_a_table_that_is_read_again_adds_only_what_is_new(bring, tmp_path):
    bring(national.book())
    file = tmp_path / "data/catalogue/minzheng-ju.yml"
    text = file.read_text("utf-8")
    assert text.startswith("- 编号: MZ-01"), "what is there stays"
    kept = {"data/catalogue/minzheng-ju.yml": text.replace("●初审名单", "●旧名单")}
    more = [*national.ROWS, [4, "低保", "审批", "●名单", "", "长期公开", "区民政局", "", *national.OPEN]]
    done = bring(national.book(more), files=kept)
    assert (done.new, done.there) == (1, 2)
    assert [each.place for each in done.doubts if "已有 SHJZ-003" in each.why] == ["第6行G列"]
    assert [each.number for each in entries(tmp_path)] == ["SHJZ-001", "SHJZ-002", "SHJZ-003", "SHJZ-004"]


def test_columns_and_rows_without_a_place_are_listed(bring):
    rows: list[list[object]] = [["一、民政"], *national.ROWS, ["注：√为公开"]]
    book = excel.opened(national.book(rows, merged=("B5:B6",)))
    book.worksheets[0]["O2"], book.worksheets[0]["O7"] = "责任科室", "社救科"
    sheet = catalogue_sheet.sheets(book)[0]
    assert len(sheet.entries) == 3
    assert [(each.place, each.text) for each in sheet.unread] == [
        ("第4行", "一、民政"), ("第8行", "注：√为公开"), ("O列", "社救科"),
    ]  # fmt: skip


def test_a_table_of_rows_is_none(bring):
    made, out = openpyxl.Workbook(), io.BytesIO()
    made.worksheets[0].append(["编号", "公开内容"])
    made.save(out)
    assert bring(out.getvalue()) is None


@pytest.mark.parametrize(
    ("text", "found", "others"),
    [
        ("■政府网站 口政府公报", ["政府网站"], []),
        ("发布会/听证会、广播电视", ["发布会/听证会", "广播电视"], []),
        ("t政府网站 o公开查阅点", ["政府网站"], []), ("□政府网站 □政府公报", [], []),
        ("■其他（12345热线）", [], ["其他（12345热线）"]), ("政府 网站", ["政府网站"], []),
    ],
)  # fmt: skip
def test_boxes_are_read_as_they_are_marked(text, found, others):
    assert catalogue_cells.channels(text) == (found, others)
