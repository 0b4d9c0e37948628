"""A new column for a district that is none of ours: green at once, nothing of the demonstration's in it."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai import pipeline
from gongkai.common.problems import EnvironmentProblem, Level
from gongkai.desk import starter
from gongkai.records.vocabulary.units import UnitKind
from gongkai.settings import read_settings

TODAY = dt.date(2026, 11, 30)
DISTRICT = starter.District(
    "河北省东山县",
    "www.dongshan.example.gov.cn",
    "1306000001",
    "0312-5550000",
    "东山县府前街1号",
    ("县民政局", "县住房和城乡建设局", "城关街道办事处", "柳河镇", "东山镇人民政府", "石门乡人民政府"),
    "gitlab",
)


def test_it_is_green_and_its_own(tmp_path, monkeypatch):
    root = tmp_path / "column"
    written = starter.begin(root, DISTRICT, TODAY)
    monkeypatch.setenv("GONGKAI_ROOT", str(root))
    monkeypatch.setenv("GONGKAI_DATE", str(TODAY))
    checked = pipeline.check(read_settings())
    errors = [each for each in checked.problems if each.level is Level.ERROR]
    # the files of the form are made by scripts/forms
    assert [each.message for each in errors if "files/forms/" not in each.message + each.fix] == []
    towns = [each.name for each in checked.register.units if each.kind is UnitKind.TOWN]
    assert towns == ["柳河镇", "东山镇人民政府"]
    assert {each.slug for each in checked.register.pages} == {
        "guide",
        "request",
        "accessibility",
        "report-error",
    }
    assert {
        "README.md",
        ".gitlab-ci.yml",
        "data/catalogue/tiaoli.yml",
        "data/procedures/application.yml",
    } <= set(written)
    texts = "".join((root / path).read_text("utf-8") for path in written)
    assert not any(word in texts for word in ("示例", "西城", "〔级〕", "〔全称〕", "区政府", "本区"))
    assert checked.register.column.portal == "河北省东山县人民政府"
    government = checked.register.unit("东山县人民政府")
    assert government and government.kind is UnitKind.GOVERNMENT and government.label == "县政府"
    known = ("县政府", "县人民政府", "东山县人民政府办公室", "县住建局", "石门乡", "东山镇", "柳河镇政府")
    assert [name for name in known if checked.register.unit(name) is None] == []
    assert {each.tier for each in checked.register.catalogue} == {"县级"}
    assert "data/log/*.txt merge=union" in (root / ".gitattributes").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "phone", "said"),
    [("东山", "0312-5550000", "写全称"), ("河北省东山县", "5550000", "写带区号的电话")],
)
def test_what_cannot_be_right_writes_nothing(tmp_path, name, phone, said):
    with pytest.raises(EnvironmentProblem, match=said):
        starter.begin(tmp_path / "a", starter.District(name, "a.gov.cn", "1306000001", phone, "街"), TODAY)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(EnvironmentProblem, match="已经有东西"):
        starter.begin(tmp_path, DISTRICT, TODAY)
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]
