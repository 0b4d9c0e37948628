"""The name of a unit of a new column → its kind, and the other names people write for it.

Only what is common knowledge: how names end, and short names that mean one kind of bureau everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.common.areas import LEVELS, Area
from gongkai.records.vocabulary.units import UnitKind

#: how the names of units of a kind end, the first that fits
_ENDINGS = (
    (r"街道(?:办事处)?", UnitKind.STREET),
    (r"镇(?:人民政府|政府)?", UnitKind.TOWN),
    (r"乡(?:人民政府|政府)?", UnitKind.TOWNSHIP),
    (r"管委会|管理委员会", UnitKind.PARK),
    (r"领导小组", UnitKind.COORDINATION),
    # article 55: bodies whose rules are made by those in charge of their field
    (r"医院|卫生院|保健院|卫生服务(?:中心|站)|学校|学院|中学|小学|幼儿园|中专|职高", UnitKind.PUBLIC_BODY),
    (
        r"(?:供水|自来水|水务|排水|供电|电力|燃气|供气|天然气|热力|供热|公交|公共交通|客运)"
        r".*(?:公司|集团|厂|总站)|自来水厂",
        UnitKind.PUBLIC_BODY,
    ),
    (r"(?:图书|文化|博物|美术|科技|体育|纪念|档案)馆|中心|福利院|敬老院|研究院", UnitKind.INSTITUTION),
)
#: 县委组织部, but not 县卫生健康委
_PARTY = re.compile(rf".*[{LEVELS}]委(?!员会).*|.*(?:纪委监委|纪律检查委员会|党校)")

#: what a bureau is called in full, without the area → the short names that mean it
_SHORT: Mapping[str, tuple[str, ...]] = {
    "发展和改革局": ("发改局", "发展改革局"),
    "发展和改革委员会": ("发改委", "发展改革委"),
    "教育和体育局": ("教体局",),
    "教育体育局": ("教体局",),
    "科学技术局": ("科技局",),
    "科学技术和工业信息化局": ("科工信局",),
    "科技和工业信息化局": ("科工信局",),
    "工业和信息化局": ("工信局",),
    "民族宗教事务局": ("民宗局",),
    "人力资源和社会保障局": ("人社局", "人力资源社会保障局"),
    "自然资源和规划局": ("自规局",),
    "住房和城乡建设局": ("住建局", "住房城乡建设局"),
    "住房和城乡建设委员会": ("住建委", "住房城乡建设委"),
    "交通运输局": ("交通局",),
    "文化和旅游局": ("文旅局",),
    "文化旅游局": ("文旅局",),
    "文化旅游广电体育局": ("文旅广体局",),
    "文化旅游和广电体育局": ("文旅广体局",),
    "卫生健康局": ("卫健局",),
    "卫生健康委员会": ("卫健委", "卫生健康委"),
    "退役军人事务局": ("退役军人局",),
    "应急管理局": ("应急局",),
    "市场监督管理局": ("市场监管局", "市监局"),
    "医疗保障局": ("医保局",),
    "城市管理局": ("城管局",),
    "城市管理和综合执法局": ("城管局", "城管执法局"),
    "城市管理综合行政执法局": ("城管局", "城管执法局"),
    "城市管理委员会": ("城管委", "城市管理委"),
    "行政审批服务局": ("行政审批局",),
    "政务服务管理局": ("政务服务局", "政务局"),
    "政务服务和数据管理局": ("政务数据局",),
    "国有资产监督管理委员会": ("国资委",),
    "国有资产监督管理局": ("国资局",),
    "机关事务管理局": ("机关事务局",),
    "金融工作办公室": ("金融办",),
    "人民防空办公室": ("人防办",),
    "残疾人联合会": ("残联",),
    "妇女联合会": ("妇联",),
    "工商业联合会": ("工商联",),
    "供销合作社联合社": ("供销社",),
    "消防救援大队": ("消防大队",),
}  # fmt: skip
#: peoples that have townships of their own: 白云瑶族乡 is called 白云乡
_PEOPLES = "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|鄂伦春|赫哲|门巴|珞巴|基诺"  # noqa: E501
_LOCAL = re.compile(rf"(.+?)(?P<people>(?:(?:{_PEOPLES})族)+)?(?P<what>镇|乡)(?:人民政府|政府)?")


def kind_of(name: str) -> UnitKind:
    """The kind of a unit by how its name ends; a department where nothing else is said."""
    if _PARTY.fullmatch(name):
        return UnitKind.PARTY
    found = (kind for ending, kind in _ENDINGS if re.search(rf"(?:{ending})$", name))
    return next(found, UnitKind.DEPARTMENT)


def short_names(name: str, area: Area) -> list[str]:
    """What else it is called, the one that pages show first."""
    bare = without_area(name, area)
    return [each for each in dict.fromkeys(_others(bare, area)) if each and each != name]


def without_area(name: str, area: Area) -> str:
    """清溪县民政局 and 县民政局 → 民政局; 县人民医院 stays what it is called."""
    before = next((each for each in area.names if name.startswith(each)), "")
    if not before and name not in _SHORT and not _LOCAL.fullmatch(name):
        before = area.level if name.startswith(area.level) else ""
    return name.removeprefix(before) or name


def _others(bare: str, area: Area) -> Iterator[str]:
    yield from (f"{area.level}{each}" for each in _SHORT.get(bare, ()))
    if bare in _SHORT:
        yield f"{area.level}{bare}"
    if local := _LOCAL.fullmatch(bare):
        place, what = local[1], local["what"]
        full = bare.removesuffix("人民政府").removesuffix("政府")
        yield from (full, f"{full}政府", f"{full}人民政府")
        if local["people"]:
            yield from (f"{place}{what}", f"{place}{what}政府")
    if bare.endswith(("街道", "街道办事处")):
        street = bare.removesuffix("办事处")
        yield from (street, f"{street}办", f"{street}办事处")
