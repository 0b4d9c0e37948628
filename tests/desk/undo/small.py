"""The column whose pages are taken back or changed, and what its log is to tell."""

from __future__ import annotations

import datetime as dt

from gongkai import gate
from gongkai.desk import undo
from gongkai.exports import log
from gongkai.gate import addresses
from gongkai.law.example import CLEAN, OLD_POLICY, REGISTERED, a_policy, a_unit
from gongkai.settings import SAMPLE

DAY = dt.date(2026, 11, 20)
_OLD = a_policy(
    "gai",
    发文字号="示民发〔2026〕30号",
    是否规范性文件="否",
    body="第一条　照[养老办法](yanglao.md)办。",
)
FILES = {
    **CLEAN,
    **OLD_POLICY,
    **_OLD,
    **a_unit("caizheng-ju", 名称="区财政局", 曾用名=None),
    **REGISTERED,
    "mkdocs.yml": SAMPLE.replace("本区域名", "example.gov.cn")
    .replace("十位数字", "1101150001")
    .replace("某某区", "示例区")
    .replace("区号-电话", "010-00000000"),
}
JIUZHU = "content/items/minzheng-ju/2026/jiuzhu.md"
RENAME = (undo.rename, "policies/2026/yanglao", "yanglao-fuwu", "名称太短", DAY)
JIUZHU = "content/items/minzheng-ju/2026/jiuzhu.md"


def told(register) -> set[tuple[str, str]]:
    events = log.unkept(gate.released(register, moved=addresses.moved(register)))
    return {(str(each.kind), each.title) for each in events}
