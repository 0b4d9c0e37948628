"""What stands around a row of digits: words, units and addresses that say what it is."""

from __future__ import annotations

import re

from gongkai.common.personal.kinds import IDENTITY
from gongkai.common.personal.normal_form import UNSEEN

#: words that end directly before a person's number
_PERSON = re.compile(
    r"(?:身份|证件|公民|手机|电话|联系|致电|拨打|来电|短信|微信|卡号|银行|号码|账号|tel|phone|mobile|cell)"
    r"[^0-9,;。；，]{0,6}$",
    re.IGNORECASE,
)
#: words that say that a number stands for a thing or a proceeding
_SERIAL = re.compile(
    r"(?:编号|证号|文号|案号|单号|文书号|流水号?|受理号|办件号?|工单|订单号?|索引号?|项目号|代码|赋码|批号|批次号?|"
    r"条形?码|备案号?|登记号?|注册号|合同号|发票|序列号|立项号|业务号|收件号|受理码|决定书|信用码|识别号|号牌|快递|运单|许可号|单据号?|票据号?)"
    r"(?:[^0-9,;。；，]{0,6}|[：: ]{0,2}[A-Za-z0-9()〔〕_/.-]{0,12})$"
)
#: papers whose 号码 is the paper's, as no 号码 of a person's papers is
_PAPER = re.compile(
    r"((?:许可|执照|资质|合格|产权|登记|备案|批准|使用|经营)证书?|执照|证书|单据|票据|发票|订单|工单|运单|文书|合同|凭证|"
    r"档案|案件|项目|批件|文件|决定书|通知书|备案|登记|许可|流水|受理|编目)号码"
)
_MONEY = re.compile(
    r"(?:金额|总额|投资额?|资金|收入|支出|预算|概算|决算|结算价|余额|产值|合计|总计|人民币|折合|rmb|cny|usd|[￥¥$])"
    r"[^0-9a-z,;。；，\n]{0,4}$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:\.[0-9]{1,2})?[ (]?(?:[百千]?[万亿]|元(?![旦宵月])|[美港欧日]元|人次|吨|[公千][斤克米里]|千瓦|"
    r"度(?!假)|[平立]方|米|[％%‰㎡]|kwh|km|kg|m[²³23]|t\b)",
    re.IGNORECASE,
)
#: letters that people write directly before or behind a number
_LABELS = {
    "t", "tel", "telephone", "phone", "ph", "p", "m", "mob", "mobile", "cell", "c", "v", "vx", "wx", "wechat",
    "weixin", "whatsapp", "qq", "no", "num", "sj", "sjh", "dh", "lxdh", "id", "card", "kh", "yhk", "x", "zh",
}  # fmt: skip
_BEFORE_WORD = re.compile(r"[A-Za-z]+$")
_AFTER_WORD = re.compile(r"[A-Za-z]+")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"'“”‘’()（）,;|*`，。；、！]+")
#: keys of an address whose values number pages and days
_NUMBERED = re.compile(r"(?:[?&#](?:[a-z_]*id|t|ts|_|time|code|v|sn|no)=)$", re.IGNORECASE)


def addresses(text: str) -> list[tuple[int, int]]:
    """Where the addresses on the web stand in a text as written."""
    if "://" not in text:
        return []
    return [match.span() for match in _ADDRESS.finditer(text)]


def frees_in_address(kind: str, before: str, after: str) -> bool:
    """True for digits that are a part of an address: ``?tel=…`` is a telephone, ``/a/138….html`` none."""
    before = re.sub(r"(?:%2b|\+)?(?:86)?$", "", before, flags=re.IGNORECASE)
    if re.match(r"[0-9A-Za-z]", after):
        return True
    if kind == IDENTITY:
        return bool(re.search(r"[0-9A-Za-z]$", before))
    return not re.search(r"[=#]$", before) or bool(_NUMBERED.search(before))


def called_serial(before: str) -> bool:
    """True where the words before a number call it a 编号, and none calls it a person's."""
    near = _PAPER.sub(r"\1编号", before.replace(UNSEEN, ""))
    return bool(_SERIAL.search(near)) and not _PERSON.search(near)


def names_a_number(word: str) -> bool:
    """True for the heading of a column that calls its numbers a person's, or those of things."""
    return bool(_PERSON.search(f"{word}:")) or called_serial(f"{word}:")


def is_amount(before: str, after: str) -> bool:
    """True for digits with a unit behind or money before them, unless a telephone is spoken of."""
    near, behind = before.replace(UNSEEN, ""), after.replace(UNSEEN, "")
    if _PERSON.search(near):
        return False
    return bool(_UNIT.match(behind) or _MONEY.search(near))


def in_a_word(kind: str, before: str, after: str) -> bool:
    """True for digits that are a part of a word or of a longer figure: H20203123, 116.139…, a key in hex."""
    near, behind = before.replace(UNSEEN, ""), after.replace(UNSEEN, "")
    if re.search(r"[0-9][.]$", near) and not re.search(r"(?:^|[\s(])(?:[1-9]|1[0-7])\.$", near):
        return True
    if re.match(r"\.[0-9]{2}(?![0-9.])", behind):
        return True
    if kind == IDENTITY:
        return False
    return not (_label(_BEFORE_WORD.search(near)) and _label(_AFTER_WORD.match(behind)))


def _label(word: re.Match[str] | None) -> bool:
    if word is None:
        return True
    text = word[0].lower()
    return text in _LABELS or any(text.endswith(each) for each in _LABELS if len(each) > 2)
