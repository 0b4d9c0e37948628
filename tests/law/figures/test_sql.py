"""The figures recomputed by hand-written SQL over the published database: the same counts by unit and year.

Each query gives cases: 键, 日 (decides the year), 单位 (a JSON list of names as written), 计 (numerator),
全 (denominator), 免 (waived). Nothing of the package's own reckoning is used.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from gongkai.law.figures import Period

VIEWS = """
CREATE TEMP VIEW 单位名 AS
    SELECT id, 名称 AS 名 FROM 单位 UNION SELECT id, substr(id, 7) FROM 单位
    UNION SELECT u.id, e.value FROM 单位 u, json_each(u.简称) e
    UNION SELECT u.id, e.value FROM 单位 u, json_each(u.曾用名) e;
CREATE TEMP VIEW 文件名 AS
    SELECT id, 发文字号 AS 名 FROM 政策文件 WHERE 发文字号 IS NOT NULL
    UNION SELECT id, 标题 FROM 政策文件 UNION SELECT id, id FROM 政策文件
    UNION SELECT id, substr(id, 15) FROM 政策文件 UNION SELECT id, 'content/' || id || '.md' FROM 政策文件;
CREATE TEMP VIEW 应解读 AS
    SELECT * FROM 政策文件
    WHERE (是否规范性文件 = '是' OR 是否政策性文件 = '是') AND 公开属性 = '主动公开';
-- what gives money to firms needs one, whatever its keys say; no other document of the demonstration escapes
CREATE TEMP VIEW 算解读 AS
    SELECT * FROM 应解读 UNION SELECT * FROM 政策文件 p WHERE 公开属性 = '主动公开'
    AND p.id IN (SELECT id FROM 政策文件_惠企要素) AND p.状态 NOT IN ('废止', '失效');
CREATE TEMP VIEW 解读对 AS
    SELECT DISTINCT f.id AS 文件, i.id AS 解读, i.发布日期 AS 日, i.是否第一解读人 AS 第一
    FROM 政策解读 i, json_each(i.解读文件) e JOIN 文件名 f ON f.名 = e.value;
CREATE TEMP VIEW 首解 AS SELECT 文件, MIN(日) AS 日 FROM 解读对 GROUP BY 文件;
CREATE TEMP VIEW 不解读 AS
    SELECT DISTINCT f.id FROM 豁免 w JOIN 文件名 f ON f.名 = w.对象
    WHERE w.规则 = 'interpretation-missing' AND w.有效期至 >= (SELECT 日 FROM 今天)
    AND f.id NOT IN (SELECT 文件 FROM 首解);
CREATE TEMP VIEW 工作日 AS
    WITH RECURSIVE 每天(日) AS (
        VALUES ('2016-01-01') UNION ALL SELECT date(日, '+1 day') FROM 每天 WHERE 日 < '2026-12-31'
    )
    SELECT 日 FROM 每天
    WHERE 日 IN (SELECT 日 FROM 上班)
        OR (strftime('%w', 日) NOT IN ('0', '6') AND 日 NOT IN (SELECT 日 FROM 放假));
CREATE TEMP VIEW 终止 AS
    SELECT f.id, MIN(COALESCE(r.日期, p.施行日期, p.发布日期)) AS 日
    FROM (SELECT * FROM 政策文件_废止 UNION ALL SELECT * FROM 政策文件_替代) r
    JOIN 政策文件 p ON p.id = r.id JOIN 文件名 f ON f.名 = r.文件 GROUP BY f.id;
