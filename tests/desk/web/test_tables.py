"""A table at the desk: rows of a dataset or a 标准目录 come in by the same steps as a Word file."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest

from ..intake import national
from ..intake.test_tables import DATASET
from . import papers
from .conftest import git

#: Git for each
pytestmark = pytest.mark.slow


def book(*rows: tuple[object, ...]) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture
def column(column):
    folder = column / "data/datasets/shoufei"
    folder.mkdir(parents=True)
    (folder / "datapackage.yml").write_text(DATASET, "utf-8")
    (folder / "2026.csv").write_text("名称,编号\n停车,1\n", "utf-8")
    git(column, "add", "--all")
    git(column, "commit", "--quiet", "-m", "数据集")
    return column


def test_rows_go_into_their_dataset_and_what_is_there_is_asked_for(clerk, options):
    rows = ("编号", "名称", "备注"), ("01", "停车", "x"), ("02", "办证", "")
    at = clerk.work(("2026年收费.xlsx", book(*rows)))
    asked = clerk.page(f"{at}questions")
    assert "收费清单" in asked and 'value="2026"' in asked and "换成这一份" not in asked
    answers = {"数据集": "收费清单", "年份": "2026"}
    again = clerk.post(f"{at}questions", **answers)
    assert again.status_code == 422 and "2026 年已经有了" in again.text
    assert clerk.post(f"{at}questions", **answers, 换掉="是").status_code == 303
    page = clerk.page(at)
    assert "<td>办证</td>" in page and "列“备注”" in page and "2 行" in page
    (made,) = options.state.glob("works/*/tree/data/datasets/shoufei/2026.csv")
    assert made.read_text("utf-8") == "名称,编号\n停车,01\n办证,02\n"
    assert "更新日期: 2026-11-21" in (made.parent / "datapackage.yml").read_text("utf-8")
    assert clerk.post(f"{at}questions", 数据集="新的数据集", 年份="2025").status_code == 303
    assert made.read_text("utf-8") == "名称,编号\n停车,1\n", "other answers: this one is as it was"
    page = clerk.page(at)
    assert "处必须改" in page and "缺少必填的“类别”" in page, "what only a person knows is asked for"


def test_a_catalogue_asks_whose_its_entries_are(clerk, column, options):
    at = clerk.work(("目录.xlsx", national.book()))
    assert "目录里的“县级民政部门”是本区哪个单位" in clerk.page(f"{at}questions")
    refused = clerk.post(f"{at}questions")
    assert refused.status_code == 422 and "还没有说明是哪个单位的：县级民政部门" in refused.text
    clerk.post(f"{at}questions", 整张表="区民政局")
    assert "新写 3 项" in clerk.page(at)
    (made,) = options.state.glob("works/*/tree/data/catalogue/minzheng-ju.yml")
    assert made.read_text("utf-8").startswith((column / "data/catalogue/minzheng-ju.yml").read_text("utf-8"))
    assert 'name="初审"' not in clerk.page(f"{at}hand-in"), "no reviews are asked of a list"


def test_what_excel_damaged_is_told_and_a_table_comes_alone(clerk):
    answer = clerk.put(("a.xlsx", book(("编号",), (110108199001011234,))))
    refused = clerk.post(answer.location, 数据集="新的数据集", 年份="2026")
    assert refused.status_code == 422 and "先在 Excel 里处理这 1 处" in refused.text
    both = clerk.put(("a.csv", b"a,b\n1,2\n"), papers.policy())
    assert both.status_code == 422 and "表格一次放一个" in both.text


def _many(count: int) -> str:
    row = "- 单位: 区民政处\n  编号: GJ-15\n  理由: 第{}项\n  批准人: 甲\n  有效期至: 2027-12-31\n"
    return "".join(row.format(at) for at in range(1, count + 1))


def _data(page: str) -> list[dict[str, str]]:
    """The rows that a form has."""
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return list(json.loads(found[1])["keys"])


def test_a_very_long_file_is_shown_and_changed_a_piece_at_a_time(clerk, column):
    path = "data/norms/not-owed.yml"
    (column / path).parent.mkdir(parents=True, exist_ok=True)
    (column / path).write_text(_many(4698), "utf-8")
    git(column, "add", "--all")
    git(column, "commit", "--quiet", "-m", "长的")
    form = clerk.post("/change", path=path).location
    page = clerk.page(f"{form}?from=4650")
    keys = _data(page)
    assert "第 4651 到 4698 项" in page
    assert [keys[0]["理由"], keys[-1]["理由"]] == ["第4651项", "第4698项"]
    keys[0]["理由"] = "改过的"
    (file,) = clerk.desk.office.options.state.glob(f"works/*/tree/{path}")
    before = file.read_text("utf-8")
    sent = {"keys": json.dumps(keys), "from": "4650"}
    clerk.post(f"{form}/typed", **sent)
    assert _data(clerk.page(form))[0]["理由"] == "改过的", "what was typed comes back, wherever one looks"
    assert clerk.post(form, go="1", next="100", **sent).location.endswith("?from=100")
    after = file.read_text("utf-8")
    assert after.startswith(
        before[: before.index("第4651项") - len("- 单位: 区民政处\n  编号: GJ-15\n  理由: ")]
    )
    assert after.count("- ") == 4698 and _data(clerk.page(f"{form}?from=4650"))[0]["理由"] == "改过的"
    page = clerk.page(form.partition("form/")[0])
    assert page.count("GJ-15") == 50 and "还有 4648 项" in page
