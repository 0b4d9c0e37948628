"""Closed lists of the field's standard terms, with the ASCII names their addresses use."""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """A word of a closed list; ``slug`` is its place in addresses."""

    slug: str

    def __new__(cls, value: str, slug: str) -> Term:
        term = str.__new__(cls, value)
        term._value_ = value
        term.slug = slug
        return term


class Topic(Term):
    """主题分类: the 22 classes used for government documents on government sites."""

    GOVERNMENT = "国务院组织机构", "organization"
    GENERAL = "综合政务", "general"
    ECONOMY = "国民经济管理、国有资产监管", "economy"
    FINANCE = "财政、金融、审计", "finance"
    LAND = "国土资源、能源", "land"
    FARMING = "农业、林业、水利", "farming"
    INDUSTRY = "工业、交通", "industry"
    COMMERCE = "商贸、海关、旅游", "commerce"
    MARKET = "市场监管、安全生产监管", "market"
    BUILDING = "城乡建设、环境保护", "building"
    SCIENCE = "科技、教育", "science"
    CULTURE = "文化、广电、新闻出版", "culture"
    HEALTH = "卫生、体育", "health"
    POPULATION = "人口与计划生育、妇女儿童工作", "population"
    LABOUR = "劳动、人事、监察", "labour"
    SECURITY = "公安、安全、司法", "security"
    CIVIL = "民政、扶贫、救灾", "civil"
    RELIGION = "民族、宗教", "religion"
    FOREIGN = "对外事务", "foreign"
    TAIWAN = "港澳台侨工作", "taiwan"
    DEFENCE = "国防", "defence"
    OTHER = "其他", "other"


class Domain(Term):
    """领域: the trial fields of 基层政务公开标准化规范化, and those the work plans name."""

    PROJECTS = "重大建设项目", "projects"
    TRADING = "公共资源交易", "trading"
    BUDGET = "财政预决算", "budget"
    SAFETY = "安全生产", "safety"
    TAX = "税收管理", "tax"
    EXPROPRIATION = "国有土地上房屋征收", "expropriation"
    HOUSING = "保障性住房", "housing"
    RENEWAL = "城市更新", "renewal"
    ENVIRONMENT = "生态环境", "environment"
    CULTURE = "公共文化服务", "culture"
    LEGAL = "公共法律服务", "legal"
    RELIEF = "救灾", "relief"
    FOOD = "食品药品监管", "food"
    ENFORCEMENT = "城市综合执法", "enforcement"
    EMPLOYMENT = "就业创业", "employment"
    INSURANCE = "社会保险", "insurance"
    ASSISTANCE = "社会救助", "assistance"
    ELDERLY = "养老服务", "elderly"
    HOUSEHOLD = "户籍管理", "household"
    EDUCATION = "义务教育", "education"
    HEALTH = "医疗卫生", "health"
    UTILITIES = "市政服务", "utilities"
    TRAFFIC = "交通出行", "traffic"
    BUSINESS = "营商环境", "business"
    TECHNOLOGY = "科技创新", "technology"
    COMMERCE = "商贸旅游", "commerce"
    PLANNING = "规划计划", "planning"
    DECISION = "决策公开", "decision"
    SERVICE = "政务服务", "service"
    STATE_ASSETS = "国有企业监管", "state-assets"
    MARKET = "市场监管", "market"
    AUDIT = "审计", "audit"
    POWERS = "权责清单", "powers"
    OPENNESS = "政务公开", "openness"


class Audience(Term):
    """服务对象: whom a policy serves."""

    PERSON = "个人", "person"
    COMPANY = "企业", "company"
    SOLE_TRADER = "个体工商户", "sole-trader"
    ORGANISATION = "社会组织", "organisation"
    AGENCY = "机关事业单位", "agency"


class Status(Term):
    """状态 of a policy, derived from dates and relations."""

    VALID = "有效", "valid"
    AMENDED = "已修改", "amended"
    PARTLY_REPEALED = "部分废止", "partly-repealed"
    REPEALED = "废止", "repealed"
    EXPIRED = "失效", "expired"
    NOT_YET = "尚未施行", "not-yet"


class Form(Term):
    """解读形式."""

    FAQ = "简明问答", "faq"
    TEXT = "文字", "text"
    INFOGRAPHIC = "一图读懂", "infographic"
    AUDIO = "音频", "audio"
    VIDEO = "视频", "video"
    CARTOON = "动漫", "cartoon"
    INTERVIEW = "访谈", "interview"
    PRESS = "新闻发布会", "press"
    EXPERT = "专家解读", "expert"
    MEDIA = "媒体解读", "media"


