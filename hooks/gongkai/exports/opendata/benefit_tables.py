"""惠企政策 and 惠企兑现 as open data, in the form in which a platform of policies takes them over."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gongkai.column.benefit_conditions import Given, given, paid_of
from gongkai.column.register import Register
from gongkai.exports.opendata.schema import DAY
from gongkai.exports.opendata.worked_out import (
    ADDRESS,
    ID,
    OPTIONAL_DAY,
    OPTIONAL_TEXT,
    TEXT,
    TEXTS,
    Fields,
    WorkedOut,
)
from gongkai.exports.record_rows import Json, Row, plain
from gongkai.records.fields.benefit import Benefit
from gongkai.records.vocabulary.documents import BenefitState

_COUNT = {"type": "integer", "minimum": 0}
_AMOUNT = {"type": "number", "minimum": 0}
BENEFITS: Fields = {
    "id": ("政策文件的 id", ID),
    "名称": ("政策文件的标题", TEXT),
    "发文字号": ("没有的为空", OPTIONAL_TEXT),
    "发文机关": ("可有多个", TEXTS),
    "申报状态": (
        "按数据生成当日算出",
        {"enum": [each.value for each in BenefitState if each is not BenefitState.ENDED]},
    ),
    "服务对象": ("可有多个", TEXTS),
    "支持方式": ("可有多个", TEXTS),
    "适用对象": ("给谁，文件的话", TEXT),
    "支持内容": ("能得到什么", TEXT),
    "申报条件": ("文件的话，一条一项", TEXTS),
    "可计算": ("是：至少有一项条件可以对照；否：都要由单位认定", {"enum": ["是", "否"]}),
    "条件": ("每一项是一个 JSON 对象：项、关系、值（列表）、说明；都符合才算符合", TEXTS),
    "申报方式": ("怎样申报", TEXT),
    "申报网址": ("网上申报的；没有的为空", OPTIONAL_TEXT),
    "申报开始": ("没有写的从施行之日起，为空", OPTIONAL_DAY),
    "申报截止": ("常年受理的为空", OPTIONAL_DAY),
    "施行日期": ("没有写的为空", OPTIONAL_DAY),
    "失效日期": ("有效的最后一天；没有写的为空", OPTIONAL_DAY),
    "咨询电话": ("可有多个", TEXTS),
    "示例": ("是：虚构的示例，不能作为办事依据", {"enum": ["是", "否"]}),
    "网址": ("文件的网页", ADDRESS),
}
PAYMENTS: Fields = {
    "id": ("唯一的标识：文件的 id 和截至的日子", ID),
    "文件": ("政策文件的 id", TEXT),
    "名称": ("政策文件的标题", TEXT),
    "年度": ("哪一年", TEXT),
    "受理件数": ("申报后受理的", _COUNT),
    "通过件数": ("审核通过的", _COUNT),
    "金额": ("已经拨付的，万元", _AMOUNT),
    "截至": ("数字算到哪一天", DAY),
    "来源": ("数字出自哪里", TEXT),
    "来源网址": ("没有的为空", OPTIONAL_TEXT),
    "示例": ("是：虚构的示例", {"enum": ["是", "否"]}),
    "网址": ("文件的网页", ADDRESS),
}


def tables(register: Register) -> Iterator[WorkedOut]:
    """Both tables, where anything was ever given to business."""
    if any(each.benefit for each in register.policies):
        rows = [_benefit(each, each.policy.benefit, register) for each in given(register)]
        yield WorkedOut("benefits", "惠企政策", BENEFITS, rows, ("id",))
        yield WorkedOut("benefits-paid", "惠企兑现", PAYMENTS, list(_payments(register)), ("文件",))


def _benefit(each: Given, benefit: Benefit | None, register: Register) -> Row:
    policy, today = each.policy, register.today
    state = register.benefit_state(policy)
    assert benefit is not None
    values: list[Json] = [
        policy.id,
        policy.title,
        policy.number,
        [unit.name for unit in register.units_of(policy)],
        state.value if state else None,
        [*policy.audiences],
        [*benefit.kinds],
        benefit.eligible,
        benefit.gives,
        [*benefit.conditions],
        _yes(each.computable),
        [json.dumps(condition.as_row, ensure_ascii=False) for condition in each.conditions],
        benefit.how_said,
        benefit.link,
        *(plain(day, today) for day in (benefit.opens_on, benefit.closes_on)),
        *(plain(day, today) for day in (policy.effective_on, policy.expires_on)),
        [way.number for way in benefit.contact if way.number],
        _yes(policy.example),
        register.column.root + policy.url,
    ]
    return dict(zip(BENEFITS, values, strict=True))


def _payments(register: Register) -> Iterator[Row]:
    """What was paid stands also when the benefit has ended; the newest year of each first."""
    for policy in sorted(register.policies, key=lambda each: each.id):
        for paid in paid_of(policy, register):
            values: list[Json] = [
                f"{policy.id}#{paid.until}",
                policy.id,
                policy.title,
                paid.year,
                paid.asked,
                paid.granted,
                paid.amount,
                paid.until.isoformat(),
                paid.source,
                paid.link,
                _yes(policy.example),
                register.column.root + policy.url,
            ]
            yield dict(zip(PAYMENTS, values, strict=True))


def _yes(value: bool) -> str:
    return "是" if value else "否"
