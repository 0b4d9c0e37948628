"""The board of work points, the plans' pages, and the bars of projects, in the built demonstration."""

from __future__ import annotations


def cells(table):
    return [
        [" ".join(cell.text_content().split()) for cell in row.iter("th", "td")] for row in table.iter("tr")
    ]


def tables(page):
    return [cells(table) for table in page.iter("table")]


def test_the_page_of_a_plan_shows_each_task_with_unit_deadline_and_state(demo):
    page = demo.pages["work-points/2016-xicheng/"]
    rows = [row for table in tables(page) for row in table[1:]]
    assert len(rows) == 47
    assert rows[0][1:] == ["区编办、区政府法制办、区科信委（牵头）；各相关部门", "2016-10-01", "？进展未载"]
    assert rows[43][1:] == ["各公开机构", "没有写明", "∞无时限"]


def test_the_board_counts_by_plan_unit_and_deadline(demo):
    by_plan, by_unit, by_month = tables(demo.pages["work-points/board/"])
    assert by_plan[0] == ["要点", "共（项）", "逾期", "即将到期", "推进中", "已完成", "无时限", "进展未载"]
    assert ["北京市西城区2016年政务公开工作方案", "47", "0", "0", "0", "0", "1", "46"] in by_plan
    assert ["区财政局", "7", "0", "0", "0", "0", "1", "6"] in by_unit
    assert ["2023年10月", "51", "0", "0", "0", "0", "0", "51"] in by_month


def test_the_board_and_the_plan_are_found_from_list_and_policy(demo):
    def targets(url):
        return {address for tag, address, _ in demo.links(url) if tag == "a"}

    assert "work-points/board/" in targets("work-points/")
    policy = targets("policies/2016/xicheng-zhengwu-gongkai-fangan/")
    assert "work-points/2016-xicheng/" in policy
    assert not any(address.startswith("work-points/2016-xicheng/1") for address in policy)
    assert {"work-points/2016-xicheng/", "work-points/2016-xicheng/1/"} <= targets(
        "work-points/2016-xicheng/2/"
    )


def test_a_task_that_is_done_leads_to_its_proof(demo):
    page = "work-points/2026-shili/3/"
    assert "items/shichang-jianguan-ju/2026/qiye-kaiban-shouyue/" in {link for _, link, _ in demo.links(page)}
    proof = demo.links("items/shichang-jianguan-ju/2026/qiye-kaiban-shouyue/")
    assert page in {link for _, link, _ in proof}


def test_a_project_draws_what_its_table_says(demo):
    page = demo.pages["projects/2026/8/"]
    (table,) = tables(page)
    assert [row[1] for row in table[1:]] == ["25", "60", "—", "—"]
    drawing = page.xpath("//svg[@role='img']")[0]
    bars = [bar.get("width") for bar in drawing.iter("rect") if bar.get("class") == "quarters__bar"]
    assert [float(width) / 1.65 for width in bars] == [25.0, 60.0]
    assert next(drawing.iter("desc")).text == "第一季度 25%，第二季度 60%。数字见图下的表。"