class UnitKind(Term):
    """类别 of a unit."""

    GOVERNMENT = "政府", "government"
    DEPARTMENT = "部门", "department"
    STREET = "街道", "street"
    PARK = "管委会", "park"
    PUBLIC_BODY = "公共企事业单位", "public-body"


class Disclosure(Term):
    """公开属性."""

    ACTIVE = "主动公开", "active"
    ON_REQUEST = "依申请公开", "on-request"
    CLOSED = "不予公开", "closed"


class MeetingKind(Term):
    """会议类型."""

    STANDING = "区政府常务会", "standing"
    DEPARTMENT = "部门会议", "department"
    STREET = "街道会议", "street"
    TELECONFERENCE = "电视电话会议", "teleconference"
    PRESS = "新闻发布会", "press"


class Opening(Term):
    """开放方式 of a meeting."""

    ATTEND = "列席", "attend"
    STREAM = "网络直播", "stream"
    BROADCAST = "广播电视", "broadcast"


class Delegate(Term):
    """类别 of people who attend a meeting."""

    PARTY = "利益相关方", "party"
    PUBLIC = "公众代表", "public"
    EXPERT = "专家学者", "expert"
    CONGRESS = "人大代表", "congress"
    CONSULTATIVE = "政协委员", "consultative"
    MEDIA = "媒体", "media"


class Uptake(Term):
    """采纳情况 of an opinion."""

    TAKEN = "采纳", "taken"
    PARTLY = "部分采纳", "partly"
    REFUSED = "未采纳", "refused"


class Channel(Term):
    """公开渠道和载体: the closed list of the 基层政务公开标准目录."""

    WEBSITE = "政府网站", "website"
    GAZETTE = "政府公报", "gazette"
    NEW_MEDIA = "两微一端", "new-media"
    PRESS = "发布会/听证会", "press"
    BROADCAST = "广播电视", "broadcast"
    PAPER = "纸质媒体", "paper"
    READING_ROOM = "公开查阅点", "reading-room"
    SERVICE_HALL = "政务服务中心", "service-hall"
    KIOSK = "便民服务站", "kiosk"
    AT_HOME = "入户/现场", "at-home"
    NOTICE = "社区/企事业单位/村公示栏（电子屏）", "notice"
    MAIL = "精准推送", "mail"
    OTHER = "其他", "other"


class ConsultationState(Term):
    """状态 of a consultation, derived from dates and feedback."""

    UPCOMING = "尚未开始", "upcoming"
    OPEN = "征集中", "open"
    CLOSED = "已截止待反馈", "closed"
    ANSWERED = "已反馈", "answered"


class DecisionState(Term):
    """状态 of a matter of the decision catalogue, derived from its steps."""

    LISTED = "列入目录", "listed"
    UNDERWAY = "进行中", "underway"
    DECIDED = "已决定", "decided"
    DROPPED = "调出目录", "dropped"


class StepState(Term):
    """状态 of a statutory step of a decision; derived from its date where none is written."""

    PENDING = "未开始", "pending"
    ONGOING = "进行中", "ongoing"
    DONE = "已完成", "done"
    NOT_NEEDED = "不适用", "not-needed"


class TaskProgress(Term):
    """状态 written with a step of a work-point task."""

    UNDER_WAY = "推进中", "under-way"
    DONE = "已完成", "done"


class TaskState(Term):
    """状态 of a work-point task, derived from its deadline and its steps."""

    OVERDUE = "逾期", "overdue"
    DUE_SOON = "即将到期", "due-soon"
    UNDER_WAY = "推进中", "under-way"
    DONE = "已完成", "done"
    OPEN_ENDED = "无时限", "open-ended"
    UNKNOWN = "进展未载", "unknown"


class ProjectKind(Term):
    """类别 of what a year's government sets itself to do."""

    KEY = "重点任务", "key"
    LIVELIHOOD = "民生实事", "livelihood"
    PERFORMANCE = "绩效任务", "performance"


class ProjectState(Term):
    """状态 of a project of the year, derived from its quarters."""

    STALE = "待更新", "stale"
    UNDER_WAY = "推进中", "under-way"
    DONE = "已完成", "done"
    UNFINISHED = "年内未完成", "unfinished"


class LogKind(Term):
    """种类 of an entry of the 发布日志."""

    PUBLISHED = "发布", "published"
    UPDATED = "更新", "updated"
    CORRECTED = "更正", "corrected"
    MOVED = "改期", "moved"
    WITHDRAWN = "撤下", "withdrawn"
