"""Other things that tell who somebody is, found by what is said before them or by their form.

None of them proves itself as an identity number does: what finds them warns, and a person looks.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

from gongkai.common.personal.context import called_serial

_MARKS = re.compile(r"[*_~`\u200b-\u200f\u2060\ufeff]+")
_TO = r"(?:号码?|证号)?[是为:\s(]{0,4}"
_PLACES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔"
    "谭陆范汪廖石贾韦夏付邹熊孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤"
)
_ILLNESS = r"(?:癌|肿瘤|肝炎|艾滋|结核|精神|抑郁|白血病|尿毒症|糖尿病|高血压|脑梗|心脏病|病|症)"
#: what is said of somebody between the name and the illness: sex, people, age, birth
_ABOUT = (
    r"(?:男性?|女性?|[\u4e00-\u9fa5]{1,3}族|(?:现年|今年)?\d{1,3}岁"
    r"|(?:出生于|生于)?\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:出生|生)?)"
)
#: parameter → how the thing is written; a group of it is the thing itself
KINDS: dict[str, re.Pattern[str]] = {
    "护照": re.compile(
        rf"(?:护照|passport){_TO}(?:no\.?)?[:\s]*([A-Z]{{1,2}}\d{{7,8}})(?![0-9A-Z])", re.IGNORECASE
    ),
    "港澳台证件": re.compile(
        rf"(?:通行证|回乡证|台胞证|居民来往[^\d\s]{{0,8}}){_TO}((?:[HMC][A-Z]?)?\d{{8,10}})(?!\d)"
        r"|(?<![A-Z0-9])([A-Z]{1,2}\d{6}\([0-9A]\))"
    ),
    "十五位身份证": re.compile(
        r"(?<![0-9A-Za-z.])([1-6]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![0-9A-Za-z])"
    ),
    "军官证": re.compile(
        rf"(?:军官|士兵|士官|警官|文职干部)证{_TO}([^\W\d]?字?第?\d{{6,8}})(?!\d)"
        r"|([军武海空]字第\d{6,8}号)"
    ),
    "车牌": re.compile(
        rf"([{_PLACES}][A-Z][·• ]?(?=[A-Z0-9]*\d[A-Z0-9]*\d)[A-HJ-NP-Z0-9]{{5,6}})(?![0-9A-Za-z-])"
    ),
    "微信和QQ": re.compile(
        r"(?:微信|wechat|weixin|vx)(?:号|ID)?[:\s是为]{1,3}([A-Za-z][-_A-Za-z0-9]{5,19})(?![A-Za-z0-9.@])"
        r"|(?<![A-Za-z])qq号?[:\s是为]{0,3}([1-9]\d{4,10})(?!\d)",
        re.IGNORECASE,
    ),
    "个人邮箱": re.compile(
        r"([A-Za-z0-9._%+-]{2,40}@(?:qq|163|126|139|189|sina|sohu|gmail|hotmail|outlook|foxmail|yeah|icloud|"
        r"aliyun|tom|21cn)\.(?:com|net|cn|com\.cn))(?![A-Za-z0-9])",
        re.IGNORECASE,
    ),
    "家庭住址": re.compile(
        r"(?:家住|家庭住址|家庭地址|现住址|现住|居住地址|户籍地址|户籍所在地|住址)[是为在:\s|]{0,4}"
        r"([^,，。；;\n|]{2,40}?\d+(?:室|单元|门|栋|号楼|号院|号))"
    ),
    "疾病": re.compile(
        rf"(?<![^\W\d_])(?:患者|病人|病例|申请人|当事人|村民|居民|学生|职工|姓名:?)?\s?([{_SURNAMES}](?![某×*时名人例类重种项次])"
        rf"[\u4e00-\u9fa5]{{1,2}})[,，、(（\s]{{0,2}}(?:{_ABOUT}[,，、)）\s]{{0,2}}){{0,4}}(?:患有?|确诊|罹患|因患)"
        rf"[^,，。；;\n]{{0,10}}{_ILLNESS}"
    ),
}  # fmt: skip
#: one of these words, or one of these forms, stands in every text that holds any of them
_WORDS = (
    "护照", "passport", "通行证", "回乡证", "台胞证", "居民来往", "官证", "士兵证", "干部证", "字第", "微信",
    "wechat", "weixin", "vx", "qq", "@", "＠", "家住", "住址", "家庭地址", "居住地址", "户籍",
    "现住", "患", "确诊",
)  # fmt: skip
_FORMS = re.compile(rf"[{_PLACES}][A-ZＡ-Ｚ]|[0-9０-９]{{15}}|[A-ZＡ-Ｚ][0-9０-９]{{6}}[(（]")


class Other(NamedTuple):
    """What it is (the parameter that asks for it), how it is written, and where its line begins."""

    kind: str
    written: str
    start: int


def hinted(text: str) -> bool:
    """False for a text that holds none of them for sure: asked of whole records, it saves a closer look."""
    small = text.lower()
    return any(word in small for word in _WORDS) or bool(_FORMS.search(text))


def others(text: str, asked: Collection[str] = frozenset(KINDS)) -> Iterator[Other]:
    """What else in a text tells who somebody is, of the kinds asked for."""
    usual = _MARKS.sub("", unicodedata.normalize("NFKC", text))
    for kind, form in KINDS.items():
        if kind not in asked:
            continue
        for match in form.finditer(usual):
            written = next(group for group in match.groups() if group)
            if _holds(kind, written, usual[max(0, match.start() - 24) : match.start()]):
                yield Other(kind, written, _line(text, usual.count("\n", 0, match.start())))


def _line(text: str, number: int) -> int:
    """Where a line of a text begins: marks taken away leave the lines as they are."""
    return sum(len(line) + 1 for line in text.split("\n")[:number])


def veiled(written: str) -> str:
    """What was found, told without telling it."""
    return (
        written[:2] + "*" * max(2, len(written) - 4) + written[-2:]
        if len(written) > 4
        else written[:1] + "**"
    )


def _holds(kind: str, written: str, before: str) -> bool:
    if kind == "十五位身份证":
        return not called_serial(before) and _born(written)
    return not (kind == "港澳台证件" and written.endswith(")")) or _hong_kong(written)


def _born(number: str) -> bool:
    try:
        dt.date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return False
    return True


def _hong_kong(written: str) -> bool:
    """The check sign of a Hong Kong card: letters from A = 10, a space 36, weights 9 to 2."""
    head, sign = written[:-3], written[-2]
    values = [36] * (8 - len(head)) + [ord(each) - 55 if each.isalpha() else int(each) for each in head]
    total = sum(weight * value for weight, value in zip(range(9, 1, -1), values, strict=True))
    return (total + (10 if sign == "A" else int(sign))) % 11 == 0
