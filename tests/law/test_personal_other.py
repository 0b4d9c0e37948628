"""Other kinds of personal information: what looks like them is warned of, kind by kind."""

from __future__ import annotations

import pytest

from gongkai.common.personal.others import KINDS, others, veiled
from gongkai.law.example import CLEAN, an_item

PLANTED = {
    "护照": ["护照E12345678", "护照号码：EA1234567", "Passport No.: G12345678", "**护照**：E12345678"],
    "港澳台证件": [
        "港澳居民来往内地通行证H12345678", "回乡证号：M0123456701",
        "台胞证 01234567", "香港身份证A123456(3)",
    ],
    "十五位身份证": ["110105491231002", "身份证：３２０３１１７７０７０６００１"],
    "军官证": ["军官证：政字第1234567", "士兵证号 12345678", "南字第0123456号，军官证字第0123456"],
    "车牌": ["京A12345", "车牌京AD12345", "沪B·1234Z", "粤B 12345"],
    "微信和QQ": ["微信：zhangsan_88", "微信号 wxid_abc123", "QQ：123456789", "qq12345678"],
    "个人邮箱": ["zhangsan@163.com", "zhang.san＠qq.com"],
    "家庭住址": ["家住安民大街20号院3号楼201室", "家庭住址：示例村12号", "户籍地址：示例路5号2单元"],
    "疾病": ["患者张三确诊乙型肝炎", "居民李小明，男，56岁，患糖尿病", "村民王五患有精神分裂症",
        "患者李四，1956年3月8日出生，患糖尿病", "王五（女，满族，生于1948年），罹患肺癌",
        "张三，今年72岁，因患脑梗",
    ],
}  # fmt: skip
INNOCENT = [
    "凭护照、通行证办理", "护照办理费用 120 元", "港澳居民来往内地通行证办理须知",
    "车牌摇号 2026 年第 3 期", "京ICP备13800138号", "微信公众号：示例区发布", "微信扫码办理", "QQ群",
    "邮箱 xxgk@example.gov.cn", "单位地址：安民大街20号", "办公地址 示例路5号",
    "高血压、糖尿病患者可以申请", "患者张某确诊", "确诊病例 12 例", "严重精神障碍患者", "军官证办理",
    "京B2-20260001", "营业执照注册号110105491231002", "201811010270030", "京政办字第12号",
    "户籍所在地的街道", "A123456(7)", "患者家属可以代办", "老年人患病率下降", "何时患病",
    "万名患者确诊癌症后", "1956年3月8日出生、患糖尿病的居民", "王女士介绍，2019年起患者可以申请",
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in PLANTED.items() for text in texts]
)
def test_each_kind_is_found_and_can_be_left_out(kind, text):
    assert kind in {each.kind for each in others(f"公示：{text}。")}
    assert kind not in {each.kind for each in others(f"公示：{text}。", set(KINDS) - {kind})}


@pytest.mark.parametrize("text", INNOCENT)
def test_other_words_pass(text):
    assert list(others(f"公示：{text}。")) == []


def test_it_is_a_warning_that_does_not_tell_it(run):
    (problem,) = run({**CLEAN, **an_item(body="**第一行**。\n\n李四，护照号码 E12345678。")}).problems
    assert (problem.level, problem.at) == ("警告", ("正文", 2))
    assert "E12345678" not in problem.message + problem.fix


def test_a_kind_is_switched_off_by_its_parameter(run):
    off = {"data/rulebook/personal-other.yml": "依据: [{文件: 示例区办法}]\n参数: {护照: 否}\n"}
    assert run({**CLEAN, **off, **an_item(body="李四，护照号码 E12345678。")}).problems == ()


def test_short_things_are_veiled_too():
    assert [veiled(each) for each in ("张三", "E12345678")] == ["张**", "E1*****78"]
