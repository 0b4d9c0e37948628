"""What is said of units, and of where and how the public reaches them."""

from __future__ import annotations

from gongkai.records.vocabulary.term import Term


class UnitKind(Term):
    """类别 of a unit."""

    GOVERNMENT = "政府", "government"
    OFFICE = "政府办公室", "government-office"
    DEPARTMENT = "部门", "department"
    STREET = "街道", "street"
    TOWN = "镇", "town"
    TOWNSHIP = "乡", "township"
    PARK = "管委会", "park"
    BRANCH = "派出机构", "branch"
    AUTHORISED = "授权组织", "authorised"
    PUBLIC_BODY = "公共企事业单位", "public-body"
    INSTITUTION = "事业单位", "institution"
    COORDINATION = "议事协调机构", "coordination"
    PARTY = "党委机构", "party"

    @property
    def is_organ(self) -> bool:
        """Whether 政府信息公开条例 binds it as 机关: articles 2, 10 and 54."""
        return self.meant not in _NO_ORGANS

    @property
    def is_department(self) -> bool:
        """Whether article 49 means it: a department of the government, its office among them."""
        return self.meant in {UnitKind.OFFICE, UnitKind.DEPARTMENT}


#: what they make is disclosed by the organ that leads it, or by rules of their own field
_NO_ORGANS = frozenset((UnitKind.PUBLIC_BODY, UnitKind.INSTITUTION, UnitKind.COORDINATION, UnitKind.PARTY))


class PhoneUse(Term):
    """用途 of a telephone number of a unit."""

    DISCLOSURE = "信息公开咨询", "disclosure"
    BUSINESS = "业务咨询", "business"
    BOOKING = "预约", "booking"
    COMPLAINTS = "监督投诉", "complaints"
    DUTY = "值班", "duty"


class WayKind(Term):
    """渠道 of a way to act: to answer, to apply, to register, to ask."""

    ONLINE = "网上", "online"
    EMAIL = "邮件", "email"
    POST = "寄信", "post"
    VISIT = "当面", "visit"
    PHONE = "电话", "phone"
    FAX = "传真", "fax"


class RoomOffer(Term):
    """提供: what can be read or done at a place where government information is open."""

    GAZETTE = "政府公报", "gazette"
    PAPER = "纸质文件", "paper"
    TERMINAL = "电子查阅", "terminal"
    COPY = "打印复印", "copy"
    REQUEST = "受理信息公开申请", "request"


class LimitUnit(Term):
    """期限单位: what a limit of time in a procedure is counted in."""

    WORKDAYS = "个工作日", "workdays"
    DAYS = "日", "days"
    MONTHS = "个月", "months"

    @property
    def english(self) -> str:
        """The unit in an English sentence."""
        return "working days" if self is LimitUnit.WORKDAYS else self.slug