"""
OF_POLICY = "SELECT p.id AS 键, p.发布日期 AS 日, p.发文机关 AS 单位"
WAIVED = "p.id IN (SELECT id FROM 不解读) AS 免"
CASES = {
    "interpretation-rate": f"""{OF_POLICY}, s.日 IS NOT NULL AS 计, 1 AS 全, {WAIVED}
        FROM 算解读 p LEFT JOIN 首解 s ON s.文件 = p.id""",
    "synchrony-rate": f"""{OF_POLICY}, COALESCE(s.日 <= p.发布日期, 0) AS 计, 1 AS 全, {WAIVED}
        FROM 应解读 p LEFT JOIN 首解 s ON s.文件 = p.id""",
    "interpretation-in-time": f"""
        SELECT 键, 日, 单位, (首 IS NOT NULL AND 天 <= 3) AS 计, 1 AS 全, 免 FROM (
            {OF_POLICY}, s.日 AS 首, {WAIVED}, (
                SELECT COUNT(*) FROM 工作日 w WHERE w.日 > p.发布日期
                AND w.日 <= COALESCE(s.日, (SELECT 日 FROM 今天))
            ) AS 天
            FROM 应解读 p LEFT JOIN 首解 s ON s.文件 = p.id
        ) WHERE 首 IS NOT NULL OR 天 > 3""",
    "questions-rate": f"""{OF_POLICY}, 1 AS 全, {WAIVED}, EXISTS (
            SELECT 1 FROM 解读对 d JOIN 政策解读_问答 q ON q.id = d.解读 WHERE d.文件 = p.id
        ) AS 计 FROM 应解读 p""",
    "first-interpreter-rate": f"""{OF_POLICY}, 1 AS 全, 0 AS 免, MAX(d.第一 = '是') AS 计
        FROM 应解读 p JOIN 解读对 d ON d.文件 = p.id GROUP BY p.id""",
    "elements-rate": """
        SELECT i.id AS 键, i.发布日期 AS 日, 1 AS 全, 0 AS 免,
            CASE WHEN i.解读单位 = '[]' THEN (
                SELECT json_group_array(u.value) FROM 解读对 d
                JOIN 政策文件 p ON p.id = d.文件, json_each(p.发文机关) u WHERE d.解读 = i.id
            ) ELSE i.解读单位 END AS 单位,
            (SELECT COUNT(*) = 6 FROM json_each(
                '["背景依据","目标任务","主要内容","涉及范围","执行标准","注意事项"]'
            ) e WHERE instr(char(10) || i.正文, char(10) || '## ' || e.value || char(10)) > 0) AS 计
        FROM 政策解读 i""",
    "pre-disclosure-rate": f"""{OF_POLICY}, 1 AS 全, 0 AS 免, EXISTS (
            SELECT 1 FROM 意见征集 z, json_each(z.形成的文件) e JOIN 文件名 f ON f.名 = e.value
            WHERE f.id = p.id AND z.开始日期 < p.成文日期
        ) AS 计 FROM 政策文件 p WHERE p.是否规范性文件 = '是' AND p.公开属性 = '主动公开'""",
    # what a series lacks is explained in the meeting after it: the demonstration keeps that rule
    "meeting-openness": """
        SELECT id AS 键, 日期 AS 日, 主办单位 AS 单位, 是否开放 = '是' AND (
            id IN (SELECT id FROM 会议_报名方式) OR id IN (SELECT id FROM 会议_列席代表 WHERE 人数 > 0)
        ) AS 计, 1 AS 全, 0 AS 免
        FROM 会议 WHERE 日期 <= (SELECT 日 FROM 今天) AND 类型 <> '新闻发布会'
        UNION ALL SELECT m.id || '缺' || s.从, 日期, 主办单位, 0, COALESCE(s.到, s.从) - s.从 + 1, 0
        FROM 会议_缺号 s JOIN 会议 m ON m.id = s.id WHERE 日期 <= (SELECT 日 FROM 今天)""",
    # the unit stands for itself; what is in force at the end of a year, by the dates that the data has
    "evaluation-rate": """
        WITH RECURSIVE 年(年) AS (
            SELECT MIN(CAST(substr(发布日期, 1, 4) AS INTEGER)) FROM 政策评价 WHERE 对象 <> '[]'
            UNION ALL SELECT 年 + 1 FROM 年 WHERE 年 < CAST(substr((SELECT 日 FROM 今天), 1, 4) AS INTEGER)
        ), 末(年, 日) AS (SELECT 年, MIN(年 || '-12-31', (SELECT 日 FROM 今天)) FROM 年),
        制定 AS (
            SELECT DISTINCT 末.年, 末.日, n.id AS 单位 FROM 末 JOIN 应解读 p ON
                COALESCE(p.施行日期, p.发布日期) <= 末.日 AND COALESCE(p.废止日期 > 末.日, 1)
                AND COALESCE(p.失效日期 >= 末.日, 1)
            JOIN json_each(p.发文机关) e JOIN 单位名 n ON n.名 = e.value JOIN 单位 u ON u.id = n.id
            LEFT JOIN 终止 z ON z.id = p.id
            WHERE COALESCE(z.日 > 末.日, 1) AND u.类别 <> '政府' AND u.状态 = '在用'
        ), 评 AS (
            SELECT n.id AS 单位, substr(p.发布日期, 1, 4) AS 年, MAX(p.发布日期) AS 日
            FROM 政策评价 p, json_each(p.评价单位) e JOIN 单位名 n ON n.名 = e.value
            WHERE p.对象 <> '[]' GROUP BY 1, 2
        )
        SELECT z.单位 || z.年 AS 键, COALESCE(v.日, z.日) AS 日, json_array(u.名称) AS 单位,
            v.日 IS NOT NULL AS 计, 1 AS 全, 0 AS 免
        FROM 制定 z JOIN 单位 u ON u.id = z.单位
        LEFT JOIN 评 v ON v.单位 = z.单位 AND v.年 = CAST(z.年 AS TEXT)""",
    "reports-heard": """
        SELECT DISTINCT m.id AS 键, m.日期 AS 日, m.主办单位 AS 单位, 1 AS 计, 1 AS 全, 0 AS 免
        FROM 会议 m JOIN 会议_议题 t ON t.id = m.id WHERE t.是否公开 = '是' AND m.类型 <> '新闻发布会'
            AND m.日期 <= (SELECT 日 FROM 今天)
            AND (t.标题 LIKE '%政务公开%' OR t.标题 LIKE '%政府信息公开%')""",
    "topics-open": """
        SELECT t.id || t.项次 AS 键, m.日期 AS 日, t.是否公开 = '是' AS 计, 1 AS 全, 0 AS 免,
            CASE WHEN t.承办单位 = '[]' THEN m.主办单位 ELSE t.承办单位 END AS 单位
        FROM 会议_议题 t JOIN 会议 m ON m.id = t.id WHERE m.日期 <= (SELECT 日 FROM 今天)""",
    "requests-in-time": """
        SELECT m.id || m.编号 AS 键, m.编号 || '-01' AS 日, json_array(s.单位) AS 单位,
            m.按时答复 AS 计, 0 AS 免,
            b.予以公开 + b.部分公开 + b.不予公开 + b.无法提供 + b.不予处理 + b.其他处理 AS 全
        FROM 依申请公开统计_月份 m JOIN 依申请公开统计 s ON s.id = m.id
        JOIN 依申请公开统计_月份_办结 b ON b.id = m.id AND b.月份项次 = m.项次""",
    "duties-overdue": """SELECT id AS 键, 期限 AS 日, 单位, 状态 = '逾期' AS 计, 1 AS 全, 0 AS 免
        FROM 应办事项 WHERE 期限 < (SELECT 日 FROM 今天) AND 状态 IN ('已公开', '逾期')""",
    "duties-fulfilled": """SELECT id AS 键, 单位, 状态 = '已公开' AS 计, 1 AS 全, 0 AS 免,
            CASE WHEN COALESCE(期限, 完成日期) <= (SELECT 日 FROM 今天) THEN COALESCE(期限, 完成日期)
            ELSE COALESCE(完成日期, SUBSTR((SELECT 日 FROM 今天), 1, 8) || '01') END AS 日
        FROM 应办事项 WHERE 种类 = 'catalogue' AND 状态 IN ('已公开', '逾期', '空白')""",
    "duties-in-time": """SELECT id AS 键, 单位, 1 AS 全, 0 AS 免,
            (完成日期 IS NOT NULL AND 完成日期 || ' ' || COALESCE(完成时间, '00:00')
                <= 期限 || ' ' || COALESCE(期限时间, '24:00')) AS 计,
            CASE WHEN 期限 > (SELECT 日 FROM 今天) THEN 完成日期 ELSE 期限 END AS 日
        FROM 应办事项 WHERE 期限 IS NOT NULL AND 状态 IN ('已公开', '逾期')""",
    "updates-in-time": """SELECT id AS 键, 单位, 1 AS 全, 0 AS 免,
            (完成日期 IS NOT NULL AND 完成日期 <= 期限) AS 计,
            CASE WHEN 期限 > (SELECT 日 FROM 今天) THEN 完成日期 ELSE 期限 END AS 日
        FROM 应办事项 WHERE 种类 = 'catalogue' AND 期 <> '' AND 期限 IS NOT NULL
            AND 状态 IN ('已公开', '逾期')""",
}


@pytest.fixture(scope="module")
def data(demonstration):
    demonstration.data.executescript(VIEWS)
    return demonstration.data


def sums(data, cases):
    """(unit id or None, year) → numerator, denominator, waived, all added up by SQL."""
    head = f"WITH 例 AS MATERIALIZED ({cases})"
    added = "SUM(计 * (NOT 免)), SUM(全 * (NOT 免)), SUM(免)"
    whole = data.execute(f"{head} SELECT NULL, substr(日, 1, 4), {added} FROM 例 GROUP BY 2")
    found = whole.fetchall()
    units = data.execute(
        f"""{head} SELECT 单位, 年, {added} FROM (
            SELECT DISTINCT 例.键, n.id AS 单位, substr(例.日, 1, 4) AS 年, 计, 全, 免
            FROM 例, json_each(例.单位) e JOIN 单位名 n ON n.名 = e.value
        ) GROUP BY 1, 2"""
    )
    return {(unit, int(year)): tuple(counts) for unit, year, *counts in (*found, *units)}


def counts(measured):
    """The same of a figure of the site; what has no case is left out."""
    years = {case.date.year for case in measured.cases}
    places = [(None, year) for year in years] + [(unit, year) for unit in measured.units for year in years]
    found = {}
    for unit, year in places:
        if measured.cases_in(Period(year), unit):
            each = measured.tally(Period(year), unit)
            found[unit.id if unit else None, year] = (each.counted, each.whole, each.waived)
    return found


@pytest.mark.parametrize("name", CASES)
def test_sql_over_the_open_data_counts_the_same(demonstration, data, name):
    found = counts(demonstration.figures[name])
    assert found
    assert sums(data, CASES[name]) == found


def test_sql_counts_the_documents_in_force_at_the_end_of_each_year(demonstration, data):
    measured = demonstration.figures["in-force"]
    query = """SELECT COUNT(*) FROM 政策文件 p LEFT JOIN 终止 z ON z.id = p.id
        WHERE 是否规范性文件 = '是' AND COALESCE(施行日期, 发布日期) <= :day
        AND COALESCE(z.日 > :day, 1) AND COALESCE(废止日期 > :day, 1) AND COALESCE(失效日期 >= :day, 1)"""
    assert len(measured.years) > 5
    for year in measured.years:
        day = min(year.last, measured.today).isoformat()
        assert data.execute(query, {"day": day}).fetchone() == (measured.tally(year).counted,), year
    told = data.execute(
        "SELECT COUNT(*) FROM 政策文件 WHERE 是否规范性文件 = '是' AND 状态 IN ('有效', '已修改', '部分废止')"
    )
    assert told.fetchone() == (measured.now.counted,)


def test_sql_counts_what_went_out_by_the_feeds_and_could_be_pushed(demonstration, data):
    tables = {row[0] for row in data.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # pages in English stand beside those they translate
    aside = {"单位", "公开事项", "豁免", "应办事项", "字段说明", "英文译文", "英文页面"}
    aside |= {"文件版本", "文件效果", "文件所述", "问答", "记录", "关联", "惠企政策", "惠企兑现"}
    content = [name for name in tables if "_" not in name and name not in aside]
    total = sum(data.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in content)
    assert total == demonstration.figures["feed-items"].tally(None).whole > 300
    kinds = ("政策文件", "政策解读", "意见征集", "会议", "活动", "信息", "回应关切")
    query = "SELECT COUNT(DISTINCT id) FROM {}_主动推送 WHERE 日期 <= (SELECT 日 FROM 今天)"
    pushed = sum(data.execute(query.format(kind)).fetchone()[0] for kind in kinds)
    assert pushed == demonstration.figures["push-rate"].now.counted > 0


#: figure → the rows, its numerator and denominator; rows are files of their own, not in the database
ROWS: dict[str, tuple[str, str, str | None]] = {
    "rectified-rate": ("wenti-zhenggai", "已整改", None),
    "disclosure-rate": ("zhudong-gongkai-tongji", "主动公开件数", "制发件数"),
    "first-answer-rate": ("dianhua-heyan", "首次接通次数", "拨打次数"),
    "call-answer-rate": ("dianhua-heyan", "答复次数", "拨打次数"),
    "training-rate": ("gongkai-peixun", "实到人数", "应到人数"),
    "training-hours": ("gongkai-peixun", "学时", "学时"),
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_added_up_one_by_one_are_the_same(demonstration, name):
    folder, counted, whole = ROWS[name]
    for path in sorted(Path(f"data/datasets/{folder}").glob("*.csv")):
        text, year = path.read_text("utf-8"), int(path.stem)
        figure = demonstration.figures[name]
        # what is due after the day is not counted yet
        day = figure.today.isoformat()
        rows = [row for row in csv.DictReader(text.splitlines()) if row.get("整改期限", "") <= day]
        added = tuple(sum(_weight(row, column) for row in rows) for column in (counted, whole))
        tally = figure.tally(Period(year))
        assert rows
        assert (tally.counted, tally.whole) == added


def _weight(row: dict[str, str], column: str | None) -> int:
    """A row weighs one where no column tells its weight, and one for 是."""
    return 1 if column is None else int(row[column].replace("是", "1").replace("否", "0"))


def test_every_figure_is_recomputed_or_said_why_not(demonstration):
    elsewhere = {"in-force", "feed-items", "push-rate"}
    # whether a link leads somewhere is seen when the pages are written, not in the data
    cannot = {"dead-links"}
    told = {*CASES, *ROWS, *elsewhere, *cannot}
    assert set(demonstration.figures) == told, "one entry of CASES in this file, or the reason above"
