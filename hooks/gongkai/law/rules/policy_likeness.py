"""像政策的文件须认作政策。

看什么：本级单位主动公开、没有废止或失效的文件，“是否规范性文件”“是否政策性文件”都不是“是”的。
怎样算错：写了“惠企要素”；面向个人、企业、社会组织，正文又定了金额、比例；没有写“服务对象”，但正文有一句对企业、
居民等写了补助、收费、罚款的金额或比例；标题是办法、规定、细则、若干措施，正文分条，写的是企业、居民等的事，
“服务对象”没有写明只是机关事业单位。
这样的文件是政策性文件，要有解读，不能因为没有填一项就不算；解读率里也算一件应当解读的。
怎样改：写“是否政策性文件: 是”，配上解读；确实只是转发、通报的，经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Edge, Example, Files, a_policy
from gongkai.law.shared.policy_likeness import like_a_policy, undeclared
from gongkai.records.base import Record
from gongkai.records.types.standard import Standard


def _notice(audience: str | None, body: str, title: str = "关于有关工作的通知") -> Files:
    fields = {"标题": title, "发文字号": "示民发〔2026〕22号", "是否规范性文件": "否"}
    return a_policy("tongzhi", **fields, 服务对象=f"[{audience}]" if audience else None, body=body)


_GIVES = "每人补助500元。"
_TITLE, _ARTICLE = "示例区助餐点管理办法", "第一条　助餐点由街道管理。"
EXAMPLE = Example(
    good={**CLEAN, **_notice("企业", "请按时填报年度报表。")},
    bad=_notice("企业", _GIVES),
    message="面向企业，正文写了“500元”，没有认作政策性文件",
    edges=(
        Edge("没有认作政策性文件", _notice("机关事业单位", _GIVES), _notice("个人", _GIVES)),
        Edge("没有认作政策性文件", _notice("个人", "共500人。"), _notice("个人", "报销50%。")),
        # what is not said in a key is read in the text: whom it pays, what it lays down for whom
        Edge("正文对“居民”写了“500元”", _notice(None, "居民共500人。"), _notice(None, "对居民补助500元。")),
        Edge("正文对“企业”写了“2%”", _notice(None, "企业增长2%。"), _notice(None, "企业逾期的，按2%收取。")),
        Edge(
            "是分条的“办法”",
            _notice(None, _ARTICLE, _TITLE),
            _notice(None, _ARTICLE + "老年人可以用餐。", _TITLE),
        ),
        Edge(
            "是分条的“办法”",
            _notice("机关事业单位", _ARTICLE + "老年人可以用餐。", _TITLE),
            _notice("个人", _ARTICLE, _TITLE),
        ),
        Edge(
            "是分条的“办法”",
            _notice(None, "老年人可以用餐。", _TITLE),
            _notice(None, _ARTICLE + "老年人可以用餐。", _TITLE),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return undeclared(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for policy in undeclared(register):
        if why := like_a_policy(policy):
            fix = "写“是否政策性文件: 是”，配上解读；确实只是转发、通报的，经批准写豁免"
            yield rule.problem(policy, "标题", f"{in_marks(policy.title)}{why}，没有认作政策性文件", fix)
